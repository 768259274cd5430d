"""The article's own date: read from metadata, datelines and bylines, or inferred from the text."""

import re

from bot.services.dating.context import Context
from bot.services.dating.grammar import read_moment
from bot.services.dating.stretch import Stretch
from bot.services.dating.tokens import Tokens

_ISO_MINUTE = re.compile(r"(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d)(?::\d\d(?:\.\d+)?)?\s?(Z|[+-]\d\d:?\d\d)?")
_ISO_SHORT = re.compile(r"\s*(\d{4}(?:-(?:0[1-9]|1[0-2]))?)\s*")
_YEAR = re.compile(r"(?<![\d.,-])(?:19|20)\d\d(?![\d,]|\.\d|-\d\d-)")


def read_published(text: str, anchor: str | None = None) -> str | None:
    """A printed date as EDTF year, month, day or minute, as precise as known; None where there is none.

    `anchor` is an EDTF day near which a date without a year is looked for.
    """
    if match := _ISO_MINUTE.search(text):
        return f"{match[1]}T{match[2]}{(match[3] or '').replace('+00:00', 'Z')}"
    if match := _ISO_SHORT.fullmatch(text):
        return match[1]
    tokens = Tokens(text)
    context = Context()
    for at in range(len(tokens)):
        hit = read_moment(tokens, at)
        found = hit.time.resolve(context) if hit else None
        if found and not found.anchored:
            return _printed(found)
    return None


def _printed(found: Stretch) -> str | None:
    return found.start if found.opens or found.days == 1 else found.edtf


def infer_published(text: str) -> tuple[str, str] | None:
    """The latest year that the text prints as one, and a note on how it was read; None when there is none."""
    years = [int(match.group()) for match in _YEAR.finditer(text)]
    if not years:
        return None
    return str(max(years)), f"No date was given; {max(years)} is the latest year in the text"
