"""A share in any of the ways it is told: “38 percent”, “two-fifths”, “three in eight”, “6 of the 16”."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from bot.services.dating.words import CARDINALS, ORDINALS, TENS

_DIGITS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:[.,]\d{1,2})?"
_SPOKEN = "|".join(sorted([*CARDINALS, *TENS], key=len, reverse=True))
_NUMBER = rf"(?:{_DIGITS}|{_SPOKEN})"
_NO_YEAR = rf"(?:\d{{1,3}}(?!,?\d)|{_SPOKEN})"
_PARTS = {word: rank for word, rank in ORDINALS.items() if rank > 2} | {  # noqa: PLR2004
    "quarter": 4, "thirtieth": 30, "fortieth": 40, "fiftieth": 50, "hundredth": 100,
}  # fmt: skip
_WAYS = re.compile(
    rf"\b(?P<percent>{_NUMBER}) ?(?:%|per ?cent\b|pc\b)"
    rf"|\b(?P<count>an?|{_NUMBER})[ -](?P<part>{'|'.join(_PARTS)})s?\b"
    r"|\b(?P<half>half|halves|halved|halving|every second|shared equally)\b"
    rf"|\b(?P<times>{_NUMBER}) times (?:as|the|more|less|larger|smaller|bigger)\b"
    rf"|\b(?P<one>{_NUMBER}) (?:[^\W\d]+ )?(?:in|out of) (?:every )?(?P<every>{_NO_YEAR})\b"
    rf"|\b(?P<some>{_NUMBER}) of (?:(?:the|its|their|his|her|our|[\w’']+['’]s) ){{0,2}}(?P<all>{_NUMBER})\b",
    re.IGNORECASE,
)
BEYOND = re.compile(r"(?:more than|over|above|at least|exceeding|upwards of)\W*(?:an?\W*)?$", re.IGNORECASE)
SHORT_OF = re.compile(r"(?:almost|nearly|close to|under|less than|up to|below)\W*(?:an?\W*)?$", re.IGNORECASE)
ABOUT = re.compile(r"(?:about|around|roughly|some|approximately)\W*(?:an?\W*)?$", re.IGNORECASE)
_LEAD = 20
_TIGHT, _LOOSE = (1.5, 0.08), (6.0, 0.2)
"""How far two shares may lie apart, in points and as a part of the share: alone, and with “more than”."""


class Share(NamedTuple):
    """A share in percent, how and where it is told, and between which bounds the exact one may lie."""

    way: str | None
    percent: float
    start: int
    end: int
    low: float
    high: float


@lru_cache(maxsize=4096)
def shares(text: str) -> tuple[Share, ...]:
    """All shares that a text tells; “the third of May” and “a third goal” may be among them."""
    found = []
    for match in _WAYS.finditer(text):
        for percent in _percents(match):
            lead = text[max(0, match.start() - _LEAD) : match.start()]
            about = bool(ABOUT.search(lead))
            low = percent - _reach(percent, loose=about or bool(SHORT_OF.search(lead)))
            high = percent + _reach(percent, loose=about or bool(BEYOND.search(lead)))
            found.append(Share(match.lastgroup, percent, match.start(), match.end(), low, high))
    return tuple(found)


def same_share(start: int, end: int, text: str, cited: str) -> bool:
    """Whether a number of the text is part of a share that is cited in another way."""
    return any(
        one.way != other.way
        and (one.low <= other.percent <= one.high or other.low <= one.percent <= other.high)
        for one in shares(text)
        if one.start <= start and end <= one.end
        for other in shares(cited)
    )


def _reach(percent: float, *, loose: bool) -> float:
    points, part = _LOOSE if loose else _TIGHT
    return min(points, part * percent)


def _percents(match: re.Match[str]) -> Iterator[float]:
    if match["percent"]:
        yield value(match["percent"])
    elif match["part"]:
        count = 1 if match["count"].casefold() in {"a", "an"} else value(match["count"])
        yield from _parted(count, _PARTS[match["part"].casefold()])
    elif match["half"]:
        yield 50.0
    elif match["times"]:
        yield from _parted(1, value(match["times"]))
    else:
        yield from _parted(value(match["one"] or match["some"]), value(match["every"] or match["all"]))


def _parted(some: float, whole: float) -> Iterator[float]:
    if 0 < some < whole:
        yield 100 * some / whole


def value(word: str) -> float:
    """What a number in figures or as a word is worth."""
    word = word.casefold()
    if word in CARDINALS or word in TENS:
        return float(CARDINALS.get(word) or TENS.get(word) or 0)
    return float(re.sub(r",(?=\d{3})", "", word).replace(",", "."))
