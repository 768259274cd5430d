"""Results of the steps of open requests, and of putting digests together."""

from collections.abc import Callable
from datetime import datetime

from sqlalchemy import select

from bot.adapters.storage.database import Database, add_row
from bot.adapters.storage.tables import digest_steps, digests, requests, steps
from bot.domain.request import State
from bot.services.remembering import Steps


class StoredSteps(Steps):
    """The port `Steps` on a database; what is final has none."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def recall(self, request_id: str, step: str) -> str | None:
        known = select(steps.c.result).where(steps.c.request_id == request_id, steps.c.step == step)
        return await self._database.scalar(known)

    async def keep(self, request_id: str, step: str, result: str) -> None:
        """Keep the result of a step; nothing when the request is not open.

        Whoever did it: what was paid for serves the one who has the request now, and the first result counts.
        """
        is_open = select(requests.c.id).where(requests.c.id == request_id, requests.c.state == State.OPEN)
        async with self._database.writing() as connection:
            if await connection.scalar(is_open.with_for_update(read=True)) is not None:
                await add_row(connection, steps, {"request_id": request_id, "step": step, "result": result})


class StoredDigestSteps(Steps):
    """The port `Steps` for digests: a step names all that it depends on, so that every digest can use it.

    It goes a day later, or with the digest that did it.
    """

    def __init__(self, database: Database, now: Callable[[], datetime]) -> None:
        self._database = database
        self._now = now

    async def recall(self, digest_id: str, step: str) -> str | None:
        """The result of a step, whichever digest did it; None when it is not known."""
        del digest_id
        known = select(digest_steps.c.result).where(digest_steps.c.step == step)
        return await self._database.scalar(known)

    async def keep(self, digest_id: str, step: str, result: str) -> None:
        """Keep the result of a step; nothing when the digest is gone."""
        there = select(digests.c.id).where(digests.c.id == digest_id).with_for_update(read=True)
        row = {"digest_id": digest_id, "step": step, "made": self._now(), "result": result}
        async with self._database.writing() as connection:
            if await connection.scalar(there) is not None:
                await add_row(connection, digest_steps, row)
