"""Where a person marks statements, actors or events of a brief as wrong."""

from collections.abc import Iterator

from discord import SelectOption, ui

from bot.domain.brief import Brief, ClaimKind
from bot.domain.kept import KeptBrief
from bot.views.ids import custom_id
from bot.views.layout import CALM, Part, Row, Select, framed, told
from bot.views.text import shortened
from bot.views.texts import Texts, fixed

OPTIONS, LABEL = 25, 100
"""Options of a select and characters of an option (Discord's limits)."""

SELECTS = 12
"""Selects of one message: with their rows, and the rest of the card, fewer than 40 components."""

TITLES = {
    ClaimKind.STATEMENT: fixed("Statements"),
    ClaimKind.ACTOR: fixed("Actors"),
    ClaimKind.EVENT: fixed("Events"),
}


def wrong_card(kept: KeptBrief, *, texts: Texts) -> ui.LayoutView:
    """A select for each kind; the values are `statement-0`, `actor-3` …: the kind and its index."""
    selects = list(_selects(kept, texts))
    title = f"### {texts.say('What is wrong?')}", f"-# {texts.say('Choose one or more.')}"
    parts: list[Part] = [told(texts, *title)]
    parts += [Row(select) for select in selects[:SELECTS]]
    if left := sum(len(select.options) for select in selects[SELECTS:]):
        more = texts.count("{n} more is not shown here.", "{n} more are not shown here.", left)
        parts.append(told(texts, f"-# {more}"))
    return framed(parts, CALM)


def marked(value: str) -> tuple[ClaimKind, int]:
    """The kind and the index that a chosen value stands for; ValueError when it is none of ours."""
    kind, _, index = value.partition("-")
    return ClaimKind(kind), int(index)


def _selects(kept: KeptBrief, texts: Texts) -> Iterator[Select]:
    for kind, claims in _claims(kept.brief).items():
        options = [_option(kind, at, claim) for at, claim in enumerate(claims)]
        for start in range(0, len(options), OPTIONS):
            shown = options[start : start + OPTIONS]
            yield Select(
                custom_id=custom_id("mark", kept.id, f"{kind}-{start}"),
                placeholder=_placeholder(kind, start, len(shown), len(options), texts),
                max_values=len(shown),
                options=shown,
            )


def _claims(brief: Brief) -> dict[ClaimKind, list[str]]:
    return {
        ClaimKind.STATEMENT: [statement.text for statement in brief.summary],
        ClaimKind.ACTOR: [", ".join(filter(None, (actor.name, actor.role))) for actor in brief.actors],
        ClaimKind.EVENT: [event.what for event in brief.events],
    }


def _option(kind: ClaimKind, at: int, claim: str) -> SelectOption:
    return SelectOption(label=shortened(claim, LABEL) or "–", value=f"{kind}-{at}")


def _placeholder(kind: ClaimKind, start: int, shown: int, of: int, texts: Texts) -> str:
    title = texts.say(TITLES[kind])
    if of <= OPTIONS:
        return title
    return f"{title} {start + 1}–{start + shown}" if shown > 1 else f"{title} {start + 1}"
