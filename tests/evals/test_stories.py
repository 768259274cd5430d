import pytest

from tests.evals.stories import SUMMARY, score


@pytest.mark.parametrize(("name", "recall"), [("dev_a", 0.95), ("dev_c", 0.85)])
def test_reports_of_one_event_come_together_and_others_stay_apart(name: str, recall: float) -> None:
    found = score(name)
    assert found.precision >= 0.95
    assert found.recall >= recall


@pytest.mark.parametrize(("name", "recall"), [("dev_a", 0.75), ("dev_c", 0.4)])
def test_summaries_of_feeds_alone_put_nothing_together_that_does_not_belong(name: str, recall: float) -> None:
    found = score(name, SUMMARY)
    assert found.precision >= 0.9
    assert found.recall >= recall
