"""What a digest reads: its feeds, links that people share, briefs of the server."""

from dataclasses import replace

import discord

from bot.cogs.digest_panels import Change, add_list, show_list, show_panel
from bot.cogs.explaining import Pressed, explained
from bot.cogs.managers import acknowledged, managed_guild
from bot.cogs.presses.press import page, privately
from bot.cogs.services import Services
from bot.services.digesting.written import feeds_of
from bot.views.digest_feeds import added_card
from bot.views.digest_forms import FeedsForm, ListForm
from bot.views.digest_words import Tab
from bot.views.ids import CustomId
from bot.views.texts import Texts


async def show_feeds(services: Services, interaction: Pressed, wanted: CustomId, _: list[str]) -> None:
    """Another page of the feeds."""
    digest = await services.digests.get(await acknowledged(interaction), wanted.owner)
    await show_panel(services, interaction, digest, Tab.SOURCES, page(wanted))


async def ask_feeds(services: Services, interaction: Pressed, wanted: CustomId, _: list[str]) -> None:
    """Ask for the addresses of feeds to add."""
    managed_guild(interaction)

    async def filled(submitted: Pressed, lines: str) -> None:
        async with explained(submitted, services.log):
            feeds = feeds_of(lines)
            digest = await services.digests.get(await acknowledged(submitted), wanted.owner)
            changed, added = await services.subscriptions.add(digest, feeds)
            await show_panel(services, submitted, changed, Tab.SOURCES)
            view = added_card(added, texts=Texts(str(submitted.locale)))
            await submitted.followup.send(view=view, ephemeral=True)

    await interaction.response.send_modal(FeedsForm(filled, texts=Texts(str(interaction.locale))))


async def ask_list(services: Services, interaction: Pressed, wanted: CustomId, _: list[str]) -> None:
    """Ask for a list of feeds."""
    managed_guild(interaction)

    async def filled(submitted: Pressed, files: list[discord.Attachment]) -> None:
        async with explained(submitted, services.log):
            digest = await services.digests.get(await acknowledged(submitted), wanted.owner)
            await add_list(services, submitted, digest, files[0])

    await interaction.response.send_modal(ListForm(filled, texts=Texts(str(interaction.locale))))


async def export_feeds(services: Services, interaction: Pressed, wanted: CustomId, _: list[str]) -> None:
    """The feeds as a file, for this manager alone."""
    guild_id = managed_guild(interaction)
    await privately(interaction)
    await show_list(services, interaction, await services.digests.get(guild_id, wanted.owner))


async def remove_feeds(services: Services, interaction: Pressed, wanted: CustomId, chosen: list[str]) -> None:
    """Read some feeds no longer."""
    digest = await services.digests.get(await acknowledged(interaction), wanted.owner)
    changed = await services.subscriptions.remove(digest, chosen)
    await show_panel(services, interaction, changed, Tab.SOURCES, page(wanted))


async def set_links(services: Services, interaction: Pressed, wanted: CustomId, chosen: list[str]) -> None:
    """The channels whose shared links it reads."""
    channels = tuple(map(int, chosen))
    await _set(services, interaction, wanted, lambda each: replace(each, channels=channels))


async def set_briefs(services: Services, interaction: Pressed, wanted: CustomId, _: list[str]) -> None:
    """Whether it reads the briefs that were made on the server."""
    await _set(services, interaction, wanted, lambda each: replace(each, briefs=wanted.value == "yes"))


async def _set(services: Services, interaction: Pressed, wanted: CustomId, change: Change) -> None:
    digest = await services.digests.get(await acknowledged(interaction), wanted.owner)
    changed = await services.digests.change(digest, change)
    await show_panel(services, interaction, changed, Tab.SOURCES)
