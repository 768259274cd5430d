"""Briefs that take their time: progress, cancelling, and answers when an interaction's token is as good as over."""

import asyncio

import discord
import pytest
import simcord

from bot.domain.article import Article
from bot.engines.offline.engine import OfflineEngine
from bot.services import desk
from bot.services.briefing import Read, Wanted
from tests.discord.article import ARTICLE, is_card
from tests.discord.conftest import World
from tests.discord.people import ask_among_people
from tests.discord.seen import labels, seen
from tests.discord.ways import answers

READING = 15 * 60.0
"""Seconds of the world's clock that the engine takes here."""

PATIENCE = 100.0
"""Seconds of that clock that stand for three: simcord lives through less than 14 as they pass."""


@pytest.fixture(autouse=True)
def _slow(monkeypatch: pytest.MonkeyPatch) -> None:
    at_once = OfflineEngine.read

    async def read(engine: OfflineEngine, article: Article, wanted: Wanted) -> Read:
        await asyncio.sleep(READING)
        return await at_once(engine, article, wanted)

    monkeypatch.setattr(OfflineEngine, "read", read)
    monkeypatch.setattr(desk, "PATIENCE", PATIENCE)
    monkeypatch.setattr(desk, "EVERY", PATIENCE)


async def _ask(world: World, channel: simcord.ChannelHandle | None = None, *, private: bool = False) -> None:
    await world.alice.slash(channel or world.channel, "brief", text=ARTICLE, private=private)


async def test_progress_is_shown_with_a_button_to_cancel_and_becomes_the_card(world: World) -> None:
    await world.alice.send(world.channel, f"{world.me} {ARTICLE}")
    await world.env.advance_time(PATIENCE + 1)
    (answer,) = answers(world)
    assert seen(answer) == "Reading…"
    assert labels(answer) == ["Cancel"]
    await world.env.advance_time(READING)
    assert [is_card(answer) for answer in answers(world)] == [True]


async def test_whoever_asked_cancels_and_is_told_so(world: World) -> None:
    await _ask(world)
    await world.env.advance_time(PATIENCE + 1)
    await world.alice.click(answers(world)[0], label="Cancel")
    await world.env.advance_time(READING)
    assert [seen(answer) for answer in answers(world)] == ["Cancelled."]
    assert world.states() == ["cancelled"]


async def test_cancelling_twice_is_told_privately(world: World) -> None:
    await _ask(world)
    await world.env.advance_time(PATIENCE + 1)
    (progress,) = answers(world)
    await world.alice.click(progress, label="Cancel")
    world.env.backend.edit_message(world.channel.id, progress.id, {"components": _raw(progress)})
    await world.alice.click(progress, label="Cancel")
    assert "only while I am at work" in seen(answers(world)[-1])


def _raw(message: discord.Message) -> list[object]:
    return [component.to_dict() for component in message.components]


async def test_after_14_minutes_the_answer_moves_to_a_message_of_the_channel(world: World) -> None:
    await _ask(world)
    await world.env.advance_time(PATIENCE + 1)
    (acknowledged,) = answers(world)
    await world.env.advance_time(READING)
    (answer,) = answers(world)
    assert is_card(answer)
    assert answer.id != acknowledged.id


async def test_after_14_minutes_where_it_may_not_send_the_bot_changes_its_first_answer(world: World) -> None:
    channel = world.channel_without(send_messages=False)
    await _ask(world, channel)
    await world.env.advance_time(READING + PATIENCE)
    assert [is_card(answer) for answer in answers(world, channel)] == [True]


async def test_a_private_brief_ends_before_its_asker_can_be_told_no_more(world: World) -> None:
    await _ask(world, private=True)
    await world.env.advance_time(READING + PATIENCE)
    (answer,) = answers(world)
    assert "ask again with a shorter text" in seen(answer)
    assert answer.flags.ephemeral
    assert world.states() == ["failed"]


async def test_where_the_bot_is_no_member_work_ends_while_its_asker_can_be_told(world: World) -> None:
    carol = world.env.create_user("carol")
    await ask_among_people(world, carol)
    await world.env.advance_time(READING + PATIENCE)
    (answer,) = carol.dm_channel.history()
    assert "ask again with a shorter text" in seen(answer)
    assert world.states() == ["failed"]
    assert not any(request.path.startswith("/channels/") for request in world.env.http_requests)
