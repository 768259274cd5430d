"""What a digest reads: its feeds, links that people share, briefs of the server."""

from dataclasses import replace
from io import BytesIO

import discord

from bot.cogs.digest_panels import Change, add_list, show_panel
from bot.cogs.interactions import managed_guild
from bot.cogs.presses.press import Press
from bot.domain.digest import Digest
from bot.services.digesting.written import feeds_of
from bot.views.digest_answers import FILE, exported_card
from bot.views.digest_feeds import added_card
from bot.views.digest_forms import feeds_form, list_form
from bot.views.digest_words import Tab


async def show_feeds(press: Press) -> None:
    """Another page of the feeds."""
    await _show(press, await press.digest())


async def ask_feeds(press: Press) -> None:
    """Ask for the addresses of feeds to add."""
    managed_guild(press.interaction)

    async def filled(sent: Press, lines: str) -> None:
        feeds, form = feeds_of(lines), sent.interaction
        changed, added = await sent.services.subscriptions.add(await sent.digest(), feeds)
        await show_panel(sent.services, form, changed, Tab.SOURCES)
        await form.followup.send(view=added_card(added, texts=sent.texts), ephemeral=True)

    await press.ask(feeds_form(press.texts), filled)


async def ask_list(press: Press) -> None:
    """Ask for a list of feeds."""
    managed_guild(press.interaction)

    async def filled(sent: Press, files: list[discord.Attachment]) -> None:
        await add_list(sent.services, sent.interaction, await sent.digest(), files[0])

    await press.ask(list_form(press.texts), filled)


async def export_feeds(press: Press) -> None:
    """The feeds as a file, for this manager alone."""
    digest = await press.digest_privately()
    data = await press.services.subscriptions.list_of(digest)
    await press.show(exported_card(len(digest.feeds), texts=press.texts), discord.File(BytesIO(data), FILE))


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
