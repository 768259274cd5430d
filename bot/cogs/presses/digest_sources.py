"""What a digest reads: its feeds, links that people share, briefs of the server."""

from dataclasses import replace

import discord

from bot.cogs.digest_panels import Change, add_list, show_list, show_panel
from bot.cogs.explaining import explained
from bot.cogs.interactions import Interaction, managed_guild
from bot.cogs.presses.press import Press
from bot.domain.digest import Digest
from bot.services.digesting.written import feeds_of
from bot.views.digest_feeds import added_card
from bot.views.digest_forms import FeedsForm, ListForm
from bot.views.digest_words import Tab


async def show_feeds(press: Press) -> None:
    """Another page of the feeds."""
    await _show(press, await press.digest())


async def ask_feeds(press: Press) -> None:
    """Ask for the addresses of feeds to add."""
    managed_guild(press.interaction)

    async def filled(form: Interaction, lines: str) -> None:
        async with explained(form, press.services.log):
            feeds, sent = feeds_of(lines), press.sent(form)
            changed, added = await press.services.subscriptions.add(await sent.digest(), feeds)
            await show_panel(press.services, form, changed, Tab.SOURCES)
            await form.followup.send(view=added_card(added, texts=sent.texts), ephemeral=True)

    await press.interaction.response.send_modal(FeedsForm(filled, texts=press.texts))


async def ask_list(press: Press) -> None:
    """Ask for a list of feeds."""
    managed_guild(press.interaction)

    async def filled(form: Interaction, files: list[discord.Attachment]) -> None:
        async with explained(form, press.services.log):
            await add_list(press.services, form, await press.sent(form).digest(), files[0])

    await press.interaction.response.send_modal(ListForm(filled, texts=press.texts))


async def export_feeds(press: Press) -> None:
    """The feeds as a file, for this manager alone."""
    await show_list(press.services, press.interaction, await press.digest_privately())


async def remove_feeds(press: Press) -> None:
    """Read some feeds no longer."""
    await _show(press, await press.services.subscriptions.remove(await press.digest(), press.chosen))


async def set_links(press: Press) -> None:
    """The channels whose shared links it reads."""
    channels = tuple(map(int, press.chosen))
    await _set(press, lambda each: replace(each, channels=channels))


async def set_briefs(press: Press) -> None:
    """Whether it reads the briefs that were made on the server."""
    await _set(press, lambda each: replace(each, briefs=press.wanted.value == "yes"))


async def _set(press: Press, change: Change) -> None:
    await _show(press, await press.services.digests.change(await press.digest(), change))


async def _show(press: Press, digest: Digest) -> None:
    await show_panel(press.services, press.interaction, digest, Tab.SOURCES, press.page)
