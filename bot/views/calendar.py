"""The message that carries the events of a brief, or of a digest, as a file."""

from discord import ui

from bot.views.layout import CALM, Part, Row, button, framed, text
from bot.views.texts import Texts

FILE = "events.ics"
"""The name under which the calendar file has to be sent along."""


def calendar_card(dated: int, undated: int, *, brief_id: str = "", texts: Texts) -> ui.LayoutView:
    """How many events the attached `FILE` holds; those of a brief can be made events of the server."""
    parts: list[Part] = [_held(dated, undated, texts)]
    if brief_id:
        parts.append(Row(button("schedule", texts.say("Add to server events"), brief_id)))
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
