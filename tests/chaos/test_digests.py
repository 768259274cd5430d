"""Exactly one post by processes that are really killed or stopped: a few of what `tests.chaos.digests` does."""

from pathlib import Path
from signal import Signals

from tests.chaos.digests import disturbed, opened
from tests.chaos.dying import Death, When


async def test_a_process_that_is_killed_or_stopped_leaves_one_post_and_pays_for_nothing_twice(
    tmp_path: Path,
) -> None:
    async with opened(f"sqlite:///{tmp_path}/b.db") as street:
        for death in (
            Death("board.send", When.AFTER, Signals.SIGKILL),
            Death("board.send", When.BEFORE, Signals.SIGSTOP),
        ):
            assert (await disturbed(street, death)).well
