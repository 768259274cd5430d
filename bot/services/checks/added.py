"""Rule of truth 2, polarity: a statement says “not” only where its cited sentences say no, too.

A no is said in too many ways for a rule each (“postponed” for “will not open”): what speaks for an added one
and what against it is weighed.
"""

from collections.abc import Iterator
from itertools import pairwise
from operator import mul
from typing import NamedTuple

from bot.services.checks.contraries import contraries, denying
from bot.services.checks.lexicon import akin, content, synonymous
from bot.services.checks.moods import Mood, moods, whole_clauses
from bot.services.checks.negation import Negation, Signs
from bot.services.checks.noes import No, answers, noes
from bot.services.checks.opposites import BARS, DENIALS, NEGATORS, cue, negative, opposites, root
from bot.services.checks.stems import stem
from bot.services.checks.support import overlap
from bot.services.checks.vocabulary import LIGHT
from bot.services.checks.words import Word
from bot.services.wordlists import listed

_COMPARED = listed("further more later longer beyond less fewer earlier older younger higher lower")
_NOUN_NEGATORS = {"no", "nobody", "without", "none", "neither"}
_PREFIXES = ("un", "in", "im", "il", "ir", "dis", "non")
_LIMITS = listed(
    "only except apart need needs needed require requires required await awaits pending still few little "
    "less below short beyond against despite fewer yet until wait waits waiting instead rather"
)
"""Words that set a limit: what lies beyond it is not so (“paid only for what is processed”)."""
_BUT = listed("except apart besides other")
"""Words that make an “only” of a “no” (“no interview apart from one”)."""
_PLANNED = listed("set planned scheduled due announced expected meant supposed slated billed")
"""Words by which something is said to be planned; and, below, that it was moved or called off."""
_OFF = BARS | {stem(word) for word in ("move", "slide", "slip", "stall", "reschedule", "shelve", "defer")}
_ENDS = {"until", "till", "before", "by"}
"""Words after which a time ends something."""
_PERIODS = listed("year month week night summer winter spring autumn season quarter")
"""Words after which “last” tells a time, and not that a thing came for the last time."""
_AWAITED = listed("await awaits awaiting awaited pending")
_ANSWERED = 1.5


class Signals(NamedTuple):
    """What speaks for a negation to be added (weighed above 0) and what against it, from 0 to 1.

    `answered`: how well a cited no answers it (at most 1.5). `affirmed`: what it negates is cited, and in a
    clause without a no. `echo`: how much of what it negates a cited negation negates, too. `opposed`: the
    opposite of what it negates is cited. `double`: what it negates is itself a no. `heard`: something cited
    says “not”. `noun`: it is a “no” or “without”, where anything cited says no. `limit`: something cited sets
    a limit.
    """

    always: float
    answered: float
    affirmed: float
    echo: float
    opposed: float
    double: float
    heard: float
    noun: float
    limit: float


WEIGHTS = Signals(
    always=1.24,
    answered=-2.49,
    affirmed=1.79,
    echo=-1.82,
    opposed=-0.94,
    double=1.66,
    heard=-1.39,
    noun=-4.78,
    limit=-0.61,
)
"""Logistic weights, above 0 for added: `python -m tests.evals.weights` makes them."""


def added(ours: Signs, theirs: Signs) -> str | None:
    """Why a negation of ours is not what the cited sentences say, or None."""
    for negation, found in weighable(ours, theirs):
        if sum(map(mul, WEIGHTS, found)) > 0:
            return f"it says “{negation.word.text}” where the cited sentences do not"
    return None


def weighable(ours: Signs, theirs: Signs) -> Iterator[tuple[Negation, Signals]]:
    """The negations of ours outside quotations with their signals; “no race was as close” negates nothing."""
    if all(negation.word.quoted for negation in ours.negations):
        return
    cited = noes(theirs)
    answered = {id(no.word): score for no, score in answers(noes(ours), cited).values()}
    runs = [run for sentence in theirs.sentences for run in whole_clauses(sentence)]
    for negation in ours.negations:
        if not (negation.word.quoted or negation.lack or _otherwise(ours.words, negation, theirs)):
            answer = answered.get(id(negation.word), 0.0)
            yield negation, _signals(ours.words, negation, theirs, runs, cited, answer)


def _otherwise(said: tuple[Word, ...], negation: Negation, theirs: Signs) -> bool:
    """Whether a no is only another wording: of a claim that is refuted, a limit, a first or last time."""
    refuted = negation.of_claim and any(map(cue, theirs.words))
    unrealised = any(map(theirs.unrealised, negation.heads[:1]))
    beyond = {word.folded for word in said} & _BUT and any(word.folded == "only" for word in theirs.words)
    turned = {root(word) for word in negation.heads} - {""}
    lawful = any(word.stem in turned and not theirs.negated(word) for word in theirs.words)
    wording = refuted or unrealised or beyond or lawful
    wording = wording or _to_come(negation, theirs) or _off(said, negation, theirs)
    return bool(wording) or _last(said, negation, theirs) or _compares(said, negation.word)


def _to_come(negation: Negation, theirs: Signs) -> bool:
    """Whether “has yet to”, “not until” or “has not” only says of what is ahead, or awaited, that it is."""
    if any(_awaited(negation, sentence) for sentence in theirs.sentences):
        return True
    ends = any(word.folded in _ENDS for word in theirs.words)
    return (negation.word.folded == "yet" or (negation.limited and not ends)) and any(
        mood is Mood.AHEAD for sentence in theirs.sentences for mood in moods(sentence)
    )


def _awaited(negation: Negation, sentence: tuple[Word, ...]) -> bool:
    """Whether a sentence says of what is negated that something awaits it."""
    waiting = {word.clause for word in sentence if word.folded in _AWAITED}
    return any(
        word.clause in waiting and akin(word.stem, head.stem)
        for word in sentence
        for head in negation.heads[:1]
    )


def _off(said: tuple[Word, ...], negation: Negation, theirs: Signs) -> bool:
    """Whether “will not take place” says of what is cited as planned, and moved or called off, that it is."""
    if any(word.stem in _OFF or negative(word) for word in negation.heads[:1]):
        return False
    clause = content([word for word in said if word.clause == negation.word.clause])
    for sentence in theirs.sentences:
        planned = any(word.folded in _PLANNED for word in sentence) or any(
            word.folded in {"was", "were"} and after.folded == "to" for word, after in pairwise(sentence)
        )
        off = any(word.stem in _OFF and not word.quoted for word in sentence)
        if planned and off and 2 * overlap(clause, list(sentence)) >= len(clause):
            return True
    return False


def _signals(  # noqa: PLR0913, PLR0917
    said: tuple[Word, ...],
    negation: Negation,
    theirs: Signs,
    runs: list[list[Word]],
    cited: list[No],
    answered: float,
) -> Signals:
    heads, head = negation.heads[:2], negation.heads[0] if negation.heads else None
    places = _places(head, runs) if head and head.folded not in LIGHT else []
    spent = {word.stem for word in said if negative(word, strictly=True)}
    unspent = {id(no.word) for no in cited if no.word.stem not in spent}
    negated = any(theirs.negated(word) for word, _ in places)
    plain = any(not any(id(other) in unspent for other in run if other is not word) for word, run in places)
    limit = any(word.folded in _LIMITS for word in theirs.words)
    return Signals(
        1,
        min(_ANSWERED, answered),
        plain and not negated,
        max((_echoed(negation, other) for other in theirs.negations), default=0.0),
        any(_opposed(word, theirs) or _barred(word, runs) for word in heads),
        head is not None and (negative(head) or head.stem in denying()),
        any(word.folded in NEGATORS or word.stem in DENIALS for word in theirs.words),
        negation.word.folded in _NOUN_NEGATORS and (limit or bool(cited)),
        limit,
    )


def _echoed(negation: Negation, other: Negation) -> float:
    """The share of the words that a negation reaches which another one reaches, in any form or synonym."""
    claims, stems = content(negation.scope), [word.stem for word in content(other.scope)]
    found = [word for word in claims if any(synonymous(word.stem, stem) for stem in stems)]
    return len(found) / len(claims) if claims else 0.0


def _places(head: Word, runs: list[list[Word]]) -> list[tuple[Word, list[Word]]]:
    """Where the cited clauses have a word of this root or, if none, one of this meaning."""
    same = [(word, run) for run in runs for word in run if akin(word.stem, head.stem)]
    return same or [(word, run) for run in runs for word in run if synonymous(word.stem, head.stem)]


def _opposed(head: Word, theirs: Signs) -> bool:
    """Whether its opposite is affirmed (“innocent” for “not guilty”, “unhappy” for “not happy”)."""
    others = contraries().get(head.stem, frozenset()) | opposites().get(head.stem, frozenset())
    others |= {prefix + head.stem for prefix in _PREFIXES}
    return any(other.stem in others and not theirs.negated(other) for other in theirs.words)


def _barred(head: Word, runs: list[list[Word]]) -> bool:
    """Whether the cited clauses speak of it only to say that it is banned, stopped or the like."""
    if head.stem in BARS:
        return False
    places = [run for run in runs if any(synonymous(word.stem, head.stem) for word in run)]
    return bool(places) and all(any(word.stem in BARS for word in run) for run in places)


def _last(said: tuple[Word, ...], negation: Negation, theirs: Signs) -> bool:
    """“has not sat since 2022” for “last sat in 2022”, “never before” for the first time."""
    rest = {
        word.folded
        for word in said
        if word.clause == negation.word.clause and word.start > negation.word.start
    }
    first = "since" in rest or (negation.word.folded == "never" and "before" in rest)
    return first and any(
        word.folded in {"last", "first"} and after.folded not in _PERIODS
        for sentence in theirs.sentences
        for word, after in pairwise(sentence)
    )


def _compares(said: tuple[Word, ...], word: Word) -> bool:
    """“No race was as close” says in other words that it was the closest; “not further than” sets a limit."""
    following = said[said.index(word) + 1 :][:9]
    rest = [other.folded for other in following if other.clause == word.clause]
    best = word.folded == "no" or (word.folded == "never" and "as" in rest[:3])
    return (best and "as" in rest) or ("than" in rest and bool(_COMPARED & set(rest[:4])))
