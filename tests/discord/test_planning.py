"""Calendar: the dated events as a file, and as events of the server."""

import discord
import pytest
import simcord

from tests.discord.article import ARTICLE, TITLE
from tests.discord.conftest import Start, World
from tests.discord.people import member
from tests.discord.seen import labels, seen
from tests.discord.ways import answers

ADD = "Add to server events"


@pytest.fixture
async def briefed(world: World) -> World:
    await world.alice.slash(world.channel, "brief", text=ARTICLE)
    return world


@pytest.fixture
def carol(world: World) -> simcord.MemberActor:
    """Somebody who may create events."""
    return member(world, "carol", create_events=True)


async def _calendar(world: World, actor: simcord.MemberActor) -> discord.Message:
    shown = await actor.click(answers(world)[0], label="Calendar")
    assert shown.ephemeral
    assert shown.response is not None
    return shown.response.message


async def test_calendar_gives_a_file_with_the_dated_events(briefed: World) -> None:
    message = await _calendar(briefed, briefed.bob)
    assert "events with a date" in seen(message)
    (file,) = message.attachments
    assert file.filename == "events.ics"
    held = (await file.read()).decode()
    assert "DTSTART;VALUE=DATE:20260614" in held


async def test_without_permission_nobody_is_offered_server_events(briefed: World) -> None:
    assert ADD not in labels(await _calendar(briefed, briefed.bob))


async def test_events_are_added_with_an_end_and_a_place(briefed: World, carol: simcord.MemberActor) -> None:
    added = await carol.click(await _calendar(briefed, carol), label=ADD)
    assert added.response is not None
    assert "3 events added to this server." in seen(added.response.message)
    events = await _events(briefed)
    assert [event.entity_type for event in events] == [discord.EntityType.external] * 3
    assert all(event.location for event in events)
    assert all(event.end_time is not None and event.end_time > event.start_time for event in events)
    assert TITLE in str(events[0].description)


async def test_pressing_again_adds_none_twice_also_after_a_restart(
    briefed: World, carol: simcord.MemberActor
) -> None:
    await carol.click(await _calendar(briefed, carol), label=ADD)
    await briefed.restart()
    again = await carol.click(await _calendar(briefed, carol), label=ADD)
    assert again.response is not None
    assert "has these events already" in seen(again.response.message)
    assert len(await _events(briefed)) == 3


async def test_without_the_bots_own_permission_it_says_which_it_needs(
    briefed: World, carol: simcord.MemberActor
) -> None:
    message = await _calendar(briefed, carol)
    briefed.env.inject_error("POST", "/guilds/*/scheduled-events", status=403, code=50013, times=None)
    refused = await carol.click(message, label=ADD)
    assert refused.response is not None
    assert "I need the permission “Create Events”" in seen(refused.response.message)


async def test_a_server_that_is_full_of_events_is_told_so(briefed: World, carol: simcord.MemberActor) -> None:
    message = await _calendar(briefed, carol)
    briefed.env.inject_error("POST", "/guilds/*/scheduled-events", status=400, code=30038, times=None)
    refused = await carol.click(message, label=ADD)
    assert refused.response is not None
    assert "as many events as Discord allows" in seen(refused.response.message)


async def test_events_that_are_past_are_not_offered(start: Start) -> None:
    async with start(keep_days=1000) as world:
        planner = member(world, "carol", create_events=True)
        await world.alice.slash(world.channel, "brief", text=ARTICLE)
        assert ADD in labels(await _calendar(world, planner))
        world.later(days=500)
        assert ADD not in labels(await _calendar(world, planner))


async def _events(world: World) -> list[discord.ScheduledEvent]:
    guild = world.env.bot.get_guild(world.guild.id)
    assert guild is not None
    return await guild.fetch_scheduled_events()
