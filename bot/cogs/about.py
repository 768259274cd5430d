"""What people want to know of the bot: what it does, what it took, what it keeps, and how it forgets."""

import discord
from discord import app_commands
from discord.ext import commands

from bot.cogs.asking import asker_of
from bot.cogs.interactions import Interaction, managed_guild, manages, privately, texts_of
from bot.cogs.services import Services
from bot.views.about import help_card, privacy_card
from bot.views.forgetting import person_card, server_card
from bot.views.texts import fixed
from bot.views.usage import usage_card

ME, SERVER = "me", "server"

OWNERS = [
    app_commands.Choice(name=app_commands.locale_str(fixed("me")), value=ME),
    app_commands.Choice(name=app_commands.locale_str(fixed("this server")), value=SERVER),
]
"""Whose data is forgotten."""


class About(commands.Cog):
    """Answers for one person alone."""

    def __init__(self, bot: commands.Bot, services: Services) -> None:
        self._bot = bot
        self._services = services
        self._mentions: dict[str, str] = {}

    @commands.Cog.listener()
    async def on_ready(self) -> None:
        """Learn the ids of the commands, so that naming one makes it a click away."""
        try:
            registered = await self._bot.tree.fetch_commands()
        except discord.HTTPException as error:
            self._services.log("commands", error)
        else:
            parts = [part for command in registered for part in command.options]
            groups = [part for part in parts if isinstance(part, app_commands.AppCommandGroup)]
            self._mentions = {command.name: command.mention for command in registered}
            self._mentions |= {group.qualified_name: group.mention for group in groups}

    @app_commands.command(name="help", description=fixed("What I do, and every way to ask"))
    @app_commands.allowed_installs(guilds=True, users=True)
    @app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
    async def explain(self, interaction: Interaction) -> None:
        """What the bot does."""
        await _answer(interaction, help_card(self._mentions, texts=texts_of(interaction)))

    @app_commands.command(description=fixed("What I keep and for how long, and where articles go"))
    @app_commands.allowed_installs(guilds=True, users=True)
    @app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
    async def privacy(self, interaction: Interaction) -> None:
        """What is kept, and where articles go from here."""
        await privately(interaction)
        terms = await self._services.rules.terms(asker_of(interaction))
        view = privacy_card(terms, self._mentions, texts=texts_of(interaction))
        await interaction.edit_original_response(view=view)

    @app_commands.command(
        description=fixed("How many briefs there were; managers see what the server's took")
    )
    @app_commands.allowed_installs(guilds=True, users=True)
    @app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
    async def usage(self, interaction: Interaction) -> None:
        """The person's own numbers; to managers, the server's too."""
        await privately(interaction)
        accounting = self._services.accounting
        own = await accounting.of_person(asker_of(interaction))
        guild = await accounting.of_guild(managed_guild(interaction)) if manages(interaction) else None
        await interaction.edit_original_response(view=usage_card(own, guild, texts=texts_of(interaction)))

    @app_commands.command(
        description=fixed("Forget what I keep of you, or of this server; I ask before I do")
    )
    @app_commands.describe(what=fixed("Whose: yours, or this server's if you manage it"))
    @app_commands.choices(what=OWNERS)
    @app_commands.allowed_installs(guilds=True, users=True)
    @app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
    async def forget(self, interaction: Interaction, what: str = ME) -> None:
        """Ask whether to forget."""
        texts = texts_of(interaction)
        if what == SERVER:
            view = server_card(managed_guild(interaction), texts=texts)
        else:
            view = person_card(interaction.user.id, texts=texts)
        await _answer(interaction, view)


async def _answer(interaction: Interaction, view: discord.ui.LayoutView) -> None:
    await interaction.response.send_message(view=view, ephemeral=True)
