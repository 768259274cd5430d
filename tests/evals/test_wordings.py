import pytest

from tests.evals.wordings import withheld, wordings


@pytest.mark.parametrize(
    ("batch", "most"), [("first", 0.19), ("second", 0.20), ("third", 0.18), ("fourth", 0.23)]
)
def test_faithful_wordings_pass_but_for_a_share_that_only_falls(batch: str, most: float) -> None:
    assert len(withheld(batch)) <= most * sum(1 for _ in wordings(batch))
