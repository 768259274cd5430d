"""What is done with jobs that others were given, and with jobs that are done."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from dbos import DBOSClient, DBOSPortableJSONSerializer
from sqlalchemy import Engine

from bot.adapters.jobs.system import NAME, SCHEMA, workflow_id
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


async def unfinished(client: DBOSClient, jobs: Sequence[Job]) -> set[Job]:
    """Those of these jobs that DBOS knows and that are not done."""
    names = {workflow_id(job): job for job in jobs}
    known = await client.list_workflows_async(
        workflow_ids=list(names), status=["ENQUEUED", "PENDING"], load_input=False, load_output=False
    )
    return {names[workflow.workflow_id] for workflow in known}


async def recover(client: DBOSClient, slot: str) -> None:
    """Put what DBOS had given to a process that is gone into the queue that every working process reads."""
    left = await client.list_workflows_async(
        status="PENDING", executor_id=slot, load_input=False, load_output=False
    )
    if left:
        await client.resume_workflows_async([workflow.workflow_id for workflow in left])


async def tidy(client: DBOSClient) -> None:
    """Forget jobs that are done, and those that nobody has done for longer than a request is open."""
    now = datetime.now(UTC)
    await _forget(client, completed_before=(now - DONE_KEPT).isoformat())
    await _forget(client, end_time=(now - KEPT).isoformat())


async def _forget(
    client: DBOSClient, *, completed_before: str | None = None, end_time: str | None = None
) -> None:
    while found := await client.list_workflows_async(
        completed_before=completed_before,
        end_time=end_time,
        limit=AT_ONCE,
        load_input=False,
        load_output=False,
    ):
        await client.delete_workflows_async([workflow.workflow_id for workflow in found])
