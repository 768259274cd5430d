r"""Text from outside, shown in Discord as it was written: no markup, no mention, no link.

Discord takes a backslash before any punctuation away and then sees no markup in it; its rules are those of
https://support.discord.com/hc/en-us/articles/210298617 and of https://docs.discord.com/developers/reference#message-formatting.
"""

import re
import unicodedata
from collections.abc import Iterator

from bot.domain.errors import UnusableSource
from bot.domain.printable import printable
from bot.services.links import normalise

MARKUP = str.maketrans({sign: f"\\{sign}" for sign in r"\*_~`|<>[]@/"})
"""Emphasis, code, spoilers, quotes, links, mentions, timestamps, commands: anywhere in a line."""

COLON = re.compile(r":(?=\S)")
"""Emoji by name, and links."""

AT_START = re.compile(r"(?:[#+-]|\d+(?=[.)]))")
"""Headings, small text and lists: at the beginning of a line."""

EVERYONE = re.compile(r"@(?=everyone|here)", re.IGNORECASE)
ZERO_WIDTH = "\u200b"
ISOLATE, END_ISOLATE = "\u2068", "\u2069"
RIGHT_TO_LEFT = frozenset({"R", "AL"})

JOINER = "\u200d"
CLINGING = frozenset({JOINER, "\u200c", "\ufe0f"})

LONGEST_LINK = 1500
"""Characters of a link's address; a longer one leaves no room for the rest of a card."""


def length(text: str) -> int:
    """How long Discord takes a text to be, never less: UTF-16 code units, as its clients count."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def escaped(text: str, *, among_rtl: bool = False) -> str:
    """One line of text from outside that shows as written and does nothing.

    Right-to-left text stands isolated from what surrounds it, left-to-right text too `among_rtl`.
    """
    plain = printable(text)
    marked = COLON.sub(r"\\:", plain.translate(MARKUP))
    if start := AT_START.match(plain):
        marked = _unlisted(start[0], marked)
    quiet = EVERYONE.sub(f"@{ZERO_WIDTH}", marked)
    return f"{ISOLATE}{quiet}{END_ISOLATE}" if _turns(plain, among_rtl=among_rtl) else quiet


def pieces(text: str, most: int) -> list[str]:
    """Printable text cut between words into pieces of at most `most` UTF-16 units, `…` at each cut."""
    cut = list(_cut(printable(text), most - 2))
    last = len(cut) - 1
    return [f"{'…' if at else ''}{piece}{'…' if at < last else ''}" for at, piece in enumerate(cut)]


def shortened(text: str, most: int) -> str:
    """Printable text of at most `most` UTF-16 units; `…` stands for what is left out."""
    return pieces(text, most)[0]


def link(label: str, url: str | None) -> str:
    """An escaped label as a link to an http or https address; as it is when there is no such address."""
    address = web_address(url)
    return f"[{label}]({address})" if address else label


def web_address(url: str | None) -> str | None:
    """The address in a form that stays inside a link's parentheses; None when it can't be one."""
    try:
        found = normalise(url or "").replace("(", "%28").replace(")", "%29").replace("\\", "%5C")
    except UnusableSource:
        return None
    return found if length(found) <= LONGEST_LINK else None


def _unlisted(start: str, marked: str) -> str:
    """A backslash before the sign, or before the point behind a number."""
    at = len(start) if start[0].isdigit() else 0
    return f"{marked[:at]}\\{marked[at:]}"


def _turns(text: str, *, among_rtl: bool) -> bool:
    directions = {unicodedata.bidirectional(character) for character in text}
    return bool(directions & RIGHT_TO_LEFT) or (among_rtl and "L" in directions)


def _cut(text: str, most: int) -> Iterator[str]:
    rest = text
    while length(rest) > most:
        fits = _fitting(rest, most)
        space = rest.rfind(" ", most // 2, fits)
        at = space if space > 0 else fits
        yield rest[:at].rstrip()
        rest = rest[at:].lstrip()
    yield rest


def _fitting(text: str, most: int) -> int:
    """How many characters fit, no mark parted from its letter and no joiner from what it joins."""
    units = at = 0
    while at < len(text) and (units := units + _units(text[at])) <= most:
        at += 1
    whole = at
    while whole > at // 2 and _clings(text, whole):
        whole -= 1
    return whole if whole > at // 2 else at


def _units(character: str) -> int:
    return 2 if character > "\uffff" else 1


def _clings(text: str, at: int) -> bool:
    """Whether a character belongs to the one before it: a mark, a joiner, or what a joiner joins."""
    return bool(unicodedata.combining(text[at])) or text[at] in CLINGING or text[at - 1] == JOINER
