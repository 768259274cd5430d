import pytest

from tests.evals.wordings import withheld, wordings


@pytest.mark.parametrize(
    ("batch", "most"),
    [("first", 0.13), ("second", 0.19), ("third", 0.12), ("fourth", 0.15), ("fifth", 0.30), ("sixth", 0.21)],
)
def test_faithful_wordings_pass_but_for_a_share_that_only_falls(batch: str, most: float) -> None:
    assert len(withheld(batch)) <= most * sum(1 for _ in wordings(batch))
