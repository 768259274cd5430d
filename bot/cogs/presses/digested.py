"""The buttons under a digest's post: its other pages, the sentences behind it, its events, its stories."""

from datetime import datetime
from io import BytesIO

import discord

from bot.cogs.explaining import Pressed
from bot.cogs.presses.press import page, privately
from bot.cogs.services import Services
from bot.domain.digest import Digest, Run
from bot.domain.errors import UnusableSource
from bot.domain.post import Post
from bot.render.calendar import announced
from bot.services.digesting.managing import GONE
from bot.views.calendar import FILE, events_card
from bot.views.digest import digest_card
from bot.views.digest_details import details_card, evidence_card
from bot.views.ids import CustomId
from bot.views.texts import Texts


async def show_digest_page(services: Services, interaction: Pressed, wanted: CustomId, _: list[str]) -> None:
    """Another page, in the place of this one."""
    await interaction.response.defer()
    digest, run, post = await _told(services, wanted)
    await interaction.edit_original_response(view=digest_card(digest, run, post, page(wanted)))


async def show_evidence(services: Services, interaction: Pressed, wanted: CustomId, _: list[str]) -> None:
    """Each statement beside its sentences, for this person alone."""
    await (interaction.response.defer() if wanted.value else privately(interaction))
    _digest, run, post = await _told(services, wanted)
    view = evidence_card(run, post, page(wanted), texts=Texts(str(interaction.locale)))
    await interaction.edit_original_response(view=view)


async def show_stories(services: Services, interaction: Pressed, wanted: CustomId, _: list[str]) -> None:
    """All that the briefs of the stories say, for this person alone."""
    await (interaction.response.defer() if wanted.value else privately(interaction))
    _digest, run, post = await _told(services, wanted)
    view = details_card(run, post, page(wanted), texts=Texts(str(interaction.locale)))
    await interaction.edit_original_response(view=view)


async def show_events(services: Services, interaction: Pressed, wanted: CustomId, _: list[str]) -> None:
    """The dated events as a file, for this person alone."""
    await privately(interaction)
    _digest, _run, post = await _told(services, wanted)
    file = announced(post.coming, services.now())
    view = events_card(file.dated, file.undated, texts=Texts(str(interaction.locale)))
    await interaction.edit_original_response(view=view, attachments=[discord.File(BytesIO(file.data), FILE)])


async def _told(services: Services, wanted: CustomId) -> tuple[Digest, Run, Post]:
    digest_id, _, day = wanted.owner.rpartition("-")
    found = await services.digests.told(digest_id, datetime.strptime(day, "%Y%m%d").date())  # noqa: DTZ007 - a local date
    if found is None:
        raise UnusableSource(GONE, "not_found")
    digest, post = found
    return digest, Run(digest.id, post.day, services.now()), post
