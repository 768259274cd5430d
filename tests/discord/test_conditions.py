"""Ways in × conditions: what a person sees where something is missing, fails or happens in between."""

from collections.abc import Mapping
from contextlib import suppress

import discord
import pytest
import simcord

from tests.discord.article import is_card
from tests.discord.conftest import Start, World
from tests.discord.seen import seen
from tests.discord.ways import CALLBACK, MESSAGE, OURS, WAYS, Way, answers, at_first_message

GONE = [(404, 10008), (404, 10003), (401, 50027)]
ROUTES = ("command", "mention", "always")
"""One way of each kind by which acknowledgements and answers get to Discord."""


def ways(*names: str) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("way", [WAYS[name] for name in names], ids=names)


def is_answered_once(world: World, channel: simcord.ChannelHandle | None = None) -> bool:
    return [is_card(message) for message in answers(world, channel)] == [True]


@ways(*WAYS)
async def test_nothing_amiss_gives_the_card_once(world: World, way: Way) -> None:
    await way(world)
    assert is_answered_once(world)
    assert world.states() == ["done"]


@ways(*ROUTES)
async def test_without_permissions_that_it_needs_not_gives_the_card(world: World, way: Way) -> None:
    channel = world.channel_without(
        embed_links=False, attach_files=False, create_public_threads=False, use_external_emojis=False
    )
    await way(world, channel)
    assert is_answered_once(world, channel)


@ways(*WAYS)
async def test_where_the_history_may_not_be_read_the_card_is_no_reply(world: World, way: Way) -> None:
    channel = world.channel_without(read_message_history=False)
    world.env.inject_error(*MESSAGE, status=400, code=160002, times=1)
    await way(world, channel)
    if way is WAYS["offer"]:
        assert answers(world, channel) == []  # nor may the bot react to what it may not read
    else:
        assert is_answered_once(world, channel)
        assert answers(world, channel)[0].reference is None


@ways(*WAYS)
async def test_without_send_messages_interactions_give_the_card_and_messages_nothing(
    world: World, way: Way
) -> None:
    channel = world.channel_without(send_messages=False)
    await way(world, channel)
    assert is_answered_once(world, channel) == way.interaction
    assert "open" not in world.states()


@ways(*WAYS)
async def test_without_message_content_only_listening_is_gone(start: Start, way: Way) -> None:
    async with start(approved=discord.Intents.none(), message_content=False) as world:
        if way in (WAYS["offer"], WAYS["always"]):
            with pytest.MonkeyPatch.context() as patch:
                patch.setattr(simcord.MemberActor, "react", _nothing)
                await way(world)
            assert answers(world) == []
        elif way is WAYS["reply"]:
            await way(world)
            assert "Send me a link" in seen(world.channel.last_message)
        else:
            await way(world)
            assert is_answered_once(world)


async def _nothing(*_: object) -> None:
    """Nobody can click a reaction that is not there."""


@ways("command", "form", "menu")
async def test_10062_at_the_acknowledgement_gives_nothing_and_leaves_nothing_open(
    world: World, way: Way
) -> None:
    if way is WAYS["form"]:
        form = await world.alice.slash(world.channel, "brief")
        world.env.inject_error(*CALLBACK, status=404, code=10062, times=None)
        await world.alice.submit_modal(form, {"text": "Some text of no weight."})
    else:
        world.env.inject_error(*CALLBACK, status=404, code=10062, times=None)
        await way(world)
    assert answers(world) == []
    assert world.states() == ["cancelled"]


@ways(*WAYS)
async def test_the_same_event_twice_gives_the_card_once(world: World, way: Way) -> None:
    world.env.backend.subscribers.append(_Twice(world, way))
    await way(world)
    await world.env.settle()
    assert is_answered_once(world)


class _Twice:
    """Discord sends what happened once more, as after a lost connection; interactions end in 40060 then."""

    def __init__(self, world: World, way: Way) -> None:
        self._backend = world.env.backend
        self._event = "INTERACTION_CREATE" if way.interaction else "MESSAGE_CREATE"
        self._bot = str(self._backend.bot_user.id)
        self._seen: set[object] = set()

    def __call__(self, event: str, payload: Mapping[str, object]) -> None:
        author = payload.get("author")
        if (
            event != self._event
            or payload["id"] in self._seen
            or (isinstance(author, dict) and author["id"] == self._bot)
        ):
            return
        self._seen.add(payload["id"])
        self._backend.emit(event, payload)


@ways("mention", "always")
async def test_50013_at_the_acknowledgement_gives_nothing_and_leaves_nothing_open(
    world: World, way: Way
) -> None:
    world.env.inject_error(*way.acknowledging, status=403, code=50013, times=None)
    await way(world)
    assert answers(world) == []
    assert "open" not in world.states()


@pytest.mark.parametrize(
    ("name", "status", "code"),
    [
        *((name, 403, 50013) for name in ROUTES),
        *((name, *gone) for gone in GONE for name in ("command", "mention")),
    ],
)
async def test_an_answer_that_has_no_place_any_more_is_given_up(
    world: World, name: str, status: int, code: int
) -> None:
    way = WAYS[name]
    world.env.inject_error(*way.answering, status=status, code=code, times=None)
    await way(world)
    assert not any(map(is_card, answers(world)))
    assert "open" not in world.states()


@ways(*ROUTES)
async def test_500_for_a_moment_is_waited_out(world: World, way: Way) -> None:
    world.env.inject_error(*way.answering, status=500, code=0, times=3)
    await way(world)
    assert is_answered_once(world)


@ways(*ROUTES)
async def test_500_for_good_leaves_nothing_open(world: World, way: Way) -> None:
    world.env.inject_error(*way.answering, status=500, code=0, times=None)
    await way(world)
    assert not any(map(is_card, answers(world)))
    assert world.states() == ["failed"]


@ways(*ROUTES)
async def test_500_at_the_acknowledgement_is_told_or_done_without(world: World, way: Way) -> None:
    world.env.inject_error(*way.acknowledging, status=500, code=0, times=1)
    await way(world)
    (answer,) = answers(world)
    assert OURS in seen(answer) if way.interaction else is_card(answer)
    assert answer.flags.ephemeral == way.interaction


@ways(*ROUTES)
async def test_a_message_deleted_in_between_ends_the_request(world: World, way: Way) -> None:
    at_first_message(world, world.env.backend.delete_message)
    await way(world)
    assert not any(map(is_card, answers(world)))
    assert "open" not in world.states()


@ways(*ROUTES)
async def test_a_channel_deleted_in_between_ends_the_request(world: World, way: Way) -> None:
    at_first_message(world, lambda channel, _: world.env.backend.delete_channel(channel))
    with suppress(KeyError):  # whoever wrote there is shown their own message, which is gone
        await way(world)
    await world.env.settle()
    assert "news" not in world.guild.channels
    assert "open" not in world.states()


@ways(*WAYS)
async def test_a_restart_afterwards_changes_nothing(world: World, way: Way) -> None:
    await way(world)
    await world.restart()
    assert is_answered_once(world)
    await world.alice.click(answers(world)[0], label="Sources")
    assert seen(answers(world)[-1]).startswith("## Sources")
