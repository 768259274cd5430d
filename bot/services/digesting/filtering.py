"""The words that a digest's stories must have, and those that they must not."""

from collections.abc import Iterable, Sequence

from bot.domain.digest import Filters
from bot.services.checks.words import words


def passes(filters: Filters, *texts: str) -> bool:
    """Whether a story with these texts is told; words match in all their forms, phrases as a run."""
    said = [tuple(word.stem for word in words(text)) for text in texts]
    if _any_in(filters.exclude, said):
        return False
    return not filters.include or _any_in(filters.include, said)


def _any_in(phrases: Iterable[str], said: Iterable[Sequence[str]]) -> bool:
    runs = [run for phrase in phrases if (run := tuple(word.stem for word in words(phrase)))]
    return any(_has(text, run) for text in said for run in runs)


def _has(text: Sequence[str], run: Sequence[str]) -> bool:
    return any(tuple(text[at : at + len(run)]) == run for at in range(len(text) - len(run) + 1))
