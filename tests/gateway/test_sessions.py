import asyncio

import aiohttp
import discord
import pytest
from discord.ext import commands

from bot.addresses import use_addresses
from tests.gateway.harbour import HarbourBot, WideBot, running
from tests.loopback.discord.fake import TOKEN, FakeDiscord
from tests.loopback.discord.rules import Rules
from tests.loopback.discord.server import serving
from tests.loopback.discord.sessions import IDENTIFY

GUILDS = 3


async def test_a_wrong_token_is_refused_at_the_door(fake: FakeDiscord) -> None:
    bot = HarbourBot()
    with pytest.raises(discord.LoginFailure):
        await bot.start("wrong")
    await bot.close()
    assert fake.record.count("connect") == 0


async def test_an_intent_that_was_not_granted_ends_the_session(fake: FakeDiscord) -> None:
    bot = commands.Bot("!", intents=discord.Intents.all())
    with pytest.raises(discord.PrivilegedIntentsRequired):
        await bot.start(TOKEN)
    await bot.close()
    assert fake.record.count("ready") == 0


async def test_without_the_intent_only_what_names_the_bot_is_readable(fake: FakeDiscord) -> None:
    bot = commands.Bot("!", intents=discord.Intents.default())
    async with running(bot, fake):
        fake.people.say("Ships at dawn")
        blank = await bot.wait_for("message", timeout=10)
        fake.people.say(f"<@{fake.world.bot.id}> ships at noon")
        named = await bot.wait_for("message", timeout=10)
    assert (blank.content, named.content) == ("", f"<@{fake.world.bot.id}> ships at noon")


async def test_each_shard_hears_of_its_own_guilds(fake: FakeDiscord) -> None:
    async with serving(Rules(shards=GUILDS, max_concurrency=GUILDS)) as wide:
        use_addresses(wide.api, wide.gateway.url)
        guilds = [wide.world.guild, wide.world.add_guild("Second"), wide.world.add_guild("Third")]
        bot = WideBot()
        async with running(bot, wide):
            await wide.record.happened("ready", GUILDS)
            await wide.gateway.caught_up()
            shards = {guild.id: guild.shard_id for guild in bot.guilds}
    assert shards == {guild.id: (guild.id >> 22) % GUILDS for guild in guilds}
    assert [identify["shard"] for identify in wide.record.of("identify")] == [0, 1, 2]
    assert fake.record.count("connect") == 0


async def test_who_identifies_too_often_is_told_to_come_again() -> None:
    async with serving(Rules(shards=2)) as strict, aiohttp.ClientSession() as session:
        assert await _first_answer(session, strict, 0) == {"op": 0, "t": "READY"}
        assert await _first_answer(session, strict, 1) == {"op": 9, "t": None}
        strict.clock.advance(5)
        assert await _first_answer(session, strict, 1) == {"op": 0, "t": "READY"}


async def test_who_forgets_its_heartbeat_is_dropped() -> None:
    async with serving(Rules(heartbeat=0.01, grace=0.05)) as strict, aiohttp.ClientSession() as session:
        async with session.ws_connect(strict.gateway.url) as socket:
            assert (await socket.receive_json())["op"] == 10
            await socket.receive()
        assert socket.close_code == 4009


async def _first_answer(
    session: aiohttp.ClientSession, fake: FakeDiscord, shard: int
) -> dict[str, int | str | None]:
    async with session.ws_connect(fake.gateway.url) as socket, asyncio.timeout(10):
        await socket.receive_json()
        await socket.send_json({"op": IDENTIFY, "d": {"token": TOKEN, "intents": 0, "shard": [shard, 2]}})
        answer = await socket.receive_json()
    return {"op": answer["op"], "t": answer.get("t")}
