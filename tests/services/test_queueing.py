import asyncio
from contextlib import suppress

from bot.services.queueing import FairQueue


class Scene:
    """Work of owners that stays in its place until the test ends it."""

    def __init__(self, places: int) -> None:
        self.queue = FairQueue(places)
        self.began: list[int] = []
        self._ends: list[asyncio.Event] = []
        self.tasks: list[asyncio.Task[None]] = []

    async def come(self, *owners: int) -> None:
        self.tasks += [asyncio.create_task(self._work(owner)) for owner in owners]
        await self._settle()

    async def finish(self, work: int) -> None:
        self._ends[work].set()
        await self._settle()

    async def _work(self, owner: int) -> None:
        async with self.queue.place(owner):
            end = asyncio.Event()
            self.began.append(owner)
            self._ends.append(end)
            await end.wait()

    async def _settle(self) -> None:
        for _ in range(5):
            await asyncio.sleep(0)


async def test_who_comes_to_an_empty_queue_is_let_in_at_once() -> None:
    scene = Scene(1)
    await scene.come(1)
    assert scene.began == [1]


async def test_no_more_are_let_in_than_there_are_places() -> None:
    scene = Scene(2)
    await scene.come(1, 2, 3)
    assert scene.began == [1, 2]
    assert scene.queue.waiting == 1


async def test_a_guild_that_asks_once_does_not_wait_for_all_that_another_asked_before() -> None:
    scene = Scene(1)
    await scene.come(*[1] * 10, 2)
    await scene.finish(0)
    await scene.finish(1)
    assert scene.began == [1, 1, 2]


async def test_guilds_take_turns() -> None:
    scene = Scene(1)
    await scene.come(1, 1, 1, 2, 2, 2, 3)
    for work in range(6):
        await scene.finish(work)
    assert scene.began == [1, 1, 2, 3, 1, 2, 2]


async def test_one_guild_leaves_a_quarter_of_many_places_to_others() -> None:
    scene = Scene(8)
    await scene.come(*[1] * 20)
    assert len(scene.began) == 6
    await scene.come(2, 3)
    assert scene.began[6:] == [2, 3]


async def test_work_that_fails_or_is_stopped_leaves_its_place_to_the_next() -> None:
    scene = Scene(1)
    await scene.come(1, 2)
    scene.tasks[0].cancel()
    await scene.come(3)
    assert scene.began == [1, 2]


async def test_who_gives_up_waiting_holds_up_nobody() -> None:
    scene = Scene(1)
    await scene.come(1, 2, 3)
    scene.tasks[1].cancel()
    await scene.finish(0)
    assert scene.began == [1, 3]
    assert scene.queue.waiting == 0


async def test_a_place_that_comes_together_with_giving_up_goes_to_the_next() -> None:
    queue = FairQueue(1)

    async def pass_by(owner: int) -> None:
        async with queue.place(owner):
            pass

    async with queue.place(1):
        leaving = asyncio.create_task(pass_by(2))
        await asyncio.sleep(0)
    leaving.cancel()  # its place has come, but it does not know yet
    with suppress(asyncio.CancelledError):
        await leaving
    async with asyncio.timeout(1):
        await pass_by(3)
