"""A small world of feeds, pages and a server, all in memory, and the gatherer that reads it."""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import cast

from bot.domain.article import Article, Extract
from bot.domain.brief import Brief, EngineChoice, EngineInfo
from bot.domain.digest import Digest, Item, SharedLink
from bot.domain.errors import PeerFailed, UnusableSource
from bot.domain.guild import GuildSettings, Listening
from bot.domain.kept import KeptBrief
from bot.domain.post import Post
from bot.domain.reading import Reading, StatementClaim
from bot.services.briefing import Briefing, Read, Wanted
from bot.services.digesting.feeds import NOTHING_KNOWN, FeedRead
from bot.services.digesting.gathering import Deadlines, DigestGatherer, Server, Staff
from bot.services.digesting.news import News
from bot.services.digesting.overview import Overviews
from bot.services.digesting.reporting import Reporting
from bot.services.digesting.storing import FeedState, Runs
from bot.services.fetching import Fetched, Validators
from bot.services.sources import Links, Raw
from bot.services.storing import Guilds
from tests.services.digesting.made import LAST, NOW, digest

SLOW = 9.0
"""Seconds that nobody waits for."""


@dataclass
class MemoryItems:
    """The port `FeedItems`."""

    states_by_feed: dict[str, FeedState] = field(default_factory=dict)
    items: dict[str, dict[str, Item]] = field(default_factory=dict)

    async def state(self, feed: str) -> FeedState:
        return self.states_by_feed.get(feed, FeedState())

    async def states(self, feeds: Sequence[str]) -> Mapping[str, FeedState]:
        return {feed: self.states_by_feed[feed] for feed in feeds if feed in self.states_by_feed}

    async def failed(self, feed: str, state: FeedState, moment: datetime) -> None:
        del moment
        self.states_by_feed[feed] = state

    async def read(self, feed: str, state: FeedState, items: Sequence[Item]) -> None:
        self.states_by_feed[feed] = state
        known = self.items.setdefault(feed, {})
        for item in items:
            known.setdefault(item.id, replace(item, seen=state.read))

    async def since(self, feed: str, moment: datetime) -> Sequence[Item]:
        found = [item for item in self.items.get(feed, {}).values() if item.seen and item.seen >= moment]
        return sorted(found, key=lambda item: item.seen or moment, reverse=True)


@dataclass
class Web:
    """Feeds and pages by address; what is not there can't be reached. `asked` is what was fetched, in order.

    Addresses with “slow” in them take longer than anybody waits.
    """

    feeds: dict[str, tuple[Item, ...]] = field(default_factory=dict)
    pages: dict[str, str] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    known: list[Validators] = field(default_factory=list)
    automatic: set[bool] = field(default_factory=set)

    async def read(self, url: str, known: Validators = NOTHING_KNOWN) -> FeedRead:
        self.known.append(known)
        await self._ask(url)
        if url not in self.feeds:
            raise PeerFailed("The site can't be reached.", "unreachable")
        if known.etag == str(len(self.feeds[url])):
            return FeedRead(validators=known, unchanged=True)
        return FeedRead(url, self.feeds[url], Validators(str(len(self.feeds[url]))))

    async def fetch(self, url: str, *, automatic: bool = False) -> Fetched:
        self.automatic.add(automatic)
        await self._ask(url)
        if url not in self.pages:
            raise UnusableSource("The site does not show this page to programs.", "wall")
        return Fetched(url, url, "text/plain", "utf-8", self.pages[url].encode())

    async def extract(self, raw: Raw) -> Extract:
        title, _, text = raw.body.decode().partition("\n\n")
        return Extract(text, title=title, url=raw.url, site="A Site")

    async def _ask(self, url: str) -> None:
        self.asked.append(url)
        await asyncio.sleep(SLOW if "slow" in url else 0)


class EverySentence:
    """An engine that selects all sentences."""

    async def read(self, article: Article, wanted: Wanted) -> Read:
        del wanted
        claims = tuple(StatementClaim(each.text, (each.id,)) for each in article.sentences)
        return Read(Reading(claims), EngineInfo("offline"))


@dataclass
class MemoryServer:
    """The ports `Guilds` and `Runs` as far as a gatherer asks them, and what the other ports here have."""

    shared: list[SharedLink] = field(default_factory=list)
    listening: dict[int, Listening] = field(default_factory=dict)
    steps: dict[str, str] = field(default_factory=dict)
    engine: EngineChoice = EngineChoice.AUTO
    kept: list[KeptBrief] = field(default_factory=list)
    posts: list[Post] = field(default_factory=list)

    async def get(self, guild_id: int) -> GuildSettings:
        return GuildSettings(guild_id, engine=self.engine, listening=self.listening)

    async def told(self, digest_id: str, since: datetime) -> Sequence[Post]:
        del digest_id, since
        return self.posts


@dataclass(frozen=True)
class SharedIn:
    """The port `SharedLinks`."""

    server: MemoryServer

    async def since(self, channels: Sequence[int], moment: datetime) -> Sequence[SharedLink]:
        assert channels
        return [link for link in self.server.shared if link.shared >= moment]


@dataclass(frozen=True)
class BriefedIn:
    """The port `ServerBriefs`."""

    server: MemoryServer

    async def since(self, guild_id: int, moment: datetime) -> Sequence[KeptBrief]:
        del guild_id
        return [kept for kept in self.server.kept if kept.made >= moment]


@dataclass(frozen=True)
class StepsIn:
    """The port `Steps`."""

    server: MemoryServer

    async def recall(self, request_id: str, step: str) -> str | None:
        del request_id
        return self.server.steps.get(step)

    async def keep(self, request_id: str, step: str, result: str) -> None:
        del request_id
        self.server.steps[step] = result


@dataclass(frozen=True)
class ForAll:
    """Briefs that nobody pays for."""

    briefing: Briefing

    async def brief(self, extract: Extract, wanted: Wanted, guild_id: int) -> Brief:
        del guild_id
        return await self.briefing.brief(extract, wanted)


class Newsroom:
    """A gatherer over a world in memory; `time` is what it takes for now."""

    def __init__(self, deadlines: Deadlines | None = None, overviews: Overviews | None = None) -> None:
        self.web = Web()
        self.server = MemoryServer()
        self.items = MemoryItems()
        self.time = NOW
        briefing = Briefing(EverySentence(), None, self.now)
        self.news = News(self.web, self.items, self.now)
        self.reporting = Reporting(Links(self.web, self.web), lambda _: ForAll(briefing), self.now)
        here = self.server
        guilds, runs = cast("Guilds", here), cast("Runs", here)
        server = Server(SharedIn(here), BriefedIn(here), guilds, runs, StepsIn(here))
        self.gatherer = DigestGatherer(
            Staff(self.news, self.reporting, overviews),
            server,
            self.now,
            deadlines or Deadlines(feed=0.05, page=0.1, briefs=1.0),
        )

    def now(self) -> datetime:
        return self.time

    def publish(self, outlet: str, title: str, text: str, *, hours: float = 1, page: bool = True) -> str:
        """An article of an outlet, in its feed and (if it can be read) as a page; its link."""
        link = f"https://{outlet}.example/{len(self.web.feeds.get(feed_of(outlet), ()))}"
        item = Item(link, link, title, text[:80], outlet, self.time - timedelta(hours=hours))
        self.web.feeds[feed_of(outlet)] = (item, *self.web.feeds.get(feed_of(outlet), ()))
        if page:
            self.web.pages[link] = f"{title}\n\n{text}"
        return link

    async def gather(self, *outlets: str, since: datetime = LAST, **changes: object) -> Post:
        feeds = tuple(map(feed_of, outlets))
        return await self.gatherer.gather(self.digest(feeds, **changes), self.time.date(), since)

    def digest(self, feeds: tuple[str, ...], **changes: object) -> Digest:
        return digest(feeds=feeds, **changes)

    async def close(self) -> None:
        await self.news.close()
        await self.reporting.close()


def feed_of(outlet: str) -> str:
    return f"https://{outlet}.example/feed"
