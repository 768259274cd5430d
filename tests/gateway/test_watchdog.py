"""A bot that Discord does not speak to any more ends, with a sentence."""

import asyncio

import discord
import pytest
from discord.ext import commands

from bot.domain.errors import PeerFailed
from bot.watchdog import Watchdog, guarded
from tests.gateway.harbour import HarbourBot, running
from tests.loopback.discord.fake import FakeDiscord


class Clock:
    time = 0.0

    def __call__(self) -> float:
        return self.time


def dog_at(clock: Clock) -> Watchdog:
    return Watchdog(clock, patience=300)


def test_patience_runs_from_the_start_until_the_first_connection() -> None:
    clock = Clock()
    dog = dog_at(clock)
    clock.time = 200
    assert dog.left == 100
    dog.found(None)
    assert dog.left == 300
    assert dog.connected


def test_patience_runs_from_the_first_failure_not_from_the_last() -> None:
    clock = Clock()
    dog = dog_at(clock)
    dog.found(None)
    for clock.time in (1000, 1100, 1200):
        dog.lost(None)
    assert dog.left == 100
    dog.found(None)
    assert dog.left == 300


def test_one_silent_shard_among_many_is_enough() -> None:
    clock = Clock()
    dog = dog_at(clock)
    dog.found(0)
    dog.found(1)
    dog.lost(1)
    clock.time = 300
    dog.found(0)
    assert dog.left == 0
    assert not dog.connected


async def test_the_connections_of_a_real_bot_are_followed(fake: FakeDiscord) -> None:
    dog, bot = Watchdog(), HarbourBot()
    dog.listen(bot)
    assert not dog.connected
    async with running(bot, fake):
        assert dog.connected
        resumed = asyncio.create_task(bot.wait_for("resumed"))
        await asyncio.sleep(0)
        fake.gateway.drop()
        await resumed
        assert dog.connected


async def test_a_bot_without_a_connection_is_closed_and_says_so() -> None:
    bot = commands.Bot("!", intents=discord.Intents.none())

    async def live() -> None:
        async with guarded(bot, Watchdog(patience=0.01)):
            await asyncio.sleep(0.1)

    with pytest.raises(PeerFailed, match="silent for 5 minutes"):
        await live()
    assert bot.is_closed()


async def test_a_bot_that_ends_by_itself_calls_no_dog() -> None:
    bot = commands.Bot("!", intents=discord.Intents.none())
    async with guarded(bot, Watchdog()):
        pass
    assert len(asyncio.all_tasks()) == 1
