"""Jobs that are being begun: DBOS's database may be away for a while, and nobody waits for it."""

import asyncio
from collections.abc import Awaitable, Callable

from bot.domain.request import Job

Log = Callable[[str, Exception], None]

PAUSE, LONGEST_PAUSE = 0.5, 15.0
"""Seconds after which what failed is tried again; each time twice as many."""


class Beginnings:
    """Begins jobs in the background, however often it takes."""

    def __init__(self, begin: Callable[[Job], Awaitable[object]], log: Log) -> None:
        self._begin = begin
        self._log = log
        self._tasks: dict[Job, asyncio.Task[None]] = {}

    def add(self, job: Job) -> None:
        """Begin a job."""
        if job in self._tasks:
            return
        task = asyncio.get_running_loop().create_task(
            persevere(self._begin, job, self._log), name=f"begin {job.request_id}"
        )
        self._tasks[job] = task
        task.add_done_callback(lambda _: self._tasks.pop(job, None))

    def of(self, request_id: str) -> list[asyncio.Task[None]]:
        """What is under way for a request."""
        return [task for job, task in self._tasks.items() if job.request_id == request_id]

    def all(self) -> list[asyncio.Task[None]]:
        """What is under way."""
        return list(self._tasks.values())


async def persevere(do: Callable[[Job], Awaitable[object]], job: Job, log: Log) -> None:
    """Do it until it succeeds."""
    pause = PAUSE
    while True:
        try:
            await do(job)
        except Exception as error:  # noqa: BLE001 - whatever keeps it from being done now
            log(job.request_id, error)
            await asyncio.sleep(pause)
            pause = min(2 * pause, LONGEST_PAUSE)
        else:
            return


async def stop(tasks: list[asyncio.Task[None]]) -> None:
    """Cancel tasks, and wait until they have ended."""
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
