"""Shared work: once for all who want it, kept for its time, and never stopped by one who gives up."""

import asyncio

import pytest

from bot.domain.errors import BrieferError, PeerFailed
from bot.services.sharing import Bounds, Shared


class Work:
    """Echoes its key after a moment; `bad` keys fail."""

    def __init__(self) -> None:
        self.done: list[str] = []
        self.time = 1000.0
        self.shared = Shared(self.echo, Bounds(600.0, 600.0, 2), lambda: self.time)

    async def echo(self, key: str) -> str:
        await asyncio.sleep(0.01)
        self.done.append(key)
        if key == "bad":
            raise PeerFailed("It can't be reached.", "unreachable")
        return key.upper()


async def test_all_who_ask_meanwhile_or_soon_after_share_one_result() -> None:
    work = Work()
    assert await asyncio.gather(*(work.shared.get("a") for _ in range(50))) == ["A"] * 50
    assert await work.shared.get("a") == "A"
    assert work.done == ["a"]


async def test_a_result_is_kept_no_longer_than_its_time() -> None:
    work = Work()
    await work.shared.get("a")
    work.time += 600.0
    await work.shared.get("a")
    assert work.done == ["a", "a"]


async def test_a_failure_is_shared_too() -> None:
    work = Work()
    for _ in range(2):
        with pytest.raises(BrieferError, match="reached"):
            await work.shared.get("bad")
    assert work.done == ["bad"]


async def test_who_gives_up_stops_the_work_for_nobody_else() -> None:
    work = Work()
    impatient = asyncio.create_task(work.shared.get("a"))
    patient = asyncio.create_task(work.shared.get("a"))
    await asyncio.sleep(0)
    impatient.cancel()
    assert await patient == "A"
    assert work.done == ["a"]


async def test_only_so_many_results_are_kept() -> None:
    work = Work()
    for key in "abca":
        await work.shared.get(key)
    assert work.done == ["a", "b", "c", "a"]


async def test_closing_stops_what_is_under_way() -> None:
    work = Work()
    waiting = asyncio.create_task(work.shared.get("a"))
    await asyncio.sleep(0)
    await work.shared.close()
    with pytest.raises(asyncio.CancelledError):
        await waiting
    assert work.done == []
