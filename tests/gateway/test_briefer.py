"""The real bot against the fake Discord: whatever happens to sockets and requests, each is answered exactly once."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from bot.bootstrap.client import create_bot
from bot.settings import Settings
from bot.sharding import Shards
from tests.gateway.harbour import running
from tests.loopback.discord.fake import FakeDiscord
from tests.loopback.discord.ledger import Answered
from tests.loopback.discord.routes.faults import Fault, Limit
from tests.loopback.discord.rules import Rules
from tests.loopback.discord.server import serving

TITLE = "Harbour bridge to close for repairs"
ARTICLE = (
    f"{TITLE}\n\n"
    "OSLO, March 3 (Agency) - The city council of Oslo said on Tuesday that the harbour bridge will close for "
    "repairs on 14 June 2026. Council leader Marit Berg said the work would cost 40 million kroner. The bridge "
    "carries 20,000 cars a day, and drivers will be sent through the Opera Tunnel."
)
SLOW = 60.0
"""Seconds that a brief may take on a busy machine."""


@pytest.fixture
async def briefer(fake: FakeDiscord, settings: Settings) -> AsyncIterator[FakeDiscord]:
    """The fake Discord, with the real bot in it."""
    async with running(create_bot(settings), fake):
        yield fake


async def test_a_command_over_the_gateway_is_answered_once(briefer: FakeDiscord) -> None:
    briefer.people.invoke("brief", options={"text": ARTICLE})
    answered = await _answered(briefer)
    assert (answered.callback, answered.answers, answered.refused) == (5, 1, [])
    assert briefer.unasked() == []


@pytest.fixture
def database(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    """The bot's database, in the hands of somebody else."""
    file = tmp_path / "briefer.db"
    with closing(
        sqlite3.connect(file, timeout=SLOW, isolation_level=None, check_same_thread=False)
    ) as connection:
        yield connection


async def test_what_is_acknowledged_is_kept(briefer: FakeDiscord, database: sqlite3.Connection) -> None:
    asked = briefer.people.invoke("brief", options={"text": ARTICLE})
    await briefer.record.happened("callback")
    assert (f"i{asked.id}-0",) in database.execute("SELECT id FROM requests").fetchall()


async def test_a_database_that_is_locked_delays_the_brief_but_not_the_acknowledgement(
    briefer: FakeDiscord, database: sqlite3.Connection
) -> None:
    await asyncio.to_thread(
        database.execute, "BEGIN IMMEDIATE"
    )  # the bot, which may write, goes on meanwhile
    briefer.people.invoke("brief", options={"text": ARTICLE})
    await briefer.record.happened("callback")
    assert briefer.answers()[0].refused == []
    database.execute("ROLLBACK")
    assert (await _answered(briefer)).answers == 1


def _drop(fake: FakeDiscord) -> None:
    fake.gateway.drop()


def _reconnect(fake: FakeDiscord) -> None:
    fake.gateway.reconnect()


@pytest.mark.parametrize("lose", [_drop, _reconnect])
async def test_a_socket_that_is_lost_while_reading_costs_nothing(
    briefer: FakeDiscord, lose: Callable[[FakeDiscord], None]
) -> None:
    briefer.people.invoke("brief", options={"text": ARTICLE})
    await briefer.record.happened("callback")
    lose(briefer)
    await briefer.record.happened("resume")
    assert (await _answered(briefer)).answers == 1
    assert briefer.record.count("identify") == 1


async def test_a_request_made_while_the_socket_is_lost_is_answered_once(briefer: FakeDiscord) -> None:
    briefer.gateway.drop()
    briefer.people.invoke("brief", options={"text": ARTICLE})
    assert (await _answered(briefer)).answers == 1
    assert briefer.record.count("callback") == 1


async def test_a_rate_limit_on_the_answer_is_waited_out(briefer: FakeDiscord) -> None:
    briefer.faults.limit(Limit("PATCH /webhooks/*", retry_after=0.2))
    briefer.people.invoke("brief", options={"text": ARTICLE})
    assert (await _answered(briefer)).answers == 1
    assert briefer.record.count("limited") == 1


@pytest.mark.parametrize("route", ["POST /channels/*/messages", "PATCH /channels/*"])
async def test_an_error_after_the_fact_does_not_double_the_reply_to_a_mention(
    briefer: FakeDiscord, route: str
) -> None:
    briefer.faults.fail(Fault(route, status=502, late=True))
    briefer.people.say(f"<@{briefer.world.bot.id}> {ARTICLE}")
    answered = await _answered(briefer)
    assert (answered.kind, answered.answers, len(answered.shown)) == ("message", 1, 1)
    assert answered.shown[0].pings == []
    assert briefer.unasked() == []


async def _answered(briefer: FakeDiscord) -> Answered:
    """The one request, once its brief can be read."""
    await briefer.record.until(lambda: any(_is_brief(one) for one in briefer.answers()), SLOW)
    (answered,) = briefer.answers()
    return answered


def _is_brief(answered: Answered) -> bool:
    return any(TITLE in shown.text and shown.counts for shown in answered.shown)


async def test_a_bot_of_some_shards_hears_of_their_guilds_alone(tmp_path: Path) -> None:
    async with serving(Rules(shards=3)) as wide:
        settings = Settings(
            data_dir=tmp_path,
            processes=0,
            message_content=True,
            discord_api=wide.api,
            discord_gateway=wide.gateway.url,
        )
        guilds = [wide.world.guild, wide.world.add_guild("Second"), wide.world.add_guild("Third")]
        bot = create_bot(settings, shards=Shards((1,), 3))
        async with running(bot, wide):
            (seen,) = bot.guilds
    assert (seen.id >> 22) % 3 == 1
    assert seen.id in {guild.id for guild in guilds}
    assert [identify["shard"] for identify in wide.record.of("identify")] == [1]
