"""What counts as paid twice: a call that was made again although its answer had come well before the kill."""

from collections.abc import Sequence

import pytest

from tests.chaos.reader import Paid
from tests.chaos.verdict import repeats

CASES: tuple[tuple[list[Paid], list[float], tuple[int, int]], ...] = (
    ([Paid(1, 2)], [3.0], (0, 0)),
    ([Paid(1, None), Paid(4, 5)], [3.0], (1, 0)),
    ([Paid(1, 6), Paid(4, 5)], [3.0], (1, 0)),
    ([Paid(1, 2.9), Paid(4, 5)], [3.0], (1, 0)),
    ([Paid(1, 1.5), Paid(4, 5)], [3.0], (1, 1)),
    ([Paid(1, 2), Paid(4, 5)], [], (1, 1)),
    ([Paid(1, None), Paid(2, None), Paid(4, 5)], [3.0], (2, 1)),
)


@pytest.mark.parametrize(("calls", "kills", "expected"), CASES)
def test_a_call_is_repeated_once_for_a_kill_that_came_before_its_answer_was_stored(
    calls: Sequence[Paid], kills: Sequence[float], expected: tuple[int, int]
) -> None:
    made = repeats([calls], kills)
    assert (len(made), sum(not repeat.needed for repeat in made)) == expected
