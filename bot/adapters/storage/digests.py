"""Digests of guilds."""

from collections.abc import Sequence
from dataclasses import replace

from sqlalchemy import ColumnElement, delete, select, update
from sqlalchemy.engine import RowMapping

from bot.adapters.storage.columns import hashed
from bot.adapters.storage.database import Database, add_row, put_row
from bot.adapters.storage.tables import digest_feeds, digests
from bot.domain.digest import Digest
from bot.services.digesting.storing import Digests


class StoredDigests(Digests):
    """The port `Digests` on a database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def put(self, digest: Digest) -> None:
        row = {
            "id": digest.id,
            "guild_id": digest.guild_id,
            "channel_id": digest.channel_id,
            "digest": digest,
            "paused": digest.paused,
        }
        async with self._database.writing() as connection:
            await put_row(connection, digests, row)
            await connection.execute(delete(digest_feeds).where(digest_feeds.c.digest_id == digest.id))
            for url in digest.feeds:
                await add_row(connection, digest_feeds, {"digest_id": digest.id, "feed": hashed(url)})

    async def get(self, digest_id: str) -> Digest | None:
        found = await self._all(digests.c.id == digest_id)
        return found[0] if found else None

    async def of_guild(self, guild_id: int) -> Sequence[Digest]:
        found = await self._all(digests.c.guild_id == guild_id)
        return sorted(found, key=lambda digest: (digest.name.casefold(), digest.id))

    async def running(self) -> Sequence[Digest]:
        return await self._all(digests.c.paused.is_(None))

    async def pause(self, digest_id: str, reason: str) -> bool:
        running = digests.c.id == digest_id, digests.c.paused.is_(None)
        change = update(digests).where(*running).values(paused=reason)
        return await self._database.change(change) > 0

    async def delete(self, digest_id: str) -> None:
        await self._database.change(delete(digests).where(digests.c.id == digest_id))

    async def _all(self, condition: ColumnElement[bool]) -> list[Digest]:
        rows = await self._database.rows(select(digests).where(condition))
        return [_digest(row) for row in rows]


def _digest(row: RowMapping) -> Digest:
    digest: Digest = row["digest"]
    return replace(digest, paused=row["paused"])
