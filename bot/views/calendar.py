"""The message that carries the events of a brief as a file."""

from discord import ui

from bot.domain.kept import KeptBrief
from bot.views.layout import CALM, Part, Row, button, framed, text
from bot.views.texts import Texts

FILE = "events.ics"
"""The name under which the calendar file has to be sent along."""


def events_card(dated: int, undated: int, *, texts: Texts) -> ui.LayoutView:
    """How many events the attached `FILE` holds."""
    return framed([_held(dated, undated, texts), ui.File(f"attachment://{FILE}")], CALM)


def calendar_card(kept: KeptBrief, dated: int, undated: int, *, addable: bool, texts: Texts) -> ui.LayoutView:
    """How many events the attached `FILE` holds; `addable` offers to make them events of the server."""
    parts: list[Part] = [_held(dated, undated, texts)]
    if addable:
        parts.append(Row(button("schedule", texts.say("Add to server events"), kept.id)))
    return framed([*parts, ui.File(f"attachment://{FILE}")], CALM)


def _held(dated: int, undated: int, texts: Texts) -> ui.TextDisplay[ui.LayoutView]:
    held = texts.count(
        "{n} event with a date, for your calendar.", "{n} events with a date, for your calendar.", dated
    )
    left = texts.count(
        "{n} event has no date yet and is not in the file.",
        "{n} events have no date yet and are not in the file.",
        undated,
    )
    return text("\n".join(map(texts.line, [held, f"-# {left}"] if undated else [held])))
