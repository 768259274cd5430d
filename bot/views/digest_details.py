"""What stands behind a digest's post: each story's whole brief, and its statements beside their sentences."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from discord import ui

from bot.domain.brief import Brief
from bot.domain.digest import Run
from bot.domain.post import Post, Story
from bot.views.digest import outlet_link
from bot.views.layout import CALM, Part, framed, line, pages_row, text
from bot.views.paging import CARD, Page, Passage, chosen, cut, joined, paginate
from bot.views.passages import passages
from bot.views.sources import evidence
from bot.views.text import length
from bot.views.texts import Texts

HEADLINE = "### "

Telling = Callable[[Brief, Texts], Iterable[Passage]]


def details_card(run: Run, post: Post, page: int = 0, *, texts: Texts) -> ui.LayoutView:
    """One page of all that the stories' briefs say; pages count from 0."""
    told = _told(post, passages, texts)
    return _paged(texts.say("Story details"), told, (run, "digest_story", page), texts)


def evidence_card(run: Run, post: Post, page: int = 0, *, texts: Texts) -> ui.LayoutView:
    """One page of the stories' claims beside their sentences; pages count from 0."""
    told = _told(post, evidence, texts)
    return _paged(texts.say("Sources"), told, (run, "digest_sources", page), texts)


def _told(post: Post, tell: Telling, texts: Texts) -> Iterator[Passage]:
    """Story by story, its headline and outlets above what is told of it."""
    for story in post.stories:
        yield _headline(story, texts)
        for passage in tell(story.brief, texts):
            yield replace(passage, heading=_smaller(passage.heading), again=_smaller(passage.again))


def _headline(story: Story, texts: Texts) -> Passage:
    title = [texts.shown(piece) for piece in cut(story.brief.article.title)] or [texts.say("Untitled")]
    outlets = joined((" · ", outlet_link(outlet, texts)) for outlet in story.named)
    heading = f"{HEADLINE}{title[0]}"
    again = f"{HEADLINE}{texts.say('{heading} (continued)', heading=title[0])}"
    return Passage(((*title[1:], *(f"-# {row}" for row in outlets)),), heading, again)


def _stories(page: Page) -> list[str]:
    """A page's passages, those of one story as one text: a message has room for 40 components."""
    texts = list[str]()
    for passage in page:
        if texts and not passage.heading.startswith(HEADLINE):
            texts[-1] += f"\n{passage.text}"
        else:
            texts.append(passage.text)
    return texts


def _smaller(heading: str) -> str:
    """A heading of a brief stands below that of its story."""
    return f"-# **{heading.removeprefix(HEADLINE)}**" if heading else ""


def _paged(title: str, told: Iterable[Passage], place: tuple[Run, str, int], texts: Texts) -> ui.LayoutView:
    run, action, page = place
    head = texts.line(f"## {title}")
    room = CARD - length(head)
    pages = paginate(told, room, room, texts)
    shown = chosen(pages, page)
    parts: list[Part] = [text(head)]
    for story in _stories(pages[shown]):
        parts += [line(), text(story)]
    if len(pages) > 1:
        parts.append(pages_row(run.id, action, shown, len(pages), texts))
    return framed(parts, CALM)
