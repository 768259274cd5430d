import pytest

from tests.evals.faithful import Faithful, faithful_readings
from tests.evals.mutations import FLOORS, MOST_LOST, corruption_scores, faithful_scores

NEARLY_ALWAYS_CAUGHT = {
    *("foreign name", "moved date", "invented quote", "ellipsis hides a “not”"),
    *("role from world knowledge", "link or mention", "instruction repeated"),
}
"""Every eighth reading has dozens of each; `tests.evals.mutations` takes all."""

RARE = set(list(FLOORS)[13:])
"""All readings together have few of these, and their shares are near their floors."""


@pytest.fixture(scope="module")
def readings() -> list[Faithful]:
    return faithful_readings()


@pytest.fixture(scope="module")
def scores(readings: list[Faithful]) -> dict[str, float]:
    scores = (
        corruption_scores(readings[::8], NEARLY_ALWAYS_CAUGHT)
        | corruption_scores(readings[::2], FLOORS.keys() - NEARLY_ALWAYS_CAUGHT - RARE)
        | corruption_scores(readings, RARE)
    )
    return {kind: score.share for kind, score in scores.items()}


@pytest.fixture(scope="module")
def lost(readings: list[Faithful]) -> dict[str, float]:
    return {kind: score.share for kind, score in faithful_scores(readings).items()}


@pytest.mark.parametrize("kind", FLOORS)
def test_false_claims_are_withheld(kind: str, scores: dict[str, float]) -> None:
    assert scores[kind] >= FLOORS[kind]


@pytest.mark.parametrize("kind", MOST_LOST)
def test_true_claims_are_shown(kind: str, lost: dict[str, float]) -> None:
    assert lost[kind] <= MOST_LOST[kind]
