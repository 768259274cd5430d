"""What a message has beyond what is briefed of it."""

from collections.abc import Sequence

from discord import ui

from bot.views.layout import CALM, framed
from bot.views.telling import told
from bot.views.text import shortened
from bot.views.texts import Texts

NAME, NAMES = 100, 20
"""UTF-16 units of a link or file that is named, and how many are."""


def left_card(names: Sequence[str], *, texts: Texts) -> ui.LayoutView:
    """Which links and files are not briefed, because there are too many."""
    head = texts.count("{n} more is not briefed:", "{n} more are not briefed:", len(names))
    listed = ", ".join(texts.shown(shortened(name, NAME)) for name in names[:NAMES])
    return framed([told(texts, f"{head} {listed}{', …' if names[NAMES:] else ''}")], CALM)
