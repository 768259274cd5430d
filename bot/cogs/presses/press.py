"""A press of a button or a select: what was pressed, by whom, and the ways to answer it."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, replace
from typing import Concatenate, Self, TypeVar

import discord

from bot.cogs.explaining import open_form
from bot.cogs.interactions import Interaction, managed_guild, privately, texts_of
from bot.cogs.services import Services
from bot.domain.digest import Digest
from bot.domain.errors import UnusableSource
from bot.domain.kept import KeptBrief
from bot.views.forms import Form, P
from bot.views.ids import CustomId
from bot.views.languages import OWN
from bot.views.texts import Texts

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Press:
    """A component with the custom id `wanted` was pressed; `chosen` are the values of a select."""

    services: Services
    interaction: Interaction
    wanted: CustomId
    chosen: Sequence[str] = ()

    @property
    def texts(self) -> Texts:
        """The fixed texts in the language of whoever pressed."""
        return texts_of(self.interaction)

    @property
    def page(self) -> int:
        """The page that the component leads to, counted from 0."""
        value = self.wanted.value
        return int(value) if value and value.isdecimal() else 0

    async def ask(self, form: Form[P], filled: "Callable[Concatenate[Self, P], Awaitable[None]]") -> None:
        """Show a form; what is filled in is done as if the form had been pressed, once it is sent."""

        async def sent(submitted: Interaction, /, *values: P.args, **named: P.kwargs) -> None:
            await filled(replace(self, interaction=submitted), *values, **named)

        await open_form(self.interaction, form, sent, self.services.log)

    async def acknowledge(self) -> None:
        """The answer will take the place of the message that was pressed."""
        await self.interaction.response.defer()

    async def acknowledge_privately(self) -> int | None:
        """The answer will be for this person alone; its id, where Discord tells it."""
        return await privately(self.interaction)

    async def acknowledge_manager(self) -> int:
        """As `acknowledge`, for managers only; the id of their server."""
        guild_id = managed_guild(self.interaction)
        await self.acknowledge()
        return guild_id

    async def kept_brief(self) -> KeptBrief:
        """The brief that the component belongs to; UnusableSource when it is kept no longer."""
        kept = await self.services.briefs.get(self.wanted.owner)
        if kept is None:
            raise UnusableSource("This brief is no longer kept; ask for a new one.", "not_found")
        return kept

    async def digest(self) -> Digest:
        """The digest whose panel was pressed, acknowledged; NotAllowed for whoever is no manager."""
        return await self.services.digests.get(await self.acknowledge_manager(), self.wanted.owner)

    async def digest_privately(self) -> Digest:
        """As `digest`, where the answer will be for this manager alone."""
        guild_id = managed_guild(self.interaction)
        await self.acknowledge_privately()
        return await self.services.digests.get(guild_id, self.wanted.owner)

    async def show(self, view: discord.ui.LayoutView, *files: discord.File) -> None:
        """Show a view, with the files that it names, in the place that was acknowledged."""
        await self.interaction.edit_original_response(view=view, attachments=files or discord.utils.MISSING)


Handler = Callable[[Press], Awaitable[None]]
"""Answers a press."""


def chosen_as(kind: Callable[[str], T], chosen: Sequence[str]) -> T | None:
    """The first of the chosen values; None where it is left to the operator, or to nobody."""
    return None if chosen[0] == OWN else kind(chosen[0])
