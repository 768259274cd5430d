"""Whether reports of one event come together, and others stay apart: precision and recall over pairs.

    python -m tests.evals.stories [--show]

`reported/dev_a.jsonl` and `reported/dev_c.jsonl`: 25 events of our own news sets, each told by the beginning of the
article (`-a`) and by two versions written as other outlets would report it, with another headline, order and
wording and some facts left out; beside them 32 hard negatives, each another event of the same people, place or
topic. `hours` is when a report appeared, from one common moment for all events, so that time alone tells none of
them apart; a negative stands as far off as its text says. The weights were fitted on dev_a; dev_c was held out.
`lead`: the first 30 words only, as in a feed's summary.
"""

import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import combinations
from pathlib import Path

from bot.services.digesting.stories import Piece, stories

SETS = ("dev_a", "dev_c")
FOLDER = Path(__file__).with_name("reported")
START = datetime(2026, 11, 26, 9, tzinfo=UTC)
SUMMARY = 30


@dataclass(frozen=True, slots=True)
class Score:
    """Pairs that were rightly and wrongly put together, and those that were missed."""

    right: frozenset[tuple[str, str]]
    wrong: frozenset[tuple[str, str]]
    missed: frozenset[tuple[str, str]]

    @property
    def precision(self) -> float:
        return len(self.right) / max(1, len(self.right) + len(self.wrong))

    @property
    def recall(self) -> float:
        return len(self.right) / (len(self.right) + len(self.missed))


def score(name: str, words: int | None = None) -> Score:
    """How a set is put together, from its texts or from as many first words."""
    rows = [json.loads(line) for line in (FOLDER / f"{name}.jsonl").read_text("utf8").splitlines()]
    pieces = [
        Piece(
            id=row["id"],
            title=row["title"],
            text=" ".join(row["text"].split()[:words]),
            link=f"https://{row['id']}.example/",
            outlet=row["id"],
            published=START + timedelta(hours=row["hours"]),
        )
        for row in rows
    ]
    event = {row["id"]: row["event"] for row in rows}
    gold = _pairs([[row["id"] for row in rows if row["event"] == each] for each in set(event.values())])
    found = _pairs([[piece.id for piece in story] for story in stories(pieces)])
    return Score(found & gold, found - gold, gold - found)


def _pairs(groups: Sequence[Sequence[str]]) -> frozenset[tuple[str, str]]:
    return frozenset(pair for group in groups for pair in combinations(sorted(group), 2))


def main(*, show: bool) -> None:
    """Print a line for each set, and what went wrong on request."""
    for name in SETS:
        for label, words in (("texts", None), ("lead", SUMMARY)):
            found = score(name, words)
            counts = f"{len(found.right)} right, {len(found.wrong)} wrong, {len(found.missed)} missed"
            print(f"{name} {label:6} precision {found.precision:.3f}, recall {found.recall:.3f} ({counts})")
            for pair in sorted(found.wrong | found.missed) if show else []:
                print("  wrong " if pair in found.wrong else "  missed", *pair)


if __name__ == "__main__":
    main(show="--show" in sys.argv)
