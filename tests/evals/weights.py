"""Fits the weights of what the checks sum up: `python -m tests.evals.weights`.

Four questions are weighed: whether a whole statement is made up, whether a clause is invented, whether a “not”
is added, and whether a clause repeats what is denied. Learnt on all readings, the batches and their corruptions;
what is to stay unseen is left out and shown beside.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from bot.domain.reading import Reading, StatementClaim
from bot.services.checks import Known, added, dropped, support
from bot.services.checks.negation import Signs
from bot.services.checks.segments import clauses
from bot.services.checks.verbatim import copied
from bot.services.checks.words import words
from tests.evals.corruptions import mutants
from tests.evals.faithful import FREE, Faithful, faithful_readings
from tests.evals.wordings import BATCHES, wordings

LEFT_OUT = {"eleventh"}
"""Batches that the weights are only tried on: leave out another one to see what they are worth."""
_RIDGE, _ROUNDS = 1.0, 15

Table = np.ndarray[tuple[int, int], np.dtype[np.float64]]
Row = np.ndarray[tuple[int], np.dtype[np.float64]]
Claim = tuple[Known, StatementClaim]


@dataclass(frozen=True, slots=True)
class Question:
    """What is weighed: the signals of a statement, a row each; the corruption to catch; how much of it."""

    title: str
    signals: Sequence[str]
    rows: Callable[[StatementClaim, Known], Iterable[Iterable[float]]]
    corruption: str
    caught: float


def _whole(claim: StatementClaim, article: Known) -> Iterator[support.Whole]:
    evidence, said = article.evidence(claim.sentences), words(claim.text)
    yield support.whole(said, evidence, support.states_named(said, evidence))


def _invented(claim: StatementClaim, article: Known) -> Iterator[support.Signals]:
    evidence, said = article.evidence(claim.sentences), words(claim.text)
    named = support.states_named(said, evidence)
    for at, clause in enumerate(clauses(said)):
        found = support.signals(clause, evidence, named, opening=at == 0)
        if found.words:
            yield found


def _added(claim: StatementClaim, article: Known) -> Iterator[added.Signals]:
    ours, theirs = Signs([words(claim.text)]), article.evidence(claim.sentences).signs
    return (found for _, found in added.weighable(ours, theirs))


def _dropped(claim: StatementClaim, article: Known) -> Iterator[dropped.Signals]:
    ours, theirs = Signs([words(claim.text)]), article.evidence(claim.sentences).signs
    return (found for _, found in dropped.weighable(ours, theirs))


QUESTIONS = (
    Question("whole", support.Whole._fields, _whole, "invented deed", 0.7),
    Question("support", support.Signals._fields, _invented, "invented clause", 0.81),
    Question("added", added.Signals._fields, _added, "negation added", 0.74),
    Question("dropped", dropped.Signals._fields, _dropped, "negation dropped", 0.64),
)


def table(question: Question, claim: StatementClaim, article: Known) -> Table:
    """The signals of a statement that is no copy, a row each."""
    same = copied(claim.text, article.evidence(claim.sentences))
    rows = [] if same else list(question.rows(claim, article))
    return np.array(rows, dtype=np.float64).reshape(-1, len(question.signals))


def true_claims(readings: list[Faithful], *, unseen: bool) -> Iterator[Claim]:
    """The statements of the readings and of the batches, or those of the unseen batches."""
    for faithful in (*([] if unseen else readings), *_free(unseen=unseen)):
        yield from ((faithful.known, claim) for claim in faithful.reading.statements)


def false_claims(readings: list[Faithful], kind: str) -> Iterator[Claim]:
    """The statements of the readings and the batches with one kind of corruption."""
    for faithful in (*readings, *_free(unseen=False)):
        for mutant in mutants(faithful):
            if mutant.kind == kind:
                yield mutant.known, mutant.reading.statements[0]


def _free(*, unseen: bool) -> Iterator[Faithful]:
    """Each statement of the batches as a reading of its own."""
    for path in sorted(BATCHES.glob("*.json")):
        if (path.stem in LEFT_OUT) == unseen:
            for number, (known, claim) in enumerate(wordings(path.stem)):
                yield Faithful(f"{path.stem}-{number}", "tune", known, Reading((claim,)))


def fit(true: list[Table], false: list[Table]) -> Row:
    """Ridge logistic weights by Newton's method for the most doubtful row of each statement."""
    weights = np.ones(true[0].shape[1])
    for _ in range(_ROUNDS):
        rows = np.array([one[np.argmax(one @ weights)] for one in (*true, *false)])
        wanted = np.repeat([0.0, 1.0], [len(true), len(false)])
        weights = _newton(rows, wanted, np.where(wanted == 1, 1.0, len(false) / len(true)))
    return weights


def _newton(rows: Table, wanted: Row, share: Row) -> Row:
    weights = np.zeros(rows.shape[1])
    for _ in range(2 * _ROUNDS):
        likely = 1 / (1 + np.exp(-rows @ weights))
        slope = rows.T @ (share * (likely - wanted)) + _RIDGE * weights
        bend = (rows.T * (share * likely * (1 - likely))) @ rows + _RIDGE * np.eye(len(weights))
        weights = weights - np.linalg.solve(bend, slope)
    return weights


def highest(tables: list[Table], weights: Row) -> Row:
    """The score of the most doubtful row of each statement."""
    return np.array([max(rows @ weights, default=-9.0) for rows in tables])


def main() -> None:
    """Print the weights of each question and what they withhold, also of statements that they never saw."""
    readings = faithful_readings() + faithful_readings(FREE)
    for question in QUESTIONS:
        true, new, false = (
            [table(question, claim, known) for known, claim in claims]
            for claims in (
                true_claims(readings, unseen=False),
                true_claims(readings, unseen=True),
                false_claims(readings, question.corruption),
            )
        )
        weights = fit([one for one in true if len(one)], [one for one in false if len(one)])
        weights[0] -= np.quantile(highest(false, weights), 1 - question.caught)
        print(question.title, dict(zip(question.signals, weights.round(2).tolist(), strict=True)))
        for title, tables in (("true", true), ("unseen", new), ("false", false)):
            print(f"  {title:8} {(highest(tables, weights) > 0).mean():.3f} of {len(tables)}")


if __name__ == "__main__":
    main()
