"""Jobs that this process does itself."""

import asyncio
from datetime import UTC, datetime, timedelta

from dbos import DBOS, SetWorkflowID

from bot.adapters.jobs.beginning import Beginnings, Log, persevere, stop
from bot.domain.request import Job
from bot.services.desk import Work

WORKFLOW = "answer"

DONE_KEPT, KEPT = timedelta(hours=1), timedelta(hours=25)
"""How long DBOS knows of jobs that are done, and of any: a request is open for a day at most."""

AT_ONCE = 500
"""Jobs that are forgotten at a time."""


def workflow_id(job: Job) -> str:
    """The name of a job in DBOS, where a name is used once: another process that takes over has another."""
    return f"{job.request_id}.{job.fence}"


class WorkingJobs:
    """One workflow of DBOS for each job, on this event loop."""

    def __init__(self, work: Work, log: Log) -> None:
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

    async def recover(self, slot: str) -> None:
        """Put what DBOS had given to a process that is gone into a queue that every process here reads."""
        left = await DBOS.list_workflows_async(
            status="PENDING", executor_id=slot, load_input=False, load_output=False
        )
        if left:
            await DBOS.resume_workflows_async([workflow.workflow_id for workflow in left])

    async def tidy(self) -> None:
        """Forget jobs that are done."""
        now = datetime.now(UTC)
        await self._forget(completed_before=(now - DONE_KEPT).isoformat())
        await self._forget(end_time=(now - KEPT).isoformat())

    async def cancel(self, request_id: str) -> None:
        """Stop the work on a request, if it is under way here."""
        working = [task for job, task in self._tasks.items() if job.request_id == request_id]
        await stop([*self._beginnings.of(request_id), *working])

    async def drop(self) -> None:
        """Stop all work that is under way here: it was taken over."""
        await stop([*self._beginnings.all(), *self._tasks.values()])

    async def close(self) -> None:
        """Stop all work, and begin no more; what is open stays so, for whoever comes next."""
        self._closed = True
        await self.drop()

    async def _forget(self, *, completed_before: str | None = None, end_time: str | None = None) -> None:
        while found := await DBOS.list_workflows_async(
            completed_before=completed_before,
            end_time=end_time,
            limit=AT_ONCE,
            load_input=False,
            load_output=False,
        ):
            await DBOS.delete_workflows_async([workflow.workflow_id for workflow in found])

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
