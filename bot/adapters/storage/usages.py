"""What briefs took, one row for each request that ended."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from sqlalchemy import func, select

from bot.adapters.storage.database import Database, Row, add_row
from bot.adapters.storage.disguise import Disguise
from bot.adapters.storage.tables import briefs, marks, usages
from bot.domain.brief import Usage
from bot.domain.kept import GuildUsage, KeptBrief
from bot.domain.request import Request
from bot.services.storing import Usages


class StoredUsages(Usages):
    """The port `Usages` on a database."""

    def __init__(self, database: Database, now: Callable[[], datetime], disguise: Disguise) -> None:
        self._database = database
        self._now = now
        self._disguise = disguise

    async def made(self, request: Request, kept: KeptBrief) -> None:
        brief = kept.brief
        taken = _taken(brief.usage, brief.statements_made, brief.statements_withheld)
        await self._count(_asked(request) | taken)

    async def failed(self, request: Request, code: str) -> None:
        await self._count(_asked(request) | _taken(Usage()) | {"code": code})

    async def digested(self, guild_id: int, work: str, usage: Usage, made: int, withheld: int) -> None:
        """Count what a guild's digest had done; nobody asked for it."""
        asked = {"request_id": work, "user_id": 0, "guild_id": guild_id, "automatic": True}
        await self._count(asked | _taken(usage, made, withheld))

    async def _count(self, row: Row) -> None:
        async with self._database.writing() as connection:
            await add_row(connection, usages, {**row, "ended": self._now()})

    async def of_guild(self, guild_id: int, since: datetime) -> GuildUsage:
        wrong = (
            select(marks.c.kind, func.count().label("times"))
            .select_from(marks.join(briefs))
            .where(briefs.c.guild_id == guild_id, marks.c.marked >= since)
            .group_by(marks.c.kind)
        )
        total = select(
            func.count().filter(usages.c.code.is_(None)),
            func.count(usages.c.code),
            *(
                func.coalesce(func.sum(column), 0)
                for column in (
                    usages.c.calls,
                    usages.c.tokens,
                    usages.c.cost_usd,
                    usages.c.statements,
                    usages.c.withheld,
                )
            ),
        ).where(usages.c.guild_id == guild_id, usages.c.ended >= since)
        async with self._database.reading() as connection:
            counted = (await connection.execute(total)).one()
            marked = (await connection.execute(wrong)).all()
        return replace(GuildUsage(*counted), marks={each.kind: each.times for each in marked})

    async def asked_by(self, user_id: int, guild_id: int | None, since: datetime) -> int:
        """How many briefs a person has asked for and had in a guild (or outside guilds) since then.

        Those of the last day count also where the person was forgotten since.
        """
        had = select(func.count()).where(
            usages.c.user_id.in_([user_id, self._disguise(user_id)]),
            usages.c.guild_id.is_not_distinct_from(guild_id),
            usages.c.ended >= since,
            usages.c.code.is_(None),
            usages.c.automatic.is_(False),
        )
        return await self._database.scalar(had) or 0


def _asked(request: Request) -> dict[str, object]:
    return {
        "request_id": request.id,
        "user_id": request.asker.user_id,
        "guild_id": request.asker.guild_id,
        "automatic": request.automatic,
    }


def _taken(usage: Usage, made: int = 0, withheld: int = 0) -> dict[str, object]:
    return {
        "calls": usage.calls,
        "tokens": usage.prompt_tokens + usage.completion_tokens,
        "cost_usd": usage.cost_usd,
        "statements": made,
        "withheld": withheld,
    }
