"""Requests, until a day after they became final."""

from collections.abc import Callable, Sequence
from datetime import datetime

from sqlalchemy import delete, select, update
from sqlalchemy.engine import RowMapping

from bot.adapters.storage.database import Database, Row
from bot.adapters.storage.tables import requests, steps
from bot.adapters.storage.together import Together
from bot.domain.request import Asker, Place, Request, State


class StoredRequests:
    """The port `Requests` on a database."""

    def __init__(self, database: Database, now: Callable[[], datetime]) -> None:
        self._database = database
        self._now = now
        self._new = Together(database, requests)

    async def add(self, request: Request) -> bool:
        """Keep a new request as open; False when one with its id is there already."""
        return await self._new.add(_row(request))

    async def get(self, request_id: str) -> Request | None:
        """The open request; None when there is none, or when it is final."""
        query = select(requests).where(requests.c.id == request_id, requests.c.state == State.OPEN)
        async with self._database.reading() as connection:
            row = (await connection.execute(query)).mappings().one_or_none()
        return _request(row) if row else None

    async def place(self, request_id: str, place: Place) -> None:
        """Keep where the answer goes, once that is known better."""
        change = update(requests).where(requests.c.id == request_id)
        async with self._database.writing() as connection:
            await connection.execute(change.values(place=place, channel_id=place.channel_id))

    async def close(self, request_id: str, state: State) -> bool:
        """Make an open request final and forget its source and steps; False when it was final already."""
        still_open = update(requests).where(requests.c.id == request_id, requests.c.state == State.OPEN)
        async with self._database.writing() as connection:
            done = await connection.execute(still_open.values(state=state, closed=self._now(), source=None))
            await connection.execute(delete(steps).where(steps.c.request_id == request_id))
        return done.rowcount > 0

    async def open(self) -> Sequence[Request]:
        """All open requests, the oldest first."""
        query = select(requests).where(requests.c.state == State.OPEN)
        async with self._database.reading() as connection:
            rows = await connection.execute(query.order_by(requests.c.received, requests.c.id))
            return [_request(row) for row in rows.mappings()]


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
    )
