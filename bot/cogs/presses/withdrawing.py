"""Taking back: a request that is being worked on, or a brief that stands there."""

from contextlib import suppress

import discord

from bot.cogs.explaining import Pressed
from bot.cogs.services import Services
from bot.domain.errors import NotAllowed
from bot.views.ids import CustomId


async def cancel(services: Services, interaction: Pressed, wanted: CustomId, _: list[str]) -> None:
    """Stop the work; only whoever asked for it can."""
    await interaction.response.defer()
    if not await services.intake.cancel(wanted.owner, interaction.user.id):
        raise NotAllowed("Only the person who asked can cancel, and only while I am at work.", "role")


async def delete(services: Services, interaction: Pressed, wanted: CustomId, _: list[str]) -> None:
    """Delete the card and forget the brief; for whoever asked, and for moderators."""
    await interaction.response.defer()
    kept = await services.briefs.get(wanted.owner)
    own = kept is not None and kept.asker.user_id == interaction.user.id
    if not own and not interaction.permissions.manage_messages:
        raise NotAllowed("Only the person who asked and moderators can delete this brief.", "role")
    with suppress(discord.NotFound):  # somebody was quicker
        await interaction.delete_original_response()
    await services.briefs.forget(wanted.owner)
