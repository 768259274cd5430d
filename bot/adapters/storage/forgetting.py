"""Leaves no row and no text behind, in any table: what belongs to whom is read from the tables themselves."""

import secrets
from collections.abc import Callable, Collection, Mapping
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, Delete, Table, and_, delete, false, or_, select, union, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.adapters.storage.database import Database, add_row
from bot.adapters.storage.disguise import Disguise
from bot.adapters.storage.tables import (
    absences,
    articles,
    briefs,
    digest_feeds,
    digest_steps,
    digests,
    feed_items,
    feeds,
    guilds,
    listening,
    metadata,
    requests,
    runs,
    shared,
    spendings,
    steps,
    usages,
)
from bot.domain.request import State
from bot.services.storing import CLOSED_KEPT, SHARED_KEPT, TEXT_KEPT, Forgetting

RUNS_KEPT = timedelta(days=10)
"""How long a run of a digest is known at least, so that no day is made up for twice."""

COUNTED = timedelta(days=1)
"""How far back a guild's limit for its members looks."""


class StoredForgetting(Forgetting):
    """The port `Forgetting` on a database."""

    def __init__(
        self, database: Database, now: Callable[[], datetime], keep: timedelta, disguise: Disguise
    ) -> None:
        self._database = database
        self._now = now
        self._keep = keep
        self._disguise = disguise

    async def person(self, user_id: int) -> int:
        """Forget all that belongs to a person; how many rows that were.

        How many briefs they had in the last day stays counted under a disguise: forgetting resets no limit.
        """
        async with self._database.writing() as connection:
            disguised = await self._disguise_today(connection, user_id)
            forgotten = await _forget(connection, "user_id", [user_id])
        await self._database.leave_no_trace()
        return disguised + forgotten

    async def guild(self, guild_id: int) -> int:
        return await self._forget_all("guild_id", [guild_id])

    async def guilds(self) -> Collection[int]:
        owners = union(*(select(table.c["guild_id"]) for table in (guilds, listening, digests)))
        return [row["guild_id"] for row in await self._database.rows(owners)]

    async def away(self, here: Collection[int], gone: Collection[int]) -> Mapping[int, datetime]:
        async with self._database.writing() as connection:
            known = {row.guild_id: row.since for row in await connection.execute(select(absences))}
            for guild_id in known.keys() & set(here):
                await connection.execute(delete(absences).where(absences.c.guild_id == guild_id))
            for guild_id in set(gone) - known.keys():
                await add_row(connection, absences, {"guild_id": guild_id, "since": self._now()})
        return {guild_id: known.get(guild_id, self._now()) for guild_id in gone}

    async def channels(self, channel_ids: Collection[int]) -> int:
        """Forget what belongs to channels that are gone, but no digest; how many rows that were.

        A digest that can't be posted is paused when it is due, and its managers are told.
        """
        return await self._forget_all("channel_id", channel_ids, spared=digests)

    async def expired(self, now: datetime) -> int:
        old = briefs.c.made <= now - self._keep
        too_late = and_(requests.c.state == State.OPEN, requests.c.received <= now - TEXT_KEPT)
        closed = requests.c.state != State.OPEN
        async with self._database.writing() as connection:
            await connection.execute(
                update(requests).where(too_late).values(state=State.FAILED, closed=now, source=None)
            )
            forgotten = await _delete(
                connection,
                delete(steps).where(steps.c.request_id.in_(select(requests.c.id).where(closed))),
                delete(requests).where(requests.c.closed <= now - CLOSED_KEPT),
                delete(usages).where(usages.c.ended <= now - self._keep),
                delete(spendings).where(spendings.c.day < now.date()),
                delete(shared).where(shared.c.shared <= now - SHARED_KEPT),
                delete(digest_steps).where(digest_steps.c.made <= now - TEXT_KEPT),
                delete(articles).where(articles.c.received <= now - TEXT_KEPT),
                *_deletions({briefs: old}),
                delete(runs).where(runs.c.due <= now - max(self._keep, RUNS_KEPT)),
                *_unread_feeds(feeds.c.read <= now - TEXT_KEPT),
            )
            await connection.execute(update(runs).where(runs.c.due <= now - self._keep).values(post=None))
            uncounted = usages.c.user_id < 0, usages.c.ended <= now - COUNTED
            await connection.execute(update(usages).where(*uncounted).values(user_id=0))
        await self._database.leave_no_trace()
        return forgotten

    async def _disguise_today(self, connection: AsyncConnection, user_id: int) -> int:
        counted = (
            usages.c.user_id == user_id,
            usages.c.ended > self._now() - COUNTED,
            usages.c.code.is_(None),
            usages.c.automatic.is_(False),
        )
        requested = (await connection.scalars(select(usages.c.request_id).where(*counted))).all()
        for request_id in requested:
            row = update(usages).where(usages.c.request_id == request_id)
            anonymous = {"request_id": secrets.token_hex(8), "user_id": self._disguise(user_id)}
            await connection.execute(row.values(anonymous))
        return len(requested)

    async def _forget_all(self, owner: str, ids: Collection[int], spared: Table | None = None) -> int:
        async with self._database.writing() as connection:
            forgotten = await _forget(connection, owner, ids, spared)
        await self._database.leave_no_trace()
        return forgotten


async def _forget(
    connection: AsyncConnection, owner: str, ids: Collection[int], spared: Table | None = None
) -> int:
    tables = [table for table in metadata.sorted_tables if owner in table.c and table is not spared]
    own = {table: table.c[owner].in_(ids) for table in tables}
    return await _delete(connection, *_deletions(own), *_unread_feeds())


def _deletions(own: Mapping[Table, ColumnElement[bool]]) -> list[Delete]:
    """Of rows that meet their table's condition, and before them of those that refer to them."""
    return [delete(table).where(_reached(table, own)) for table in reversed(metadata.sorted_tables)]


def _reached(table: Table, own: Mapping[Table, ColumnElement[bool]]) -> ColumnElement[bool]:
    """Whether a row meets its table's condition, or refers to a row that is reached."""
    inherited = [
        key.parent.in_(select(key.column).where(_reached(key.column.table, own)))
        for key in table.foreign_keys
    ]
    return or_(own.get(table, false()), *inherited)


def _unread_feeds(*conditions: ColumnElement[bool]) -> list[Delete]:
    """Feeds, with what they had, that no digest reads (any more)."""
    unread = select(feeds.c.feed).where(feeds.c.feed.not_in(select(digest_feeds.c.feed)), *conditions)
    return [delete(table).where(table.c.feed.in_(unread)) for table in (feed_items, feeds)]


async def _delete(connection: AsyncConnection, *deletions: Delete) -> int:
    return sum([(await connection.execute(deletion)).rowcount for deletion in deletions])
