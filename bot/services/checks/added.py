"""Rule of truth 2, polarity: a statement says “not” only where its cited sentences say no, too.

A no is said in too many ways for a rule each (“postponed” for “will not open”): what speaks for an added one
and what against it is weighed.
"""

from collections.abc import Iterable, Iterator
from operator import mul
from typing import NamedTuple

from bot.services.checks.lexicon import Lexicon, akin, content, synonymous
from bot.services.checks.moods import whole_clauses
from bot.services.checks.negation import Negation, Signs
from bot.services.checks.opposites import BARS, DENIALS, NEGATORS, UNDOING, negative, opposites
from bot.services.checks.segments import clauses
from bot.services.checks.support import overlap
from bot.services.checks.vocabulary import LIGHT
from bot.services.checks.words import Word
from bot.services.wordlists import listed

_COMPARED = listed("further more later longer beyond less fewer earlier older younger higher lower")
_NOUN_NEGATORS = {"no", "nobody", "without", "none", "neither"}
_PREFIXES = ("un", "in", "im", "il", "ir", "dis", "non")
_BEST = 0.75
"""How much of the most alike cited clause another one has to reach to be looked at, too."""


class Signals(NamedTuple):
    """What speaks for a negation to be added (weighed above 0) and what against it, from 0 to 1.

    `affirmed`: what it negates is cited, and in a clause without a no. `negated`: it is cited negated.
    `denied`: a cited clause about the same says no, or affirms the opposite. `silent`: nothing cited says no
    in any word that the statement lacks; `heard`: something says “not”. `double`: what it negates is itself a
    no. `noun`: it is a “no” or “without”, said in most ways. `idiom`: a limit of time, a short “it is not”, a
    plan that did not come. `echo`: how much of what it negates a cited negation negates, too.
    `cover`: how much of its clause one cited clause speaks of.
    """

    always: float
    affirmed: float
    negated: float
    denied: float
    silent: float
    heard: float
    double: float
    noun: float
    idiom: float
    echo: float
    cover: float


WEIGHTS = Signals(
    always=-1.2,
    affirmed=1.46,
    negated=-1.07,
    denied=-0.81,
    silent=1.53,
    heard=-0.54,
    double=2.25,
    noun=-3.17,
    idiom=-1.25,
    echo=-1.78,
    cover=1.7,
)
"""Logistic weights, above 0 for added, by `python -m tests.evals.weights`; the intercept, `echo` and `cover`
were then set so that 0.80 of the added ones are caught in the batches, too."""


def added(said: tuple[Word, ...], ours: Signs, theirs: Signs) -> str | None:
    """Why a negation of ours is not what the cited sentences say, or None."""
    for negation, found in weighable(said, ours, theirs):
        if sum(map(mul, WEIGHTS, found)) > 0:
            return f"it says “{negation.word.text}” where the cited sentences do not"
    return None


def weighable(said: tuple[Word, ...], ours: Signs, theirs: Signs) -> Iterator[tuple[Negation, Signals]]:
    """The negations of ours outside quotations with their signals; “no race was as close” negates nothing."""
    if all(negation.word.quoted for negation in ours.negations):
        return
    runs = [run for sentence in theirs.sentences for run in whole_clauses(sentence)]
    refuted = any(word.stem in DENIALS | UNDOING for word in theirs.words)
    for negation in ours.negations:
        answers = (negation.of_claim and refuted) or _last(said, negation, theirs)
        if not (negation.word.quoted or negation.lack or answers or _compares(said, negation.word)):
            yield negation, _signals(said, negation, theirs, runs)


def _signals(said: tuple[Word, ...], negation: Negation, theirs: Signs, runs: list[list[Word]]) -> Signals:
    around = next(run for run in clauses(said, coarse=True) if negation.word in run)
    heads, head = negation.heads[:2], negation.heads[0] if negation.heads else None
    places = _places(head, runs) if head and head.folded not in LIGHT else []
    idiom = _idiom(negation, theirs)
    spent = {word.stem for word in said if negative(word, strictly=True)}
    noes = {id(word) for word in theirs.words if negative(word) and word.stem not in spent}
    negated = any(theirs.negated(word) for word, _ in places)
    plain = any(not any(id(other) in noes for other in run if other is not word) for word, run in places)
    nearest = [word for run in _nearest(around, negation, runs) for word in run]
    shared = any(_shares(other.scope, around) for other in theirs.negations)
    denied = shared or any(word.folded in NEGATORS or word.stem in DENIALS for word in nearest)
    return Signals(
        1,
        plain and not negated,
        negated,
        denied or any(_opposed(word, theirs) or _barred(word, theirs) for word in heads),
        not (noes or idiom),
        any(word.folded in NEGATORS or word.stem in DENIALS for word in theirs.words),
        head is not None and negative(head),
        negation.word.folded in _NOUN_NEGATORS,
        idiom,
        max((_echoed(negation, other) for other in theirs.negations), default=0.0),
        _covered(around, negation, runs),
    )


def _covered(around: list[Word], negation: Negation, runs: list[list[Word]]) -> float:
    """The share of the words of a negation's clause that the cited clause nearest to it speaks of."""
    claims = _claims(around, negation)
    return max((overlap(claims, run) for run in runs), default=0.0) / len(claims) if claims else 0.0


def _echoed(negation: Negation, other: Negation) -> float:
    """The share of the words that a negation reaches which another one reaches, in any form or synonym."""
    claims, stems = content(negation.scope), [word.stem for word in content(other.scope)]
    found = [word for word in claims if any(synonymous(word.stem, stem) for stem in stems)]
    return len(found) / len(claims) if claims else 0.0


def _idiom(negation: Negation, theirs: Signs) -> bool:
    """Whether the cited sentences say no without a “not” before it, in one of the ways there are for that."""
    limits = negation.limited and theirs.limiting()
    return limits or theirs.elliptic() or theirs.unrealised()


def _places(head: Word, runs: list[list[Word]]) -> list[tuple[Word, list[Word]]]:
    """Where the cited clauses have a word of this root or, if none, one of this meaning."""
    same = [(word, run) for run in runs for word in run if akin(word.stem, head.stem)]
    return same or [(word, run) for run in runs for word in run if synonymous(word.stem, head.stem)]


def _nearest(around: list[Word], negation: Negation, runs: list[list[Word]]) -> list[list[Word]]:
    """The cited clauses that speak most of what the clause of a negation speaks of."""
    claims = _claims(around, negation)
    near = [(overlap(claims, run), run) for run in runs] if claims else []
    top = max((share for share, _ in near), default=0.0)
    return [run for share, run in near if share >= _BEST * top > 0]


def _claims(around: list[Word], negation: Negation) -> list[Word]:
    """What the clause of a negation claims besides its noes."""
    return [
        word for word in content(around) if not (word.quoted or negative(word)) and word is not negation.word
    ]


def _shares(scope: Iterable[Word], others: Iterable[Word]) -> bool:
    """Whether a content word of one is in the other, too."""
    lexicon = Lexicon(content(others))
    return any(lexicon.same(word.stem) for word in content(scope))


def _opposed(head: Word, theirs: Signs) -> bool:
    """Whether its opposite is affirmed (“innocent” for “not guilty”, “unhappy” for “not happy”)."""
    others = opposites().get(head.stem, frozenset()) | {prefix + head.stem for prefix in _PREFIXES}
    return any(other.stem in others and not theirs.negated(other) for other in theirs.words)


def _barred(head: Word, theirs: Signs) -> bool:
    """Whether the cited sentences speak of it only to say that it is banned, stopped or the like."""
    if head.stem in BARS:
        return False
    places = [
        [word for word in sentence if word.clause == other.clause]
        for sentence in theirs.sentences
        for other in sentence
        if akin(other.stem, head.stem)
    ]
    return bool(places) and all(any(word.stem in BARS for word in clause) for clause in places)


def _last(said: tuple[Word, ...], negation: Negation, theirs: Signs) -> bool:
    """“has not sat since 2022” for “last sat in 2022”, or for the first time since."""
    rest = {
        word.folded
        for word in said
        if word.clause == negation.word.clause and word.start > negation.word.start
    }
    return "since" in rest and any(word.folded in {"last", "first"} for word in theirs.words)


def _compares(said: tuple[Word, ...], word: Word) -> bool:
    """“No race was as close” says in other words that it was the closest; “not further than” sets a limit."""
    rest = [other.folded for other in said[said.index(word) + 1 :][:9]]
    return (word.folded in {"no", "never"} and "as" in rest) or (
        "than" in rest and bool(_COMPARED & set(rest))
    )
