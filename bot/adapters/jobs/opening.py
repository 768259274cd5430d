"""Opens DBOS, of which a process has one at a time."""

import asyncio
import logging
from collections.abc import AsyncIterator, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager, contextmanager

from dbos import DBOS
from sqlalchemy import Engine

from bot.adapters.jobs.efforts import Log
from bot.adapters.jobs.handing import HandedJobs
from bot.adapters.jobs.known import create_client
from bot.adapters.jobs.system import QUEUE, config, create_system_engine, migrate
from bot.adapters.jobs.working import WorkingJobs
from bot.services.desk import Work

QUIET = logging.NullHandler()
"""What DBOS logs goes the way of all libraries."""

AT_ONCE = 64
"""Jobs that a worker takes from the queue at a time: more than it reads, so that guilds take turns."""

LOOK = 0.25
"""Seconds between a worker's looks into the queue."""


@asynccontextmanager
async def open_jobs(
    database: str, slot: str, work: Work, log: Log, *, queue: bool = False
) -> AsyncIterator[WorkingJobs]:
    """Jobs beside a database, given by its URL, done by this process under the name of its slot.

    `queue`: also those that other processes put into the queue. DBOS is destroyed at the end, so that the
    next one is really new.
    """
    with _system(database) as engine:
        logging.getLogger("dbos").addHandler(QUIET)  # or it writes to the terminal by itself
        DBOS(config=config(engine, slot))
        jobs = WorkingJobs(create_client(engine), work, log)
        DBOS.listen_queues([QUEUE] if queue else [])
        try:
            DBOS.launch()
            if queue:
                await DBOS.register_queue_async(QUEUE, worker_concurrency=AT_ONCE, polling_interval_sec=LOOK)
            yield jobs
        finally:
            await jobs.close()
            await _destroy()


@asynccontextmanager
async def open_handing(database: str, log: Log) -> AsyncIterator[HandedJobs]:
    """Jobs that are put into the queue beside a database, given by its URL, for workers.

    Where there was never a worker, DBOS's tables are made here: jobs wait in them for the first.
    """
    with _system(database) as engine:
        logging.getLogger("dbos").addHandler(QUIET)
        await asyncio.to_thread(migrate, engine)
        client = create_client(engine)
        jobs = HandedJobs(client, log)
        try:
            yield jobs
        finally:
            await jobs.close()
            await asyncio.to_thread(client.destroy)


@contextmanager
def _system(database: str) -> Iterator[Engine]:
    engine = create_system_engine(database)
    try:
        yield engine
    finally:
        engine.dispose()


async def _destroy() -> None:
    """End DBOS, and give the event loop threads of its own again: DBOS had put its own in their place."""
    asyncio.get_running_loop().set_default_executor(ThreadPoolExecutor(thread_name_prefix="asyncio"))
    await asyncio.to_thread(DBOS.destroy, destroy_registry=True)
