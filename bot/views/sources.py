"""Every claim of a brief beside its sentences, and what was withheld, with the reason."""

from collections.abc import Iterable, Iterator

from discord import ui

from bot.domain.brief import Actor, Brief, ClaimKind, Event, Statement, Withheld
from bot.domain.kept import KeptBrief
from bot.views.layout import CALM, Part, framed, line, pages_row, text
from bot.views.paging import CARD, Item, Passage, chosen, cut, joined, paginate
from bot.views.quoting import beside, first_quoted, quoted
from bot.views.text import length
from bot.views.texts import Texts, fixed
from bot.views.when import worded

WITHHELD = {
    ClaimKind.STATEMENT: fixed("statement"),
    ClaimKind.ACTOR: fixed("actor"),
    ClaimKind.EVENT: fixed("event"),
}


def sources_card(kept: KeptBrief, page: int = 0, *, texts: Texts) -> ui.LayoutView:
    """One page of the sources, the nearest one where there is no such page; pages count from 0."""
    title = texts.line(f"## {texts.say('Sources')}")
    room = CARD - length(title)
    pages = paginate(evidence(kept.brief, texts), room, room, texts)
    shown = chosen(pages, page)
    parts: list[Part] = [text(title)]
    for passage in pages[shown]:
        parts += [line(), text(passage.text)]
    if len(pages) > 1:
        parts.append(pages_row(kept.id, "sources", shown, len(pages), texts))
    return framed(parts, CALM)


def evidence(brief: Brief, texts: Texts) -> Iterator[Passage]:
    """Claims beside their sentences, and what was withheld."""
    told = (
        (texts.say("Summary"), [_statement(brief, statement, texts) for statement in brief.summary]),
        (texts.say("What comes next"), [_event(brief, event, texts) for event in brief.events]),
        (texts.say("Who"), [_actor(brief, actor, texts) for actor in brief.actors]),
        (texts.say("Withheld"), [_withheld(item, texts) for item in brief.withheld]),
    )
    return (_headed(title, items, texts) for title, items in told if any(items))


def _headed(title: str, items: Iterable[Item], texts: Texts) -> Passage:
    again = texts.say("{heading} (continued)", heading=title)
    return Passage(tuple(items), f"### {title}", f"### {again}", loose=True)


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
    names = [(" ", f"**{texts.shown(piece)}**") for piece in cut(actor.name)]
    roles = [(" " if at else texts.comma, texts.shown(piece)) for at, piece in enumerate(cut(actor.role))]
    return (*joined([*names, *roles]), *first_quoted(brief.article, actor.sentences, texts))


def _withheld(item: Withheld, texts: Texts) -> Item:
    kind = texts.say(WITHHELD[item.kind])
    reason = joined((" ", part) for part in (f"{kind}:", *map(texts.shown, cut(texts.known(item.reason)))))
    return (*(f"~~{texts.shown(piece)}~~" for piece in cut(item.text)), *(f"-# {line}" for line in reason))


def _lines(said: str, texts: Texts) -> Item:
    return tuple(texts.shown(piece) for piece in cut(said))
