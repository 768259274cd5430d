"""Rule of truth 2, polarity: no clause repeats as true what its cited sentences deny.

That a clause is about what they deny, and not about what stands beside it, is weighed.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from operator import mul
from typing import NamedTuple

from bot.services.checks.affirmed import ATTACHING, SAYING_NO
from bot.services.checks.lexicon import akin, content, synonymous, telling
from bot.services.checks.moods import FINITE, past_form
from bot.services.checks.negation import Signs
from bot.services.checks.opposites import ASSENTS, BARS, DENIALS, TURNS, UNDOING, negative
from bot.services.checks.segments import clauses
from bot.services.checks.support import overlap
from bot.services.checks.words import Word

_HEADS = 3
_MOST = 2.0


@dataclass(frozen=True, slots=True)
class Denied:
    """What cited sentences deny: the word that does, the words that it reaches, and its first few heads.

    A word such as “cancelled” denies its clause and has no heads.
    """

    word: Word
    scope: tuple[Word, ...]
    heads: tuple[Word, ...]
    limited: bool


class Signals(NamedTuple):
    """What speaks for a clause to repeat what is denied (weighed above 0) and what against it.

    `same` and `alike`: it has the denied word, or one of its meaning. `cover`: the share of its words that
    are denied; `margin`: how many more than stand in the nearest clause that is not denied (2 at most).
    `reach`: the share of what is denied that it has. `also`: the denied word is affirmed elsewhere.
    `barred`: the denial is a “cancelled”. `turned` and `elsewhere`: a word that can say no is in it, or a no
    beside it. `limited`: both set a limit of time. `attached`: it says when or why. `assent`: it says yes.
    """

    always: float
    same: float
    alike: float
    cover: float
    margin: float
    reach: float
    also: float
    barred: float
    turned: float
    elsewhere: float
    limited: float
    attached: float
    assent: float


WEIGHTS = Signals(
    always=-1.32,
    same=2.12,
    alike=1.05,
    cover=-0.58,
    margin=0.49,
    reach=0.94,
    also=0.18,
    barred=-0.55,
    turned=-0.6,
    elsewhere=-1.28,
    limited=-0.32,
    attached=-0.3,
    assent=1.84,
)
"""Logistic weights of the signals, above 0 for repeated: `python -m tests.evals.weights` makes them."""


def dropped(said: tuple[Word, ...], ours: Signs, theirs: Signs) -> str | None:
    """Why a clause of ours repeats what the cited sentences deny, or None."""
    for clause, found in weighable(said, ours, theirs):
        if sum(map(mul, WEIGHTS, found)) > 0:
            return f"the cited sentences deny “{' '.join(word.text for word in clause)}”"
    return None


def weighable(said: tuple[Word, ...], ours: Signs, theirs: Signs) -> Iterator[tuple[list[Word], Signals]]:
    """The clauses of ours that say no in no way, with the signals for each thing that is denied."""
    denials = list(_denials(theirs))
    if not denials:
        return
    plain = _plain(theirs)
    runs = clauses(said, coarse=True)
    clear = [not _says_no(run, ours) for run in runs]
    clear = [
        free and (before or not _goes_on(run))
        for free, before, run in zip(clear, [True, *clear], runs, strict=False)
    ]
    for at, run in enumerate(runs):
        claims = [word for word in content(run) if not (word.quoted or word.capital)]
        if not clear[at] or not claims:
            continue
        beside = not all(clear[max(0, at - 1) : at + 2])
        nearest = max((overlap(claims, other) for other in plain), default=0.0)
        for denied in denials:
            if not denied.heads and any(synonymous(word.stem, denied.word.stem) for word in claims):
                continue
            yield run, _signals(run, claims, denied, theirs, nearest, ours.limiting(), beside)


def _goes_on(run: list[Word]) -> bool:
    """Whether a clause without a verb goes on the one before (“lacks time | and money to do it”)."""
    return run[0].folded in {"and", "or"} and not any(
        past_form(word) or word.folded in FINITE for word in run
    )


def _signals(  # noqa: PLR0913, PLR0917
    run: list[Word],
    claims: list[Word],
    denied: Denied,
    theirs: Signs,
    nearest: float,
    limiting: bool,  # noqa: FBT001
    beside: bool,  # noqa: FBT001
) -> Signals:
    head = denied.heads[0] if denied.heads else None
    told = [word for word in telling(run) if not word.quoted]
    same = head is not None and any(akin(word.stem, head.stem) for word in told)
    alike = head is not None and not same and any(synonymous(word.stem, head.stem) for word in told)
    shared, first = overlap(claims, list(denied.scope)), content(denied.scope)[:_HEADS]
    also = head is not None and any(
        akin(word.stem, head.stem) and word is not head and not theirs.negated(word) for word in theirs.words
    )
    yes = any(word.stem in ASSENTS and not theirs.said.same(word.stem) for word in run)
    return Signals(
        1,
        same,
        alike,
        shared / len(claims),
        max(-_MOST, min(_MOST, shared - nearest)),
        overlap(first, run) / len(first) if first else 0,
        also,
        head is None,
        any(word.stem in TURNS for word in run),
        beside,
        denied.limited and limiting,
        run[0].folded in ATTACHING,
        yes and denied.word.stem in DENIALS | UNDOING,
    )


def _denials(theirs: Signs) -> Iterator[Denied]:
    """The negations of the cited sentences, and their clauses with a word such as “cancelled”."""
    for negation in theirs.negations:
        if not negation.word.quoted:
            scope = tuple(word for word in negation.scope if not word.number)
            yield Denied(negation.word, scope, negation.heads, negation.limited)
    for sentence in theirs.sentences:
        for run in clauses(sentence, coarse=True):
            bars = [word for word in run if word.stem in BARS]
            if len(bars) == 1 and not bars[0].quoted:
                yield Denied(bars[0], tuple(word for word in run if word is not bars[0]), (), limited=False)


def _plain(theirs: Signs) -> list[list[Word]]:
    """What the cited clauses without any no say, and what no negation reaches in the others."""
    reached = {id(word) for negation in theirs.negations for word in negation.scope}
    runs = (
        [word for word in run if id(word) not in reached]
        for sentence in theirs.sentences
        for run in clauses(sentence, coarse=True)
        if not any(negative(word, strictly=True) for word in run)
    )
    return [run for run in runs if run]


def _says_no(run: list[Word], ours: Signs) -> bool:
    """Whether a clause of ours says no in any way."""
    negators = {id(negation.word) for negation in ours.negations}
    return any(
        negative(word) or id(word) in negators or word.stem in BARS or word.folded in SAYING_NO
        for word in run
    )
