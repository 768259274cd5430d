"""How near the meanings of two English words are, by all that is known of them."""

from collections.abc import Iterable
from functools import lru_cache

from bot.services.checks.lexicon import akin, synonymous
from bot.services.checks.likeness import likeness
from bot.services.checks.thesaurus import Senses
from bot.services.checks.words import Word

_MEANT, _USED = 0.9, 0.85
"""How near words of one meaning are, and at most those of like use."""


def nearness(word: Word, others: Iterable[Word]) -> float:
    """From 0 to 1: how near the meaning of a word is to that of the nearest of the others."""
    return max((_near(word.stem, word.folded, other.stem, other.folded) for other in others), default=0.0)


@lru_cache(maxsize=65536)
def _near(stem: str, folded: str, other_stem: str, other: str) -> float:
    if akin(stem, other_stem):
        return 1.0
    if synonymous(stem, other_stem):
        return _MEANT
    return max(Senses([other_stem]).support(stem), _USED * likeness(folded, {other}))
