"""GuildPanel."""

from discord.ext import commands

from bot.cogs.services import Services


class GuildPanel(commands.Cog):
    """GuildPanel."""

    def __init__(self, bot: commands.Bot, services: Services) -> None:
        self._bot = bot
        self._services = services
