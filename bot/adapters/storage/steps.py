"""Results of the steps of open requests."""

from sqlalchemy import select

from bot.adapters.storage.database import Database, add_row
from bot.adapters.storage.tables import requests, steps
from bot.domain.request import State


class StoredSteps:
    """The port `Steps` on a database; what is final has none."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def recall(self, request_id: str, step: str) -> str | None:
        """The result of a step; None when it is not known."""
        known = select(steps.c.result).where(steps.c.request_id == request_id, steps.c.step == step)
        async with self._database.reading() as connection:
            return await connection.scalar(known)

    async def keep(self, request_id: str, step: str, result: str) -> None:
        """Keep the result of a step; nothing when the request is not open."""
        is_open = select(requests.c.id).where(requests.c.id == request_id, requests.c.state == State.OPEN)
        async with self._database.writing() as connection:
            if await connection.scalar(is_open.with_for_update(read=True)) is not None:
                await add_row(connection, steps, {"request_id": request_id, "step": step, "result": result})
