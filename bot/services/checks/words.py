"""Text as words that can be compared: folded, stemmed, with the clause and the quotation they stand in."""

import re
import unicodedata
from dataclasses import dataclass, replace
from functools import lru_cache

from bot.services.checks.stems import PHRASAL, stem

_WORD = re.compile(
    r"(?:[^\W\d_]\.){2,}"  # U.S.
    r"|\d+(?:[.,:]\d+)*"
    r"|[^\W\d_]+n['’]t\b"
    r"|[^\W\d_]+(?:['’][^\W\d_]+)*"
)
_BREAK = re.compile(r"[,;:.!?()\[\]…]|\s[-–]\s|—|\n")
_POSSESSIVE = re.compile(r"['’](?:s|S)$")
_OPENS, _CLOSES = "“«„", "”»"
_QUOTE = re.compile(r'[“”«»„"]')
_LETTERS = str.maketrans(
    {"ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ı": "i", "’": "'", "‘": "'"}
)


@dataclass(frozen=True, slots=True)
class Word:
    """One word: as printed, folded, stemmed.

    `clause` counts the stretches between marks such as commas and dashes; `quoted` says that it stands
    between quotation marks; `opens` that a sentence begins with it, so that its capital says nothing;
    `joined` that a hyphen ties it to the word before.
    """

    text: str
    folded: str
    stem: str
    start: int
    end: int
    clause: int
    quoted: bool
    opens: bool
    joined: bool

    @property
    def capital(self) -> bool:
        """Whether it is printed with a capital."""
        return self.text[0].isupper()

    @property
    def number(self) -> bool:
        """Whether it is printed in digits."""
        return self.text[0].isdigit()


@lru_cache(maxsize=16384)
def fold(text: str) -> str:
    """Case, accents and compatibility forms away, apostrophes straight."""
    if text.isascii():
        return text.lower()
    letters = unicodedata.normalize("NFKD", text.translate(_LETTERS))
    return "".join(letter for letter in letters if not unicodedata.combining(letter)).casefold()


@lru_cache(maxsize=8192)
def words(text: str) -> tuple[Word, ...]:
    """The words of a text, left to right; “didn’t” is “did” and “not”, “cannot” is “can” and “not”."""
    found: list[Word] = []
    quotes = quoted_spans(text)
    clause, at, opens = 0, 0, True
    for match in _WORD.finditer(text):
        gap = text[at : match.start()]
        initial = bool(found) and gap.startswith(".") and _abbreviated(found[-1], gap, match.group())
        clause += bool(_BREAK.search(gap[int(initial) :])) and bool(found)
        opens = opens or _sentence_ends(gap[int(initial) :])
        quoted = any(start <= match.start() < end for start, end in quotes)
        opens = opens or any(start == match.start() - 1 for start, _ in quotes)
        found += _split(match, clause, quoted=quoted, opens=opens, joined=gap in {"-", "‑"})
        at, opens = match.end(), False
    return tuple(_phrasal(found))


def _abbreviated(word: Word, gap: str, after: str) -> bool:
    """Whether a full stop only shortens the word before it (“J. Smith”, “Nov. 18”)."""
    return word.capital and (len(word.text) == 1 or (gap == ". " and (after[0].isdigit() or after.islower())))


def _phrasal(found: list[Word]) -> list[Word]:
    """The words with the stem of “cancel” for “called off” and the like, also with the object between."""
    for at, word in enumerate(found):
        if word.folded == "out" and [near.folded for near in found[at + 1 : at + 3]] in _IDLE:
            found[at] = replace(word, stem="idl")
        for near in found[at + 1 : at + 5]:
            meant = PHRASAL.get((word.stem, near.folded))
            if (
                meant
                and near.clause == word.clause
                and not (near is not found[at + 1] and word.folded in _NOUNS)
            ):
                found[at] = replace(word, stem=meant)
                break
    return found


_IDLE = [["of", noun] for noun in ("service", "order", "action", "use", "work", "office", "operation")]
_NOUNS = {"call", "calls", "bid", "bids"}


def quoted_spans(text: str) -> list[tuple[int, int]]:
    """Where double quotation marks open and close, the marks included.

    An unclosed one runs to the end, an unopened one from the start: quotations go on over several sentences.
    """
    spans: list[tuple[int, int]] = []
    start = None
    for mark in _QUOTE.finditer(text):
        if _opens(mark, text, inside=start is not None):
            start = mark.start() if start is None else start
        elif start is not None or not spans:
            spans.append((start or 0, mark.end()))
            start = None
    return [*spans, (start, len(text))] if start is not None else spans


def _opens(mark: re.Match[str], text: str, *, inside: bool) -> bool:
    if mark.group() != '"':
        return mark.group() in _OPENS
    before, after = text[: mark.start()][-1:], text[mark.end() :][:1]
    return not inside and (not before or before in " (\n—–-[") and bool(after.strip())


def _sentence_ends(gap: str) -> bool:
    return bool(re.search(r"[.!?]\S?\s|\n|^\s*[—–]", gap))


def _split(match: re.Match[str], clause: int, *, quoted: bool, opens: bool, joined: bool) -> list[Word]:
    text = (
        match.group() if match.group()[0].isdigit() else _POSSESSIVE.sub("", match.group()).replace(".", "")
    )
    folded = fold(text)
    start, end = match.span()
    parts = [text, "not"] if folded.endswith("n't") or folded == "cannot" else [text]
    if len(parts) > 1:
        parts[0] = {"ca": "can", "wo": "will", "sha": "shall"}.get(folded[:-3], text[:-3])
    made = []
    for number, part in enumerate(parts):
        low = fold(part)
        made.append(Word(part, low, stem(low), start, end, clause, quoted, opens and not number, joined))
    return made
