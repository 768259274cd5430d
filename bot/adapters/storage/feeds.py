"""What feeds had, for all digests together."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.adapters.storage import tables
from bot.adapters.storage.columns import hashed
from bot.adapters.storage.database import Database, add_row, put_row
from bot.adapters.storage.tables import feed_items
from bot.domain.digest import Item
from bot.services.digesting.storing import FeedItems, FeedState

ITEMS_KEPT = timedelta(days=30)
"""How long an item is known after it was first seen; as long as the feed has it, it is known anyway."""


class StoredFeedItems(FeedItems):
    """The port `FeedItems` on a database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def state(self, feed: str) -> FeedState:
        query = select(tables.feeds.c.state).where(tables.feeds.c.feed == hashed(feed))
        return await self._database.scalar(query) or FeedState()

    async def states(self, feeds: Sequence[str]) -> Mapping[str, FeedState]:
        by_key = {hashed(feed): feed for feed in feeds}
        query = select(tables.feeds.c.feed, tables.feeds.c.state).where(tables.feeds.c.feed.in_(by_key))
        return {by_key[row["feed"]]: row["state"] for row in await self._database.rows(query)}

    async def failed(self, feed: str, state: FeedState, moment: datetime) -> None:
        async with self._database.writing() as connection:
            row = {"feed": hashed(feed), "read": moment, "state": state}
            await put_row(connection, tables.feeds, row)

    async def read(self, feed: str, state: FeedState, items: Sequence[Item]) -> None:
        assert state.read is not None, "a feed that was read at no time"
        key = hashed(feed)
        async with self._database.writing() as connection:
            await put_row(connection, tables.feeds, {"feed": key, "read": state.read, "state": state})
            for item in items:
                entry = {"feed": key, "item": hashed(item.id), "seen": state.read, "entry": item}
                await add_row(connection, feed_items, entry)
            if items:
                await _forget(connection, key, state.read - ITEMS_KEPT, items)

    async def since(self, feed: str, moment: datetime) -> Sequence[Item]:
        query = select(feed_items.c.entry, feed_items.c.seen).where(
            feed_items.c.feed == hashed(feed), feed_items.c.seen >= moment
        )
        rows = await self._database.rows(query.order_by(feed_items.c.seen.desc()))
        return [replace(row["entry"], seen=row["seen"]) for row in rows]


async def _forget(connection: AsyncConnection, key: str, before: datetime, present: Sequence[Item]) -> None:
    """Items of long ago that the feed no longer has."""
    old = feed_items.c.feed == key, feed_items.c.seen <= before
    await connection.execute(
        delete(feed_items).where(*old, feed_items.c.item.not_in([hashed(item.id) for item in present]))
    )
