"""Digests: gathered, composed and posted when they are due."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from secrets import token_hex

import discord
from discord.utils import utcnow

from bot.adapters import logs
from bot.adapters.feeds.opml import Opml
from bot.adapters.feeds.reading import WebFeeds, parsers
from bot.bootstrap.office import Office
from bot.bootstrap.readers import OFFLINE
from bot.domain.article import Extract
from bot.domain.brief import Brief, ReadBy
from bot.domain.errors import NotAllowed
from bot.domain.request import Asker
from bot.domain.terms import Terms
from bot.posting import DiscordNoticeboard
from bot.services.briefing import Wanted
from bot.services.digesting.gathering import DigestGatherer, Server, Staff
from bot.services.digesting.managing import DigestManaging
from bot.services.digesting.news import News
from bot.services.digesting.overview import Overviewer, Overviews
from bot.services.digesting.reporting import Reporting
from bot.services.digesting.running import Running
from bot.services.digesting.scheduling import Scheduler
from bot.services.digesting.subscribing import Subscriptions
from bot.services.serving import Serving
from bot.services.storing import Usages


@dataclass(frozen=True, slots=True)
class Newsroom:
    """What managers do with digests and with their feeds, and what runs them."""

    digests: DigestManaging
    subscriptions: Subscriptions
    scheduler: Scheduler


@asynccontextmanager
async def open_digests(client: discord.Client, office: Office, terms: Terms) -> AsyncIterator[Newsroom]:
    """All that makes and posts digests, beside the office that answers requests."""
    storage = office.storage
    async with AsyncExitStack() as stack:
        feeds = WebFeeds(office.web, stack.enter_context(parsers()), utcnow)
        news = News(feeds, storage.feeds, utcnow)
        reporting = _reporting(office, terms)
        stack.push_async_callback(news.close)
        stack.push_async_callback(reporting.close)
        running = _running(client, office, Staff(news, reporting, _overviews(office, terms)))
        scheduler = Scheduler(running, utcnow, logs.log_incident)
        digests = DigestManaging(storage.digests, storage.runs, running, scheduler, utcnow)
        stack.push_async_callback(scheduler.close)
        yield Newsroom(digests, Subscriptions(digests, news, feeds, storage.feeds, Opml()), scheduler)


def _reporting(office: Office, terms: Terms) -> Reporting:
    """Briefs of articles, by whom the guilds have chosen."""

    def briefs_by(chosen: ReadBy) -> _ForAll:
        return _ForAll(office.servings[terms.allowed(chosen)], office.servings[OFFLINE], office.usages)

    return Reporting(office.sources.links, briefs_by, utcnow)


def _running(client: discord.Client, office: Office, staff: Staff) -> Running:
    """The runs of digests, from what they gather to the message in Discord."""
    kept = office.storage
    server = Server(kept.shared, kept.server_briefs, kept.guilds, kept.runs, kept.digest_steps)
    board = DiscordNoticeboard(client, logs.log_incident)
    return Running(kept.digests, kept.runs, DigestGatherer(staff, server, utcnow), board, utcnow)


def _overviews(office: Office, terms: Terms) -> Overviews | None:
    """What writes overviews; None where no language model is set."""
    if not office.models:
        return None

    from bot.engines.llm.overviewing import LlmOverviewer  # a second that the embedded engine saves

    def writer(chosen: ReadBy) -> Overviewer | None:
        model = office.models.get(terms.allowed(chosen))
        return LlmOverviewer(model.reader) if model else None

    return Overviews(writer, office.models[ReadBy()].quota, office.usages, utcnow)


@dataclass(frozen=True)
class _ForAll:
    """Briefs for digests: nobody asked for them, and all digests share them.

    Where a guild's limit for the language model is reached, the embedded engine reads.
    """

    serving: Serving
    offline: Serving
    usages: Usages

    async def brief(self, extract: Extract, wanted: Wanted, guild_id: int) -> Brief:
        """A checked brief, counted where it was made anew."""
        asker = Asker(user_id=0, guild_id=guild_id)
        try:
            served = await self.serving.brief(extract, wanted, asker)
        except NotAllowed:
            served = await self.offline.brief(extract, wanted, asker)
        brief = served.brief
        work = f"{guild_id} {served.likeness or token_hex(8)}"
        made, withheld = brief.statements_made, brief.statements_withheld
        await self.usages.digested(guild_id, work, brief.usage, made, withheld)
        return brief
