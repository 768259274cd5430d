"""What stands behind a digest's post: each story's whole brief, and its statements beside their sentences."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from discord import ui

from bot.domain.brief import Brief
from bot.domain.digest import Run
from bot.domain.post import Post, Story
from bot.views.digest import outlet_link
from bot.views.paging import Passage, cut, headed, joined
from bot.views.passages import passages
from bot.views.sources import HEADLINE, evidence, paged_card
from bot.views.texts import Texts

Telling = Callable[[Brief, Texts], Iterable[Passage]]


def details_card(run: Run, post: Post, page: int = 0, *, texts: Texts) -> ui.LayoutView:
    """One page of all that the stories' briefs say; pages count from 0."""
    told = _told(post, passages, texts)
    return paged_card(texts.say("Story details"), told, (run.id, "digest_story", page), texts)


def evidence_card(run: Run, post: Post, page: int = 0, *, texts: Texts) -> ui.LayoutView:
    """One page of the stories' claims beside their sentences; pages count from 0."""
    told = _told(post, evidence, texts)
    return paged_card(texts.say("Sources"), told, (run.id, "digest_sources", page), texts)


def _told(post: Post, tell: Telling, texts: Texts) -> Iterator[Passage]:
    """Story by story, its headline and outlets above what is told of it."""
    for story in post.stories:
        yield _headline(story, texts)
        for passage in tell(story.brief, texts):
            yield replace(passage, heading=_smaller(passage.heading), again=_smaller(passage.again))


def _headline(story: Story, texts: Texts) -> Passage:
    title = [texts.shown(piece) for piece in cut(story.brief.article.title)] or [texts.say("Untitled")]
    outlets = joined((" · ", outlet_link(outlet, texts)) for outlet in story.named)
    return headed(title[0], [(*title[1:], *(f"-# {row}" for row in outlets))], texts)


def _smaller(heading: str) -> str:
    """A heading of a brief stands below that of its story."""
    return f"-# **{heading.removeprefix(HEADLINE)}**" if heading else ""
