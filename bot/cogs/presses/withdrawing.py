"""Taking back: a request that is being worked on, or a brief that stands there."""

from bot.cogs.explaining import Pressed
from bot.cogs.presses.press import kept_brief
from bot.cogs.services import Services
from bot.domain.errors import NotAllowed
from bot.views.ids import CustomId


async def cancel(services: Services, interaction: Pressed, wanted: CustomId, _: list[str]) -> None:
    """Stop the work; only whoever asked for it can."""
    await interaction.response.defer()
    if not await services.desk.cancel(wanted.brief, interaction.user.id):
        raise NotAllowed("Only the person who asked can cancel, and only while I am at work.", "role")
    services.intake.stop(wanted.brief)


async def delete(services: Services, interaction: Pressed, wanted: CustomId, _: list[str]) -> None:
    """Delete the card and forget the brief; for whoever asked, and for moderators."""
    kept = await kept_brief(services, wanted)
    if kept.asker.user_id != interaction.user.id and not interaction.permissions.manage_messages:
        raise NotAllowed("Only the person who asked and moderators can delete this brief.", "role")
    await interaction.response.defer()
    await interaction.delete_original_response()
    await services.briefs.forget(kept.id)
