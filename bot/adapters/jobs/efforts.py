"""Work that is done in the background, however often it takes: a database may be away for a while."""

import asyncio
from collections.abc import Awaitable, Callable

from bot.domain.request import Job

Log = Callable[[str, Exception], None]

PAUSE, LONGEST_PAUSE = 0.5, 15.0
"""Seconds after which what failed is tried again; each time twice as many."""


class Efforts:
    """Does something for each job until it succeeds; `what` is the name of it."""

    def __init__(self, what: str, do: Callable[[Job], Awaitable[object]], log: Log) -> None:
        self._what = what
        self._do = do
        self._log = log
        self._tasks: dict[Job, asyncio.Task[None]] = {}

    def __contains__(self, job: Job) -> bool:
        """Whether it is under way for a job."""
        return job in self._tasks

    def add(self, job: Job) -> asyncio.Task[None]:
        """Do it for one more job, unless that is under way."""
        if job not in self._tasks:
            doing, name = self._persevere(job), f"{self._what} {job.request_id}"
            self._tasks[job] = asyncio.get_running_loop().create_task(doing, name=name)
            self._tasks[job].add_done_callback(lambda _: self._tasks.pop(job, None))
        return self._tasks[job]

    def of(self, request_id: str) -> list[asyncio.Task[None]]:
        """What is under way for a request, under whatever fence."""
        return [task for job, task in self._tasks.items() if job.request_id == request_id]

    def all(self) -> list[asyncio.Task[None]]:
        """What is under way."""
        return list(self._tasks.values())

    async def _persevere(self, job: Job) -> None:
        pause = PAUSE
        while True:
            try:
                await self._do(job)
            except Exception as error:  # noqa: BLE001 - whatever keeps it from being done now
                self._log(job.request_id, error)
                await asyncio.sleep(pause)
                pause = min(2 * pause, LONGEST_PAUSE)
            else:
                return
