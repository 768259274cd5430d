"""Opens DBOS, of which a process has one at a time."""

import asyncio
from collections.abc import AsyncIterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager

from dbos import DBOS

from bot.adapters.jobs.beginning import Log
from bot.adapters.jobs.system import config, create_system_engine
from bot.adapters.jobs.working import WorkingJobs
from bot.services.desk import Work


@asynccontextmanager
async def open_jobs(database: str, slot: str, work: Work, log: Log) -> AsyncIterator[WorkingJobs]:
    """Jobs beside a database, given by its URL, done by this process under the name of its slot.

    DBOS is destroyed at the end, so that the next one is really new.
    """
    engine = create_system_engine(database)
    DBOS(config=config(engine, slot))
    jobs = WorkingJobs(work, log)
    DBOS.listen_queues([])
    try:
        DBOS.launch()
        yield jobs
    finally:
        await jobs.close()
        await _destroy()
        engine.dispose()


async def _destroy() -> None:
    """End DBOS, and give the event loop threads of its own again: DBOS had put its own in their place."""
    asyncio.get_running_loop().set_default_executor(ThreadPoolExecutor(thread_name_prefix="asyncio"))
    await asyncio.to_thread(DBOS.destroy, destroy_registry=True)
