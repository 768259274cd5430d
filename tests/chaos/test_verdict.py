"""What counts as paid twice: a call that was made again although its answer was stored when the kill came."""

from collections.abc import Sequence

import pytest

from tests.chaos.reader import Paid
from tests.chaos.verdict import Kill, repeats

STORED = [("a-model read 1f2e", '{"statements":[{"text":"Ann said “no”.","sentences":[1]}]}')]
OTHER = [("a-model compose 1f2e", STORED[0][1])]


def call(asked: float) -> Paid:
    return Paid("read", "Ann said “no”.", asked)


CASES: tuple[tuple[list[Paid], list[Kill], tuple[int, int]], ...] = (
    ([call(1)], [Kill(3, [])], (0, 0)),
    ([call(1), call(4)], [Kill(3, [])], (1, 0)),
    ([call(1), call(4)], [Kill(3, OTHER)], (1, 0)),
    ([call(1), call(4)], [Kill(3, STORED)], (1, 1)),
    ([call(1), call(4)], [Kill(3, STORED), Kill(3.5, [])], (1, 0)),
    ([call(1), call(4)], [], (1, 1)),
    ([call(1), call(2), call(4)], [Kill(3, [])], (2, 1)),
)


@pytest.mark.parametrize(("calls", "kills", "expected"), CASES)
def test_a_call_is_repeated_once_for_a_kill_that_came_before_its_answer_was_stored(
    calls: Sequence[Paid], kills: Sequence[Kill], expected: tuple[int, int]
) -> None:
    made = repeats([calls], kills)
    assert (len(made), sum(not repeat.needed for repeat in made)) == expected
