"""Direct messages × conditions: what somebody sees who shares no server with the bot."""

from collections.abc import Mapping

import discord
import pytest
import simcord

from tests.discord.article import ARTICLE, is_card
from tests.discord.conftest import Start, World
from tests.discord.people import shown
from tests.discord.presses import PRIVATE
from tests.discord.seen import labels, seen
from tests.discord.ways import EDIT, MESSAGE, at_first_message


@pytest.fixture
def carol(world: World) -> simcord.UserHandle:
    return world.env.create_user("carol")


def cards(world: World, carol: simcord.UserHandle) -> list[bool]:
    """Which of the bot's messages in the conversation are the brief."""
    bot = world.env.backend.bot_user.id
    return [is_card(message) for message in carol.dm_channel.history() if message.author.id == bot]


async def test_a_brief_is_answered_once_and_its_buttons_work_after_a_restart(
    world: World, carol: simcord.UserHandle
) -> None:
    await carol.send_dm(ARTICLE)
    await world.restart()
    assert cards(world, carol) == [True]
    card = carol.dm_channel.last_message
    assert card is not None
    for press in PRIVATE.values():
        result = await press(carol, card)  # type: ignore[arg-type]
        assert "went wrong" not in seen(shown(result))
        assert "Add to server events" not in labels(shown(result))


async def test_without_message_content_direct_messages_are_read_all_the_same(start: Start) -> None:
    async with start(approved=discord.Intents.none(), message_content=False) as world:
        carol = world.env.create_user("carol")
        await carol.send_dm(ARTICLE)
        assert cards(world, carol) == [True]


async def test_the_same_message_twice_is_answered_once(world: World, carol: simcord.UserHandle) -> None:
    seen_before: set[object] = set()

    def again(event: str, payload: Mapping[str, object]) -> None:
        if event == "MESSAGE_CREATE" and payload["id"] not in seen_before:
            seen_before.add(payload["id"])
            world.env.backend.emit(event, payload)

    world.env.backend.subscribers.append(again)
    await carol.send_dm(ARTICLE)
    await world.env.settle()
    assert cards(world, carol) == [True]


@pytest.mark.parametrize(("status", "code"), [(403, 50007), (403, 50013), (404, 10003)])
async def test_whoever_takes_no_messages_leaves_nothing_open(
    world: World, carol: simcord.UserHandle, status: int, code: int
) -> None:
    world.env.inject_error(*MESSAGE, status=status, code=code, times=None)
    await carol.send_dm(ARTICLE)
    assert cards(world, carol) == []
    assert "open" not in world.states()
    world.env.backend.faults.clear()
    world.env.inject_error(*EDIT, status=status, code=code, times=None)
    await carol.send_dm(ARTICLE)
    assert cards(world, carol) == [False]
    assert "open" not in world.states()


async def test_500_for_a_moment_is_waited_out(world: World, carol: simcord.UserHandle) -> None:
    world.env.inject_error(*EDIT, status=500, times=3)
    await carol.send_dm(ARTICLE)
    assert cards(world, carol) == [True]


async def test_an_answer_deleted_in_between_ends_the_request(world: World, carol: simcord.UserHandle) -> None:
    at_first_message(world, world.env.backend.delete_message)
    await carol.send_dm(ARTICLE)
    assert cards(world, carol) == []
    assert "open" not in world.states()
