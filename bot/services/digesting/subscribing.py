"""The feeds that a digest reads: added by hand or from a list, tried at once, and what is wrong with them."""

import asyncio
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from hashlib import sha256

from bot.domain.digest import Digest
from bot.domain.errors import BrieferError, PeerFailed, UnusableSource
from bot.services.digesting.feeds import FeedFinder, FeedLists, Listed
from bot.services.digesting.managing import DigestManaging
from bot.services.digesting.news import News
from bot.services.digesting.storing import FeedItems, FeedState

MOST_FEEDS = 50
"""Feeds of a digest."""

LARGEST_LIST = 1_000_000
"""Bytes of a list of feeds."""

AT_ONCE = 8
PATIENCE = 60.0
"""Seconds in which all new feeds are tried; one that has not answered by then is taken as it is."""

FULL = f"A digest can have {MOST_FEEDS} feeds."


@dataclass(frozen=True, slots=True)
class Subscription:
    """A feed of a digest: its own name, and why it could not be read the last time, where that is known."""

    url: str
    title: str | None = None
    error: str | None = None

    @property
    def key(self) -> str:
        """Stands for the address where that is too long."""
        return sha256(self.url.encode()).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Added:
    """How many feeds were added, how many were there already, and why others were refused, by address."""

    added: int = 0
    known: int = 0
    refused: Mapping[str, str] = field(default_factory=dict)


class Subscriptions:
    """What a guild's managers do with the feeds of their digests."""

    def __init__(
        self, digests: DigestManaging, news: News, finder: FeedFinder, items: FeedItems, lists: FeedLists
    ) -> None:
        self._digests = digests
        self._news = news
        self._finder = finder
        self._items = items
        self._lists = lists

    async def of(self, digest: Digest) -> tuple[Subscription, ...]:
        """A digest's feeds, in their order."""
        states = await self._items.states(digest.feeds)
        found = ((url, states.get(url, FeedState())) for url in digest.feeds)
        return tuple(Subscription(url, state.title, state.error) for url, state in found)

    async def add(self, digest: Digest, feeds: Sequence[str]) -> tuple[Digest, Added]:
        """Take those that can be read, or might be once their site is back."""
        new = [feed for feed in feeds if feed not in digest.feeds]
        room = MOST_FEEDS - len(digest.feeds)
        found = dict(zip(new[:room], await self._tried(new[:room]), strict=True))
        read = dict.fromkeys(each for each in found.values() if isinstance(each, str))
        taken = [each for each in read if each not in digest.feeds]
        refused = {feed: str(each) for feed, each in found.items() if isinstance(each, BrieferError)}
        refused |= dict.fromkeys(new[room:], FULL)
        changed = await self._digests.change(digest, lambda each: _with(each, taken))
        return changed, Added(len(taken), len(feeds) - len(taken) - len(refused), refused)

    async def add_list(self, digest: Digest, data: bytes) -> tuple[Digest, Added]:
        """Add the feeds of a list; UnusableSource when it is none or too large."""
        if len(data) > LARGEST_LIST:
            raise too_large()
        listed = await asyncio.to_thread(self._lists.read, data)
        return await self.add(digest, [feed.url for feed in listed])

    async def remove(self, digest: Digest, keys: Collection[str]) -> Digest:
        """Read some feeds no longer; `keys` are those of their subscriptions."""

        def without(each: Digest) -> Digest:
            return replace(each, feeds=tuple(url for url in each.feeds if Subscription(url).key not in keys))

        return await self._digests.change(digest, without)

    async def list_of(self, digest: Digest) -> bytes:
        """A digest's feeds, for other readers."""
        feeds = [Listed(each.url, each.title or "") for each in await self.of(digest)]
        return self._lists.write(digest.name, feeds)

    async def _tried(self, feeds: Sequence[str]) -> list[str | BrieferError]:
        """The address under which each feed is read, or why it is refused."""
        room, until = asyncio.Semaphore(AT_ONCE), asyncio.get_running_loop().time() + PATIENCE

        async def tried(feed: str) -> str | BrieferError:
            try:
                async with asyncio.timeout_at(until), room:
                    return await self._found(feed)
            except (TimeoutError, PeerFailed):
                return feed
            except BrieferError as error:
                return error

        return await asyncio.gather(*map(tried, feeds))

    async def _found(self, feed: str) -> str:
        """Its address, or that of the feed that the page there names; BrieferError if it can't be read."""
        try:
            await self._news.check(feed)
        except UnusableSource as error:
            named = await self._finder.advertised(feed) if error.code == "unsupported" else None
            if named is None:
                raise
            await self._news.check(named)
            return named
        return feed


def too_large() -> UnusableSource:
    """What is said of a list that is not even read."""
    return UnusableSource("This list is too large: give one of less than 1 MB.", "too_large")


def _with(digest: Digest, feeds: Sequence[str]) -> Digest:
    return replace(digest, feeds=tuple(dict.fromkeys((*digest.feeds, *feeds)))[:MOST_FEEDS])
