"""What comes next, taken along: a calendar file, and events of the server."""

from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO

import discord

from bot.cogs.asking import is_member
from bot.cogs.interactions import Interaction
from bot.cogs.presses.press import Press
from bot.cogs.services import Services
from bot.domain.errors import NotAllowed
from bot.domain.kept import KeptBrief
from bot.render.calendar import calendar
from bot.services.planning import plans
from bot.views.calendar import FILE, calendar_card
from bot.views.notices import notice_card
from bot.views.planned import Planned, planned
from bot.views.texts import Texts, fixed

NEEDED = "I need the permission “Create Events” on this server; its managers can give it."
YOURS = "You need the permission to create events on this server."
FULL = fixed("This server has as many events as Discord allows; delete some, and press again.")
THERE = fixed("This server has these events already.")

TOO_MANY = 30038
"""Discord's code for a server that has 100 events."""


async def show_calendar(press: Press) -> None:
    """The dated events as a file, for this person alone; to those who may, the offer to plan them here."""
    await press.acknowledge_privately()
    kept, now = await press.kept_brief(), press.services.now()
    file = calendar([kept.brief], now)
    addable = _may_plan(press.interaction) and any(plans(kept.brief, now))
    brief_id = kept.id if addable else ""
    view = calendar_card(file.dated, file.undated, brief_id=brief_id, texts=press.texts)
    await press.show(view, discord.File(BytesIO(file.data), FILE))


async def plan_events(press: Press) -> None:
    """One event of the server for each dated event that lies ahead; none that is there already."""
    await press.acknowledge_privately()
    interaction = press.interaction
    guild = interaction.guild
    if guild is None or not _may_plan(interaction):
        raise NotAllowed(YOURS, "role")
    if not interaction.app_permissions.create_events:
        raise NotAllowed(NEEDED, "role")
    kept = await press.kept_brief()
    of_all = Texts(str(interaction.guild_locale or interaction.locale))
    async with press.services.turns.of(kept.id):
        with _refused():
            made = await _plan_all(press.services, guild, kept, of_all)
    said = press.texts.count("{n} event added to this server.", "{n} events added to this server.", made)
    await press.show(notice_card(said if made else THERE, texts=press.texts))


async def _plan_all(services: Services, guild: discord.Guild, kept: KeptBrief, texts: Texts) -> int:
    """How many events were made: what is there, or was made of this brief before, is not made again."""
    there = await guild.fetch_scheduled_events()
    ids, known = {event.id for event in there}, {(event.name, event.start_time) for event in there}
    made = 0
    for plan in plans(kept.brief, services.now()):
        event = planned(plan, kept, texts)
        if (event.name, event.start) in known or await services.briefs.scheduled(kept.id, plan.index) in ids:
            continue
        created = await _create(guild, event)
        await services.briefs.schedule(kept.id, plan.index, created.id)
        made += 1
    return made


async def _create(guild: discord.Guild, event: Planned) -> discord.ScheduledEvent:
    return await guild.create_scheduled_event(
        name=event.name,
        description=event.description,
        location=event.place,
        start_time=event.start,
        end_time=event.end,
        entity_type=discord.EntityType.external,
        privacy_level=discord.PrivacyLevel.guild_only,
    )


@contextmanager
def _refused() -> Iterator[None]:
    """What Discord does not let us do, as NotAllowed."""
    try:
        yield
    except discord.Forbidden as error:
        raise NotAllowed(NEEDED, "role") from error
    except discord.HTTPException as error:
        if error.code != TOO_MANY:
            raise
        raise NotAllowed(FULL, "budget") from error


def _may_plan(interaction: Interaction) -> bool:
    held = interaction.permissions
    return (
        interaction.guild_id is not None
        and is_member(interaction)
        and (held.create_events or held.manage_events)
    )
