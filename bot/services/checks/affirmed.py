"""Rule of truth 2, polarity: what the cited sentences say only in a denial, no clause says without one."""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import pairwise

from bot.services.checks.denied import Denial, denials, told
from bot.services.checks.lexicon import akin, synonymous, telling
from bot.services.checks.likeness import likeness
from bot.services.checks.moods import FINITE, past_form
from bot.services.checks.negation import Signs, asks
from bot.services.checks.opposites import BARS, DENIALS, NEGATORS, TURNS, negative
from bot.services.checks.segments import clauses
from bot.services.checks.stems import MEANT, stem
from bot.services.checks.thesaurus import Senses
from bot.services.checks.words import Word
from bot.services.wordlists import listed

ATTACHING = listed("following since after before during amid despite because while")
"""Words by which a clause only says when or why."""
SAYING_NO = listed("yet against lack lacks")
_UNTIL = listed("until till before")
_NEAR, _FAR, _APART = 0.8, 0.5, 0.3
"""How near a word has to be to a denied one; how far from all that is affirmed, or by how much farther."""
_FIRST = 4
"""Words of a denial that tell what is denied."""
_SIDING = frozenset(stem(word) for word in listed("vote rule decide advise argue campaign speak out"))


def affirmed(said: tuple[Word, ...], ours: Signs, theirs: Signs) -> str | None:
    """Why a clause of ours affirms what is cited only as denied, or None."""
    found = list(denials(theirs))
    if not found:
        return None
    runs = clauses(said, coarse=True)
    spare = sum(map(_no, theirs.words)) > sum(map(_no, said)) + 1
    for denial in found:
        clear = [not _says_no(run, denial, ours, theirs) for run in runs]
        if not denial.told or _answered(runs, clear, denial):
            continue
        for at, run in enumerate(runs):
            free = clear[at] and (spare or all(clear[max(0, at - 1) : at + 2]))
            if free and not _excused(run, denial, theirs) and _repeats(said, run, denial, theirs):
                return f"the cited sentences deny “{' '.join(word.text for word in run)}”"
    return None


def _no(word: Word) -> bool:
    return negative(word) or word.stem in BARS or word.folded in SAYING_NO


def _says_no(run: list[Word], denial: Denial, ours: Signs, theirs: Signs) -> bool:
    """Whether a clause of ours says no; a word that is cited, too, says so only if it is the denial's own."""
    negators = {id(other.word) for other in ours.negations}
    return any(
        id(word) in negators
        or word.folded in NEGATORS
        or (word.stem in DENIALS and not word.folded.startswith("failure"))
        or (_no(word) and (word.stem not in theirs.said.stems or synonymous(word.stem, denial.word.stem)))
        for word in _weighty(run)
    )


def _weighty(run: list[Word]) -> list[Word]:
    """A clause without its verbs' particles (“carried out”), and “against” behind nouns (“drug against”)."""
    kept = run[:1]
    for before, word in pairwise(run):
        verb = past_form(before) or before.folded in FINITE or before.stem in _SIDING
        if not (before.stem in MEANT or (word.folded == "against" and not verb)):
            kept.append(word)
    return kept


def _answered(runs: list[list[Word]], clear: list[bool], denial: Denial) -> bool:
    """Whether a clause of ours that says no speaks of what is denied."""
    negated = (word for run, free in zip(runs, clear, strict=True) if not free for word in told(run))
    return any(_nearness(word, denial.told[:_FIRST]) >= _NEAR for word in negated)


def _excused(run: list[Word], denial: Denial, theirs: Signs) -> bool:
    """Whether a clause only says when or why, turns itself round, or says in other words what is denied."""
    turned = any(word.stem in TURNS and word.stem not in theirs.said.stems for word in _weighty(run))
    beside = denial.limited and not any(word.folded in _UNTIL for word in run)
    bar = denial.word.stem in BARS
    verbless = bar and not any(word.folded in FINITE or past_form(word) for word in run)
    same = bar and _nearness(denial.word, run) > _FAR
    return turned or beside or verbless or same or run[0].folded in ATTACHING


def _repeats(said: tuple[Word, ...], run: list[Word], denial: Denial, theirs: Signs) -> bool:
    """Whether words of a clause are cited in a denial only, and tell what it is that is denied."""
    plain = [
        word
        for sentence in theirs.sentences
        if not asks(sentence)
        for word in telling(sentence)
        if not theirs.reached(word) and word not in denial.told
    ]
    only = [word for word in told(run) if _common(word) and _apart(word, denial.told, plain)]
    first = denial.told[:_FIRST]
    half = 2 * sum(_nearness(word, said) >= _NEAR for word in first) >= len(first)
    return bool(only) and (half or any(_nearness(word, first[:1]) >= _NEAR for word in only))


def _common(word: Word) -> bool:
    """Whether a word is no number and no name."""
    return not (word.number or (word.capital and not word.text.isupper()))


def _apart(word: Word, denied: Sequence[Word], plain: Sequence[Word]) -> bool:
    """Whether a word is near to what is denied, and far from what is not."""
    near = _nearness(word, denied)
    return near >= _NEAR and ((far := _nearness(word, plain)) <= _FAR or far < near - _APART)


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
