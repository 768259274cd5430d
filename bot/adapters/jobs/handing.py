"""Jobs that workers do: this process puts them into a queue of DBOS, and needs no thread for it."""

from collections.abc import Sequence

from dbos import DBOSClient, EnqueueOptions

from bot.adapters.jobs.efforts import Efforts, Log
from bot.adapters.jobs.known import KnownJobs
from bot.adapters.jobs.system import QUEUE, VERSION, WORKFLOW, workflow_id
from bot.domain.request import Job


class HandedJobs(KnownJobs):
    """The port `Jobs` for a process that does none itself."""

    def __init__(self, client: DBOSClient, log: Log) -> None:
        super().__init__(client, Efforts("hand over", self._hand, log))

    async def idle(self, jobs: Sequence[Job]) -> Sequence[Job]:
        """Those of these jobs that neither wait nor are under way, wherever it may be."""
        names = {workflow_id(job): job for job in jobs}
        known = await self._client.list_workflows_async(
            workflow_ids=list(names), status=["ENQUEUED", "PENDING"], load_input=False, load_output=False
        )
        waiting = {names[workflow.workflow_id] for workflow in known}
        return [job for job in jobs if job not in waiting and not self._busy(job.request_id)]

    async def _hand(self, job: Job) -> None:
        options: EnqueueOptions = {
            "queue_name": QUEUE,
            "workflow_name": WORKFLOW,
            "workflow_id": workflow_id(job),
            "app_version": VERSION,
        }
        await self._client.enqueue_async(options, job.request_id, job.fence)
