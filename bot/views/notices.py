"""One sentence: that something could not be done, or that it was."""

from discord import ui

from bot.views.layout import CALM, FAILED, framed, text
from bot.views.paging import PIECE
from bot.views.text import shortened
from bot.views.texts import Texts


def failure_card(reason: str, incident: str | None = None, *, texts: Texts) -> ui.LayoutView:
    """Why there is no brief, `str(error)` of a BrieferError, and the id under which the log knows more."""
    said = texts.shown(shortened(texts.known(reason), PIECE))
    lines = [said, f"-# {texts.say('Incident {id}', id=texts.shown(incident))}"] if incident else [said]
    return framed([text("\n".join(map(texts.line, lines)))], FAILED)


def notice_card(sentence: str, *, texts: Texts) -> ui.LayoutView:
    """A short answer of ours, such as that a brief was deleted, in the reader's language."""
    return framed([text(texts.line(texts.known(sentence)))], CALM)
