"""About."""

from discord.ext import commands

from bot.cogs.services import Services


class About(commands.Cog):
    """About."""

    def __init__(self, bot: commands.Bot, services: Services) -> None:
        self._bot = bot
        self._services = services
