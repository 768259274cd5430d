"""Jobs that workers do: this process puts them into a queue of DBOS, and needs no thread for it."""

from collections.abc import Sequence

from dbos import DBOSClient, EnqueueOptions

from bot.adapters.jobs import managing
from bot.adapters.jobs.beginning import Beginnings, Log, stop
from bot.adapters.jobs.system import QUEUE, VERSION, WORKFLOW, workflow_id
from bot.domain.request import Job


class HandedJobs:
    """The port `Jobs` for a process that does none itself."""

    def __init__(self, client: DBOSClient, log: Log) -> None:
        self._client = client
        self._beginnings = Beginnings(self._hand, log)
        self._closed = False

    def start(self, job: Job) -> None:
        """Put the work on a request into the queue."""
        if not self._closed:
            self._beginnings.add(job)

    async def idle(self, jobs: Sequence[Job]) -> Sequence[Job]:
        """Those of these jobs that neither wait nor are under way, wherever it may be."""
        waiting = await managing.unfinished(self._client, jobs)
        return [job for job in jobs if job not in waiting and not self._beginnings.of(job.request_id)]

    async def recover(self, slot: str) -> None:
        """Put into the queue what DBOS had given to a process that is gone."""
        await managing.recover(self._client, slot)

    async def tidy(self) -> None:
        """Forget work that was done."""
        await managing.tidy(self._client)

    async def cancel(self, request_id: str) -> None:
        """Stop handing it over; a worker that has it notices that the request is no longer its own."""
        await stop(self._beginnings.of(request_id))

    async def drop(self) -> None:
        """Stop handing over what is under way: another process has taken over our requests."""
        await stop(self._beginnings.all())

    async def close(self) -> None:
        """Hand over nothing more; what is open stays so, for whoever comes next."""
        self._closed = True
        await self.drop()

    async def _hand(self, job: Job) -> None:
        options: EnqueueOptions = {
            "queue_name": QUEUE,
            "workflow_name": WORKFLOW,
            "workflow_id": workflow_id(job),
            "app_version": VERSION,
        }
        await self._client.enqueue_async(options, job.request_id, job.fence)
