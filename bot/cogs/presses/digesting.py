"""What can be done with a digest on its panel: opened, looked at, posted, paused, deleted."""

from dataclasses import replace

from bot.cogs.digest_panels import post_now, show_panel, show_preview
from bot.cogs.explaining import Pressed
from bot.cogs.managers import acknowledged, managed_guild
from bot.cogs.presses.press import privately
from bot.cogs.services import Services
from bot.services.digesting.managing import BY_MANAGER
from bot.views.digest_words import Tab
from bot.views.ids import CustomId
from bot.views.notices import notice_card
from bot.views.texts import Texts, fixed

DELETED = fixed("The digest is deleted.")


async def show_digest(services: Services, interaction: Pressed, wanted: CustomId, _: list[str]) -> None:
    """The panel as it is, with the part open that is wanted."""
    digest = await services.digests.get(await acknowledged(interaction), wanted.owner)
    tab = Tab(wanted.value) if wanted.value in list(Tab) else None
    await show_panel(services, interaction, digest, tab)


async def preview(services: Services, interaction: Pressed, wanted: CustomId, _: list[str]) -> None:
    """What it would tell now, for this manager alone."""
    guild_id = managed_guild(interaction)
    await privately(interaction)
    await show_preview(services, interaction, await services.digests.get(guild_id, wanted.owner))


async def run_now(services: Services, interaction: Pressed, wanted: CustomId, _: list[str]) -> None:
    """Today's run before its time."""
    guild_id = managed_guild(interaction)
    await privately(interaction)
    await post_now(services, interaction, await services.digests.get(guild_id, wanted.owner))


async def pause(services: Services, interaction: Pressed, wanted: CustomId, _: list[str]) -> None:
    """Post nothing until it is resumed."""
    await _set_paused(services, interaction, wanted, BY_MANAGER)


async def resume(services: Services, interaction: Pressed, wanted: CustomId, _: list[str]) -> None:
    """Go on with the next run."""
    await _set_paused(services, interaction, wanted, None)


async def ask_to_delete(services: Services, interaction: Pressed, wanted: CustomId, _: list[str]) -> None:
    """The panel, asking whether the digest is to be deleted."""
    digest = await services.digests.get(await acknowledged(interaction), wanted.owner)
    await show_panel(services, interaction, digest, deleting=True)


async def delete_digest(services: Services, interaction: Pressed, wanted: CustomId, _: list[str]) -> None:
    """Forget the digest."""
    digest = await services.digests.get(await acknowledged(interaction), wanted.owner)
    await services.digests.delete(digest)
    view = notice_card(DELETED, texts=Texts(str(interaction.locale)))
    await interaction.edit_original_response(view=view)


async def _set_paused(services: Services, interaction: Pressed, wanted: CustomId, paused: str | None) -> None:
    digest = await services.digests.get(await acknowledged(interaction), wanted.owner)
    changed = await services.digests.change(digest, lambda each: replace(each, paused=paused))
    await show_panel(services, interaction, changed)
