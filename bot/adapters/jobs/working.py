"""Jobs that this process does itself."""

import asyncio
from collections.abc import Sequence

from dbos import DBOS, DBOSClient, SetWorkflowID

from bot.adapters.jobs.efforts import Efforts, Log
from bot.adapters.jobs.known import KnownJobs
from bot.adapters.jobs.system import WORKFLOW, workflow_id
from bot.domain.request import Job
from bot.services.desk import Work


class WorkingJobs(KnownJobs):
    """The port `Jobs`: one workflow of DBOS for each job, on this event loop."""

    def __init__(self, client: DBOSClient, work: Work, log: Log) -> None:
        self._working = Efforts("brief", work, log)
        super().__init__(client, Efforts("begin", self._begin, log), self._working)

        @DBOS.workflow(name=WORKFLOW, max_recovery_attempts=None)
        async def answer(request_id: str, fence: int) -> None:
            await self._do(Job(request_id, fence))

        self._answer = answer

    async def idle(self, jobs: Sequence[Job]) -> Sequence[Job]:
        """Those of these jobs whose requests nobody works on here, under whatever fence they came."""
        return [job for job in jobs if not self._busy(job.request_id)]

    async def _begin(self, job: Job) -> None:
        with SetWorkflowID(workflow_id(job)):
            await DBOS.start_workflow_async(self._answer, job.request_id, job.fence)

    async def _do(self, job: Job) -> None:
        """Work, in a task that can be stopped; what closing stops is left to DBOS as unfinished."""
        if not self._closed and job not in self._working:
            await asyncio.wait([self._working.add(job)])
        if self._closed:
            raise asyncio.CancelledError
