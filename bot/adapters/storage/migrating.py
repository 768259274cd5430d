"""Brings a database's tables up to what this version of Briefer expects."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, text
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.adapters.storage.database import PATIENCE, Database
from bot.domain.errors import BadSettings

TURN = 0x62726965666572
"""The number of PostgreSQL's advisory lock: the letters of Briefer's name."""

NEWER = "The database was made by a newer Briefer; install that version, or set BRIEFER_DATABASE_URL."
UNRELEASED = "The database was made before Briefer's first release; name another one in BRIEFER_DATABASE_URL."


async def migrate(database: Database, revision: str = "head") -> None:
    """Bring the tables up to a revision, in one transaction that other processes wait for.

    BadSettings when the database has a revision that we don't know.
    """
    async with database.writing() as connection:
        await _take_turn(connection)
        await connection.run_sync(_upgrade, revision)


async def _take_turn(connection: AsyncConnection) -> None:
    """On SQLite the transaction itself is exclusive."""
    if connection.dialect.name == "postgresql":
        await connection.execute(text(f"SET LOCAL lock_timeout = '{PATIENCE}s'"))
        await connection.execute(text("SELECT pg_advisory_xact_lock(:turn)"), {"turn": TURN})


def _upgrade(connection: Connection, revision: str) -> None:
    revision_of(connection)
    config = configuration()
    config.attributes["connection"] = connection
    command.upgrade(config, revision)


def revision_of(connection: Connection) -> str | None:
    """The revision of the tables, None where there are none; BadSettings when we don't know it."""
    found, known = MigrationContext.configure(connection).get_current_revision(), revisions()
    if found is not None and found not in known:
        raise BadSettings(UNRELEASED if found < known[0] else NEWER)
    return found


def configuration() -> Config:
    """Where Alembic finds the revisions: in this package."""
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    return config


def revisions() -> list[str]:
    """All revisions, the first first."""
    script = ScriptDirectory.from_config(configuration())
    return [revision.revision for revision in script.walk_revisions()][::-1]
