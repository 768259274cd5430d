"""Digests: gathered, composed and posted when they are due."""

from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import (
    AsyncExitStack,
    asynccontextmanager,
)
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from bot.adapters import logs
from bot.domain.article import Extract
from bot.domain.brief import Brief, EngineChoice
from bot.domain.digest import Item
from bot.domain.request import Asker

if TYPE_CHECKING:
    import discord

    from bot.adapters.storage import Storage
    from bot.adapters.web.fetcher import WebFetcher
    from bot.services.briefing import Wanted
    from bot.services.digesting.managing import DigestManaging
    from bot.services.digesting.scheduling import Scheduler
    from bot.services.serving import Serving
    from bot.services.sources import Links


@dataclass(frozen=True)
class DigestReaders:
    """What reads the articles of digests: links, and briefs by either engine."""

    links: "Links"
    kitchen: "Mapping[EngineChoice, Serving]"


@asynccontextmanager
async def open_digests(
    client: "discord.Client", storage: "Storage", web: "WebFetcher", readers: DigestReaders
) -> "AsyncIterator[tuple[DigestManaging, Scheduler]]":
    """Digests: what managers do with them, and the scheduler that runs them."""
    from discord.utils import utcnow

    from bot.adapters.feeds.reading import WebFeeds
    from bot.posting import DiscordNoticeboard
    from bot.services.digesting.gathering import DigestGatherer, Server
    from bot.services.digesting.managing import DigestManaging
    from bot.services.digesting.news import News
    from bot.services.digesting.reporting import Reporting
    from bot.services.digesting.running import Running
    from bot.services.digesting.scheduling import Scheduler

    async with AsyncExitStack() as stack:
        feeds = stack.enter_context(WebFeeds(web, utcnow))
        news = News(feeds, storage.feeds, utcnow)
        reporting = Reporting(readers.links, lambda engine: _ForAll(readers.kitchen[engine]), utcnow)
        server = Server(_NoLinks(), storage.server_briefs, storage.guilds, storage.runs)
        stack.push_async_callback(news.close)
        stack.push_async_callback(reporting.close)
        gatherer = DigestGatherer(news, reporting, server, utcnow)
        running = Running(
            storage.digests,
            storage.runs,
            gatherer,
            DiscordNoticeboard(client, logs.log_incident),
            utcnow,
        )
        scheduler = Scheduler(running, utcnow, logs.log_incident)
        digests = DigestManaging(storage.digests, storage.runs, running, scheduler, utcnow)
        stack.push_async_callback(scheduler.close)
        yield digests, scheduler


@dataclass(frozen=True)
class _ForAll:
    """Briefs for digests: nobody asked for them, and all digests share them."""

    serving: "Serving"

    async def brief(self, extract: Extract, wanted: "Wanted") -> Brief:
        return (await self.serving.brief(extract, wanted, Asker(user_id=0))).brief


class _NoLinks:
    """Links that people share are not kept yet."""

    async def since(self, channels: Sequence[int], moment: datetime) -> Sequence[Item]:
        del channels, moment
        return ()
