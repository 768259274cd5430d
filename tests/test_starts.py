"""A crash loop stays below Discord's 1,000 identifies a day."""

from pathlib import Path

import pytest

from bot.starts import APART, DAY, Starts


class Machine:
    """A machine on which a bot is started again and again; sleeping moves its clock."""

    def __init__(self, folder: Path) -> None:
        self.file = folder / "data" / "starts.json"
        self.time = 1_000_000_000.0
        self.slept = 0.0

    async def sleep(self, seconds: float) -> None:
        self.time += seconds
        self.slept += seconds

    async def start(self, *, let_in: bool, runs: float = 1.0) -> None:
        starts = Starts(self.file, lambda: self.time, self.sleep)
        await starts.begin()
        if let_in:
            await starts.let_in()
        self.time += runs


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    return Machine(tmp_path)


async def test_the_first_start_waits_for_nothing(machine: Machine) -> None:
    await machine.start(let_in=False)
    assert machine.slept == 0


async def test_after_a_start_that_discord_never_let_in_the_next_one_waits(machine: Machine) -> None:
    await machine.start(let_in=False, runs=10)
    await machine.start(let_in=False)
    assert machine.slept == APART - 10


async def test_after_a_while_nothing_has_to_wait(machine: Machine) -> None:
    await machine.start(let_in=False, runs=APART)
    await machine.start(let_in=False)
    assert machine.slept == 0


async def test_a_bot_that_was_in_discord_starts_again_at_once(machine: Machine) -> None:
    for _ in range(60):
        await machine.start(let_in=True)
    assert machine.slept == 0


@pytest.mark.parametrize("let_in", [True, False])
async def test_a_day_of_crashes_has_far_fewer_than_a_thousand_starts(machine: Machine, let_in: bool) -> None:  # noqa: FBT001
    began, count = machine.time, 0
    while machine.time < began + DAY:
        await machine.start(let_in=let_in, runs=0.1)
        count += 1
    assert count <= 821


@pytest.mark.parametrize("damage", ["", "{", "[]", '{"times": 5}', '{"times": ["x"], "let_in": true}'])
async def test_a_damaged_file_is_as_good_as_none(machine: Machine, damage: str) -> None:
    machine.file.parent.mkdir()
    machine.file.write_text(damage)
    await machine.start(let_in=True)
    assert machine.slept == 0


async def test_a_clock_that_was_set_back_holds_up_nobody(machine: Machine) -> None:
    await machine.start(let_in=False)
    machine.time -= DAY / 2
    await machine.start(let_in=False)
    assert machine.slept == 0
