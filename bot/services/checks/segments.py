"""A sentence in runs of words that claim one thing each."""

from bot.services.checks.words import Word
from bot.services.wordlists import listed

JOINS = listed(
    "and but because after before although though while which who whose as amid following since unless if "
    "when where so"
)
_CONNECTIVES = JOINS | {"despite", "with", "to"}


def clauses(said: tuple[Word, ...], *, coarse: bool = False) -> list[list[Word]]:
    """The words in runs that begin at a comma or the like, or at a word that joins clauses.

    Coarse runs keep a verb and what it is done “to” and “with” together.
    """
    joins = JOINS if coarse else _CONNECTIVES
    runs: list[list[Word]] = []
    for word in said:
        if not runs or word.clause != runs[-1][-1].clause or word.folded in joins:
            runs.append([])
        runs[-1].append(word)
    return runs
