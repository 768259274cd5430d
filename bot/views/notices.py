"""One sentence: that something could not be done, that it was, or that there is more than is done."""

from collections.abc import Sequence

from discord import ui

from bot.views.layout import CALM, FAILED, framed, text, told
from bot.views.paging import PIECE
from bot.views.text import shortened
from bot.views.texts import Texts

NAME, NAMES = 100, 20
"""UTF-16 units of a link or file that is named, and how many are."""


def failure_card(reason: str, incident: str | None = None, *, texts: Texts) -> ui.LayoutView:
    """Why there is no brief, `str(error)` of a BrieferError, and the id under which the log knows more."""
    said = texts.shown(shortened(texts.known(reason), PIECE))
    lines = [said, f"-# {texts.say('Incident {id}', id=texts.shown(incident))}"] if incident else [said]
    return framed([text("\n".join(map(texts.line, lines)))], FAILED)


def notice_card(sentence: str, *, texts: Texts) -> ui.LayoutView:
    """A short answer of ours, such as that a brief was deleted, in the reader's language."""
    return framed([text(texts.line(texts.known(sentence)))], CALM)


def left_card(names: Sequence[str], *, texts: Texts) -> ui.LayoutView:
    """Which links and files of a message are not briefed, because there are too many."""
    head = texts.count("{n} more is not briefed:", "{n} more are not briefed:", len(names))
    listed = ", ".join(texts.shown(shortened(name, NAME)) for name in names[:NAMES])
    return framed([told(texts, f"{head} {listed}{', …' if names[NAMES:] else ''}")], CALM)
