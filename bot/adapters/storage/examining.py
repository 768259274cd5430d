"""Looks at a database and changes nothing."""

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.adapters.storage.address import file_of, read_address, shown, told
from bot.adapters.storage.database import create_database
from bot.adapters.storage.migrating import revision_of, revisions
from bot.adapters.storage.secrecy import Keyring
from bot.adapters.storage.tables import briefs, proof, requests
from bot.domain.request import State


async def describe_database(url: str, keys: str = "") -> str:
    """Where the database is, how its tables stand and what is in it; BadSettings when it can't be used."""
    address, keyring = read_address(url), Keyring.read(keys)
    if (file := file_of(address)) and not file.exists():
        return f"{shown(address)}, made at the first start"
    database = create_database(address, keyring, patience=0)
    try:
        with told(address):
            async with database.reading() as connection:
                state = await _state(connection)
    finally:
        await database.engine.dispose()
    return f"{shown(address)}, {state}{', encrypted' if keyring else ''}"


async def _state(connection: AsyncConnection) -> str:
    revision, latest = await connection.run_sync(revision_of), revisions()[-1]
    if revision is None:
        return "empty, its tables are made at the first start"
    await connection.scalar(select(proof.c.word))
    if revision != latest:
        return f"revision {revision}, brought to {latest} at the next start"
    kept = await connection.scalar(select(func.count()).select_from(briefs))
    waiting = select(func.count()).select_from(requests).where(requests.c.state == State.OPEN)
    return f"revision {revision}, briefs: {kept}, open requests: {await connection.scalar(waiting)}"
