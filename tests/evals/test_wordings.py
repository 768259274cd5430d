import pytest

from tests.evals.wordings import withheld, wordings


@pytest.mark.parametrize(
    ("batch", "most"),
    [
        ("first", 0.09),
        ("second", 0.15),
        ("third", 0.09),
        ("fourth", 0.12),
        ("fifth", 0.23),
        ("sixth", 0.03),
        ("seventh", 0.14),
        ("eighth", 0.05),
        ("ninth", 0.07),
        ("tenth", 0.12),
        ("eleventh", 0.26),
    ],
)
def test_faithful_wordings_pass_but_for_a_share_that_only_falls(batch: str, most: float) -> None:
    assert len(withheld(batch)) <= most * sum(1 for _ in wordings(batch))
