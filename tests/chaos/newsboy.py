"""A process that runs digests, wired as in production but for what it is killed at: it is forked, and so quick.

Feeds and pages are parsed in it, not in children of its own, which would outlive a kill by a moment.
"""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from multiprocessing.connection import Connection
from multiprocessing.sharedctypes import Synchronized
from typing import TypeVar, cast

import discord

from bot.adapters.feeds.parsing import parse_feed
from bot.adapters.files import read_raw
from bot.adapters.prompts import load_prompts
from bot.adapters.storage import Storage, open_storage
from bot.adapters.tokens import count
from bot.adapters.web.fetcher import Web, open_fetcher
from bot.addresses import use_addresses
from bot.domain.article import Extract
from bot.domain.brief import Brief, ReadBy, Usage
from bot.engines.llm.breaker import Breaker
from bot.engines.llm.endpoint import Endpoint, Limits, connect
from bot.engines.llm.engine import LlmEngine, Reader
from bot.engines.llm.ladder import Ladder
from bot.engines.llm.model import Model
from bot.engines.llm.overviewing import LlmOverviewer
from bot.posting import DiscordNoticeboard
from bot.services.briefing import Briefing, Wanted
from bot.services.digesting.feeds import NOTHING_KNOWN, FeedRead
from bot.services.digesting.gathering import DigestGatherer, Server, Staff
from bot.services.digesting.news import News
from bot.services.digesting.overview import Overviews
from bot.services.digesting.reporting import Reporting
from bot.services.digesting.running import Running
from bot.services.digesting.scheduling import Scheduler
from bot.services.fetching import Refresher, Validators
from bot.services.quota import Allowance, Quota
from bot.services.sources import Links, Raw
from tests.chaos.dying import Death, Life, Through

T = TypeVar("T")

LIMITS = Limits(per_call=20.0, backoff=0.01)
PATIENCE = 120.0
"""Seconds in which schedulers have done everything."""


@dataclass(frozen=True)
class Errand:
    """Where everything is, and the digest to run; without one, a scheduler runs all that are due."""

    database: str
    api: str
    gateway: str
    token: str
    model: str
    papers: int
    digest_id: str | None = None
    death: Death | None = None


def now_by(ahead: "Synchronized[float]") -> datetime:
    """The time in this world: ahead of ours by so many seconds, for all processes alike."""
    return datetime.now(UTC) + timedelta(seconds=ahead.value)


def live(errand: Errand, ahead: "Synchronized[float]", told: Connection) -> None:
    """The life of a process: what it tells is where it dies, or all its awaits when it comes to an end."""
    asyncio.run(_live(errand, ahead, Life(errand.death, told.send), told))


async def _live(errand: Errand, ahead: "Synchronized[float]", life: Life, told: Connection) -> None:
    def now() -> datetime:
        return now_by(ahead)

    async with AsyncExitStack() as stack:
        storage = await stack.enter_async_context(open_storage(errand.database, now=now))
        client = await stack.enter_async_context(client_of(errand))
        staff, server = await _wired(stack, errand, storage, life, now)
        board = _through("board", DiscordNoticeboard(client, lambda *_: None), life)
        digests, runs = _through("digests", storage.digests, life), _through("runs", storage.runs, life)
        running = Running(digests, runs, DigestGatherer(staff, server, now), board, now)
        if errand.digest_id is not None:
            await running.run(errand.digest_id)
        else:
            await _schedule(running, storage, now)
    told.send(",".join(life.passed))


async def _schedule(running: Running, storage: Storage, now: Callable[[], datetime]) -> None:
    """Let a scheduler run until every digest has had its day, whoever ran it."""
    scheduler = Scheduler(running, now, lambda *_: None)
    scheduler.start()
    async with asyncio.timeout(PATIENCE):
        while not await _all_over(storage):  # noqa: ASYNC110 - other processes work on the same rows
            await asyncio.sleep(0.1)
    await scheduler.close()


async def _all_over(storage: Storage) -> bool:
    lasts = await storage.runs.lasts()
    return all(digest.id in lasts and not lasts[digest.id].open for digest in await storage.digests.running())


@asynccontextmanager
async def client_of(errand: Errand) -> AsyncIterator[discord.Client]:
    """Discord's API alone: digests need no gateway."""
    use_addresses(errand.api, errand.gateway)
    client = discord.Client(intents=discord.Intents.none())
    await client.login(errand.token)
    try:
        yield client
    finally:
        await client.close()


async def _wired(
    stack: AsyncExitStack, errand: Errand, storage: Storage, life: Life, now: Callable[[], datetime]
) -> tuple[Staff, Server]:
    lifted = frozenset({("127.0.0.1", errand.papers)})
    fetcher = await stack.enter_async_context(open_fetcher(Web(lifted=lifted, respect_robots=False)))
    web = _through("web", fetcher, life)
    reader = _reader(errand, life, now)
    briefing = _ForAll(Briefing(LlmEngine(reader), None, now))
    news = News(FeedsHere(web, now), _through("feeds", storage.feeds, life), now)
    reporting = Reporting(Links(web, PagesHere()), lambda _: briefing, now)
    stack.push_async_callback(news.close)
    stack.push_async_callback(reporting.close)
    quota = Quota(Allowance(), storage.spendings, lambda _: Usage(), now)
    writers = {ReadBy(): LlmOverviewer(reader)}.get
    overviews = Overviews(writers, quota, _through("usages", storage.usages, life), now)
    server = Server(
        _through("shared", storage.shared, life),
        _through("briefs", storage.server_briefs, life),
        _through("guilds", storage.guilds, life),
        _through("runs", storage.runs, life),
        _through("steps", storage.digest_steps, life),
    )
    return Staff(news, reporting, overviews), server


def _reader(errand: Errand, life: Life, now: Callable[[], datetime]) -> Reader:
    endpoint = _through("model", Endpoint(connect("key", errand.model, LIMITS), LIMITS, Breaker()), life)
    prompts = load_prompts()
    model = Model("reader", endpoint, Ladder(), prompts, count)
    return Reader(model, prompts, 100_000, count, lambda *_: None, now)


def _through(name: str, thing: T, life: Life) -> T:
    return cast("T", Through(name, thing, life))


@dataclass(frozen=True)
class _ForAll:
    briefing: Briefing

    async def brief(self, extract: Extract, wanted: Wanted, guild_id: int) -> Brief:
        del guild_id
        return await self.briefing.brief(extract, wanted)


@dataclass(frozen=True)
class FeedsHere:
    """The port `Feeds`, in this process."""

    refresher: Refresher
    now: Callable[[], datetime]

    async def read(self, url: str, known: Validators = NOTHING_KNOWN) -> FeedRead:
        fetched = await self.refresher.refresh(url, known)
        read = parse_feed(fetched.body, fetched.final_url, fetched.content_type, fetched.charset, self.now())
        return replace(read, validators=Validators.of(fetched.headers))


class PagesHere:
    """The port `Extractor`, in this process."""

    async def extract(self, raw: Raw) -> Extract:
        return read_raw(raw)
