"""Every claim of a brief beside its sentences, and what was withheld, with the reason."""

from collections.abc import Iterable, Iterator

from discord import ui

from bot.domain.brief import Actor, Brief, ClaimKind, Event, Statement, Withheld
from bot.domain.kept import KeptBrief
from bot.views.layout import CALM, Part, framed, line, pages_rows, text
from bot.views.paging import CARD, Item, Page, Passage, chosen, cut, headed, joined, paginate
from bot.views.passages import in_role
from bot.views.quoting import beside, first_quoted, quoted
from bot.views.text import length
from bot.views.texts import Texts, fixed
from bot.views.when import worded

HEADLINE = "### "
"""How a heading begins that a line stands above."""

WITHHELD = {
    ClaimKind.STATEMENT: fixed("statement"),
    ClaimKind.ACTOR: fixed("actor"),
    ClaimKind.EVENT: fixed("event"),
}


def sources_card(kept: KeptBrief, page: int = 0, *, texts: Texts) -> ui.LayoutView:
    """One page of the sources, the nearest one where there is no such page; pages count from 0."""
    return paged_card(texts.say("Sources"), evidence(kept.brief, texts), (kept.id, "sources", page), texts)


def paged_card(
    title: str, told: Iterable[Passage], place: tuple[str, str, int], texts: Texts
) -> ui.LayoutView:
    """One page of a title and passages; `place` is their owner, the action for a page, and the page."""
    owner, action, page = place
    head = texts.line(f"## {title}")
    room = CARD - length(head)
    pages = paginate(told, room, room, texts)
    shown = chosen(pages, page)
    parts: list[Part] = [text(head)]
    for passage in _by_headlines(pages[shown]):
        parts += [line(), text(passage)]
    return framed([*parts, *pages_rows(owner, action, shown, len(pages), texts)], CALM)


def _by_headlines(page: Page) -> list[str]:
    """A page's passages, those under one headline as one text: a message has room for 40 components."""
    texts = list[str]()
    for passage in page:
        if texts and not passage.heading.startswith(HEADLINE):
            texts[-1] += f"\n{passage.text}"
        else:
            texts.append(passage.text)
    return texts


def evidence(brief: Brief, texts: Texts) -> Iterator[Passage]:
    """Claims beside their sentences, and what was withheld."""
    told = (
        (texts.say("Summary"), [_statement(brief, statement, texts) for statement in brief.summary]),
        (texts.say("What comes next"), [_event(brief, event, texts) for event in brief.events]),
        (texts.say("Who"), [_actor(brief, actor, texts) for actor in brief.actors]),
        (texts.say("Withheld"), [_withheld(item, texts) for item in brief.withheld]),
    )
    return (headed(title, items, texts, loose=True) for title, items in told if any(items))


def _statement(brief: Brief, statement: Statement, texts: Texts) -> Item:
    checked = cut(statement.original)
    label = texts.say("Checked as:")
    original = joined((" ", part) for part in (label, *map(texts.shown, checked))) if checked else ()
    claim = (*_lines(statement.text, texts), *(f"-# {line}" for line in original))
    return beside(claim, statement, brief.article, texts)


def _event(brief: Brief, event: Event, texts: Texts) -> Item:
    """What, the printed words with what they were read as, and the sentences."""
    phrase = cut(f"“{event.when.phrase}”" if event.when.phrase else "")
    date = worded(event.when, texts)
    read = joined((" → ", part) for part in (*map(texts.shown, phrase), *([date] if date else [])))
    claim = (*_lines(event.what, texts), *(f"-# {line}" for line in read))
    return (*claim, *quoted(brief.article, event.sentences, texts))


def _actor(brief: Brief, actor: Actor, texts: Texts) -> Item:
    return (*in_role(actor, texts), *first_quoted(brief.article, actor.sentences, texts))


def _withheld(item: Withheld, texts: Texts) -> Item:
    kind = texts.say(WITHHELD[item.kind])
    reason = joined((" ", part) for part in (f"{kind}:", *map(texts.shown, cut(texts.known(item.reason)))))
    return (*(f"~~{texts.shown(piece)}~~" for piece in cut(item.text)), *(f"-# {line}" for line in reason))


def _lines(said: str, texts: Texts) -> Item:
    return tuple(texts.shown(piece) for piece in cut(said))
