"""What is forgotten without being asked: what has reached its age, and what was in places that are gone."""

from datetime import timedelta

import discord
from discord.ext import commands, tasks

from bot.cogs.explaining import logged
from bot.cogs.services import Services

EVERY = timedelta(hours=1)


class Housekeeping(commands.Cog):
    """Keeps no longer than was promised."""

    def __init__(self, bot: commands.Bot, services: Services) -> None:
        self._bot = bot
        self._services = services

    async def cog_load(self) -> None:
        """Begin at once: much may have reached its age while the bot was away."""
        self.tidy.start()

    async def cog_unload(self) -> None:
        """End with the cog."""
        self.tidy.cancel()

    @tasks.loop(seconds=EVERY.total_seconds())
    async def tidy(self) -> None:
        """Forget what has reached its age; a failure now does not keep it from being tried again."""
        async with logged(self._services.log):
            await self._services.forgetter.expired(self._services.now())
            if self._bot.is_ready():
                await self._services.forgetter.absent(self._is_here, self._services.now())

    def _is_here(self, guild_id: int) -> bool | None:
        """Whether we are in a server; None where its shard is another process's."""
        bot = self._bot
        ours = bot.shard_ids if isinstance(bot, commands.AutoShardedBot) else None
        if ours and bot.shard_count and (guild_id >> 22) % bot.shard_count not in ours:
            return None
        return bot.get_guild(guild_id) is not None

    @commands.Cog.listener()
    async def on_guild_remove(self, guild: discord.Guild) -> None:
        """A server that has removed the bot."""
        async with logged(self._services.log):
            await self._services.forgetter.guild(guild.id)

    @commands.Cog.listener()
    async def on_guild_channel_delete(self, channel: discord.abc.GuildChannel) -> None:
        """A channel that was deleted."""
        async with logged(self._services.log):
            await self._services.forgetter.channels(channel.guild.id, [channel.id])

    @commands.Cog.listener()
    async def on_raw_thread_delete(self, deleted: discord.RawThreadDeleteEvent) -> None:
        """A thread that was deleted, by itself or with its channel."""
        async with logged(self._services.log):
            await self._services.forgetter.channels(deleted.guild_id, [deleted.thread_id])
