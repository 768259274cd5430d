import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection, text

from bot.adapters.storage import open_storage
from bot.adapters.storage.opening import open_database
from bot.adapters.storage.tables import metadata
from bot.domain.errors import BadSettings
from tests.adapters.storage.made import Clock


async def test_the_revisions_make_the_tables_that_the_code_expects(url: str) -> None:
    def compare(connection: Connection) -> list[tuple[object, ...]]:
        options = {"compare_type": True, "compare_server_default": True}
        differences: list[tuple[object, ...]] = compare_metadata(
            MigrationContext.configure(connection, opts=options), metadata
        )
        return differences

    async with open_database(url) as database, database.reading() as connection:
        assert await connection.run_sync(compare) == []


async def test_the_database_of_a_newer_briefer_is_left_alone(url: str, clock: Clock) -> None:
    async with open_database(url) as database, database.writing() as connection:
        await connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(BadSettings, match="made by a newer Briefer"):
        async with open_storage(url, now=clock):
            pass
