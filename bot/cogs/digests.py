"""Digests, for a server's managers."""

from zoneinfo import available_timezones

import discord
from discord import app_commands
from discord.ext import commands

from bot.cogs.explaining import Pressed, explained
from bot.cogs.managers import managed_guild
from bot.cogs.presses.press import privately
from bot.cogs.services import Services
from bot.services.digesting.managing import schedule_of
from bot.views.digest_panel import digest_panel, digests_card
from bot.views.texts import Texts, fixed

LONGEST_NAME = 60
MOST_CHOICES = 25
"""Choices that Discord shows."""


@app_commands.default_permissions(manage_guild=True)
@app_commands.allowed_installs(guilds=True, users=False)
@app_commands.allowed_contexts(guilds=True, dms=False, private_channels=False)
class Digests(
    commands.GroupCog, group_name="digest", group_description=fixed("Daily digests of this server")
):
    """Makes digests and shows their panels; what is pressed there goes the way of all buttons."""

    def __init__(self, _: commands.Bot, services: Services) -> None:
        self._services = services

    @app_commands.command(description=fixed("Make a daily digest"))
    @app_commands.describe(
        name=fixed("What it is called"),
        channel=fixed("Where it is posted"),
        at=fixed("Local time, such as 08:30"),
        zone=fixed("Time zone, such as Europe/Berlin"),
    )
    async def create(
        self,
        interaction: Pressed,
        name: app_commands.Range[str, 1, LONGEST_NAME],
        channel: discord.TextChannel,
        at: str,
        zone: str = "UTC",
    ) -> None:
        """A new digest, and its panel."""
        async with explained(interaction, self._services.log):
            guild_id = managed_guild(interaction)
            await privately(interaction)
            locale = str(interaction.guild_locale or interaction.locale)
            digest = await self._services.digests.create(
                guild_id, channel.id, name, schedule_of(at, zone), locale
            )
            view = digest_panel(digest, texts=Texts(str(interaction.locale)))
            await interaction.edit_original_response(view=view)

    @create.autocomplete("zone")
    async def suggest(self, _: Pressed, typed: str) -> list[app_commands.Choice[str]]:
        """Zones that have what was typed in their names, those that begin so first."""
        wanted = typed.strip().replace(" ", "_").casefold()
        found = [name for name in available_timezones() if wanted in name.casefold()]
        found.sort(key=lambda name: (not name.rpartition("/")[2].casefold().startswith(wanted), name))
        return [app_commands.Choice(name=name, value=name) for name in found[:MOST_CHOICES]]

    @app_commands.command(description=fixed("The digests of this server, to look at and to change"))
    async def list(self, interaction: Pressed) -> None:
        """All digests, each with a button to its panel."""
        async with explained(interaction, self._services.log):
            guild_id = managed_guild(interaction)
            await privately(interaction)
            found = await self._services.digests.of_guild(guild_id)
            await interaction.edit_original_response(
                view=digests_card(found, texts=Texts(str(interaction.locale)))
            )
