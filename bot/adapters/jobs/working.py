"""Jobs that this process does itself."""

import asyncio
from collections.abc import Sequence

from dbos import DBOS, DBOSClient, SetWorkflowID

from bot.adapters.jobs import managing
from bot.adapters.jobs.beginning import Beginnings, Log, persevere, stop
from bot.adapters.jobs.system import WORKFLOW, workflow_id
from bot.domain.request import Job
from bot.services.desk import Work


class WorkingJobs:
    """One workflow of DBOS for each job, on this event loop."""

    def __init__(self, client: DBOSClient, work: Work, log: Log) -> None:
        self._client = client
        self._work = work
        self._log = log
        self._beginnings = Beginnings(self._begin, log)
        self._tasks: dict[Job, asyncio.Task[None]] = {}
        self._closed = False

        @DBOS.workflow(name=WORKFLOW, max_recovery_attempts=None)
        async def answer(request_id: str, fence: int) -> None:
            await self._do(Job(request_id, fence))

        self._answer = answer

    def start(self, job: Job) -> None:
        """Begin the work on a request, unless it is under way."""
        if not self._closed and job not in self._tasks:
            self._beginnings.add(job)

    async def idle(self, jobs: Sequence[Job]) -> Sequence[Job]:
        """Those of these jobs whose requests nobody works on here, under whatever fence they came."""
        busy = {job.request_id for job in self._tasks}
        return [job for job in jobs if job.request_id not in busy and not self._beginnings.of(job.request_id)]

    async def recover(self, slot: str) -> None:
        """Put into the queue what DBOS had given to a process that is gone."""
        await managing.recover(self._client, slot)

    async def tidy(self) -> None:
        """Forget work that was done."""
        await managing.tidy(self._client)

    async def cancel(self, request_id: str) -> None:
        """Stop the work on a request, if it is under way here."""
        working = [task for job, task in self._tasks.items() if job.request_id == request_id]
        await stop([*self._beginnings.of(request_id), *working])

    async def drop(self) -> None:
        """Stop all work that is under way here: another process has taken over our requests."""
        await stop([*self._beginnings.all(), *self._tasks.values()])

    async def close(self) -> None:
        """Stop all work, and begin no more; what is open stays so, for whoever comes next."""
        self._closed = True
        await self.drop()

    async def _begin(self, job: Job) -> None:
        with SetWorkflowID(workflow_id(job)):
            await DBOS.start_workflow_async(self._answer, job.request_id, job.fence)

    async def _do(self, job: Job) -> None:
        """Work, in a task that can be stopped; what closing stops is left to DBOS as unfinished."""
        if not self._closed and job not in self._tasks:
            doing = persevere(self._work, job, self._log)
            task = asyncio.get_running_loop().create_task(doing, name=f"brief {job.request_id}")
            self._tasks[job] = task
            task.add_done_callback(lambda _: self._tasks.pop(job, None))
            await asyncio.wait([task])
        if self._closed:
            raise asyncio.CancelledError
