import pytest

from tests.evals.faithful import faithful_readings
from tests.evals.mutations import FLOORS, MOST_LOST, corruption_scores, faithful_scores

READINGS = faithful_readings()


@pytest.fixture(scope="module")
def scores() -> dict[str, float]:
    rare = dict(list(FLOORS.items())[13:])
    scores = corruption_scores(READINGS[::2], FLOORS.keys() - rare) | corruption_scores(READINGS, rare)
    return {kind: score.share for kind, score in scores.items()}


@pytest.fixture(scope="module")
def lost() -> dict[str, float]:
    return {kind: score.share for kind, score in faithful_scores(READINGS).items()}


@pytest.mark.parametrize("kind", FLOORS)
def test_false_claims_are_withheld(kind: str, scores: dict[str, float]) -> None:
    assert scores[kind] >= FLOORS[kind]


@pytest.mark.parametrize("kind", MOST_LOST)
def test_true_claims_are_shown(kind: str, lost: dict[str, float]) -> None:
    assert lost[kind] <= MOST_LOST[kind]
