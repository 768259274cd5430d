"""DBOS's own database: a file beside ours on SQLite, a schema of its own in ours on PostgreSQL."""

from dbos import DBOS, DBOSConfig, DBOSPortableJSONSerializer
from sqlalchemy import Engine, create_engine, event
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.pool import ConnectionPoolEntry

from bot.adapters.storage.address import file_of, read_address
from bot.domain.request import Job

NAME = "briefer"
VERSION = "1"
"""What a job is. DBOS leaves jobs of other versions alone: a new one only when old ones can't be done."""

WORKFLOW = "answer"
QUEUE = "briefs"
"""Where processes that don't work themselves put the work, and workers find it."""

SCHEMA = "dbos"

CONNECTIONS = 5
PATIENCE = 30
"""Seconds that its transactions wait for those of others."""

PRAGMAS = (
    f"busy_timeout = {PATIENCE * 1000}",
    "foreign_keys = ON",
    "journal_mode = WAL",
    "synchronous = NORMAL",
)
"""A loss of power may undo the latest that DBOS wrote. Open requests are in our own tables."""

ENDING = 0.1
"""Seconds between looks of the one thread of DBOS that sleeps without being woken: closing waits for it."""

SELDOM = 3600.0
"""Seconds between looks for schedules, of which there are none."""


def workflow_id(job: Job) -> str:
    """The name of a job in DBOS, where a name is used once: another process that takes over has another."""
    return f"{job.request_id}.{job.fence}"


def config(engine: Engine, slot: str) -> DBOSConfig:
    """How DBOS runs here: under the name of its process's slot, with no more threads than it must have."""
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


def create_system_engine(database: str) -> Engine:
    """Connections to DBOS's tables beside those in our database, which is given by its URL."""
    address = read_address(database)
    if file := file_of(address):
        beside = file.with_name(f"{file.stem}-jobs.db")
        beside.touch(mode=0o600)
        engine = create_engine(address.set(drivername="sqlite", database=str(beside)))
        event.listen(engine, "connect", _lock_at_once)
        return engine
    return create_engine(
        address, pool_size=CONNECTIONS, max_overflow=0, pool_pre_ping=True, hide_parameters=True
    )


def migrate(engine: Engine) -> None:
    """Bring DBOS's tables up to date, as each process does that begins to work."""
    DBOS.migrate(engine.url.render_as_string(hide_password=False), schema=SCHEMA)


def _lock_at_once(connection: DBAPIConnection, _: ConnectionPoolEntry) -> None:
    """Writers take the lock at once, and wait for each other."""
    connection.isolation_level = "IMMEDIATE"
    for pragma in PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")
