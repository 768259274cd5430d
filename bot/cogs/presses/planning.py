"""What comes next, taken along: a calendar file, and events of the server."""

from io import BytesIO

import discord

from bot.cogs.explaining import Pressed
from bot.cogs.presses.press import kept_brief
from bot.cogs.services import Services
from bot.domain.errors import NotAllowed
from bot.domain.kept import KeptBrief
from bot.render.calendar import calendar
from bot.services.planning import Plan, plans
from bot.views.calendar import FILE, calendar_card
from bot.views.ids import CustomId
from bot.views.notices import notice_card
from bot.views.planned import Planned, planned
from bot.views.texts import Texts

NEEDED = "I need the permission “Create Events” on this server; its managers can give it."


async def show_calendar(services: Services, interaction: Pressed, wanted: CustomId, _: list[str]) -> None:
    """The dated events as a file, for this person alone; to those who may, the offer to plan them here."""
    kept = await kept_brief(services, wanted)
    file = calendar([kept.brief], services.now())
    view = calendar_card(
        kept,
        file.dated,
        file.undated,
        addable=_may_plan(interaction) and any(plans(kept.brief, services.now())),
        texts=Texts(str(interaction.locale)),
    )
    await interaction.response.send_message(
        view=view, file=discord.File(BytesIO(file.data), FILE), ephemeral=True
    )


async def plan_events(services: Services, interaction: Pressed, wanted: CustomId, _: list[str]) -> None:
    """One event of the server for each dated event that lies ahead; none that is there already."""
    kept = await kept_brief(services, wanted)
    guild = interaction.guild
    if guild is None or not _may_plan(interaction):
        raise NotAllowed("You need the permission to create events on this server.", "role")
    if not interaction.app_permissions.create_events:
        raise NotAllowed(NEEDED, "role")
    await interaction.response.defer(ephemeral=True, thinking=True)
    texts = Texts(str(interaction.guild_locale or interaction.locale))
    there = {(event.name, event.start_time) for event in await guild.fetch_scheduled_events()}
    made = 0
    for plan in plans(kept.brief, services.now()):
        event = planned(plan, kept, texts)
        if (event.name, event.start) not in there:
            made += await _plan(services, guild, kept, plan, event)
    said = texts.count("{n} event added to this server.", "{n} events added to this server.", made)
    await interaction.edit_original_response(view=notice_card(said, texts=texts))


async def _plan(
    services: Services, guild: discord.Guild, kept: KeptBrief, plan: Plan, event: Planned
) -> bool:
    """Whether an event was made: one that was made of this brief before is not made again."""
    if await services.briefs.scheduled(kept.id, plan.index) is not None:
        return False
    made = await guild.create_scheduled_event(
        name=event.name,
        description=event.description,
        location=event.place,
        start_time=event.start,
        end_time=event.end,
        entity_type=discord.EntityType.external,
        privacy_level=discord.PrivacyLevel.guild_only,
    )
    await services.briefs.schedule(kept.id, plan.index, made.id)
    return True


def _may_plan(interaction: Pressed) -> bool:
    held = interaction.permissions
    return interaction.guild is not None and (held.create_events or held.manage_events)
