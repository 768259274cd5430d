"""What managers are shown of a digest, by command or by button; the interaction is acknowledged by then."""

from collections.abc import Callable, Iterable

import discord

from bot.cogs.interactions import Interaction, texts_of
from bot.cogs.services import Services
from bot.delivery import there
from bot.domain.digest import Digest
from bot.services.digesting.subscribing import LARGEST_LIST, too_large
from bot.views.digest import preview_cards
from bot.views.digest_answers import answered_card
from bot.views.digest_feeds import added_card
from bot.views.digest_panel import digest_panel, digests_card
from bot.views.digest_words import Panel, Tab
from bot.views.texts import fixed

Change = Callable[[Digest], Digest]

NO_CHANNEL = fixed("The channel is gone, or I may not see it: choose another one.")
NEEDED = fixed("To post there I need “View Channel”, “Send Messages” and “Read Message History”.")


async def show_digests(services: Services, interaction: Interaction, guild_id: int) -> None:
    """All digests of a server, each with a button to its panel, in the place of what was acknowledged."""
    digests = services.digests
    found = [(each, await digests.standing(each)) for each in await digests.of_guild(guild_id)]
    view = digests_card(found, texts=texts_of(interaction))
    await interaction.edit_original_response(view=view)


async def show_panel(  # noqa: PLR0913 - what is open of a panel
    services: Services,
    interaction: Interaction,
    digest: Digest,
    tab: Tab | None = None,
    page: int = 0,
    *,
    deleting: bool = False,
) -> None:
    """The panel of a digest, in the place of what was acknowledged."""
    listening = (await services.managing.settings(digest.guild_id)).listening
    panel = Panel(
        digest=digest,
        terms=services.terms,
        feeds=await services.subscriptions.of(digest),
        standing=await services.digests.standing(digest),
        there=_there(interaction.guild, (digest.channel_id, *digest.channels)),
        deaf=frozenset(digest.channels) - frozenset(listening),
        trouble=_trouble(interaction.guild, digest.channel_id),
        tab=tab,
        page=page,
        deleting=deleting,
    )
    view = digest_panel(panel, texts=texts_of(interaction))
    await interaction.edit_original_response(view=view)


async def show_preview(services: Services, interaction: Interaction, digest: Digest) -> None:
    """What it would tell now, for this manager alone, page by page."""
    post = await services.digests.preview(digest)
    first, *others = preview_cards(digest, post, reader=texts_of(interaction))
    await interaction.edit_original_response(view=first)
    for page in others:
        await interaction.followup.send(view=page, ephemeral=True)


async def post_now(services: Services, interaction: Interaction, digest: Digest) -> None:
    """Today's run before its time, and what that means for the day."""
    answered = await services.digests.run_now(digest)
    view = answered_card(digest, answered, texts=texts_of(interaction))
    await interaction.edit_original_response(view=view)


async def add_list(
    services: Services, interaction: Interaction, digest: Digest, file: discord.Attachment
) -> None:
    """The feeds of a list, and the panel with them."""
    changed, added = await services.subscriptions.add_list(digest, await _loaded(file))
    await show_panel(services, interaction, changed, Tab.SOURCES)
    view = added_card(added, texts=texts_of(interaction))
    await interaction.followup.send(view=view, ephemeral=True)


def _trouble(guild: discord.Guild | None, channel_id: int) -> str:
    """Why a digest could not be posted in a channel, empty where it could."""
    channel = guild.get_channel_or_thread(channel_id) if guild else None
    if guild is None or channel is None:
        return NO_CHANNEL
    held = channel.permissions_for(guild.me)
    writes = held.send_messages_in_threads if isinstance(channel, discord.Thread) else held.send_messages
    return "" if held.view_channel and held.read_message_history and writes else NEEDED


def _there(guild: discord.Guild | None, channels: Iterable[int]) -> frozenset[int]:
    """Those of some channels that exist, as far as can be seen."""
    return frozenset(each for each in channels if guild and guild.get_channel_or_thread(each))


async def _loaded(file: discord.Attachment) -> bytes:
    """The bytes of a list of feeds, of which Discord says beforehand how many there are."""
    if file.size > LARGEST_LIST:
        raise too_large()
    with there():
        return await file.read()
