"""Databases as earlier revisions left them: `revisions/REVISION.json` holds the rows of each table that is new in it."""

import json
from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path

from sqlalchemy import Column, Date, DateTime, MetaData, insert
from sqlalchemy.ext.asyncio import AsyncConnection

FOLDER = Path(__file__).parent / "revisions"

Row = Mapping[str, object]


def rows_of(revision: str) -> Mapping[str, list[Row]]:
    """The rows of each table, those first that others hang on."""
    rows: dict[str, list[Row]] = {}
    for file in sorted(FOLDER.glob("*.json")):
        if file.stem <= revision:
            rows |= json.loads(file.read_text(encoding="utf-8"))
    return rows


async def fill(connection: AsyncConnection, revision: str) -> None:
    """Put an earlier revision's rows into its tables."""
    tables = MetaData()
    await connection.run_sync(tables.reflect)
    for name, rows in rows_of(revision).items():
        columns = tables.tables[name].columns
        for row in rows:
            values = {column: _value(columns[column], value) for column, value in row.items()}
            await connection.execute(insert(tables.tables[name]).values(values))


def _value(column: Column[object], stored: object) -> object:
    """JSON has no times and days, and documents are text in which JSON stands."""
    if isinstance(column.type, DateTime) and isinstance(stored, str):
        return datetime.fromisoformat(stored)
    if isinstance(column.type, Date) and isinstance(stored, str):
        return date.fromisoformat(stored)
    if isinstance(stored, dict | list):
        return json.dumps(stored)
    return stored
