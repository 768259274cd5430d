"""A sentence in runs of words that claim one thing each."""

from bot.services.checks.listing import listed
from bot.services.checks.words import Word

_CONNECTIVES = listed(
    "and but because after before despite although though while which who whose as amid following since "
    "unless if when where so with to"
)


def clauses(said: tuple[Word, ...]) -> list[list[Word]]:
    """The words in runs that begin at a comma or the like, or at a word that joins clauses."""
    runs: list[list[Word]] = []
    for word in said:
        if not runs or word.clause != runs[-1][-1].clause or word.folded in _CONNECTIVES:
            runs.append([])
        runs[-1].append(word)
    return runs
