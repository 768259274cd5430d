"""Rule of truth 2, polarity: no clause repeats as true what its cited sentences deny.

That a clause is about what they deny, and not about what stands beside it, is weighed.
"""

from collections.abc import Iterator
from operator import mul
from typing import NamedTuple

from bot.services.checks.contraries import contraries
from bot.services.checks.lexicon import akin, content, nearness, synonymous, telling
from bot.services.checks.moods import whole_clauses
from bot.services.checks.negation import Signs
from bot.services.checks.noes import No, answers, contrary, noes
from bot.services.checks.opposites import ASSENTS, DENIALS, LACKS, UNDOING, root
from bot.services.checks.segments import clauses
from bot.services.checks.stems import stem
from bot.services.checks.support import overlap
from bot.services.checks.words import Word
from bot.services.wordlists import listed

_HEADS, _MOST, _ANSWERED = 3, 2, 1.5
_ASKED = listed("who whose which what when where why how if whether")
_DENY = stem("deny")
_NOUNS = listed("no none neither without")


class Signals(NamedTuple):
    """What speaks for a clause to repeat what a cited no denies (weighed above 0) and what against it.

    `same`: it has the denied word; `near`: how near the nearest comes in meaning.
    `reach`: the share of what is denied that it has. `about`: the share of it that the clause of the no
    speaks of; `apart`: how much more that is than any other cited clause does. `answered`: how well a no of
    ours answers this one (1.5 at most); `balance`: how many more noes are cited than said (2 at most).
    `meant`: it says no by what it means, and not by a “not”; `met`: how well that is answered. `contrary`: it
    denies a word of ours; `refuted`: how much else that it denies is ours, too. `quoted`: it stands in a
    quotation. `negated` and `negative`: our clause says “not”, how many other noes it has (2 at most).
    `assent`: our clause says yes.
    """

    always: float
    same: float
    near: float
    reach: float
    about: float
    apart: float
    answered: float
    balance: float
    meant: float
    met: float
    contrary: float
    refuted: float
    quoted: float
    negated: float
    negative: float
    assent: float


WEIGHTS = Signals(
    always=-1.03,
    same=0.82,
    near=0.59,
    reach=0.93,
    about=-0.42,
    apart=1.11,
    answered=-2.39,
    balance=0.63,
    meant=-1.45,
    met=2.1,
    contrary=0.99,
    refuted=0.72,
    quoted=-0.66,
    negated=-2.25,
    negative=-0.54,
    assent=1.34,
)
"""Logistic weights of the signals, above 0 for repeated: `python -m tests.evals.weights` makes them."""


def dropped(ours: Signs, theirs: Signs) -> str | None:
    """Why a clause of ours repeats what the cited sentences deny, or None."""
    for clause, found in weighable(ours, theirs):
        if sum(map(mul, WEIGHTS, found)) > 0:
            return f"the cited sentences deny “{' '.join(word.text for word in clause)}”"
    return None


def weighable(ours: Signs, theirs: Signs) -> Iterator[tuple[list[Word], Signals]]:
    """The clauses of ours with the signals for each cited no that they do not have, too."""
    cited = noes(theirs)
    if not cited:
        return
    weigher = _Weigher(ours, theirs, cited)
    for clause in whole_clauses(ours.words):
        if clause[0].folded in _ASKED and _below(clause[0], ours):
            continue
        claims = [word for word in content(clause) if not (word.quoted or word.capital)]
        bare = clause[0].folded == "as" and clause[1:] == claims  # “as planned”
        for no in cited if claims and not bare else ():
            repeated = any(synonymous(word.stem, no.word.stem) for word in claims)
            if (no.negation or not repeated) and not _otherwise(clause, no, theirs):
                yield clause, weigher.signals(clause, claims, no)


def _below(word: Word, signs: Signs) -> bool:
    """Whether a “not” stands before a word in its part of the sentence (“did not say who might bid”)."""
    return any(no.word.clause == word.clause and no.word.start < word.start for no in signs.negations)


def _otherwise(clause: list[Word], no: No, theirs: Signs) -> bool:
    """“Went ahead” for “was not cancelled”, “lacks” for “no”, “denies it” for “says that she did not”."""
    said, stems = {word.folded for word in clause}, {word.stem for word in clause}
    heads = [word.stem for word in no.negation.heads] if no.negation else [root(no.word)]
    new = {one for one in stems if not any(synonymous(one, head) for head in heads)}
    turned = (contraries().get(head, frozenset()) for head in heads if head not in stems)
    stays = any(not others.isdisjoint(new) for others in turned)
    lacks = no.word.folded in _NOUNS and any(word.stem in LACKS for word in clause)
    denies = no.negation and any(word.stem == _DENY for word in clause)
    if stays or lacks or denies or (not no.negation and theirs.negated(no.word)):
        return True
    if no.word.folded == "unless":
        return "provided" in said
    if no.negation and no.negation.limited and not said & {"until", "till", "before"}:
        return True
    sentence = next(sentence for sentence in theirs.sentences if no.word in sentence)
    return bool(said & {"last", "first"}) and any(word.folded == "since" for word in sentence)


class _Weigher:
    """What all clauses of a statement have in common: the noes on both sides, and the cited clauses."""

    def __init__(self, ours: Signs, theirs: Signs, cited: list[No]) -> None:
        said = noes(ours)
        self._theirs = theirs
        self._answers = {to: score for to, (_, score) in answers(said, cited).items()}
        self._balance = max(-_MOST, min(_MOST, len(cited) - len(said)))
        self._negated = {id(no.word) for no in said if no.negation}
        self._negative = {id(no.word) for no in said if not no.negation}
        self._clauses = [clause for sentence in theirs.sentences for clause in clauses(sentence, coarse=True)]

    def signals(self, clause: list[Word], claims: list[Word], no: No) -> Signals:
        """The signals of a clause of ours, and what it claims, for one cited no."""
        head = no.negation.heads[0] if no.negation and no.negation.heads else None
        told = [word for word in telling(clause) if not word.quoted]
        same = head is not None and any(akin(word.stem, head.stem) for word in told)
        first = content(_denied(no))[:_HEADS]
        about = overlap(claims, no.clause) / len(claims)
        rest = (overlap(claims, other) for other in self._clauses if other != no.clause)
        answered = min(_ANSWERED, self._answers.get(id(no.word), 0.0))
        reach = overlap(first, clause) / len(first) if first else 0
        against = contrary(clause, no.word)
        yes = any(word.stem in ASSENTS and not self._theirs.said.same(word.stem) for word in clause)
        return Signals(
            1,
            same,
            nearness(head, told) if head else 0,
            reach,
            about,
            about - max(rest, default=0.0) / len(claims),
            answered,
            self._balance,
            not no.negation,
            0 if no.negation else answered,
            against,
            reach if against else 0,
            no.word.quoted,
            any(id(word) in self._negated for word in clause),
            min(_MOST, sum(id(word) in self._negative for word in clause)),
            yes and no.word.stem in DENIALS | UNDOING,
        )


def _denied(no: No) -> list[Word]:
    """What a no denies: what a negation reaches, or else the rest of its clause."""
    if no.negation:
        return [word for word in no.negation.scope if not word.number]
    return [word for word in no.clause if word is not no.word]
