import pytest

from tests.evals.dated import items, outcome


@pytest.mark.parametrize(
    ("name", "right", "listed", "traps"), [("first", 96, 76, 0), ("second", 90, 72, 1), ("third", 91, 62, 0)]
)
def test_times_of_single_sentences_are_read_and_listed_as_often_as_before(
    name: str, right: int, listed: int, traps: int
) -> None:
    outcomes = [outcome(item) for item in items(name)]
    assert sum(one.right for one in outcomes if one.item.edtf or one.item.event) >= right
    assert sum(one.listed for one in outcomes if one.item.event) >= listed
    assert sum(one.listed for one in outcomes if not one.item.event) <= traps
