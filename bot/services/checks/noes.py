"""What says no in a text and in its cited sentences, and which no of the one answers which of the other."""

from collections.abc import Collection, Sequence
from typing import NamedTuple

from bot.services.checks.contraries import contraries, denying
from bot.services.checks.lexicon import content, synonymous
from bot.services.checks.negation import Negation, Signs
from bot.services.checks.opposites import BARS, negative, root
from bot.services.checks.segments import clauses
from bot.services.checks.support import overlap
from bot.services.checks.words import Word

_SAME, _MEANT = 0.25, 0.5
"""What two noes that mean the same, or of which one names what the other denies, have in common."""


class No(NamedTuple):
    """A word that says no, its clause, and the negation that it is; None where it says no by its meaning."""

    word: Word
    clause: list[Word]
    negation: Negation | None


def noes(signs: Signs) -> list[No]:
    """All words that say no in some sentences."""
    negations = {id(negation.word): negation for negation in signs.negations}
    return [
        No(word, clause, negations.get(id(word)))
        for sentence in signs.sentences
        for clause in clauses(sentence, coarse=True)
        for word in clause
        if word.folded != "nor" and (id(word) in negations or _meant(word, clause, negations))
    ]


def _meant(word: Word, clause: list[Word], negations: Collection[int]) -> bool:
    """Whether a word says no by what it means; “still not” is one no."""
    if word.folded == "still":
        return not any(id(other) in negations for other in clause)
    return negative(word, strictly=True) or word.stem in BARS or word.stem in denying()


def contrary(clause: Sequence[Word], word: Word) -> bool:
    """Whether a clause has a word that another one denies, or that denies it."""
    others = contraries().get(word.stem, frozenset()) | {root(word)}
    return any(one.stem in others or root(one) == word.stem for one in clause if one is not word)


def answers(ours: list[No], theirs: list[No]) -> dict[int, tuple[No, float]]:
    """For each cited no, by its word's `id`, the one of ours that answers it, and how well.

    Each answers one at most, the best pair first.
    """
    pairs = sorted(
        ((_likeness(one, other), at, to) for at, one in enumerate(ours) for to, other in enumerate(theirs)),
        reverse=True,
    )
    spent: set[int] = set()
    found: dict[int, tuple[No, float]] = {}
    for score, at, to in pairs:
        if score > 0 and at not in spent and id(theirs[to].word) not in found:
            spent.add(at)
            found[id(theirs[to].word)] = ours[at], score
    return found


def _likeness(one: No, other: No) -> float:
    """The share of what a no is about that another one is about, and more where they mean the same."""
    claims = [word for word in content(one.clause) if word is not one.word and not word.quoted]
    about = overlap(claims, other.clause) / len(claims) if claims else 0.0
    same = synonymous(one.word.stem, other.word.stem)
    meant = contrary(one.clause, other.word) or contrary(other.clause, one.word)
    return about + _SAME * same + _MEANT * meant
