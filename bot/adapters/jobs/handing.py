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
        """Have somebody do what a process was given that is gone; what it had begun is not among it."""
        await managing.recover(self._client, slot)

    async def tidy(self) -> None:
        """Forget work that was done."""
        await managing.tidy(self._client)

    async def cancel(self, request_id: str) -> None:
        """A worker notices by itself: the request is its own no more."""
        await stop(self._beginnings.of(request_id))

    async def drop(self) -> None:
        """Hand nothing more over: it was taken over."""
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
