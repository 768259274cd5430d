"""Jobs behind DBOS, in a database of its own beside ours: it is told ids of requests, never text."""

import asyncio
import secrets
from collections.abc import AsyncIterator, Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager

from dbos import DBOS, DBOSConfig, DBOSPortableJSONSerializer, SetWorkflowID
from sqlalchemy import Engine, create_engine, event
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.pool import ConnectionPoolEntry

from bot.adapters.storage.address import file_of, read_address
from bot.services.desk import Work

NAME = "briefer"
VERSION = "1"
"""What a job is. DBOS leaves jobs of other versions alone: a new one only when old ones can't be done."""

SCHEMA = "dbos"
"""Where its tables are in the PostgreSQL database that holds ours."""

CONNECTIONS = 5
PATIENCE = 30
"""Seconds that its transactions wait for those of others."""

PRAGMAS = (
    f"busy_timeout = {PATIENCE * 1000}",
    "foreign_keys = ON",
    "journal_mode = WAL",
    "synchronous = NORMAL",
)
"""A crash of the machine may lose its last words, never ours: open requests are in our own tables."""

ENDING = 0.1
"""Seconds between looks of the one thread of DBOS that sleeps without being woken: closing waits for it."""

SELDOM = 3600.0
"""Seconds between looks for schedules, of which there are none."""

PAUSE, LONGEST_PAUSE = 0.5, 15.0
"""Seconds after which a job is begun that could not be before: DBOS's database may be away for a while."""

Log = Callable[[str, Exception], None]


class DbosJobs:
    """One workflow of DBOS for each request in work, on this event loop."""

    def __init__(self, work: Work, log: Log) -> None:
        self._work = work
        self._log = log
        self._start = secrets.token_hex(4)
        self._starting: dict[str, asyncio.Task[None]] = {}
        self._tasks: dict[str, asyncio.Task[None]] = {}
        self._closed = False

        @DBOS.workflow(name="answer", max_recovery_attempts=None)
        async def answer(request_id: str) -> None:
            await self._do(request_id)

        self._answer = answer

    def start(self, request_id: str) -> None:
        """Begin the work on a request, unless it is under way."""
        if self._closed or request_id in self._starting or request_id in self._tasks:
            return
        task = asyncio.get_running_loop().create_task(self._begin(request_id), name=f"begin {request_id}")
        self._starting[request_id] = task
        task.add_done_callback(lambda _: self._starting.pop(request_id, None))

    async def cancel(self, request_id: str) -> None:
        """Stop the work on a request, if it is under way."""
        await _stop([task for tasks in (self._starting, self._tasks) if (task := tasks.get(request_id))])

    async def close(self) -> None:
        """Stop all work, and begin no more; what is open stays so, for the next start."""
        self._closed = True
        await _stop([*self._starting.values(), *self._tasks.values()])

    async def _begin(self, request_id: str) -> None:
        pause = PAUSE
        while True:
            try:
                with SetWorkflowID(f"{request_id}.{self._start}"):
                    await DBOS.start_workflow_async(self._answer, request_id)
            except Exception as error:  # noqa: BLE001 - whatever keeps it from beginning now
                self._log(request_id, error)
                await asyncio.sleep(pause)
                pause = min(2 * pause, LONGEST_PAUSE)
            else:
                return

    async def _do(self, request_id: str) -> None:
        """Work, in a task that can be stopped; what closing stops is left to DBOS as unfinished."""
        if not self._closed and request_id not in self._tasks:
            task = asyncio.get_running_loop().create_task(self._work(request_id), name=f"brief {request_id}")
            self._tasks[request_id] = task
            task.add_done_callback(lambda _: self._tasks.pop(request_id, None))
            await asyncio.wait([task])
        if self._closed:
            raise asyncio.CancelledError


async def _stop(tasks: list[asyncio.Task[None]]) -> None:
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)


@asynccontextmanager
async def open_jobs(database: str, slot: str, work: Work, log: Log) -> AsyncIterator[DbosJobs]:
    """Jobs beside a database, given by its URL, done by this process under the name of its slot.

    DBOS is one for a process: it is destroyed at the end, so that the next one is really new.
    """
    engine = _engine(database)
    DBOS(config=_config(engine, slot))
    jobs = DbosJobs(work, log)
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


def _config(engine: Engine, slot: str) -> DBOSConfig:
    return DBOSConfig(
        name=NAME,
        system_database_url=engine.url.render_as_string(hide_password=False),
        system_database_engine=engine,
        dbos_system_schema=SCHEMA,
        application_version=VERSION,
        executor_id=slot,
        serializer=DBOSPortableJSONSerializer(),
        use_listen_notify=False,
        notification_listener_polling_interval_sec=ENDING,
        scheduler_polling_interval_sec=SELDOM,
        log_level="ERROR",
    )


def _engine(database: str) -> Engine:
    address = read_address(database)
    if file := file_of(address):
        beside = file.with_name(f"{file.stem}-jobs.db")
        beside.touch(mode=0o600)
        engine = create_engine(address.set(drivername="sqlite", database=str(beside)))
        event.listen(engine, "connect", _speak_plainly)
        return engine
    return create_engine(
        address, pool_size=CONNECTIONS, max_overflow=0, pool_pre_ping=True, hide_parameters=True
    )


def _speak_plainly(connection: DBAPIConnection, _: ConnectionPoolEntry) -> None:
    """Writers take the lock at once, and wait for each other."""
    connection.isolation_level = "IMMEDIATE"
    for pragma in PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")
