"""The panel of a digest: every choice is kept at once, and shown in the place of the last."""

from collections.abc import Callable
from dataclasses import replace

from bot.cogs.explaining import Pressed, explained
from bot.cogs.managers import managed_guild
from bot.cogs.presses.press import privately
from bot.cogs.services import Services
from bot.domain.digest import Digest, Run
from bot.services.digesting.managing import BY_MANAGER, feeds_of, schedule_of
from bot.views.digest import digest_card
from bot.views.digest_panel import FeedsForm, TimeForm, digest_panel
from bot.views.ids import CustomId
from bot.views.notices import notice_card
from bot.views.texts import Texts, fixed

POSTED = fixed("Today's digest is done: posted, or silent because there is nothing new.")
DONE = fixed("Today's digest has been posted already, or is on its way.")
DELETED = fixed("The digest is deleted.")

Change = Callable[[Digest], Digest]


async def show_digest(services: Services, interaction: Pressed, wanted: CustomId, _: list[str]) -> None:
    """The panel as it is."""
    await _show(interaction, await _digest(services, interaction, wanted))


async def set_channel(services: Services, interaction: Pressed, wanted: CustomId, chosen: list[str]) -> None:
    """Where it is posted."""
    channel_id = int(chosen[0])
    await _change(services, interaction, wanted, lambda digest: replace(digest, channel_id=channel_id))


async def set_days(services: Services, interaction: Pressed, wanted: CustomId, chosen: list[str]) -> None:
    """The days of the week on which it is due."""
    days = frozenset(map(int, chosen))
    await _change(
        services,
        interaction,
        wanted,
        lambda digest: replace(digest, schedule=replace(digest.schedule, days=days)),
    )


async def set_stories(services: Services, interaction: Pressed, wanted: CustomId, chosen: list[str]) -> None:
    """How many stories it tells at most."""
    stories = int(chosen[0])
    await _change(services, interaction, wanted, lambda digest: replace(digest, stories=stories))


async def pause(services: Services, interaction: Pressed, wanted: CustomId, _: list[str]) -> None:
    """Post nothing until it is resumed."""
    await _change(services, interaction, wanted, lambda digest: replace(digest, paused=BY_MANAGER))


async def resume(services: Services, interaction: Pressed, wanted: CustomId, _: list[str]) -> None:
    """Go on with the next run."""
    await _change(services, interaction, wanted, lambda digest: replace(digest, paused=None))


async def ask_feeds(services: Services, interaction: Pressed, wanted: CustomId, _: list[str]) -> None:
    """Ask for the addresses of its feeds."""
    digest = await _digest(services, interaction, wanted)

    async def filled(submitted: Pressed, lines: str, _: str) -> None:
        async with explained(submitted, services.log):
            feeds = feeds_of(lines)
            await _change(services, submitted, wanted, lambda digest: replace(digest, feeds=feeds))

    texts = Texts(str(interaction.locale))
    await interaction.response.send_modal(FeedsForm(filled, digest.feeds, texts=texts))


async def ask_time(services: Services, interaction: Pressed, wanted: CustomId, _: list[str]) -> None:
    """Ask for local time and zone."""
    digest = await _digest(services, interaction, wanted)

    async def filled(submitted: Pressed, at: str, zone: str) -> None:
        async with explained(submitted, services.log):
            schedule = schedule_of(at, zone, digest.schedule.days)
            await _change(services, submitted, wanted, lambda digest: replace(digest, schedule=schedule))

    await interaction.response.send_modal(TimeForm(filled, digest, texts=Texts(str(interaction.locale))))


async def preview(services: Services, interaction: Pressed, wanted: CustomId, _: list[str]) -> None:
    """What it would tell now, for this manager alone."""
    await privately(interaction)
    digest = await _digest(services, interaction, wanted)
    post = await services.digests.preview(digest)
    run = Run(digest.id, post.day, services.now())
    await interaction.edit_original_response(view=digest_card(digest, run, post, pressable=False))


async def run_now(services: Services, interaction: Pressed, wanted: CustomId, _: list[str]) -> None:
    """Today's run before its time."""
    await privately(interaction)
    digest = await _digest(services, interaction, wanted)
    run = await services.digests.run_now(digest)
    said = notice_card(POSTED if run else DONE, texts=Texts(str(interaction.locale)))
    await interaction.edit_original_response(view=said)


async def ask_to_delete(services: Services, interaction: Pressed, wanted: CustomId, _: list[str]) -> None:
    """The panel, asking whether the digest is to be deleted."""
    await _show(interaction, await _digest(services, interaction, wanted), deleting=True)


async def delete_digest(services: Services, interaction: Pressed, wanted: CustomId, _: list[str]) -> None:
    """Forget the digest."""
    await services.digests.delete(await _digest(services, interaction, wanted))
    view = notice_card(DELETED, texts=Texts(str(interaction.locale)))
    await interaction.response.edit_message(view=view)


async def _digest(services: Services, interaction: Pressed, wanted: CustomId) -> Digest:
    return await services.digests.get(managed_guild(interaction), wanted.brief)


async def _change(services: Services, interaction: Pressed, wanted: CustomId, change: Change) -> None:
    digest = await _digest(services, interaction, wanted)
    await _show(interaction, await services.digests.change(digest, change))


async def _show(interaction: Pressed, digest: Digest, *, deleting: bool = False) -> None:
    view = digest_panel(digest, texts=Texts(str(interaction.locale)), deleting=deleting)
    await interaction.response.edit_message(view=view)
