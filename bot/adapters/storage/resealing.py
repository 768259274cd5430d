"""Changes keys: everything is encrypted anew with the first one."""

from sqlalchemy import Table, bindparam, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.adapters.storage.columns import Document
from bot.adapters.storage.database import Database, pages
from bot.adapters.storage.opening import open_database
from bot.adapters.storage.secrecy import Keyring
from bot.adapters.storage.tables import metadata
from bot.domain.errors import BadSettings

KEYLESS = "There is nothing to encrypt with: set BRIEFER_DATABASE_KEYS; `briefer db key` makes a key."

OLD = "old_"
"""Begins the names of the values that a row is found by, beside those that it is given."""


async def reseal_database(url: str, keys: str) -> int:
    """Encrypt all texts with the first key, those that were in plain words too; how many rows there were.

    Afterwards the other keys are needed no more. BadSettings when there is no key.
    """
    if not Keyring.read(keys):
        raise BadSettings(KEYLESS)
    async with open_database(url, keys) as database:
        resealed = await _reseal_all(database)
        await database.leave_no_trace()
    return resealed


async def _reseal_all(database: Database) -> int:
    async with database.writing() as connection:
        return sum([await _reseal(connection, table) for table in metadata.sorted_tables])


async def _reseal(connection: AsyncConnection, table: Table) -> int:
    documents = [column.name for column in table.columns if isinstance(column.type, Document)]
    if not documents:
        return 0
    key = [column.name for column in table.primary_key]
    found = [table.c[name] == bindparam(OLD + name) for name in key]
    change = update(table).where(*found).values({name: bindparam(name) for name in documents})
    resealed = 0
    async for page in pages(connection, table):
        rows = [
            {OLD + name: row[name] for name in key} | {name: row[name] for name in documents} for row in page
        ]
        await connection.execute(change, rows)
        resealed += len(rows)
    return resealed
