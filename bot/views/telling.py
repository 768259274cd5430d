"""Lines of fixed texts as one text of a card."""

from discord import ui

from bot.views.layout import text
from bot.views.texts import Texts


def told(texts: Texts, *lines: str) -> ui.TextDisplay[ui.LayoutView]:
    """The lines, each in the direction that the language is written in."""
    return text("\n".join(map(texts.line, lines)))
