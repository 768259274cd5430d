"""Rows that come in the same instant, written together: a commit of its own takes each 10 ms on SQLite."""

import asyncio
from dataclasses import dataclass

from sqlalchemy import Table

from bot.adapters.storage.database import Database, Row, add_rows


@dataclass(frozen=True, slots=True)
class _Waiting:
    """A row, and the word on whether it was new."""

    row: Row
    told: asyncio.Future[bool]


class Together:
    """Adds rows to a table with the primary key `id`; what comes during a transaction waits for the next."""

    def __init__(self, database: Database, table: Table) -> None:
        self._database = database
        self._table = table
        self._waiting: list[_Waiting] = []
        self._writing: asyncio.Task[None] | None = None

    async def add(self, row: Row) -> bool:
        """Insert a row, and be told once it is committed; False when one with its id is there."""
        waiting = _Waiting(row, asyncio.get_running_loop().create_future())
        self._waiting.append(waiting)
        if self._writing is None or self._writing.done():
            self._writing = asyncio.create_task(self._write())
        return await waiting.told

    async def _write(self) -> None:
        while self._waiting:
            batch, self._waiting = self._waiting, []
            try:
                new = await self._add([waiting.row for waiting in batch])
            except Exception as error:  # noqa: BLE001 - it is theirs who wait for these rows
                _fail(batch, error)
            else:
                _tell(batch, new)

    async def _add(self, rows: list[Row]) -> set[object]:
        async with self._database.writing(durable=True) as connection:
            return await add_rows(connection, self._table, rows)


def _tell(batch: list[_Waiting], new: set[object]) -> None:
    for waiting in batch:
        if not waiting.told.done():
            waiting.told.set_result(waiting.row["id"] in new)
        new.discard(waiting.row["id"])


def _fail(batch: list[_Waiting], error: Exception) -> None:
    for waiting in batch:
        if not waiting.told.done():
            waiting.told.set_exception(error)
