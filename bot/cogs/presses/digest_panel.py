"""What can be done with a digest on its panel: opened, looked at, posted, paused, deleted."""

from dataclasses import replace

from bot.cogs.digest_panels import post_now, show_panel, show_preview
from bot.cogs.presses.press import Press
from bot.services.digesting.managing import BY_MANAGER
from bot.views.digest_words import Tab
from bot.views.notices import notice_card
from bot.views.texts import fixed

DELETED = fixed("The digest is deleted.")


async def show(press: Press) -> None:
    """The panel as it is, with the part open that is wanted."""
    wanted = press.wanted.value
    tab = Tab(wanted) if wanted in list(Tab) else None
    await show_panel(press.services, press.interaction, await press.digest(), tab)


async def preview(press: Press) -> None:
    """What it would tell now, for this manager alone."""
    await show_preview(press.services, press.interaction, await press.digest_privately())


async def run_now(press: Press) -> None:
    """Today's run before its time."""
    await post_now(press.services, press.interaction, await press.digest_privately())


async def pause(press: Press) -> None:
    """Post nothing until it is resumed."""
    await _set_paused(press, BY_MANAGER)


async def resume(press: Press) -> None:
    """Go on with the next run."""
    await _set_paused(press, None)


async def ask_to_delete(press: Press) -> None:
    """The panel, asking whether the digest is to be deleted."""
    await show_panel(press.services, press.interaction, await press.digest(), deleting=True)


async def delete(press: Press) -> None:
    """Forget the digest."""
    await press.services.digests.delete(await press.digest())
    await press.show(notice_card(DELETED, texts=press.texts))


async def _set_paused(press: Press, paused: str | None) -> None:
    digest = await press.digest()
    changed = await press.services.digests.change(digest, lambda each: replace(each, paused=paused))
    await show_panel(press.services, press.interaction, changed)
