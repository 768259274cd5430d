"""Links that people shared where the bot listens, and readers' reactions to them and to briefs."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, and_, delete, exists, func, or_, select, update

from bot.adapters.storage.columns import hashed
from bot.adapters.storage.database import Database, add_row
from bot.adapters.storage.tables import briefs, shared
from bot.domain.digest import SharedLink
from bot.services.digesting.gathering import SharedLinks
from bot.services.listening import Notebook, Spot


class StoredSharedLinks(SharedLinks, Notebook):
    """The ports `SharedLinks` and `Notebook` on a database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def note(self, spot: Spot, urls: Sequence[str], moment: datetime) -> None:
        row = {
            "message_id": spot.message_id,
            "user_id": spot.user_id,
            "guild_id": spot.guild_id,
            "channel_id": spot.channel_id,
            "parent_id": spot.parent_id,
            "shared": moment,
            "reactions": 0,
        }
        async with self._database.writing() as connection:
            for url in urls:
                await add_row(connection, shared, {**row, "link": hashed(url), "url": url})

    async def react(self, message_id: int, by: int) -> None:
        for table in (shared, briefs):
            count = func.coalesce(table.c.reactions, 0) + by
            there = and_(table.c.message_id == message_id, count >= 0)
            if await self._has(there):
                await self._database.change(update(table).where(there).values(reactions=count))

    async def withdraw(self, message_ids: Sequence[int]) -> None:
        gone = shared.c.message_id.in_(message_ids)
        if await self._has(gone):
            await self._database.change(delete(shared).where(gone))

    async def since(self, channels: Sequence[int], moment: datetime) -> Sequence[SharedLink]:
        """The links that channels and their threads had since then, each once, the first first."""
        here = or_(shared.c.channel_id.in_(channels), shared.c.parent_id.in_(channels))
        columns = shared.c.url, shared.c.shared, shared.c.reactions
        query = select(*columns).where(here, shared.c.shared >= moment).order_by(shared.c.shared)
        rows = await self._database.rows(query)
        found: dict[str, SharedLink] = {}
        for row in rows:
            url = row["url"]
            first = found.get(url, SharedLink(url, row["shared"]))
            found[url] = SharedLink(url, first.shared, first.reactions + row["reactions"])
        return list(found.values())

    async def _has(self, condition: ColumnElement[bool]) -> bool:
        """Whether a row meets the condition: asked before writing, as most messages are no row of ours."""
        return bool(await self._database.scalar(select(exists().where(condition))))
