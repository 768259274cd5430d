"""Jobs as tasks of this process; what a crash leaves open is started again from the stored requests."""

import asyncio

from bot.services.desk import Work


class TaskJobs:
    """One task for each request in work."""

    def __init__(self, work: Work) -> None:
        self._work = work
        self._tasks: dict[str, asyncio.Task[None]] = {}
        self._closed = False

    def start(self, request_id: str) -> None:
        """Begin the work on a request, unless it is under way."""
        if self._closed or request_id in self._tasks:
            return
        task = asyncio.get_running_loop().create_task(self._work(request_id), name=f"brief {request_id}")
        self._tasks[request_id] = task
        task.add_done_callback(lambda _: self._tasks.pop(request_id, None))

    async def cancel(self, request_id: str) -> None:
        """Stop the work on a request, if it is under way."""
        if task := self._tasks.get(request_id):
            task.cancel()
            await asyncio.wait([task])

    async def close(self) -> None:
        """Stop all work, and begin no more; what is open stays so, for the next start."""
        self._closed = True
        tasks = list(self._tasks.values())
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
