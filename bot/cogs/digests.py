"""Digests, for a server's managers."""

from dataclasses import replace

import discord
from discord import app_commands
from discord.ext import commands

from bot.cogs.digest_panels import Change, add_list, post_now, show_digests, show_panel, show_preview
from bot.cogs.interactions import Interaction, managed_guild, manages, privately
from bot.cogs.services import Services
from bot.cogs.zones import zones_of
from bot.domain.digest import Digest
from bot.services.digesting.managing import BY_MANAGER
from bot.services.digesting.written import schedule_of, zones_like
from bot.views.digest_words import Tab
from bot.views.texts import fixed

LONGEST_NAME = 60
MOST_CHOICES = 25
"""Choices that Discord shows."""

WHICH = fixed("Which digest; may be left out where there is only one")
AT, ZONE = fixed("Local time, such as 08:30"), fixed("Time zone, such as Europe/Berlin")

Choices = list[app_commands.Choice[str]]


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
        name=fixed("What it is called"), channel=fixed("Where it is posted"), at=AT, zone=ZONE
    )
    async def create(
        self,
        interaction: Interaction,
        name: app_commands.Range[str, 1, LONGEST_NAME],
        channel: discord.TextChannel,
        at: str,
        zone: str | None = None,
    ) -> None:
        """A new digest, and the sources of its panel: it has no feeds yet."""
        guild_id = managed_guild(interaction)
        await privately(interaction)
        schedule = schedule_of(at, zone or await self._usual_zone(guild_id))
        locale = str(interaction.guild_locale or interaction.locale)
        called = " ".join(name.split()) if any(map(str.isprintable, name.strip())) else channel.name
        digest = await self._services.digests.create(guild_id, channel.id, called, schedule, locale)
        await show_panel(self._services, interaction, digest, Tab.SOURCES)

    @app_commands.command(description=fixed("When and where a digest is posted"))
    @app_commands.describe(digest=WHICH, at=AT, zone=ZONE)
    async def schedule(
        self,
        interaction: Interaction,
        digest: str | None = None,
        at: str | None = None,
        zone: str | None = None,
    ) -> None:
        """Another time or zone, and the panel for channel and days."""
        chosen = await self._chosen(interaction, digest)

        def change(each: Digest) -> Digest:
            given = schedule_of(at or f"{each.schedule.at:%H:%M}", zone or each.schedule.zone)
            return replace(each, schedule=replace(given, days=each.schedule.days))

        changed = await self._services.digests.change(chosen, change) if at or zone else chosen
        await show_panel(self._services, interaction, changed, Tab.WHEN)

    @app_commands.command(description=fixed("What a digest reads: feeds, shared links, briefs"))
    @app_commands.describe(digest=WHICH, opml=fixed("A list of feeds (OPML)"))
    async def sources(
        self, interaction: Interaction, digest: str | None = None, opml: discord.Attachment | None = None
    ) -> None:
        """The sources, with those of a list added."""
        chosen = await self._chosen(interaction, digest)
        if opml is None:
            await show_panel(self._services, interaction, chosen, Tab.SOURCES)
        else:
            await add_list(self._services, interaction, chosen, opml)

    @app_commands.command(description=fixed("What a digest would post now; only you see it"))
    @app_commands.describe(digest=WHICH)
    async def preview(self, interaction: Interaction, digest: str | None = None) -> None:
        """What it would tell now; that counts as no run."""
        chosen = await self._chosen(interaction, digest)
        await show_preview(self._services, interaction, chosen)

    @app_commands.command(description=fixed("Post today's digest now"))
    @app_commands.describe(digest=WHICH)
    async def now(self, interaction: Interaction, digest: str | None = None) -> None:
        """Today's run before its time."""
        await post_now(self._services, interaction, await self._chosen(interaction, digest))

    @app_commands.command(description=fixed("Stop posting a digest until it is resumed"))
    @app_commands.describe(digest=WHICH)
    async def pause(self, interaction: Interaction, digest: str | None = None) -> None:
        """Nothing is posted from now on."""
        await self._change(interaction, digest, lambda each: replace(each, paused=BY_MANAGER))

    @app_commands.command(description=fixed("Resume a digest that is paused"))
    @app_commands.describe(digest=WHICH)
    async def resume(self, interaction: Interaction, digest: str | None = None) -> None:
        """It is posted again when it is due next."""
        await self._change(interaction, digest, lambda each: replace(each, paused=None))

    @app_commands.command(description=fixed("The digests of this server, to look at and to change"))
    async def list(self, interaction: Interaction) -> None:
        """All digests, each with a button to its panel."""
        guild_id = managed_guild(interaction)
        await privately(interaction)
        await show_digests(self._services, interaction, guild_id)

    @app_commands.command(description=fixed("Delete a digest; asks first"))
    @app_commands.describe(digest=WHICH)
    async def delete(self, interaction: Interaction, digest: str | None = None) -> None:
        """Ask whether it is to be deleted."""
        chosen = await self._chosen(interaction, digest)
        await show_panel(self._services, interaction, chosen, deleting=True)

    @schedule.autocomplete("digest")
    @sources.autocomplete("digest")
    @preview.autocomplete("digest")
    @now.autocomplete("digest")
    @pause.autocomplete("digest")
    @resume.autocomplete("digest")
    @delete.autocomplete("digest")
    async def suggest_digests(self, interaction: Interaction, typed: str) -> Choices:
        """The server's digests that have what was typed in their names."""
        if interaction.guild_id is None or not manages(interaction):
            return []
        found = await self._services.digests.of_guild(interaction.guild_id)
        wanted = typed.strip().casefold()
        return [
            app_commands.Choice(name=digest.name, value=digest.id)
            for digest in found
            if wanted in digest.name.casefold()
        ]

    @create.autocomplete("zone")
    @schedule.autocomplete("zone")
    async def suggest_zones(self, interaction: Interaction, typed: str) -> Choices:
        """Zones that have what was typed in their names, those of the server and of the language first."""
        usual = await self._usual_zone(interaction.guild_id or 0)
        found = zones_like(typed, [usual, *zones_of(str(interaction.locale))])
        return [app_commands.Choice(name=name, value=name) for name in found[:MOST_CHOICES]]

    async def _change(self, interaction: Interaction, written: str | None, change: Change) -> None:
        chosen = await self._chosen(interaction, written)
        changed = await self._services.digests.change(chosen, change)
        await show_panel(self._services, interaction, changed)

    async def _usual_zone(self, guild_id: int) -> str:
        return await self._services.digests.usual_zone(await self._services.managing.settings(guild_id))

    async def _chosen(self, interaction: Interaction, written: str | None) -> Digest:
        """The digest that a manager means, once that is acknowledged."""
        guild_id = managed_guild(interaction)
        await privately(interaction)
        return await self._services.digests.chosen(guild_id, written)
