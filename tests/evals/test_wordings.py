import pytest

from tests.evals.wordings import withheld, wordings


@pytest.mark.parametrize(
    ("batch", "most"),
    [
        ("first", 0.09),
        ("second", 0.17),
        ("third", 0.09),
        ("fourth", 0.12),
        ("fifth", 0.21),
        ("sixth", 0.03),
        ("seventh", 0.17),
        ("eighth", 0.05),
        ("ninth", 0.06),
        ("tenth", 0.14),
        ("eleventh", 0.25),
    ],
)
def test_faithful_wordings_pass_but_for_a_share_that_only_falls(batch: str, most: float) -> None:
    assert len(withheld(batch)) <= most * sum(1 for _ in wordings(batch))
