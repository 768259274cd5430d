"""A bot that takes requests and workers that answer them: processes of their own that share a database."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from pydantic import SecretStr

from bot.bootstrap.client import create_bot, open_worker
from bot.bootstrap.office import Duty
from bot.client import offline_client
from bot.settings import Settings
from tests.gateway.harbour import running
from tests.gateway.test_briefer import ARTICLE, SLOW, TITLE
from tests.loopback.discord.fake import TOKEN, FakeDiscord
from tests.loopback.discord.ledger import Answered
from tests.loopback.endpoint import Reply, Request, loopback
from tests.loopback.postgres import Server

LEASE = 3.0
"""Seconds: what a worker left is taken over in half a second, and a busy machine loses none."""


@pytest.fixture(params=["sqlite", "postgresql"])
def settings(request: pytest.FixtureRequest, fake: FakeDiscord, tmp_path: Path) -> Settings:
    server: Server | None = request.getfixturevalue("server") if request.param == "postgresql" else None
    return Settings(
        data_dir=tmp_path,
        database_url=SecretStr(server.create_database()) if server else None,
        processes=0,
        message_content=True,
        lease_seconds=LEASE,
        discord_api=fake.api,
        discord_gateway=fake.gateway.url,
    )


@pytest.fixture
async def gateway(settings: Settings, fake: FakeDiscord) -> AsyncIterator[FakeDiscord]:
    """The fake Discord with a bot in it that takes requests and answers none."""
    async with running(create_bot(settings, duty=Duty.TAKES), fake):
        yield fake


@asynccontextmanager
async def working(settings: Settings) -> AsyncIterator[None]:
    """A worker, until the end."""
    async with offline_client() as client:
        await client.login(TOKEN)
        async with open_worker(settings, client, None, lambda: None) as watch:
            await watch.start()
            yield
            await watch.close()


async def test_what_a_bot_takes_is_answered_by_a_worker_once(
    gateway: FakeDiscord, settings: Settings
) -> None:
    gateway.people.invoke("brief", options={"text": ARTICLE})
    gateway.people.say(f"<@{gateway.world.bot.id}> {ARTICLE}")
    await gateway.record.happened("callback", seconds=SLOW)
    assert not any(map(_is_brief, gateway.answers()))
    async with working(settings):
        answered = await _all_answered(gateway, 2)
    assert [(one.answers, one.refused) for one in answered] == [(1, []), (1, [])]
    assert [shown.allows for one in answered for shown in one.shown] == [[], []]
    assert gateway.unasked() == []


async def test_what_a_worker_leaves_is_answered_by_another(gateway: FakeDiscord, settings: Settings) -> None:
    asked, over = asyncio.Event(), asyncio.Event()

    async def silent(_: Request) -> Reply:
        asked.set()
        await over.wait()
        return Reply("", status=500)

    async with loopback(silent) as endpoint:
        slow = settings.model_copy(update={"openai_base_url": endpoint.url})
        async with working(slow):
            gateway.people.invoke("brief", options={"text": ARTICLE})
            await asyncio.wait_for(asked.wait(), SLOW)
        over.set()
    async with working(settings):
        (answered,) = await _all_answered(gateway, 1)
    assert (answered.answers, answered.refused) == (1, [])


async def _all_answered(fake: FakeDiscord, many: int) -> list[Answered]:
    await fake.record.until(lambda: sum(map(_is_brief, fake.answers())) == many, SLOW)
    return fake.answers()


def _is_brief(answered: Answered) -> bool:
    return any(TITLE in shown.text and shown.counts for shown in answered.shown)
