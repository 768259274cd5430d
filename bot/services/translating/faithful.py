"""Whether a translated line still says what the checked one says, as far as code can tell.

Numbers and months must be the same, names must be there and no others, and nothing much may be added or lost.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.domain.folding import fold
from bot.services.translating.calendar import months_in
from bot.services.translating.figures import figures, spelled

LINKS = re.compile(r"https?:|www\.|@|<[@#:a-z]", re.IGNORECASE)
SHORTEST, LONGEST = 0.2, 3.0
"""Length of a translation as a share of its original; Chinese is about a quarter of English."""

NAME_STEM = 4
"""Letters of a name that stay when a language inflects it."""


@dataclass(frozen=True, slots=True)
class Named:
    """An actor's printed names, and what a translation calls it; nothing where names are translated too."""

    printed: Sequence[str]
    written: Sequence[str]


def is_faithful(original: str, line: str, source: str, target: str, names: Sequence[Named]) -> bool:
    """Whether a line can stand for its original."""
    return (
        bool(line)
        and SHORTEST <= len(line) / len(original) <= LONGEST
        and len(LINKS.findall(line)) <= len(LINKS.findall(original))
        and _same_numbers(original, line, source, target)
        and all(_same_name(original, line, name) for name in names)
    )


def written_names(names: Mapping[str, str]) -> dict[str, str]:
    """How names were written, without those that share a spelling: they could stand for each other."""
    spellings = [fold(written) for written in names.values()]
    return {
        name: written for name, written in names.items() if written and spellings.count(fold(written)) == 1
    }


def _same_numbers(original: str, line: str, source: str, target: str) -> bool:
    """The same numbers and months; a month's name may have become its number (“June”, “6月”)."""
    before, after = months_in(original, source), months_in(line, target)
    if before is not None and after is not None and before != after:
        return False
    months = {str(month) for month in before or ()}
    numbers, others = figures(original), figures(line)
    told = months | (spelled(original) if source == "en" else set())
    retold = months | (spelled(line) if target == "en" else set())
    return all(number.digits in retold or any(map(number.same, others)) for number in numbers) and all(
        other.digits in told or any(map(other.same, numbers)) for other in others
    )


def _same_name(original: str, line: str, name: Named) -> bool:
    printed = any(_holds(original, form) for form in name.printed)
    return not name.written or printed == any(_holds(line, form) for form in name.written)


def _holds(text: str, name: str) -> bool:
    """Whether a text has the last word of a name, perhaps inflected, or without spaces the whole of it."""
    words = re.findall(r"\w+", fold(name))
    if not words:
        return False
    stem = words[-1][: max(NAME_STEM, len(words[-1]) - 2)]
    return any(word.startswith(stem) for word in re.findall(r"\w+", fold(text))) or fold(name) in fold(text)
