"""A brief's card: its other pages, the sentences behind it, and taking it back."""

from contextlib import suppress

import discord

from bot.cogs.presses.press import Press
from bot.domain.errors import NotAllowed
from bot.views.card import card
from bot.views.sources import sources_card
from bot.views.texts import Texts


async def show_page(press: Press) -> None:
    """Another page, in the place of this one."""
    await press.acknowledge()
    kept = await press.kept_brief()
    await press.show(card(kept, press.page, texts=Texts(kept.asker.locale)))


async def show_sources(press: Press) -> None:
    """Each statement beside its sentences, for this person alone; another page in its place."""
    await (press.acknowledge() if press.wanted.value else press.acknowledge_privately())
    await press.show(sources_card(await press.kept_brief(), press.page, texts=press.texts))


async def cancel(press: Press) -> None:
    """Stop the work on a request; only whoever asked for it can."""
    await press.acknowledge()
    if not await press.services.intake.cancel(press.wanted.owner, press.interaction.user.id):
        raise NotAllowed("Only the person who asked can cancel, and only while I am at work.", "role")


async def delete(press: Press) -> None:
    """Delete the card and forget the brief; for whoever asked, and for moderators."""
    await press.acknowledge()
    kept = await press.services.briefs.get(press.wanted.owner)
    own = kept is not None and kept.asker.user_id == press.interaction.user.id
    if not own and not press.interaction.permissions.manage_messages:
        raise NotAllowed("Only the person who asked and moderators can delete this brief.", "role")
    with suppress(discord.NotFound):  # somebody was quicker
        await press.interaction.delete_original_response()
    await press.services.briefs.forget(press.wanted.owner)
