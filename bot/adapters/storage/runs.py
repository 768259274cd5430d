"""Runs of digests: who has one, how far it is, and what it tells."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime

from sqlalchemy import ColumnElement, and_, func, select, update
from sqlalchemy.engine import RowMapping
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.adapters.storage.database import Database, Row, add_row
from bot.adapters.storage.tables import digests, runs
from bot.domain.digest import REPEATABLE, Run, RunState
from bot.domain.post import Post
from bot.services.digesting.storing import Runs

OPEN = (RunState.CLAIMED, RunState.GATHERED)
FIRST_FENCE = 1
PLAIN = (
    runs.c.digest_id,
    runs.c.day,
    runs.c.due,
    runs.c.state,
    runs.c.fence,
    runs.c.lease,
    runs.c.message_id,
    runs.c.note,
)
"""All of a run but what it tells."""


class StoredRuns(Runs):
    """The port `Runs` on a database."""

    def __init__(self, database: Database, now: Callable[[], datetime]) -> None:
        self._database = database
        self._now = now

    async def last(self, digest_id: str) -> Run | None:
        return await self._latest(runs.c.digest_id == digest_id)

    async def lasts(self) -> Mapping[str, Run]:
        latest = select(runs.c.digest_id, func.max(runs.c.day).label("day")).group_by(runs.c.digest_id)
        of = latest.subquery()
        query = select(*PLAIN).join(of, and_(of.c.digest_id == runs.c.digest_id, of.c.day == runs.c.day))
        rows = await self._database.rows(query)
        return {row["digest_id"]: _run(row) for row in rows}

    async def told_until(self, digest_id: str) -> datetime | None:
        """When the latest run was due that was posted or had nothing to post."""
        told = runs.c.digest_id == digest_id, runs.c.state.in_((RunState.SENT, RunState.SILENT))
        return await self._database.scalar(select(func.max(runs.c.due)).where(*told))

    async def before(self, run: Run) -> Run | None:
        return await self._latest(runs.c.digest_id == run.digest_id, runs.c.day < run.day)

    async def claim(
        self, digest_id: str, day: date, due: datetime, lease: datetime, *, again: bool = False
    ) -> Run | None:
        async with self._database.writing() as connection:
            kept = select(digests.c.id).where(digests.c.id == digest_id).with_for_update()
            if await connection.scalar(kept) is None:
                return None
            if await add_row(connection, runs, _new(digest_id, day, due, lease)):
                return Run(digest_id, day, due, fence=FIRST_FENCE, lease=lease)
            taken = await self._take_over(connection, _is(digest_id, day), lease, again=again)
        return _run(taken) if taken else None

    async def _take_over(
        self, connection: AsyncConnection, run: ColumnElement[bool], lease: datetime, *, again: bool
    ) -> RowMapping | None:
        left = and_(runs.c.state.in_(OPEN), runs.c.lease <= self._now())
        if again:
            over = and_(run, runs.c.state.in_(REPEATABLE))
            await connection.execute(
                update(runs).where(over).values(state=RunState.CLAIMED, lease=self._now(), note="", post=None)
            )
        change = update(runs).where(run, left).values(fence=runs.c.fence + 1, lease=lease)
        change = change.returning(*PLAIN)
        return (await connection.execute(change)).mappings().one_or_none()

    async def gathered(self, run: Run, post: Post) -> bool:
        """Keep what is to be posted; False when the run is somebody else's by now.

        Of its articles only the cited sentences are kept.
        """
        return await self._change(run, {"state": RunState.GATHERED, "post": post.cited()})

    async def post(self, digest_id: str, day: date) -> Post | None:
        return await self._database.scalar(select(runs.c.post).where(_is(digest_id, day)))

    async def close(self, run: Run, state: RunState, message_id: int | None = None, note: str = "") -> bool:
        return await self._change(run, {"state": state, "message_id": message_id, "note": note})

    async def told(self, digest_id: str, since: datetime) -> Sequence[Post]:
        """What a digest posted in runs that were due since then, the latest first."""
        sent = runs.c.digest_id == digest_id, runs.c.due >= since, runs.c.state == RunState.SENT
        query = select(runs.c.post).where(*sent, runs.c.post.is_not(None)).order_by(runs.c.day.desc())
        return [row["post"] for row in await self._database.rows(query)]

    async def _change(self, run: Run, values: Row) -> bool:
        ours = and_(_is(run.digest_id, run.day), runs.c.fence == run.fence, runs.c.state.in_(OPEN))
        return await self._database.change(update(runs).where(ours).values(values)) > 0

    async def _latest(self, *conditions: ColumnElement[bool]) -> Run | None:
        query = select(*PLAIN).where(*conditions).order_by(runs.c.day.desc()).limit(1)
        found = await self._database.rows(query)
        return _run(found[0]) if found else None


def _is(digest_id: str, day: date) -> ColumnElement[bool]:
    return and_(runs.c.digest_id == digest_id, runs.c.day == day)


def _new(digest_id: str, day: date, due: datetime, lease: datetime) -> Row:
    return {
        "digest_id": digest_id,
        "day": day,
        "due": due,
        "state": RunState.CLAIMED,
        "fence": FIRST_FENCE,
        "lease": lease,
        "note": "",
    }


def _run(row: RowMapping) -> Run:
    return Run(**row)
