"""Fits the weights by which a clause counts as invented: `python -m tests.evals.weights`.

Learnt on every other article of the readings, shown on the rest and on the batches, which are never learnt from.
"""

from collections.abc import Iterable, Iterator
from dataclasses import astuple, fields

import numpy as np

from bot.domain.reading import StatementClaim
from bot.services.checks.evidence import Known
from bot.services.checks.segments import clauses
from bot.services.checks.support import Signals, signals, states_named
from bot.services.checks.words import words
from tests.evals.corruptions import mutants
from tests.evals.faithful import Faithful, faithful_readings
from tests.evals.wordings import BATCHES, wordings

CAUGHT = 0.785
"""Share of the invented clauses learnt from that the threshold is set to catch."""
_RIDGE, _ROUNDS = 1.0, 30

Table = np.ndarray[tuple[int, int], np.dtype[np.float64]]
Row = np.ndarray[tuple[int], np.dtype[np.float64]]


def table(claim: StatementClaim, article: Known, known: Iterable[str] = ()) -> Table:
    """The signals of a statement's clauses, a row each; those with the words of `known` ones left out."""
    evidence, said = article.evidence(claim.sentences), words(claim.text)
    named, old = states_named(said, evidence), set(known)
    rows = [
        astuple(signals(clause, evidence, named)) for clause in clauses(said) if _plain(clause) not in old
    ]
    return np.array([row for row in rows if row[3]], dtype=np.float64).reshape(-1, len(fields(Signals)))


def _plain(clause: Iterable[object]) -> str:
    return " ".join(getattr(word, "folded", "") for word in clause)


def of_batches() -> Iterator[tuple[Known, StatementClaim]]:
    """Every statement of every batch."""
    for path in sorted(BATCHES.glob("*.json")):
        yield from wordings(path.stem)


def examples(readings: list[Faithful]) -> tuple[list[Table], list[Table]]:
    """The clauses of each true statement, and those that were invented for each false one."""
    true: list[Table] = []
    false: list[Table] = []
    for faithful in readings:
        article = faithful.known
        true += [table(claim, article) for claim in faithful.reading.statements]
        old = [_plain(run) for claim in faithful.reading.statements for run in clauses(words(claim.text))]
        false += [
            table(mutant.reading.statements[0], article, old)
            for mutant in mutants(faithful)
            if mutant.kind == "invented clause"
        ]
    return true, false


def fit(true: Table, false: Table) -> Row:
    """Ridge logistic weights by Newton's method, both kinds counted alike."""
    rows = np.vstack([true, false])
    wanted = np.concatenate([np.zeros(len(true)), np.ones(len(false))])
    share = np.where(wanted == 1, 1.0, len(false) / len(true))
    weights = np.zeros(rows.shape[1])
    for _ in range(_ROUNDS):
        likely = 1 / (1 + np.exp(-rows @ weights))
        slope = rows.T @ (share * (likely - wanted)) + _RIDGE * weights
        bend = (rows.T * (share * likely * (1 - likely))) @ rows + _RIDGE * np.eye(len(weights))
        weights = weights - np.linalg.solve(bend, slope)
    return weights


def highest(tables: list[Table], weights: Row) -> Row:
    """The score of the most doubtful clause of each statement."""
    return np.array([max(rows @ weights, default=-9.0) for rows in tables])


def main() -> None:
    """Print the weights and what they withhold of statements that they were not learnt from."""
    readings = faithful_readings()
    true, false = examples(readings[::2])
    weights = fit(np.vstack(true), np.vstack(false))
    weights[0] -= np.quantile(highest(false, weights), 1 - CAUGHT)
    print({field.name: round(float(value), 2) for field, value in zip(fields(Signals), weights, strict=True)})
    for title, tables in (
        ("learnt: true, false", (true, false)),
        ("others: true, false", examples(readings[1::2])),
        ("batches: true", ([table(claim, known) for known, claim in of_batches()],)),
    ):
        print(f"{title:24}", *(f"{(highest(one, weights) > 0).mean():.3f} of {len(one)}" for one in tables))


if __name__ == "__main__":
    main()
