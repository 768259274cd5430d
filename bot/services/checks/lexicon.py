"""Sets of words that can be asked for a meaning, and the words of a sentence that mean something."""

from collections.abc import Iterable, Iterator
from functools import lru_cache

from bot.services.checks.likeness import likeness
from bot.services.checks.stems import MEANT
from bot.services.checks.synonyms import senses
from bot.services.checks.thesaurus import Senses
from bot.services.checks.vocabulary import LIGHT, STOP
from bot.services.checks.words import Word

_PREFIX = 5
_SHARE_OF_WORD = 0.7
_NONE: frozenset[int] = frozenset()
_MEANT, _USED = 0.9, 0.85
"""How near words of one meaning are, and at most those of like use."""


class Lexicon:
    """A set of words that can be asked whether it carries the meaning of another."""

    def __init__(self, printed: Iterable[Word]) -> None:
        said = {word.stem for word in printed}
        self.stems = frozenset(said)
        self._senses = frozenset(number for word in said for number in senses().get(word, ()))
        self._starts: dict[str, list[str]] = {}
        for word in said:
            self._starts.setdefault(word[:_PREFIX], []).append(word)

    def same(self, stem: str) -> bool:
        """Whether a word with this stem is in it, or one that is built from the same root."""
        return stem in self.stems or any(self.kin(stem))

    def kin(self, stem: str) -> Iterator[str]:
        """Its stems that are built from the same root as this one."""
        return (other for other in self._starts.get(stem[:_PREFIX], ()) if akin(stem, other))

    def means(self, stem: str) -> bool:
        """Whether the same word or one with a shared meaning is in it."""
        return self.same(stem) or not self._senses.isdisjoint(senses().get(stem, ()))


def content(printed: Iterable[Word]) -> list[Word]:
    """The words that claim something; “called” does with “off” behind it."""
    return [
        word
        for word in printed
        if (word.folded not in LIGHT or word.stem in MEANT) and not word.number and len(word.folded) > 1
    ]


def telling(printed: Iterable[Word]) -> list[Word]:
    """The words that are more than grammar, light ones such as “date” and “say” included."""
    return [word for word in printed if word.folded not in STOP or word.stem in MEANT]


@lru_cache(maxsize=65536)
def synonymous(one: str, other: str) -> bool:
    """Whether two stems are of one root or share a meaning."""
    return akin(one, other) or not senses().get(one, _NONE).isdisjoint(senses().get(other, _NONE))


def akin(one: str, other: str) -> bool:
    """Whether two stems are the same or built from one root."""
    if one == other or one[:_PREFIX] != other[:_PREFIX]:
        return one == other
    common = 0
    for left, right in zip(one, other, strict=False):
        if left != right:
            break
        common += 1
    return common >= _SHARE_OF_WORD * max(len(one), len(other))


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
