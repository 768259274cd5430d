"""Rule of truth 2, numbers: every number of a statement stands in its cited sentences, with the same unit."""

import re
from collections.abc import Sequence

from bot.services.checks.numbers import SCALES, UNITS, Number, numbers
from bot.services.checks.stems import stem
from bot.services.checks.vocabulary import STOP
from bot.services.checks.words import fold

_PAIRS = re.compile(
    r"\b(?:both|pair|couple|twin|bilateral|twice|second|each other|mutual|two-way)\b", re.IGNORECASE
)

Spans = Sequence[tuple[int, int]]


def wrong_number(text: str, cited: str, exempt: Spans = (), dated: Spans = ()) -> str | None:
    """The first number of the text that the cited text does not print, or prints with another unit.

    `exempt` are the spans of the text that a date covers, `dated` those of the cited text; a small
    count may stand for a list that the cited text prints.
    """
    printed = [number for number in numbers(cited) if not _within(number, dated)]
    for number in numbers(text):
        if _within(number, exempt):
            continue
        alike = [other for other in printed if _agrees(number, other) or _bare(number, other, printed, cited)]
        if (not alike and not _counted(number, text, cited)) or _of_another(
            number, text, alike, printed, cited
        ):
            return number.text
    return None


def _within(number: Number, spans: Spans) -> bool:
    return any(start <= number.start and number.end <= end for start, end in spans)


def _of_another(number: Number, text: str, alike: list[Number], printed: list[Number], cited: str) -> bool:
    """Whether the cited text counts these things with another number, and with this one others."""
    counted = _things(text, number.end)
    known = [_things(cited, other.end) for other in alike]
    if number.unit or not counted or not all(known) or any(counted & things for things in known):
        return False
    others = [other for other in printed if other.ordinal == number.ordinal and not _agrees(number, other)]
    return any(counted & _things(cited, other.end) for other in others)


_NO_THINGS = "of|in|at|by|from|on|for|to|with|and|or|but|as|against|before|after|since|while|when"


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
    return not number.unit or number.unit == other.unit or (not other.unit and not _known_unit(number, other))


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


_NAMED_PAIR = re.compile(r"[A-ZÀ-Ž][\w'’-]+(?:’s|'s)?,? and (?:the |its |his |her )?(?:[A-ZÀ-Ž])")


def _the(number: Number, text: str) -> bool:
    return text[: number.start].rstrip().casefold().endswith(("the", "all", "these", "those", "both"))


_LISTED = re.compile(r"(\w+)(?:, (\w+))? and (?:the )?(\w+)")


def _counted(number: Number, text: str, cited: str) -> bool:
    """Whether a small count stands for a list (“two camps” for “the Bentiu and Rubkona camps”)."""
    if number.unit or number.values.isdisjoint({2.0, 3.0}) or number.ordinal:
        return False
    if not number.values.isdisjoint({2.0}) and (
        _PAIRS.search(cited) or (_the(number, text) and _NAMED_PAIR.search(cited))
    ):
        return True
    following = re.match(r"\W+((?:\w+\W+){0,2}\w+)", text[number.end :])
    nouns = {stem(fold(word)) for word in re.findall(r"\w+", following.group(1))} if following else set()
    for match in _LISTED.finditer(cited):
        size = 3.0 if match.group(2) else 2.0
        near = {
            stem(fold(word))
            for word in re.findall(r"\w+", cited[max(0, match.start() - 40) : match.end() + 40])
        }
        if size in number.values and nouns & near:
            return True
    return False
