"""Requests, until a day after they became final."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime

from sqlalchemy import Update, delete, or_, select, update
from sqlalchemy.engine import RowMapping

from bot.adapters.storage.database import Database, Row
from bot.adapters.storage.slots import held_by, living
from bot.adapters.storage.tables import requests, steps
from bot.adapters.storage.together import Together
from bot.domain.request import Asker, Job, Place, Request, State
from bot.services.storing import Requests


class StoredRequests(Requests):
    """The port `Requests` on a database."""

    def __init__(self, database: Database, now: Callable[[], datetime]) -> None:
        self._database = database
        self._now = now
        self._new = Together(database, requests)

    async def add(self, request: Request) -> bool:
        return await self._new.add(_row(request))

    async def get(self, request_id: str) -> Request | None:
        query = select(requests).where(requests.c.id == request_id, requests.c.state == State.OPEN)
        found = await self._database.rows(query)
        return _request(found[0]) if found else None

    async def place(self, request_id: str, place: Place) -> None:
        change = update(requests).where(requests.c.id == request_id)
        await self._database.change(change.values(place=place, channel_id=place.channel_id))

    async def take(self, job: Job, holder: str) -> Request | None:
        still = requests.c.id == job.request_id, requests.c.fence == job.fence
        change = _taken(holder).where(*still).returning(*requests.c)
        async with self._database.writing() as connection:
            row = (await connection.execute(change)).mappings().one_or_none()
        return _request(row) if row else None

    async def take_left(self, holder: str) -> Sequence[Job]:
        gone = or_(requests.c.holder.is_(None), requests.c.holder.not_in(living(self._now())))
        told = _taken(holder).where(gone).returning(requests.c.id, requests.c.fence, requests.c.received)
        async with self._database.writing() as connection:
            rows = (await connection.execute(told)).all()
        return [Job(row.id, row.fence) for row in sorted(rows, key=lambda row: row.received)]

    async def held(self, holder: str, before: datetime) -> Sequence[Job]:
        query = select(requests.c.id, requests.c.fence).where(
            requests.c.state == State.OPEN, requests.c.received < before, requests.c.holder == holder
        )
        return [Job(row["id"], row["fence"]) for row in await self._database.rows(query)]

    async def cancel(self, request_id: str, holder: str) -> Request | None:
        """Make an open request final, forget its steps, and give it to a holder; None when it was final."""
        async with self._database.writing() as connection:
            query = select(requests).where(requests.c.id == request_id, requests.c.state == State.OPEN)
            row = (await connection.execute(query.with_for_update())).mappings().one_or_none()
            if row is None:
                return None
            end = (
                _taken(holder).where(requests.c.id == request_id).values(_final(State.CANCELLED, self._now()))
            )
            await connection.execute(end)
            await connection.execute(delete(steps).where(steps.c.request_id == request_id))
        return replace(_request(row), holder=holder, fence=row["fence"] + 1)

    async def close(self, request: Request, state: State) -> bool:
        """Make an open request final, and forget its source and steps; False when it is somebody else's."""
        ours = update(requests).where(held_by(request), requests.c.state == State.OPEN)
        async with self._database.writing() as connection:
            closed = (await connection.execute(ours.values(_final(state, self._now())))).rowcount > 0
            if closed:
                await connection.execute(delete(steps).where(steps.c.request_id == request.id))
        return closed

    async def open(self) -> Sequence[Request]:
        query = select(requests).where(requests.c.state == State.OPEN)
        rows = await self._database.rows(query.order_by(requests.c.received, requests.c.id))
        return [_request(row) for row in rows]


def _taken(holder: str) -> Update:
    """Open requests change hands."""
    change = update(requests).where(requests.c.state == State.OPEN)
    return change.values(holder=holder, fence=requests.c.fence + 1)


def _final(state: State, now: datetime) -> Row:
    return {"state": state, "closed": now, "source": None}


def _row(request: Request) -> Row:
    return {
        "id": request.id,
        "user_id": request.asker.user_id,
        "guild_id": request.asker.guild_id,
        "channel_id": request.place.channel_id,
        "locale": request.asker.locale,
        "roles": request.asker.roles,
        "automatic": request.automatic,
        "received": request.received,
        "state": State.OPEN,
        "source": request.source,
        "options": request.options,
        "place": request.place,
        "holder": request.holder,
        "fence": request.fence,
    }


def _request(row: RowMapping) -> Request:
    return Request(
        id=row["id"],
        source=row["source"],
        options=row["options"],
        asker=Asker(row["user_id"], row["guild_id"], row["locale"], row["roles"]),
        place=row["place"],
        received=row["received"],
        automatic=row["automatic"],
        holder=row["holder"],
        fence=row["fence"],
    )
