"""Rule of truth 2, polarity: what the cited sentences say only in a denial, no clause says without one."""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import pairwise

from bot.services.checks.lexicon import akin, synonymous, telling
from bot.services.checks.likeness import likeness
from bot.services.checks.listing import listed
from bot.services.checks.moods import REPORTS
from bot.services.checks.negation import NO_HEADS, Negation, Signs, asks
from bot.services.checks.opposites import BARS, NEGATORS, TURNS, negative
from bot.services.checks.segments import clauses
from bot.services.checks.stems import PHRASAL
from bot.services.checks.thesaurus import Senses
from bot.services.checks.words import Word

ATTACHING = listed("following since after before during amid despite because while")
"""Words by which a clause only says when or why."""
SAYING_NO = listed("yet against lack lacks")
_UNTIL = listed("until till before")
_NEAR, _FAR, _APART = 0.8, 0.5, 0.3
"""How near a word has to be to a denied one; how far from all that is affirmed, or by how much farther."""
_FIRST = 4
"""Words of a denial that tell what is denied."""
_MEANT = frozenset(PHRASAL.values())


def affirmed(said: tuple[Word, ...], ours: Signs, theirs: Signs) -> str | None:
    """Why a clause of ours affirms what is cited only as denied, or None."""
    runs = clauses(said, coarse=True)
    spare = _noes(theirs.words) > _noes(said) + 1
    for negation in _denials(theirs):
        denied = _told(negation.scope, quoted=negation.word.quoted)
        clear = [not _says_no(run, negation, ours, theirs) for run in runs]
        if not denied or _answered(runs, clear, denied[:_FIRST]):
            continue
        for at, run in enumerate(runs):
            free = clear[at] and (spare or all(clear[max(0, at - 1) : at + 2]))
            if free and not _excused(run, negation, theirs) and _repeats(said, run, denied, theirs):
                return f"the cited sentences deny “{' '.join(word.text for word in run)}”"
    return None


def _denials(theirs: Signs) -> Iterator[Negation]:
    """What the cited sentences deny outside of questions."""
    asked = {id(word) for sentence in theirs.sentences if asks(sentence) for word in sentence}
    return (one for one in theirs.negations if not one.lack and id(one.word) not in asked)


def _told(printed: Iterable[Word], *, quoted: bool = False) -> list[Word]:
    """The words that say what is done; times, “said” and negators are none."""
    return [
        word
        for word in telling(printed)
        if (quoted or not word.quoted)
        and word.folded not in NO_HEADS
        and word.folded not in NEGATORS
        and word.stem not in REPORTS
    ]


def _noes(printed: Iterable[Word]) -> int:
    return sum(negative(word) or word.stem in BARS or word.folded in SAYING_NO for word in printed)


def _says_no(run: list[Word], negation: Negation, ours: Signs, theirs: Signs) -> bool:
    """Whether a clause of ours says no; a word that is cited, too, says so only if it is the denial's own."""
    negators = {id(other.word) for other in ours.negations}
    return any(
        id(word) in negators
        or word.folded in NEGATORS
        or (
            _noes([word])
            and (word.stem not in theirs.said.stems or synonymous(word.stem, negation.word.stem))
        )
        for word in run
    )


def _answered(runs: list[list[Word]], clear: list[bool], denied: list[Word]) -> bool:
    """Whether a clause of ours that says no speaks of what is denied."""
    told = (word for run, free in zip(runs, clear, strict=True) if not free for word in _told(run))
    return any(_nearness(word, denied) >= _NEAR for word in told)


def _excused(run: list[Word], negation: Negation, theirs: Signs) -> bool:
    """Whether a clause only says when or why, turns itself round, or keeps off a limit of time."""
    particles = {id(after) for word, after in pairwise(run) if word.stem in _MEANT}
    turned = any(
        word.stem in TURNS and word.stem not in theirs.said.stems and id(word) not in particles
        for word in run
    )
    beside = negation.limited and not any(word.folded in _UNTIL for word in run)
    return turned or beside or run[0].folded in ATTACHING


def _repeats(said: tuple[Word, ...], run: list[Word], denied: list[Word], theirs: Signs) -> bool:
    """Whether words of a clause are cited in a denial only, and tell what it is that is denied."""
    affirmed = [word for word in telling(theirs.words) if not theirs.reached(word)]
    only = [
        word
        for word in _told(run)
        if not (word.number or (word.capital and not word.text.isupper()))
        and (near := _nearness(word, denied)) >= _NEAR
        and ((far := _nearness(word, affirmed)) <= _FAR or far < near - _APART)
    ]
    first = denied[:_FIRST]
    told = sum(_nearness(word, said) >= _NEAR for word in first)
    return bool(only) and (
        2 * told >= len(first) or any(_nearness(word, denied[:1]) >= _NEAR for word in only)
    )


def _nearness(word: Word, others: Iterable[Word]) -> float:
    """From 0 to 1: how near the meaning of a word is to that of the nearest of the others."""
    return max((_near(word.stem, word.folded, other.stem, other.folded) for other in others), default=0.0)


@lru_cache(maxsize=65536)
def _near(stem: str, folded: str, other_stem: str, other: str) -> float:
    if akin(stem, other_stem):
        return 1.0
    if synonymous(stem, other_stem):
        return 0.9
    return max(Senses([other_stem]).support(stem), 0.85 * likeness(folded, {other}))
