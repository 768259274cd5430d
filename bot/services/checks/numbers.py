"""The numbers of a text, in digits and in words, with their units."""

import re
from dataclasses import dataclass
from functools import lru_cache

from bot.services.checks.units import SCALES, UNITS
from bot.services.checks.words import fold
from bot.services.dating.words import CARDINALS, MONTHS, ORDINALS, TENS

_LENGTHS = {"week": ("day", 7), "fortnight": ("day", 14), "decade": ("year", 10), "century": ("year", 100)}
_ROMAN = {"i": 1.0, "ii": 2.0, "iii": 3.0, "iv": 4.0}
_NO_UNITS = {"last", "this", "next", "a", "per", "each", "every", "in", "the", "of", "on", "by", "that"}
_COUNTS = {"dozen": 12.0, "dozens": 12.0, "twice": 2.0, "double": 2.0, "triple": 3.0, "thrice": 3.0}
_NO_ORDINALS = [["second", "-", "hand"], ["third", "-", "party"]]
_BEGINNINGS = frozenset({*CARDINALS, *TENS, *ORDINALS, *_COUNTS, *_ROMAN, "half", "hundred", "thousand"})
"""Words with which a number can begin, besides digits."""
_TOKEN = re.compile(r"[$€£¥%]|\d+(?:[.,:h]\d+)*|[^\W\d_]+|\S")
_FIGURES = re.compile(r"\d+(?:[.,:h]\d+)*")
_FRACTION = re.compile(r"(\d+)\N{FRACTION SLASH}(\d*)")
_MONEY = "$€£¥"
_RANGES = {"to", "-", "–", "and", "or"}


@dataclass(frozen=True, slots=True)
class Number:
    """A number as printed, the values that it can mean, and the unit, empty where none is known.

    “17.30” can be 17.3 or a time of day, “2,1” can be 2.1: one agreeing value is enough.
    """

    text: str
    values: frozenset[float]
    unit: str
    start: int
    end: int
    ordinal: bool = False


@lru_cache(maxsize=8192)
def numbers(text: str) -> tuple[Number, ...]:
    """The numbers of a text, ordinals too; a bare “one” and “first” and shares (“a third”) are left out."""
    read = ((fold(match.group()), match.start(), match.end()) for match in _TOKEN.finditer(text))
    tokens = [token for token in read if token[0]]
    found: list[Number] = []
    at = 0
    while at < len(tokens):
        word = tokens[at][0]
        begins = word in _BEGINNINGS or word[:1].isdecimal()
        number, at = _number_at(tokens, at, text) if begins else (None, at + 1)
        found += [number] if number else []
    return tuple(found)


_Tokens = list[tuple[str, int, int]]


def _number_at(tokens: _Tokens, at: int, text: str) -> tuple[Number | None, int]:
    read = _read(tokens, at)
    if read is None:
        return None, at + 1
    values, after, ordinal = read
    if [token for token, _, _ in tokens[after : after + 3]] == ["and", "a", "half"] and not ordinal:
        values, after = frozenset(value + 0.5 for value in values), after + 3
    elif rest := _fraction(tokens, after):
        values, after = frozenset(value + rest for value in values), after + 1
    ranged = _ranged(tokens, after, values)
    values, after = _scaled(tokens, after, values)
    values |= ranged
    unit, values = _measured(tokens, at, after, values)
    start, end = tokens[at][1], tokens[after - 1][2]
    return Number(text[start:end], values, unit, start, end, ordinal), after


def _read(tokens: _Tokens, at: int) -> tuple[frozenset[float], int, bool] | None:
    """The values of the figure or number word here, the index after it, and whether it is an ordinal."""
    word = tokens[at][0]
    if word in _ROMAN and at + 1 < len(tokens) and tokens[at + 1][0] == "quarter":
        return frozenset({_ROMAN[word]}), at + 1, True
    if word[:1].isdecimal():  # marks alone fold to nothing
        after = at + 1
        ordinal = (
            after < len(tokens)
            and tokens[after][0] in {"st", "nd", "rd", "th"}
            and tokens[after][1] == tokens[at][2]
        )
        return _figures(word), after + ordinal, ordinal
    compound = [token for token, _, _ in tokens[at : at + 3]] in _NO_ORDINALS
    other = compound or _of_month(tokens, at) or _joined_second(tokens, at)
    if ORDINALS.get(word, 0) > 1 and not other:
        return frozenset({float(ORDINALS[word])}), at + 1, True
    return _spoken(tokens, at)


def _joined_second(tokens: _Tokens, at: int) -> bool:
    """Whether “second” is a length of time (“a four-second win”)."""
    before = tokens[at - 2][0] if at > 1 and tokens[at - 1][0] == "-" else ""
    return tokens[at][0] == "second" and (before in CARDINALS or before in TENS or before[:1].isdecimal())


def _fraction(tokens: _Tokens, at: int) -> float | None:
    """What “½” is worth where it stands at the end of a number (“1½”)."""
    glued = at < len(tokens) and tokens[at][1] == tokens[at - 1][2]
    return _folded_fraction(tokens[at][0]) if glued else None


def _folded_fraction(word: str) -> float | None:
    """“½” folds to “1⁄2”, “⅟” to “1⁄”."""
    found = _FRACTION.fullmatch(word)
    return float(found[1]) / float(found[2] or 1) if found else None


def _figures(word: str) -> frozenset[float]:
    if fraction := _folded_fraction(word):
        return frozenset({fraction})
    word = _FIGURES.findall(word)[0]  # “㏠” folds to “1日”
    parts = re.split(r"[.,:h]", word)
    values = set()
    if len(parts) == 1:
        values.add(float(word))
        if re.fullmatch(r"0\d{3}", word):
            values |= _clock(int(word[:2]), int(word[2:]))
    elif re.fullmatch(r"\d{1,3}(?:[.,]\d{3})+", word):
        values |= {float("".join(parts)), float(f"{''.join(parts[:-1])}.{parts[-1]}")}
    elif len(parts) == 2 and re.fullmatch(r"\d+[.,]\d+", word):  # noqa: PLR2004
        values.add(float(".".join(parts)))
    elif re.fullmatch(r"\d{1,3}(?:,\d{3})+\.\d+", word):
        values.add(float(word.replace(",", "")))
    if len(parts) == 2 and len(parts[1]) == 2 and int(parts[0]) < 25:  # noqa: PLR2004
        values |= _clock(int(parts[0]), int(parts[1]))
    return frozenset(values or {float("".join(parts))})


def _clock(hour: int, minute: int) -> set[float]:
    """Times of day below zero, so that they meet no amounts; 21:30 is also 9:30 p.m."""
    return {-(hour % 12 * 100 + minute) - 0.5}


def _spoken(tokens: _Tokens, at: int) -> tuple[frozenset[float], int, bool] | None:
    word = tokens[at][0]
    if word in _COUNTS:
        return frozenset({_COUNTS[word]}), at + 1, False
    if word == "half":
        measured = at + 1 < len(tokens) and tokens[at + 1][0] in {"a", "an"}
        return (frozenset({0.5}), at + 1, False) if measured else None
    if word in {"hundred", "thousand"} and at and tokens[at - 1][0] == "a":
        return frozenset({SCALES[word]}), at + 1, False
    total, after = _cardinal(tokens, at)
    if after == at or (word == "one" and after == at + 1):
        return None
    return frozenset({total}), after, False


def _of_month(tokens: _Tokens, at: int) -> bool:
    """“the second half of June” is a time."""
    after = [token for token, _, _ in tokens[at + 1 : at + 4]]
    return after[:2] == ["half", "of"] and after[-1] in MONTHS


def _cardinal(tokens: _Tokens, at: int) -> tuple[float, int]:
    """A number in words (“forty-six”) and the index after it; the same index for none."""
    total, start = 0.0, at
    while at < len(tokens):
        word = tokens[at][0]
        if word in CARDINALS or word in TENS:
            total += CARDINALS.get(word, 0) or TENS.get(word, 0)
        elif word in {"hundred", "thousand"} and at > start:
            total *= SCALES[word]
        elif not (word in {"-", "and"} and at > start and _goes_on(tokens, at, word)):
            break
        at += 1
    return total, at


def _goes_on(tokens: _Tokens, at: int, mark: str) -> bool:
    before, after = tokens[at - 1][0], tokens[at + 1][0] if at + 1 < len(tokens) else ""
    if mark == "-":
        return before in TENS and 0 < CARDINALS.get(after, 0) < 10  # noqa: PLR2004
    return before in {"hundred", "thousand"} and (after in CARDINALS or after in TENS)


def _scaled(tokens: _Tokens, at: int, values: frozenset[float]) -> tuple[frozenset[float], int]:
    """The value with “million” and the like; a glued “m” or “k” may also be a unit."""
    while at < len(tokens) and (tokens[at][0] in SCALES or tokens[at][0] == "-"):
        word = tokens[at][0]
        glued = tokens[at][1] == tokens[at - 1][2]
        if word == "-" and not (
            at + 1 < len(tokens) and tokens[at + 1][0] in SCALES and len(tokens[at + 1][0]) > 1
        ):
            break
        if len(word) <= 2 and word != "-" and not glued and word not in {"bn", "mn", "tn"}:  # noqa: PLR2004
            break
        times = SCALES.get(word, 1.0)
        scaled = frozenset(value * times for value in values if value > 0)
        values = scaled | values if word in {"m", "k"} else scaled
        at += 1
    return values, at


def _ranged(tokens: _Tokens, at: int, values: frozenset[float]) -> frozenset[float]:
    """“$1.1 to $1.3 billion”: the first figure of a range has the scale of the second one, too."""
    following = [token for token, _, _ in tokens[at : at + 5] if token not in _MONEY]
    if len(following) < 3 or following[0] not in _RANGES or not following[1][:1].isdecimal():  # noqa: PLR2004
        return frozenset()
    scale = SCALES.get(following[2], 0.0) if len(following[2]) > 1 else 0.0
    return frozenset(value * scale for value in values if value > 0 < scale)


def _measured(tokens: _Tokens, at: int, after: int, values: frozenset[float]) -> tuple[str, frozenset[float]]:
    """The unit beside a number, and its values with weeks counted in days."""
    if at and tokens[at - 1][0] in _MONEY:
        return tokens[at - 1][0], values
    unit = _unit_after(tokens, after)
    if unit in {"am", "pm"}:
        return "", values | {clock for value in values if 0 < value <= 24 for clock in _clock(int(value), 0)}  # noqa: PLR2004
    if unit in _LENGTHS:
        base, days = _LENGTHS[unit]
        return base, frozenset(value * days for value in values)
    return unit, values


def _unit_after(tokens: _Tokens, after: int) -> str:
    following = [tokens[at][0] for at in range(after, min(after + 5, len(tokens)))]
    if following[:1] in (["-"], ["–"]):
        following = following[1:]
    joined = "".join(following[:3])
    if joined.startswith(("p.m", "a.m", "pm", "am", "o'clock", "o’clock")):
        return "pm"
    if following[:2] == ["per", "cent"]:
        return "%"
    if "old" in following[:4]:
        return ""
    for word in following[:2]:
        if word in UNITS or word in _LENGTHS:
            return UNITS.get(word, word)
        if not word.isalpha() or word in _NO_UNITS:
            break
    return ""
