"""Connections and transactions, the same on both databases."""

import asyncio
from collections.abc import AsyncIterator, Callable, Collection, Mapping, Sequence
from contextlib import AbstractAsyncContextManager, AsyncExitStack, asynccontextmanager
from typing import TypeVar

from sqlalchemy import (
    URL,
    Connection,
    Delete,
    Executable,
    Pool,
    RowMapping,
    Select,
    Table,
    Update,
    event,
    select,
    text,
    tuple_,
)
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import OperationalError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine
from sqlalchemy.pool import AsyncAdaptedQueuePool, ConnectionPoolEntry, NullPool

from bot.adapters.storage.secrecy import Keyring, give_keys
from bot.domain.errors import StorageAway
from bot.services.queueing import FairQueue

PATIENCE = 30
"""Seconds that a transaction waits for those of others, and for a server that starts again."""

AGAIN = 0.25
"""Seconds between attempts to connect."""

CONNECT_SECONDS = 10
CONNECTIONS = 8
"""Connections that a process holds at most."""

PAGE = 200
"""Rows that are copied at a time: a brief has about 20 kB."""

WRITING = "writing"
"""The execution option of writers. On SQLite they lock as they begin: who reads first may never get to."""

DURABLE = "durable"
"""The execution option of writers whose rows outlive even a loss of power. On SQLite such a commit waits 5 to
30 ms for the disk. A loss of power may undo the latest others: what they record is then done again."""

SYNCHRONOUS = {True: "FULL", False: "NORMAL"}
"""What SQLite waits for, by whether the transaction is durable."""

FIRST, OTHERS = range(2)
"""The two kinds of writers, who take turns."""

FOREIGN_KEYS = "foreign_keys = ON"
PRAGMAS = (f"busy_timeout = {PATIENCE * 1000}", "journal_mode = WAL", "secure_delete = ON")
"""Patience with other processes, readers beside a writer, and nothing left on disk of what was deleted."""

T = TypeVar("T")

Row = Mapping[str, object]
"""A row's values by the names of its columns."""


class Database:
    """Transactions of one process. On SQLite its writers take turns, as the file has one writer at a time.

    Who writes what must be durable, as a request to be acknowledged, waits for one other writer at most.
    """

    def __init__(self, engine: AsyncEngine, patience: float = 0.0) -> None:
        self.engine = engine
        self._patience = patience
        self._writers = engine.execution_options(**{WRITING: True})
        self._durable = self._writers.execution_options(**{DURABLE: True})
        self._turns = FairQueue(1 if engine.dialect.name == "sqlite" else CONNECTIONS)

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[AsyncConnection]:
        """A connection that changes nothing."""
        async with self._patiently(self.engine.connect) as connection:
            yield connection

    @asynccontextmanager
    async def writing(self, *, durable: bool = False) -> AsyncIterator[AsyncConnection]:
        """A transaction that is kept unless it ends in an error; `durable` even when the machine dies."""
        writers = self._durable if durable else self._writers
        async with (
            self._turns.place(FIRST if durable else OTHERS),
            self._patiently(writers.begin) as connection,
        ):
            yield connection

    async def scalar(self, query: Select[T]) -> T | None:
        """The one value that a query finds; None where it finds none."""
        async with self.reading() as connection:
            return await connection.scalar(query)

    async def rows(self, query: Executable) -> Sequence[RowMapping]:
        """The rows that a query finds, by the names of their columns."""
        async with self.reading() as connection:
            return (await connection.execute(query)).mappings().all()

    async def change(self, statement: Update | Delete) -> int:
        """A transaction of one statement; how many rows it met."""
        async with self.writing() as connection:
            return (await connection.execute(statement)).rowcount

    @asynccontextmanager
    async def _patiently(
        self, begin: Callable[[], AbstractAsyncContextManager[AsyncConnection]]
    ) -> AsyncIterator[AsyncConnection]:
        """A connection, waited for where the server is away; StorageAway when it does not come or breaks off.

        Without patience errors are those of the driver.
        """
        try:
            async with AsyncExitStack() as stack:
                yield await self._entered(stack, begin)
        except OperationalError as error:
            if not self._patience:
                raise
            raise StorageAway from error

    async def _entered(
        self, stack: AsyncExitStack, begin: Callable[[], AbstractAsyncContextManager[AsyncConnection]]
    ) -> AsyncConnection:
        loop = asyncio.get_running_loop()
        end = loop.time() + self._patience
        while True:
            try:
                return await stack.enter_async_context(begin())
            except OperationalError:
                if loop.time() >= end:
                    raise
                await asyncio.sleep(AGAIN)

    async def leave_no_trace(self) -> None:
        """Empty SQLite's journal, which still holds what was deleted from the file."""
        if self.engine.dialect.name == "sqlite":
            async with self._turns.place(OTHERS), self.engine.connect() as connection:
                await connection.execute(text("PRAGMA wal_checkpoint(TRUNCATE)"))


def create_database(address: URL, keyring: Keyring, patience: float = PATIENCE) -> Database:
    """The database that services use, patient with a server that is away; nothing is connected yet."""
    return Database(_engine(address, keyring, AsyncAdaptedQueuePool, (*PRAGMAS, FOREIGN_KEYS)), patience)


def create_for_migrations(address: URL, keyring: Keyring) -> Database:
    """The database for migrations: no foreign keys, so that SQLite can rebuild a table others refer to."""
    return Database(_engine(address, keyring, NullPool, PRAGMAS))


def _engine(address: URL, keyring: Keyring, pool: type[Pool], pragmas: tuple[str, ...]) -> AsyncEngine:
    sqlite = address.get_backend_name() == "sqlite"
    bounds = {"pool_size": CONNECTIONS, "max_overflow": 0} if pool is AsyncAdaptedQueuePool else {}
    engine = create_async_engine(
        address,
        poolclass=pool,
        pool_pre_ping=not sqlite,
        connect_args={} if sqlite else {"connect_timeout": CONNECT_SECONDS},
        hide_parameters=True,
        **bounds,
    )
    if sqlite:
        _begin_ourselves(engine, pragmas)
    give_keys(engine.dialect, keyring)
    return engine


def _begin_ourselves(engine: AsyncEngine, pragmas: tuple[str, ...]) -> None:
    """Begin SQLite's transactions here: its driver would begin them late, and without a lock."""

    @event.listens_for(engine.sync_engine, "connect")
    def _connect(connection: DBAPIConnection, _: ConnectionPoolEntry) -> None:
        connection.isolation_level = None
        cursor = connection.cursor()
        for pragma in pragmas:
            cursor.execute(f"PRAGMA {pragma}")
        cursor.close()

    @event.listens_for(engine.sync_engine, "begin")
    def _begin(connection: Connection) -> None:
        options = connection.get_execution_options()
        if options.get(WRITING):
            connection.exec_driver_sql(f"PRAGMA synchronous = {SYNCHRONOUS[bool(options.get(DURABLE))]}")
            connection.exec_driver_sql("BEGIN IMMEDIATE")


async def add_row(connection: AsyncConnection, table: Table, row: Row) -> bool:
    """Insert a row; False when one with its primary key is there."""
    insert = _insert(connection, table).values(row).on_conflict_do_nothing()
    added = await connection.execute(insert, execution_options={"preserve_rowcount": True})
    return added.rowcount > 0


async def add_rows(connection: AsyncConnection, table: Table, rows: Sequence[Row]) -> set[object]:
    """Insert rows into a table with the primary key `id`; the ids of those that were not there."""
    insert = _insert(connection, table).on_conflict_do_nothing().returning(table.c["id"])
    return set(await connection.scalars(insert, rows))


async def put_row(connection: AsyncConnection, table: Table, row: Row, *, once: Collection[str] = ()) -> None:
    """Insert a row, or change the one with its primary key; the columns in `once` stay as they were."""
    insert = _insert(connection, table).values(row)
    key = {column.name for column in table.primary_key}
    changed = {name: insert.excluded[name] for name in row if name not in key and name not in once}
    await connection.execute(insert.on_conflict_do_update(index_elements=key, set_=changed))


async def pages(connection: AsyncConnection, table: Table) -> AsyncIterator[Sequence[RowMapping]]:
    """All rows of a table, some at a time, locked for the transaction, which may change them."""
    key = tuple_(*table.primary_key)
    query = select(table).order_by(*table.primary_key).limit(PAGE).with_for_update()
    page = (await connection.execute(query)).mappings().all()
    while page:
        yield page
        last = tuple_(*(page[-1][column.name] for column in table.primary_key))
        page = (await connection.execute(query.where(key > last))).mappings().all()


def _insert(connection: AsyncConnection, table: Table) -> sqlite.Insert | postgresql.Insert:
    return sqlite.insert(table) if connection.dialect.name == "sqlite" else postgresql.insert(table)
