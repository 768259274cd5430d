"""The one place where an error becomes an answer to whoever caused it."""

import secrets
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import discord

from bot.cogs.interactions import Interaction, texts_of
from bot.delivery import FAULTS, Log
from bot.domain.errors import BrieferError, Internal, NotAllowed, UnusableSource
from bot.views.forms import Filled, Form, P
from bot.views.notices import failure_card


@asynccontextmanager
async def explained(interaction: Interaction, log: Log) -> AsyncIterator[None]:
    """Whatever goes wrong is told to the person; commands have it so anyway, by the handler of the client."""
    try:
        yield
    except Exception as error:  # noqa: BLE001 - the outermost edge of what a person does
        await explain(interaction, error, log)


@asynccontextmanager
async def logged(log: Log) -> AsyncIterator[None]:
    """Whatever goes wrong is kept for the log alone: there is nobody, or no place, to tell it."""
    try:
        yield
    except Exception as error:  # noqa: BLE001 - the outermost edge of what happens in a channel
        log(secrets.token_hex(4), error)


async def open_form(interaction: Interaction, form: Form[P], filled: Filled[P], log: Log) -> None:
    """Show a form, and do something with it once it is sent: it is answered by itself."""

    async def sent(submitted: Interaction, /, *values: P.args, **named: P.kwargs) -> None:
        async with explained(submitted, log):
            await filled(submitted, *values, **named)

    form.filled = sent
    await interaction.response.send_modal(form)


async def explain(interaction: Interaction, error: Exception, log: Log) -> None:
    """One sentence, and the id under which the log has the cause where that is not the person's to mend.

    Private where nothing was acknowledged, else in the place of the acknowledged answer.
    """
    incident = secrets.token_hex(4)
    log(incident, error)
    told = error if isinstance(error, BrieferError) else Internal()
    named = None if isinstance(error, UnusableSource | NotAllowed) else incident
    card = failure_card(str(told), named, texts=texts_of(interaction))
    try:
        await _show(interaction, card)
    except FAULTS as unsaid:
        log(incident, unsaid)


async def _show(interaction: Interaction, card: discord.ui.LayoutView) -> None:
    response = interaction.response
    if not response.is_done():
        await response.send_message(view=card, ephemeral=True)
    elif response.type is discord.InteractionResponseType.deferred_channel_message:
        await interaction.edit_original_response(view=card)
    else:
        await interaction.followup.send(view=card, ephemeral=True)
