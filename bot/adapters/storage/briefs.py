"""Briefs with their articles, marks and server events."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from sqlalchemy import and_, delete, exists, null, select, update
from sqlalchemy.engine import RowMapping
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.adapters.storage.columns import hashed
from bot.adapters.storage.database import Database, Row, add_row, put_row
from bot.adapters.storage.slots import still_held
from bot.adapters.storage.tables import articles, briefs, marks, scheduled
from bot.domain.brief import Brief
from bot.domain.errors import TakenOver
from bot.domain.kept import KeptBrief, Mark
from bot.domain.request import Asker, Request
from bot.services.digesting.gathering import ServerBriefs
from bot.services.storing import TEXT_KEPT, Briefs


class StoredBriefs(Briefs, ServerBriefs):
    """The ports `Briefs` and `ServerBriefs` on a database.

    What is past its age is not given out, though it may still wait to be deleted.
    """

    def __init__(self, database: Database, now: Callable[[], datetime], keep: timedelta) -> None:
        self._database = database
        self._now = now
        self._keep = keep

    async def keep(self, kept: KeptBrief, request: Request | None = None) -> None:
        """Keep a brief with its article, or put it in the place of the one with this id.

        TakenOver when the request that it was made for is somebody else's by now.
        """
        once = {"reactions"} | ({"message_id"} if kept.message_id is None else set[str]())
        async with self._database.writing() as connection:
            if request and not await still_held(connection, request):
                raise TakenOver
            await put_row(connection, briefs, _row(kept), once=once)
            await _keep_article(connection, kept)

    async def get(self, brief_id: str) -> KeptBrief | None:
        """The brief; its article is whole for a day, then reduced to the sentences that are cited."""
        now = self._now()
        whole = and_(articles.c.brief_id == briefs.c.id, articles.c.received > now - TEXT_KEPT)
        query = select(briefs, articles.c.article).outerjoin_from(briefs, articles, whole)
        kept = query.where(briefs.c.id == brief_id, briefs.c.made > now - self._keep)
        found = await self._database.rows(kept)
        return _kept(found[0]) if found else None

    async def posted(self, brief_id: str, message_id: int) -> None:
        """Keep which message shows the brief."""
        change = update(briefs).where(briefs.c.id == brief_id).values(message_id=message_id)
        await self._database.change(change)

    async def forget(self, brief_id: str) -> None:
        """Forget the brief, its article and its marks."""
        await self._database.change(delete(briefs).where(briefs.c.id == brief_id))

    async def seen_since(self, channel_id: int, source_url: str, since: datetime) -> bool:
        """Whether a brief of this link was made in the channel since then, for all to see."""
        seen = exists().where(
            briefs.c.channel_id == channel_id,
            briefs.c.link == hashed(source_url),
            briefs.c.made >= since,
            briefs.c.private.is_not(True),
        )
        return bool(await self._database.scalar(select(seen)))

    async def like(self, likeness: str) -> Brief | None:
        """A brief of this likeness, with no more of its article than it cites; None when none is kept."""
        alike = briefs.c.likeness == likeness, briefs.c.made > self._now() - self._keep
        return await self._database.scalar(select(briefs.c.brief).where(*alike).limit(1))

    async def since(self, guild_id: int, moment: datetime) -> Sequence[KeptBrief]:
        """Those that were made in a guild since then for all to see, the newest first."""
        seen = briefs.c.guild_id == guild_id, briefs.c.made >= moment, briefs.c.private.is_(False)
        query = select(briefs, null().label("article")).where(*seen).order_by(briefs.c.made.desc())
        rows = await self._database.rows(query)
        return [_kept(row) for row in rows]

    async def mark(self, mark: Mark) -> bool:
        """Keep that an item is wrong; False when this person has said so before, or the brief is gone."""
        row = {
            "brief_id": mark.brief_id,
            "user_id": mark.user_id,
            "kind": mark.kind,
            "place": mark.index,
            "text": mark.text,
            "marked": mark.marked,
        }
        async with self._database.writing() as connection:
            return await _is_kept(connection, mark.brief_id) and await add_row(connection, marks, row)

    async def scheduled(self, brief_id: str, event: int) -> int | None:
        """The id of the server event that was made of this event of a brief; None when none was."""
        made = scheduled.c.brief_id == brief_id, scheduled.c.event == event
        return await self._database.scalar(select(scheduled.c.scheduled_id).where(*made))

    async def schedule(self, brief_id: str, event: int, scheduled_id: int) -> None:
        """Keep that a server event was made of an event of a brief; nothing when the brief is gone."""
        row = {"brief_id": brief_id, "event": event, "scheduled_id": scheduled_id}
        async with self._database.writing() as connection:
            if await _is_kept(connection, brief_id):
                await put_row(connection, scheduled, row)


async def _keep_article(connection: AsyncConnection, kept: KeptBrief) -> None:
    if not kept.whole:
        await connection.execute(delete(articles).where(articles.c.brief_id == kept.id))
        return
    row = {"brief_id": kept.id, "received": kept.received or kept.made, "article": kept.brief.article}
    await put_row(connection, articles, row, once={"received"})


async def _is_kept(connection: AsyncConnection, brief_id: str) -> bool:
    """Whether the brief is there, held as it is until the end of the transaction."""
    row = select(briefs.c.id).where(briefs.c.id == brief_id).with_for_update(read=True)
    return await connection.scalar(row) is not None


def _row(kept: KeptBrief) -> Row:
    article = kept.brief.article
    return {
        "id": kept.id,
        "user_id": kept.asker.user_id,
        "guild_id": kept.asker.guild_id,
        "channel_id": kept.channel_id,
        "message_id": kept.message_id,
        "locale": kept.asker.locale,
        "made": kept.made,
        "received": kept.received,
        "options": kept.options,
        "source_url": kept.source_url,
        "link": hashed(kept.source_url) if kept.source_url else None,
        "likeness": kept.likeness,
        "private": kept.private,
        "reactions": kept.reactions,
        "brief": replace(kept.brief, article=article.only(kept.brief.cited)),
    }


def _kept(row: RowMapping) -> KeptBrief:
    brief, article = row["brief"], row["article"]
    return KeptBrief(
        id=row["id"],
        brief=replace(brief, article=article) if article else brief,
        asker=Asker(row["user_id"], row["guild_id"], row["locale"]),
        options=row["options"],
        channel_id=row["channel_id"],
        made=row["made"],
        received=row["received"],
        source_url=row["source_url"],
        message_id=row["message_id"],
        whole=article is not None,
        likeness=row["likeness"],
        private=bool(row["private"]),
        reactions=row["reactions"] or 0,
    )
