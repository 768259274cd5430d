"""What a guild's managers set."""

import asyncio
from collections.abc import Callable

from bot.domain.guild import GuildSettings, Listening
from bot.services.listening import Ears
from bot.services.storing import Guilds

Change = Callable[[GuildSettings], GuildSettings]
"""Makes other settings of those that a guild has."""


class Managing:
    """Keeps settings, and lets those know that go by them; all of a guild's are set in one process."""

    def __init__(self, guilds: Guilds, ears: Ears) -> None:
        self._guilds = guilds
        self._ears = ears
        self._one_at_a_time = asyncio.Lock()

    async def settings(self, guild_id: int) -> GuildSettings:
        """What a guild has set."""
        return await self._guilds.get(guild_id)

    async def change(self, guild_id: int, change: Change) -> GuildSettings:
        """Set something else; the settings as they are then."""
        async with self._one_at_a_time:
            await self._guilds.put(change(await self._guilds.get(guild_id)))
        return await self._heard(guild_id)

    async def listen(self, guild_id: int, channel_id: int, listening: Listening) -> GuildSettings:
        """Set what is done in one channel; the settings as they are then."""
        async with self._one_at_a_time:
            await self._guilds.listen(guild_id, channel_id, listening)
        return await self._heard(guild_id)

    async def _heard(self, guild_id: int) -> GuildSettings:
        self._ears.forget(guild_id)
        return await self._guilds.get(guild_id)
