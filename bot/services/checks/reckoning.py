"""Rule of truth 2, numbers that an editor works out of cited ones: differences, what is left, shares."""

import re
from collections.abc import Iterator, Sequence
from itertools import combinations, permutations
from math import isclose

from bot.services.checks.numbers import Number
from bot.services.checks.opposites import negative
from bot.services.checks.shares import shares, value
from bot.services.checks.words import words
from bot.services.dating.words import CARDINALS

_MOST = 12
"""Cited numbers that are reckoned with, the first ones: among many, any number would be some difference."""
_NEXT = r"-?\s?(?:[^\W\d]+ ){0,2}(?:[^\W\d]+,? )?"
_COMPARED = re.compile(
    rf"{_NEXT}(?:less|fewer|more|higher|lower|above|below|short|off|down|up|clear|ahead|behind|apart)\b"
)
_TIMES = {"double": 2.0, "twice": 2.0, "triple": 3.0, "thrice": 3.0}
_OTHERS = re.compile(rf"\b(\d{{1,2}}|{'|'.join(CARDINALS)}) (?:other|previous|earlier|past)\b", re.IGNORECASE)
_BY = re.compile(r"\b(?:by|margin of|lead of|gap of|difference of)(?: (?:about|some|only|just))? $")
_ALL_BUT = re.compile(rf"\ball but (\d+|{'|'.join(CARDINALS)})\b", re.IGNORECASE)
_CHANGED = re.compile(
    r"\b(?:by|down|up|f[ae]ll\w*|r[io]se\w*|drop\w*|gr[eo]w\w*|los[et]\w*|cut|gain\w*|jump\w*|shr[aiu]nk\w*"
    r"|more|less|fewer|higher|lower)\b",
    re.IGNORECASE,
)
_OF = re.compile(r"\W*(?:per ?cent )?of\b")
_ROUNDED = 0.6
"""Points that a rounded percentage may lie off the exact one."""


def worked_out(number: Number, text: str, printed: Sequence[Number], cited: str) -> bool:
    """Whether a number of the text is worked out of cited ones, as an editor may do."""
    known = [other for other in printed if not other.ordinal][:_MOST]
    return (
        _times(number, known)
        or _next(number, cited)
        or _difference(number, text, known)
        or _rest(number, text, known, cited)
        or _part(number, known, cited)
        or _share(number, text, known, cited)
    )


def _next(number: Number, cited: str) -> bool:
    """“The third such accident” where two others are cited."""
    return number.ordinal and any(value(word) + 1 in number.values for word in _OTHERS.findall(cited))


def _times(number: Number, known: list[Number]) -> bool:
    """“Will double to £8” for £4 and £8."""
    times = _TIMES.get(number.text.casefold())
    pairs = (
        (max(one.values), max(other.values))
        for one, other in combinations(known, 2)
        if one.unit == other.unit
    )
    return times is not None and any(max(pair) == times * min(pair) for pair in pairs)


def _difference(number: Number, text: str, known: list[Number]) -> bool:
    """“Six points” for 64 and 58, “5,000 less”, “by three goals, 58-55”."""
    compared = _BY.search(text[: number.start]) or _COMPARED.match(text[number.end :])
    if not compared and (number.text[0].isdigit() or number.unit not in {"point", "day"}):
        return False
    made = {abs(max(one.values) - max(other.values)) for one, other in combinations(known, 2)}
    return not made.isdisjoint(number.values)


def _rest(number: Number, text: str, known: list[Number], cited: str) -> bool:
    """“27 of the 28” for all but one, “nine of the 14 cannot” where five can, “6 percent had no view”."""
    left = [value(word) for word in _ALL_BUT.findall(cited)]
    if any(max(other.values) - count in number.values for other in known for count in left):
        return True
    if not _turned(number, text):
        return False
    percent = number.unit == "%"
    told = [max(other.values) for other in known if (other.unit == "%") == percent]
    wholes = [100.0] if percent else [value for value in told if _of(value, number, text)]
    parts = {*told, *(one + other for one, other in combinations(told, 2) if percent)}
    return any(whole - part in number.values for whole in wholes for part in parts if part < whole)


def _of(whole: float, number: Number, text: str) -> bool:
    """Whether the text counts a number out of this whole (“seven of its 18 hectares”, “three in 20”)."""
    return any(
        number.start in range(share.start, share.end) and whole > max(number.values)
        for share in shares(text)
        if share.way in {"all", "every"}
    )


def _turned(number: Number, text: str) -> bool:
    """Whether the clause of a number says no (“cannot”, “unpicked”, “had no view”)."""
    said = words(text)
    clause = {word.clause for word in said if word.start <= number.start < word.end}
    return any(negative(word) and word.folded != "unless" for word in said if word.clause in clause)


def _part(number: Number, known: list[Number], cited: str) -> bool:
    """“£1.7 million” for half of a cost of £3.4 million."""
    return bool(number.unit) and any(
        isclose(share.percent / 100 * max(other.values), own)
        for share in shares(cited)
        for other in known
        if other.unit == number.unit != "%"
        for own in number.values
    )


def _share(number: Number, text: str, known: list[Number], cited: str) -> bool:
    """“Less than a third” for 9 of 31, “down by two-fifths” for 96 after 171, what is not covered."""
    told = [share for share in shares(text) if share.start <= number.start and number.end <= share.end]
    if not told:
        return False
    made = [100 - share.percent for share in shares(cited) if _turned(number, text)]
    if not any(other.unit == "%" for other in known):
        if changed := _CHANGED.search(text):
            made += _changes(known, cited)
        if not changed or _OF.match(text[told[0].end :]):
            made += _ratios(known, cited)
    return any(
        abs(share.percent - percent) <= _ROUNDED
        if share.way == "percent"
        else share.low <= percent <= share.high
        for share in told
        for percent in made
    )


def _ratios(known: list[Number], cited: str) -> Iterator[float]:
    """What one cited number is of another one, in percent."""
    return (100 * part / whole for part, whole in _alike(known, cited) if part < whole)


def _changes(known: list[Number], cited: str) -> Iterator[float]:
    """By how much one cited number lies off another one, in percent."""
    return (100 * abs(part - whole) / whole for part, whole in _alike(known, cited))


def _alike(known: list[Number], cited: str) -> Iterator[tuple[float, float]]:
    """The pairs of cited amounts with the same unit, or in one sentence with at most one unit."""
    for one, other in permutations(known, 2):
        beside = cited.count("\n", 0, one.start) == cited.count("\n", 0, other.start)
        alike = one.unit == other.unit and (one.unit or beside)
        if alike or (beside and "" in {one.unit, other.unit}):
            part, whole = max(one.values), max(other.values)
            if part > 0 and whole > 0:
                yield part, whole
