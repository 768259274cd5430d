"""The processes that share the database, and until when each holds its slot."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, Select, and_, delete, exists, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.adapters.storage.database import Database, add_row, put_row
from bot.adapters.storage.tables import requests, slots
from bot.domain.request import Request, State
from bot.services.identifying import Doors
from bot.services.leasing import Slots


class StoredSlots(Slots, Doors):
    """The ports `Slots` and `Doors` on a database; a door is a slot that is left when its time is over."""

    def __init__(self, database: Database, now: Callable[[], datetime]) -> None:
        self._database = database
        self._now = now

    async def begin(self, slot: str, holder: str, until: datetime) -> None:
        async with self._database.writing() as connection:
            await put_row(connection, slots, {"slot": slot, "holder": holder, "until": until})

    async def seize(self, name: str, until: datetime) -> bool:
        row = {"slot": name, "holder": name, "until": until}
        async with self._database.writing() as connection:
            free = delete(slots).where(slots.c.slot == name, slots.c.until <= self._now())
            await connection.execute(free)
            return await add_row(connection, slots, row)

    async def renew(self, slot: str, holder: str, until: datetime) -> bool:
        return await self._database.change(update(slots).where(_is(slot, holder)).values(until=until)) > 0

    async def holder(self, slot: str) -> str | None:
        return await self._database.scalar(select(slots.c.holder).where(slots.c.slot == slot))

    async def end(self, slot: str, holder: str) -> None:
        await self._database.change(delete(slots).where(_is(slot, holder)))

    async def silent(self) -> Sequence[str]:
        over = select(slots.c.slot).where(slots.c.until <= self._now())
        return [row["slot"] for row in await self._database.rows(over)]

    async def forget(self, slot: str) -> bool:
        over = delete(slots).where(slots.c.slot == slot, slots.c.until <= self._now())
        return await self._database.change(over) > 0

    async def known(self) -> Mapping[str, datetime]:
        """All slots, and until when their leases last."""
        rows = await self._database.rows(select(slots.c.slot, slots.c.until).order_by(slots.c.slot))
        return {row["slot"]: row["until"] for row in rows}

    async def give_up(self, slot: str) -> bool:
        """End a lease now, unless its holder is alive and renews it; False when there is no such slot."""
        over = update(slots).where(slots.c.slot == slot).values(until=self._now())
        return await self._database.change(over) > 0

    async def holds(self, request: Request) -> bool:
        alive = exists().where(held_by(request), requests.c.holder.in_(living(self._now())))
        return bool(await self._database.scalar(select(alive)))


async def still_held(connection: AsyncConnection, request: Request) -> bool:
    """Whether an open request is in the hands that it was given to, until the end of the transaction."""
    ours = select(requests.c.id).where(held_by(request), requests.c.state == State.OPEN)
    return await connection.scalar(ours.with_for_update(read=True)) is not None


def held_by(request: Request) -> ColumnElement[bool]:
    """Whether a request is still in the hands that it was given to."""
    return and_(
        requests.c.id == request.id,
        requests.c.holder.is_not_distinct_from(request.holder),
        requests.c.fence == request.fence,
    )


def living(now: datetime) -> Select[str]:
    """The holders whose leases are not over.

    As a list, in which PostgreSQL looks once more for a row that changed meanwhile; joined to the row as it
    was, it would give it to both of two that ask at once (docs: Transaction Isolation, Read Committed).
    """
    return select(slots.c.holder).where(slots.c.until > now)


def _is(slot: str, holder: str) -> ColumnElement[bool]:
    return and_(slots.c.slot == slot, slots.c.holder == holder)
