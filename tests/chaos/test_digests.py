"""Exactly one post, though a process is really killed: as much as the suite has time for of `tests.chaos.digests`."""

from pathlib import Path
from signal import Signals

from tests.chaos.digests import disturbed
from tests.chaos.dying import Death, When
from tests.chaos.street import opened


async def test_a_process_that_is_killed_right_after_it_posted_leaves_one_post_and_nothing_is_paid_twice(
    tmp_path: Path,
) -> None:
    async with opened(f"sqlite:///{tmp_path}/b.db") as street:
        outcome = await disturbed(street, Death("board.send", When.AFTER, Signals.SIGKILL))
    assert (outcome.messages, outcome.recorded, outcome.again) == (1, True, 0)
