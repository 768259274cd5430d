"""Answers whose message's id was lost in a crash: bringing them again changes the message that is there."""

from datetime import timedelta

import discord
import pytest

from bot.delivery import DiscordDelivery
from bot.domain.errors import Internal, StorageAway, TakenOver
from bot.domain.request import Asker, Options, Place, Request, Text
from bot.services.briefing import Stage
from tests.adapters.storage.made import kept
from tests.gateway.harbour import HarbourBot, running
from tests.loopback.discord.fake import FakeDiscord

LIFE = timedelta(minutes=14)
ANSWER, BELOW = pytest.param(True, id="answer"), pytest.param(False, id="message below")


async def _defer(interaction: discord.Interaction) -> None:
    await interaction.response.defer(thinking=True)


async def _ours(_: Request) -> None:
    """Nobody else has the request."""


@pytest.mark.parametrize("original", [ANSWER, BELOW])
async def test_what_a_crash_left_unrecorded_is_changed_and_not_said_twice(
    fake: FakeDiscord,
    original: bool,  # noqa: FBT001 - which of the two it is
) -> None:
    bot = HarbourBot(_defer)
    async with running(bot, fake):
        asked, now = fake.people.invoke("tide"), discord.utils.utcnow()
        await fake.record.happened("callback")
        place = Place(asked.channel_id, asked.token, now + LIFE, original=original)
        request = Request("i1-0", Text("…"), Options(), Asker(asked.user_id), place, now)
        delivery = DiscordDelivery(bot, _ours, lambda: now, lambda *_: None)
        told = [await delivery.deliver(request, kept(request.id)) for _ in range(2)]
    assert told[0] == told[1]
    assert [answered.answers for answered in fake.answers()] == [1]


async def test_progress_that_can_not_be_told_while_the_database_is_away_is_only_logged(
    fake: FakeDiscord,
) -> None:
    async def away(_: Request) -> None:
        raise StorageAway

    bot, now, noted = HarbourBot(_defer), discord.utils.utcnow(), list[Exception]()
    async with running(bot, fake):
        place = Place(fake.world.channel.id, message_id=1)
        request = Request("m1-0", Text("…"), Options(), Asker(fake.world.alice.id), place, now)
        delivery = DiscordDelivery(bot, away, lambda: now, lambda _, error: noted.append(error))
        await delivery.report(request, Stage.READING, 1, 2)
    assert [type(error) for error in noted] == [StorageAway]


async def test_once_its_token_is_over_nothing_is_brought_to_where_the_bot_is_no_member(
    fake: FakeDiscord,
) -> None:
    bot, now = HarbourBot(_defer), discord.utils.utcnow()
    elsewhere = fake.world.add_channel(fake.world.add_guild("Elsewhere", joined=False), "talk")
    async with running(bot, fake):
        asked = fake.people.invoke("tide", channel=elsewhere.id)
        await fake.record.happened("callback")
        for original in (True, False):
            place = Place(asked.channel_id, asked.token, now, original=original, member=False)
            request = Request("i1-0", Text("…"), Options(), Asker(asked.user_id), place, now)
            delivery = DiscordDelivery(bot, _ours, lambda: now, lambda *_: None)
            assert await delivery.deliver(request, kept(request.id)) is None
            await delivery.explain(request, Internal())
    assert fake.record.of("refused") == []
    assert fake.unasked() == []
    assert [answered.answers for answered in fake.answers()] == [0]


async def test_nothing_is_brought_for_a_request_that_another_process_has(fake: FakeDiscord) -> None:
    async def theirs(_: Request) -> None:
        raise TakenOver

    bot, now = HarbourBot(_defer), discord.utils.utcnow()
    async with running(bot, fake):
        asked = fake.people.invoke("tide")
        await fake.record.happened("callback")
        place = Place(asked.channel_id, asked.token, now + LIFE, original=True)
        request = Request("i1-0", Text("…"), Options(), Asker(asked.user_id), place, now)
        delivery = DiscordDelivery(bot, theirs, lambda: now, lambda *_: None)
        with pytest.raises(TakenOver):
            await delivery.deliver(request, kept(request.id))
        with pytest.raises(TakenOver):
            await delivery.explain(request, Internal())
        await delivery.report(request, Stage.CLEANING, 0, 1)
        await delivery.withdraw(request)
    assert [answered.answers for answered in fake.answers()] == [0]
