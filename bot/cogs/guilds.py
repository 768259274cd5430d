"""The settings of a server, for its managers."""

from discord import app_commands
from discord.ext import commands

from bot.cogs.interactions import Interaction, managed_guild, privately, texts_of
from bot.cogs.services import Services
from bot.views.settings import Panel, settings_card
from bot.views.texts import fixed


class GuildPanel(commands.Cog):
    """Shows the panel; what is pressed on it goes the way of all buttons."""

    def __init__(self, _: commands.Bot, services: Services) -> None:
        self._services = services

    @app_commands.command(
        description=fixed("What I do on this server: listening, length, language, who may ask")
    )
    @app_commands.default_permissions(manage_guild=True)
    @app_commands.allowed_installs(guilds=True, users=False)
    @app_commands.allowed_contexts(guilds=True, dms=False, private_channels=False)
    async def settings(self, interaction: Interaction) -> None:
        """The panel, for this manager alone."""
        guild_id = managed_guild(interaction)
        await privately(interaction)
        settings = await self._services.managing.settings(guild_id)
        panel = Panel(settings, self._services.terms, interaction.channel_id or 0)
        view = settings_card(panel, texts=texts_of(interaction))
        await interaction.edit_original_response(view=view)
