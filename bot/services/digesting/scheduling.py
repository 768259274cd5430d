"""Begins digests when they are due: one task that sleeps to the earliest moment, and wakes for a change."""

import asyncio
from collections.abc import Callable
from datetime import datetime, timedelta

from bot.services.digesting.running import Running

LONGEST_NAP = timedelta(hours=1)
"""After which everything is planned anew: clocks jump, and other processes change digests."""

PAUSE = timedelta(seconds=30)
"""After an error; the database may be away for a while."""

AT_ONCE = 8
"""Runs of a process at a time; most of their time is waiting for feeds and for readers."""


class Scheduler:
    """The digests of one process. Several may stand beside each other: who claims a run has it."""

    def __init__(
        self, running: Running, now: Callable[[], datetime], log: Callable[[str, Exception], None]
    ) -> None:
        self._running = running
        self._now = now
        self._log = log
        self._plan: dict[str, datetime] = {}
        self._work: dict[str, asyncio.Task[None]] = {}
        self._room = asyncio.Semaphore(AT_ONCE)
        self._task: asyncio.Task[None] | None = None
        self._nap: asyncio.Task[None] | None = None
        self._changed: set[str] = set()

    def start(self) -> None:
        """Begin, on the running event loop."""
        self._task = asyncio.get_running_loop().create_task(self._serve(), name="digests")

    def change(self, digest_id: str) -> None:
        """A digest was made, changed or removed: plan it anew, and no other."""
        self._changed.add(digest_id)
        self._wake()

    async def close(self) -> None:
        """Stop all work; whoever comes next goes on with it."""
        tasks = [task for task in (self._task, self._nap, *self._work.values()) if task]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def _serve(self) -> None:
        while True:
            try:
                await self._round()
            except Exception as error:  # noqa: BLE001 - the outermost edge of the scheduler
                self._log("digests", error)
                await self._sleep(PAUSE)

    async def _round(self) -> None:
        """Plan, then begin what is due until the plan is old."""
        self._changed.clear()
        self._plan = dict(await self._running.plan())
        old = self._now() + LONGEST_NAP
        await self._catch_up()
        while (now := self._now()) < old:
            for digest_id in [each for each, moment in self._plan.items() if moment <= now]:
                del self._plan[digest_id]
                self._begin(digest_id)
            await self._sleep(min(old, *self._plan.values()) - now if self._plan else old - now)
            await self._catch_up()

    async def _catch_up(self) -> None:
        """Plan those anew that have changed."""
        while self._changed:
            digest_id = self._changed.pop()
            following = await self._running.next(digest_id)
            self._plan.pop(digest_id, None)
            if following is not None:
                self._plan[digest_id] = following

    def _begin(self, digest_id: str) -> None:
        if digest_id not in self._work:
            task = asyncio.get_running_loop().create_task(self._run(digest_id), name=f"digest {digest_id}")
            self._work[digest_id] = task
            task.add_done_callback(lambda _: self._work.pop(digest_id, None))

    async def _run(self, digest_id: str) -> None:
        try:
            async with self._room:
                await self._running.run(digest_id)
            following = await self._running.next(digest_id)
        except Exception as error:  # noqa: BLE001 - the outermost edge of a job
            self._log(digest_id, error)
            following = self._now() + PAUSE
        if following is not None:
            self._plan[digest_id] = following
            self._wake()

    async def _sleep(self, duration: timedelta) -> None:
        self._nap = asyncio.get_running_loop().create_task(asyncio.sleep(duration.total_seconds()))
        await asyncio.wait([self._nap])

    def _wake(self) -> None:
        if self._nap is not None:
            self._nap.cancel()
