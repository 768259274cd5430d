"""Rule of truth 2, numbers: every number of a statement stands in its cited sentences, with the same unit."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from bot.services.checks.numbers import Number, numbers
from bot.services.checks.reckoning import worked_out
from bot.services.checks.shares import ABOUT, BEYOND, SHORT_OF, same_share
from bot.services.checks.stems import stem
from bot.services.checks.units import DAYS, SCALES, UNITS
from bot.services.checks.vocabulary import STOP
from bot.services.checks.words import fold

_PAIRS = re.compile(
    r"\b(?:both|pair|couple|twin|bilateral|twice|doubl\w+|second|each other|mutual|two-way)\b", re.IGNORECASE
)

Spans = Sequence[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Cited:
    """The cited text with the spans that its dates cover, the days between them, and the article's year."""

    text: str
    dated: Spans = ()
    apart: Collection[int] = ()
    year: int | None = None


def wrong_number(text: str, source: Cited, exempt: Spans = ()) -> str | None:
    """The first number of the text that the cited text does not print, or prints with another unit.

    `exempt` are the spans of the text that a date covers; a small count may stand for a list that is cited.
    """
    cited = source.text
    printed = [number for number in numbers(cited) if not _within(number, source.dated)]
    for number in numbers(text):
        if _within(number, exempt) or _HALF.match(text, number.start):
            continue
        if same_share(number.start, number.end, text, cited):
            continue
        alike = [other for other in printed if _agrees(number, other) or _bare(number, other, printed, cited)]
        meant = (
            alike
            or _counted(number, text, cited)
            or worked_out(number, text, printed, cited)
            or _lasting(number, text, printed, cited)
            or _between(number, text, source.apart)
            or _since(number, text, cited, source.year)
            or _decade(number, text, printed)
        )
        if _of_another(number, text, alike, printed, cited) or not (meant or _rounded(number, text, printed)):
            return number.text
    return None


def _since(number: Number, text: str, cited: str, year: int | None) -> bool:
    """Whether years or an age lie between two cited years, or one and the article's own (“27-year-old”)."""
    if number.unit != "year" and not _AGED.match(text[number.end :]):
        return False
    years = {int(found) for found in _YEAR.findall(cited)} | ({year} if year else set())
    return any(one - other in number.values for one in years for other in years)


def _lasting(number: Number, text: str, printed: list[Number], cited: str) -> bool:
    """Whether a length of time is a cited one in another unit (“three months” for 90 days or the quarter)."""
    days = DAYS.get(number.unit)
    if days is None or number.ordinal:
        return False
    long = text[number.end :].startswith((" decade", " centur"))
    near = _ROUNDED_OFF if long else _NEARLY
    others = [one for one in printed if one.unit in DAYS and (long or one.unit != number.unit)]
    lengths = [value * DAYS[one.unit] for one in others for value in one.values]
    lengths += [DAYS[unit] for unit in _BARE.findall(cited.lower())]
    return any(abs(value * days - length) <= near * length for value in number.values for length in lengths)


def _between(number: Number, text: str, apart: Collection[int]) -> bool:
    """Whether a shift or a length (“two weeks late”, “a three-day vote”) lies between two cited dates."""
    days = DAYS.get(number.unit, 0.0)
    led, tied = _SHIFT.search(text[: number.end][-40:]), _TIED.match(text[number.end :])
    if days < 1 or number.ordinal or not (led or tied):
        return False
    return any(abs(value * days - gap) <= days / 2 - 1 / 2 for value in number.values for gap in apart)


_SHIFT = re.compile(r"\b(?:by|for|in|over|within|lasts?|lasting|lasted)\W+(?:[a-z]+ ){0,2}[\w-]+(?:\s\w+)?$")
_TIED = re.compile(
    r"\s?-?(?:day|week|month|year)?s? ?(?:late|later|early|earlier|long|behind|overdue|after|before)\b|-day\b"
)
_BARE = re.compile(r"\b(?:a|the|one|each|every|this|last) (day|week|fortnight|month|quarter|year|decade)\b")
_AGED = re.compile(r"[-\s]years?[-\s]old\b")
_HALF = re.compile(r"[Hh]alf (?!of\b)")
"""“Half the target” is left alone: it is mostly worked out."""
_AGAIN = re.compile(
    r"\b(?:again|another|other|separate|further|repeat|repeated|runners?-up)\b", re.IGNORECASE
)
_ROUNDED_OFF, _NEARLY = 0.08, 0.03
"""How far from the printed number a rounded one may lie, as a share of it."""


def _rounded(number: Number, text: str, printed: list[Number]) -> bool:
    """Whether a number says that it is rounded, and a cited one lies close on that side of it."""
    lead = text[max(0, number.start - 16) : number.start]
    if not any(find.search(lead) for find in (BEYOND, SHORT_OF, ABOUT)):
        return False
    low = 0.0 if BEYOND.search(lead) else -_ROUNDED_OFF
    high = 0.0 if SHORT_OF.search(lead) else _ROUNDED_OFF
    return any(
        value * (1 + low) <= exact <= value * (1 + high)
        for value in number.values
        for other in printed
        for exact in other.values
        if value > 0 and _round(number) < _round(other) and number.unit in {"", other.unit}
    )


def _decade(number: Number, text: str, printed: list[Number]) -> bool:
    """Whether “in her 40s” stands for a cited age."""
    lowest = min(number.values)
    decade = lowest < _AGES and lowest % 10 == 0 and re.match(r"s\b", text[number.end :])
    return bool(decade) and any(lowest <= value < lowest + 10 for other in printed for value in other.values)


_AGES = 100


def _round(number: Number) -> int:
    """How many digits of a number as printed are more than zeros behind it."""
    return len("".join(re.findall(r"\d", number.text)).rstrip("0"))


def _within(number: Number, spans: Spans) -> bool:
    return any(start <= number.start and number.end <= end for start, end in spans)


def _of_another(number: Number, text: str, alike: list[Number], printed: list[Number], cited: str) -> bool:
    """Whether the cited text counts these things with another number, and with this one others."""
    counted = _things(text, number.end)
    known = [_things(cited, other.end) for other in alike]
    if number.unit or not alike or not counted or not all(known) or any(counted & things for things in known):
        return False
    others = [other for other in printed if other.ordinal == number.ordinal and not _agrees(number, other)]
    return any(counted & _things(cited, other.end) for other in others)


_NO_THINGS = (
    "that|which|who|of|in|at|by|from|on|for|to|with|and|or|but|as|against|before|after|since|while|when"
)


def _things(text: str, at: int) -> set[str]:
    """The stems of the next two words that could be what a number counts."""
    following = re.match(
        rf"(?!\s+(?:{_NO_THINGS})\b)[-\s]*((?:[^\W\d_]+[-\s]+){{0,2}}[^\W\d_]+)", text[at : at + 60]
    )
    found = [fold(word) for word in re.findall(r"[^\W\d_]+", following.group(1))] if following else []
    return {stem(word) for word in found if word not in STOP and word not in SCALES and word not in UNITS}


def _agrees(number: Number, other: Number) -> bool:
    if number.values.isdisjoint(other.values):
        return False
    ranked = number.ordinal and other.ordinal
    return (
        ranked
        or not number.unit
        or number.unit == other.unit
        or (not other.unit and not _known_unit(number, other))
    )


def _bare(number: Number, other: Number, printed: list[Number], cited: str) -> bool:
    """“41 per cent … 87.”: a number that counts nothing may have the unit of the one beside it."""
    return (
        not number.values.isdisjoint(other.values)
        and not other.unit
        and not _things(cited, other.end)
        and any(near.unit == number.unit for near in printed)
    )


def _known_unit(number: Number, other: Number) -> bool:
    """Whether the cited number would have to carry the unit too (money, a share, a length)."""
    return number.unit not in {"people", "vote", "time", "point"} and not (
        number.unit == "metre" and other.text.endswith("m")
    )


_NAME = r"(?:the |its |his |her |an? )?[“\"]?[\w’'$€£-]+(?: (?:of |the |de )?[\w’'-]+){0,4}[”\"]?"
_LISTED = re.compile(rf"((?:{_NAME}, )*){_NAME},? (?:and|or) (?={_NAME})")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_SMALL = frozenset({2.0, 3.0, 4.0, 5.0})


def _counted(number: Number, text: str, cited: str) -> bool:
    """Whether a small count stands for a list (“two camps” for “the Bentiu and Rubkona camps”)."""
    if number.unit in DAYS or number.values.isdisjoint(_SMALL):
        return False
    if 2.0 in number.values and (_AGAIN if number.ordinal else _PAIRS).search(cited):  # noqa: PLR2004
        return True
    if number.ordinal:
        return False
    size = int(max(number.values & _SMALL))
    if len(set(_YEAR.findall(text))) == size:
        return True
    return any(match.group(1).count(",") + 2 == size for match in _LISTED.finditer(cited)) or _repeated(
        _things(text, number.end), cited, size
    )


def _repeated(things: set[str], cited: str, size: int) -> bool:
    """Whether the cited text names a thing as often as it is counted (“school of … with school of …”)."""
    if len(set(_YEAR.findall(cited))) == size:
        return True
    printed = [stem(fold(word)) for word in re.findall(r"[^\W\d_]+", cited)]
    return any(printed.count(thing) == size for thing in things)
