"""Buttons × conditions: what stands in the channel, and what whoever pressed sees, where something is amiss."""

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import suppress

import discord
import pytest
import simcord
from simcord.backend.errors import BackendError

from tests.discord.article import ARTICLE, is_card
from tests.discord.conftest import Start, World
from tests.discord.people import shown
from tests.discord.presses import CHANGING, PRESSES, PRIVATE, Press, Result
from tests.discord.seen import seen
from tests.discord.ways import ANSWER, CALLBACK, OURS, answers


async def brief(world: World) -> discord.Message:
    """A card that Alice asked for, as all see it."""
    await world.alice.slash(world.channel, "brief", text=ARTICLE)
    return public(world)[-1]


@pytest.fixture
async def world(start: Start) -> AsyncIterator[World]:
    """One in which a person may ask as often as these tests do."""
    async with start(requests_per_minute=1000) as made:
        yield made


@pytest.fixture
async def briefed(world: World) -> World:
    await brief(world)
    return world


def public(world: World, channel: simcord.ChannelHandle | None = None) -> list[discord.Message]:
    """What stands in a channel for all."""
    return [answer for answer in answers(world, channel) if not answer.flags.ephemeral]


def said(result: Result) -> str:
    """What whoever pressed saw for it, all together."""
    found = [*result.followups, *([result.response] if result.response else [])]
    return "\n".join(seen(each.message) for each in found)


async def test_everything_works_for_whoever_asked_and_after_a_restart(briefed: World) -> None:
    for name, press in (PRIVATE | CHANGING).items():
        await briefed.restart()
        (card,) = public(briefed)
        result = await press(briefed.alice, card)
        assert OURS not in said(result), name
        assert result.ephemeral == (name in PRIVATE), name
        assert [is_card(answer) for answer in public(briefed)] == [True], name
    await briefed.restart()
    await PRESSES["Delete"](briefed.alice, public(briefed)[0])
    assert public(briefed) == []


async def test_strangers_are_answered_privately_and_leave_the_card_as_it_is(briefed: World) -> None:
    (card,) = public(briefed)
    for name, press in PRESSES.items():
        result = await press(briefed.bob, card)
        assert OURS not in said(result), name
        assert all(answer.id == card.id for answer in public(briefed)), name
        assert seen(public(briefed)[0]) == seen(card), name
        theirs = briefed.channel.history(viewer=briefed.bob)[-1]
        assert theirs.flags.ephemeral, name
        assert is_card(theirs) == (name in CHANGING), name


@pytest.mark.parametrize(("status", "code"), [(404, 10062), (400, 40060), (403, 50013), (500, 0)])
async def test_a_press_that_discord_lets_nobody_acknowledge_changes_nothing(
    briefed: World, status: int, code: int
) -> None:
    (card,) = public(briefed)
    briefed.env.inject_error(*CALLBACK, status=status, code=code, times=None)
    for press in PRESSES.values():
        await press(briefed.alice, card)
    assert [seen(answer) for answer in answers(briefed)] == [seen(card)]
    assert briefed.states() == ["done"]


async def test_500_for_a_moment_is_told_to_whoever_pressed(briefed: World) -> None:
    (card,) = public(briefed)
    for name, press in PRESSES.items():
        briefed.env.inject_error(*CALLBACK, status=500)
        result = await press(briefed.alice, card)
        assert OURS in said(result), name
        assert result.ephemeral, name
    assert [seen(answer) for answer in public(briefed)] == [seen(card)]


@pytest.mark.parametrize(("status", "code"), [(404, 10008), (401, 50027), (403, 50013), (500, 0)])
async def test_an_answer_that_discord_does_not_take_leaves_the_card_and_nothing_open(
    briefed: World, status: int, code: int
) -> None:
    (card,) = public(briefed)
    briefed.env.inject_error(*ANSWER, status=status, code=code, times=None)
    for press in (PRIVATE | CHANGING).values():
        await press(briefed.alice, card)
        await press(briefed.bob, card)
    assert [seen(answer) for answer in public(briefed)] == [seen(card)]
    assert "open" not in briefed.states()


async def test_two_presses_at_once_are_both_acknowledged_and_leave_one_card(world: World) -> None:
    for name, press in PRESSES.items():
        card = await brief(world)
        before = len(public(world))
        with _DoneTwice(world, card):
            assert (await press(world.alice, card)).acknowledged, name
            await world.env.settle()
        after = public(world)
        assert len(after) == before - (name == "Delete"), name
        assert not any(OURS in seen(answer) for answer in answers(world)), name
        assert "open" not in world.states(), name


class _DoneTwice:
    """Discord tells of each press twice, as of a double click: under another id, for another answer."""

    def __init__(self, world: World, card: discord.Message) -> None:
        self._backend = world.env.backend
        self._card = card
        self._again: set[object] = set()

    def __enter__(self) -> None:
        self._backend.subscribers.append(self)

    def __exit__(self, *_: object) -> None:
        self._backend.subscribers.remove(self)

    def __call__(self, event: str, payload: Mapping[str, object]) -> None:
        if event != "INTERACTION_CREATE" or payload["token"] in self._again:
            return
        second = self._backend.new_interaction(
            int(str(payload["type"])),
            int(str(payload["channel_id"])),
            int(payload["member"]["user"]["id"]),  # type: ignore[index]
            int(str(payload["guild_id"])),
        )
        second.source_message_id = self._card.id
        self._again.add(second.token)
        again = {**payload, "id": str(second.id), "token": second.token}
        asyncio.get_running_loop().call_soon(self._backend.emit, event, again)


async def test_under_a_card_that_was_just_deleted_a_press_ends_quietly(world: World) -> None:
    for name, press in PRESSES.items():
        card = await brief(world)
        await _pressed_as_it_goes(world, card, press)
        assert public(world) == [], name
        assert not any(OURS in seen(answer) for answer in answers(world)), name
        assert "open" not in world.states(), name


async def _pressed_as_it_goes(world: World, card: discord.Message, press: Press) -> None:
    """Somebody deletes the card in the moment in which another presses its button."""

    def delete(event: str, _: Mapping[str, object]) -> None:
        if event == "INTERACTION_CREATE" and any(answer.id == card.id for answer in public(world)):
            world.env.backend.delete_message(world.channel.id, card.id)

    world.env.backend.subscribers.append(delete)
    with suppress(BackendError):  # simcord looks for the card of a form that is sent
        await press(world.alice, card)
    world.env.backend.subscribers.remove(delete)


async def test_a_brief_that_is_kept_no_longer_says_so(briefed: World) -> None:
    (card,) = public(briefed)
    briefed.later(days=31)
    for name, press in (PRIVATE | CHANGING).items():
        result = await press(briefed.alice, card)
        assert "no longer kept" in said(result), name
    assert [seen(answer) for answer in public(briefed)] == [seen(card)]


async def test_without_message_content_and_permissions_every_press_works(start: Start) -> None:
    everything = {"message_content": False, "requests_per_minute": 1000}
    async with start(approved=discord.Intents.none(), **everything) as world:
        channel = world.channel_without(send_messages=False, attach_files=False)
        await world.alice.slash(channel, "brief", text=ARTICLE)
        for name, press in PRESSES.items():
            (card,) = public(world, channel)
            result = await press(world.alice, card)
            assert OURS not in said(result), name
        assert public(world, channel) == []


async def test_every_press_is_acknowledged_in_a_channel_that_is_deleted_meanwhile(world: World) -> None:
    for number, (name, press) in enumerate(PRESSES.items()):
        channel = world.guild.create_text_channel(f"doomed-{number}")
        card = shown(await world.alice.slash(channel, "brief", text=ARTICLE))
        world.env.inject_error(*ANSWER, status=404, code=10003, times=None)
        await press(world.alice, card)
        world.env.backend.faults.clear()
        assert "open" not in world.states(), name
