"""How many false claims the checks withhold, and how many true ones.

`python -m tests.evals.mutations [tune|held]` for the known readings, `free` for those that are full of noes, and
`unseen [news|noes]` for those that no rule was written for.
"""

import sys
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

from bot.services.checks import check
from tests.evals.corruptions import Mutant, mutants
from tests.evals.faithful import FOLDER, FREE, UNSEEN, Faithful, faithful_readings

NOW = datetime(2026, 11, 24, tzinfo=UTC)
FLOORS = {
    "foreign name": 0.95,
    "number or unit": 0.95,
    "moved date": 0.95,
    "invented quote": 0.95,
    "ellipsis hides a “not”": 0.95,
    "wrong sentence id": 0.95,
    "former or acting": 0.95,
    "invented event": 0.95,
    "past event as upcoming": 0.95,
    "role from world knowledge": 0.95,
    "link or mention": 0.95,
    "instruction repeated": 0.95,
    "invented clause": 0.82,
    "swapped actor": 0.80,
    "negation added": 0.83,
    "negation dropped": 0.79,
    "opposite word": 0.56,
    "future told as done": 0.45,
    "past told as future": 0.12,
    "invented verb": 0.04,
    "invented deed": 0.66,
}
"""Share of each corruption that has to be withheld.

The last five are not asked for: the rules that caught more of them
withheld as many true statements that they had never seen as false ones (a verb in other words looks like an
invented one), and went. What unseen true statements lose is in `batches`.
"""
MOST_LOST = {"statement": 0.03, "actor": 0.02, "event": 0.02}
"""Share of faithful claims that may be withheld; that of statements on first sight is in `batches`."""


@dataclass(frozen=True, slots=True)
class Score:
    """How many of how many claims were withheld."""

    withheld: int
    of: int

    @property
    def share(self) -> float:
        """From 0 to 1; 0 for none at all."""
        return self.withheld / self.of if self.of else 0.0


def caught(mutant: Mutant) -> bool:
    """Whether the corrupted claim was withheld."""
    return bool(check(mutant.reading, mutant.known, NOW).withheld)


def corruption_scores(readings: list[Faithful], kinds: Iterable[str] = FLOORS) -> dict[str, Score]:
    """The score of each of these kinds of corruption."""
    kinds = tuple(kinds)
    total: Counter[str] = Counter()
    withheld: Counter[str] = Counter()
    for mutant in (mutant for faithful in readings for mutant in mutants(faithful)):
        if mutant.kind not in kinds:
            continue
        total[mutant.kind] += 1
        withheld[mutant.kind] += caught(mutant)
    return {kind: Score(withheld[kind], total[kind]) for kind in kinds}


def faithful_scores(readings: list[Faithful]) -> dict[str, Score]:
    """The score of true statements, actors and events."""
    total: Counter[str] = Counter()
    withheld: Counter[str] = Counter()
    for faithful in readings:
        reading = faithful.reading
        total += Counter(
            statement=len(reading.statements), actor=len(reading.actors), event=len(reading.events)
        )
        withheld.update(item.kind.value for item in check(reading, faithful.known, NOW).withheld)
    return {kind: Score(withheld[kind], total[kind]) for kind in MOST_LOST}


def main(chosen: list[str]) -> None:
    """Print both tables for the readings of a folder (the known ones by default) and of these halves of it."""
    folders = {folder.name: folder for folder in (FREE, UNSEEN)}
    folder = next((folders[name] for name in chosen if name in folders), FOLDER)
    halves = set(chosen) - folders.keys()
    readings = [one for one in faithful_readings(folder) if not halves or one.half in halves]
    for title, scores in (
        ("corrupted", corruption_scores(readings)),
        ("faithful", faithful_scores(readings)),
    ):
        print(f"{title:28}{'n':>6}{'withheld':>10}{'share':>8}")
        for kind, score in scores.items():
            print(f"{kind:28}{score.of:6}{score.withheld:10}{score.share:8.3f}")


if __name__ == "__main__":
    main(sys.argv[1:])
