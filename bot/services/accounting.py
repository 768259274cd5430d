"""What briefs took, told to those whom it concerns."""

from collections.abc import Callable
from datetime import datetime, timedelta

from bot.domain.kept import GuildUsage, OwnUsage
from bot.domain.request import Asker
from bot.domain.terms import Terms
from bot.services.storing import Guilds, Usages

DAY = timedelta(days=1)

MONTH = timedelta(days=30)
"""How far numbers go back, where they are kept as long."""


class Accounting:
    """Counts what is kept of the last month."""

    def __init__(self, guilds: Guilds, usages: Usages, terms: Terms, now: Callable[[], datetime]) -> None:
        self._guilds = guilds
        self._usages = usages
        self._span = min(MONTH, terms.keep)
        self._now = now

    async def of_guild(self, guild_id: int) -> GuildUsage:
        """What a guild's briefs took."""
        return await self._usages.of_guild(guild_id, self._now() - self._span)

    async def of_person(self, asker: Asker) -> OwnUsage:
        """What a person has had in a guild, or outside of guilds, and how many more they may have."""
        had = await self._usages.asked_by(asker.user_id, asker.guild_id, self._now() - self._span)
        today = await self._usages.asked_by(asker.user_id, asker.guild_id, self._now() - DAY)
        guild = await self._guilds.get(asker.guild_id) if asker.guild_id else None
        return OwnUsage(had, today, self._span.days, guild.daily if guild else None)
