"""Moves a database: every row of one into another, whatever kind the two are of."""

from collections.abc import Mapping

from sqlalchemy import Table, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.adapters.storage.database import Database, pages
from bot.adapters.storage.opening import open_database
from bot.adapters.storage.tables import metadata, proof
from bot.domain.errors import BadSettings

OCCUPIED = "The database to copy into has rows already; name an empty one."


async def copy_database(source: str, target: str, keys: str = "") -> Mapping[str, int]:
    """Copy all rows in one transaction; how many there were of each table.

    Both databases are brought up to date first and use the same keys. BadSettings when one can't be opened,
    or when the target has rows.
    """
    async with open_database(source, keys) as old, open_database(target, keys) as new:
        return await _copy_all(old, new)


async def _copy_all(old: Database, new: Database) -> Mapping[str, int]:
    moving = [table for table in metadata.sorted_tables if table is not proof]
    async with old.writing() as source, new.writing() as target:
        for table in moving:
            await _expect_empty(target, table)
        return {table.name: await _copy(source, target, table) for table in moving}


async def _expect_empty(target: AsyncConnection, table: Table) -> None:
    if (await target.execute(select(table).limit(1))).first():
        raise BadSettings(OCCUPIED)


async def _copy(source: AsyncConnection, target: AsyncConnection, table: Table) -> int:
    copied = 0
    async for page in pages(source, table):
        await target.execute(insert(table), [dict(row) for row in page])
        copied += len(page)
    return copied
