import pytest

from tests.evals.wordings import withheld, wordings


@pytest.mark.parametrize(
    ("batch", "most"),
    [
        ("first", 0.13),
        ("second", 0.17),
        ("third", 0.09),
        ("fourth", 0.15),
        ("fifth", 0.29),
        ("sixth", 0.15),
        ("seventh", 0.30),
    ],
)
def test_faithful_wordings_pass_but_for_a_share_that_only_falls(batch: str, most: float) -> None:
    assert len(withheld(batch)) <= most * sum(1 for _ in wordings(batch))
