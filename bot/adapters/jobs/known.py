"""Jobs as DBOS's tables know them: what was given to others, and what is done."""

import asyncio
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

from dbos import DBOSClient, DBOSPortableJSONSerializer
from sqlalchemy import Engine

from bot.adapters.jobs.efforts import Efforts
from bot.adapters.jobs.system import NAME, SCHEMA
from bot.domain.request import Job

DONE_KEPT, KEPT = timedelta(hours=1), timedelta(hours=25)
"""How long DBOS knows of jobs that are done, and of any: a request is open for a day at most."""

AT_ONCE = 500
"""Jobs that are forgotten at a time."""


def create_client(engine: Engine) -> DBOSClient:
    """What a process does with DBOS's tables beside its own jobs; it starts no thread."""
    return DBOSClient(
        system_database_engine=engine,
        dbos_system_schema=SCHEMA,
        serializer=DBOSPortableJSONSerializer(),
        application_name=NAME,
        lazy=True,
        retry_connection_errors=False,
    )


class KnownJobs:
    """What the port `Jobs` asks of every process; the first of its efforts begins a job."""

    def __init__(self, client: DBOSClient, *efforts: Efforts) -> None:
        self._client = client
        self._efforts = efforts
        self._closed = False

    def start(self, job: Job) -> None:
        """Begin the work on a request, unless it is under way."""
        if not self._closed and not any(job in effort for effort in self._efforts):
            self._efforts[0].add(job)

    async def recover(self, slot: str) -> None:
        """Put what DBOS had given to a process that is gone into the queue of all that work."""
        left = await self._client.list_workflows_async(
            status="PENDING", executor_id=slot, load_input=False, load_output=False
        )
        if left:
            await self._client.resume_workflows_async([workflow.workflow_id for workflow in left])

    async def tidy(self) -> None:
        """Forget jobs that are done, and those that nobody has done for longer than a request is open."""
        now = datetime.now(UTC)
        await self._forget(completed_before=(now - DONE_KEPT).isoformat())
        await self._forget(end_time=(now - KEPT).isoformat())

    async def cancel(self, request_id: str) -> None:
        """Stop what is under way here for a request; a worker notices that it is no longer its own."""
        await _stop(task for effort in self._efforts for task in effort.of(request_id))

    async def drop(self) -> None:
        """Stop all that is under way here: another process has taken over our requests."""
        await _stop(task for effort in self._efforts for task in effort.all())

    async def close(self) -> None:
        """Stop all, and begin no more; what is open stays so, for whoever comes next."""
        self._closed = True
        await self.drop()

    def _busy(self, request_id: str) -> bool:
        """Whether something is under way here for a request."""
        return any(effort.of(request_id) for effort in self._efforts)

    async def _forget(self, *, completed_before: str | None = None, end_time: str | None = None) -> None:
        while found := await self._client.list_workflows_async(
            completed_before=completed_before,
            end_time=end_time,
            limit=AT_ONCE,
            load_input=False,
            load_output=False,
        ):
            await self._client.delete_workflows_async([workflow.workflow_id for workflow in found])


async def _stop(tasks: Iterable[asyncio.Task[None]]) -> None:
    """Cancel tasks, and wait until they have ended."""
    stopped = list(tasks)
    for task in stopped:
        task.cancel()
    await asyncio.gather(*stopped, return_exceptions=True)
