"""Text as words that can be compared: folded, stemmed, with the clause and the quotation they stand in."""

import re
from functools import lru_cache
from typing import NamedTuple

from bot.domain import folding
from bot.services.checks.stems import PHRASAL, stem

_WORD = re.compile(
    r"((?:[^\W\d_]\.){2,}"  # U.S.
    r"|[^\W\d_]+(?:(?<!n['’]t)['’][^\W\d_]+)*"  # “shouldn't” ends there, also in “shouldn't've”
    r"|\d+(?:[.,:]\d+)*)"
)
_BREAK = re.compile(r"[,;:.!?()\[\]…]|\s[-–]\s|—|\n")
_ASIDE = re.compile(
    r",( (?:however|meanwhile|though|therefore|too|in turn|instead|moreover|nevertheless|of course)),"
)
"""What may stand between commas inside a clause."""
_SENTENCE_END = re.compile(r"[.!?]\S?\s|\n|^\s*[—–]")
_POSSESSIVE = re.compile(r"['’](?:s|S)$")
_OPENS, _CLOSES = "“«„", "”»"
_QUOTE = re.compile(r'[“”«»„"]')
_HYPHENS = {"-", "‑"}
_LETTERS = str.maketrans(
    {"ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ı": "i", "’": "'", "‘": "'"}
)


class Form(NamedTuple):
    """A word as it is wherever it stands: as printed, folded, stemmed."""

    text: str
    folded: str
    stem: str
    capital: bool
    number: bool


class Word(NamedTuple):
    """One word where it stands: as printed, folded, stemmed; with a capital, in digits.

    `clause` counts the stretches between marks such as commas and dashes; `quoted` says that it stands
    between quotation marks; `opens` that a sentence begins with it, so that its capital says nothing;
    `joined` that a hyphen ties it to the word before.
    """

    text: str
    folded: str
    stem: str
    capital: bool
    number: bool
    start: int
    end: int
    clause: int
    quoted: bool
    opens: bool
    joined: bool


@lru_cache(maxsize=16384)
def fold(text: str) -> str:
    """Case, accents and compatibility forms away, apostrophes straight."""
    return folding.fold(text if text.isascii() else text.translate(_LETTERS))


@lru_cache(maxsize=8192)
def words(text: str) -> tuple[Word, ...]:
    """The words of a text, left to right; “didn’t” is “did” and “not”, “cannot” is “can” and “not”."""
    found: list[Word] = []
    quotes = quoted_spans(text)
    clause, at, opens, quoted = 0, 0, True, False
    pieces = _WORD.split(_ASIDE.sub(r" \1 ", text))
    for gap, token in zip(pieces[::2], pieces[1::2], strict=False):
        start = at + len(gap)
        at = start + len(token)
        joined = False
        if gap != " ":
            initial = bool(found) and gap.startswith(".") and _abbreviated(found[-1], gap, token)
            clause += bool(_BREAK.search(gap, initial)) and bool(found)
            opens = opens or bool(_SENTENCE_END.search(gap[int(initial) :]))
            opens = opens or any(opening == start - 1 for opening, _ in quotes)
            joined = gap in _HYPHENS
        if quotes:
            quoted = any(opening <= start < closing for opening, closing in quotes)
        for form in _forms(token):
            found.append(_placed(Word, (*form, start, at, clause, quoted, opens, joined)))
            opens = False
    return tuple(_phrasal(found))


_placed = tuple.__new__
"""Makes a `Word` of its fields at half the cost: an article has thousands."""


def _abbreviated(word: Word, gap: str, after: str) -> bool:
    """Whether a full stop only shortens the word before it (“J. Smith”, “Nov. 18”)."""
    return word.capital and (len(word.text) == 1 or (gap == ". " and (after[0].isdigit() or after.islower())))


def _phrasal(found: list[Word]) -> list[Word]:
    """The words with the stem of “cancel” for “called off” and the like, also with the object between."""
    for at, word in enumerate(found):
        if (word.stem in _VERBS or word.folded in _LAST) and (meant := _meant(found, at)):
            found[at] = word._replace(stem=meant)
    return found


def _meant(found: list[Word], at: int) -> str | None:
    """The stem of what a word means with those beside it."""
    word, before = found[at], found[max(at - 1, 0)]
    if word.folded == "out" and [near.folded for near in found[at + 1 : at + 3]] in _IDLE:
        return "idl"
    return _LED.get((before.folded, word.folded)) or _with_particle(word, found[at + 1 : at + 5])


def _with_particle(word: Word, following: list[Word]) -> str | None:
    """The stem of what a verb means with a particle at or near it; a noun's must follow at once.

    Who does it is no verb (“the decider against Perth”).
    """
    if word.folded.endswith(("er", "ers")):
        return None
    reach = following[:1] if word.folded in _NOUNS else following
    pairs = (PHRASAL.get((word.stem, near.folded)) for near in reach if near.clause == word.clause)
    return next(filter(None, pairs), None)


_VERBS = {verb for verb, _ in PHRASAL}
_IDLE = [["of", noun] for noun in ("service", "order", "action", "use", "work", "office", "operation")]
_LED = {
    (before, word): stem(meant)
    for meant, pairs in {
        "suspend": "on hold",
        "lack": "too few|too little",
        "flee": "at large|on run",
        "blame": "at fault",
        "accident": "by chance",
        "impossible": "beyond repair|beyond recovery|beyond doubt",
    }.items()
    for before, word in (pair.split() for pair in pairs.split("|"))
}
"""Words whose meaning is in the one before them, and its stem."""
_LAST = {"out", *(word for _, word in _LED)}
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


@lru_cache(maxsize=32768)
def _forms(token: str) -> tuple[Form, ...]:
    """The words in a token, without possessive and full stops: one, or two where it says “not”."""
    text = token if token[0].isdigit() else _POSSESSIVE.sub("", token).replace(".", "")
    folded = fold(text)
    parts = [text]
    if folded.endswith("n't") or folded == "cannot":
        parts = [{"ca": "can", "wo": "will", "sha": "shall"}.get(folded[:-3], text[:-3]), "not"]
    return tuple(
        Form(part, low, stem(low), part[0].isupper(), part[0].isdigit())
        for part, low in ((part, fold(part)) for part in parts)
        if low
    )
