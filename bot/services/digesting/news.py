"""What is new in feeds: each is read once for all digests that have it, and its entries are remembered."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

from bot.domain.digest import Item
from bot.domain.errors import BrieferError
from bot.services.digesting.feeds import Feeds
from bot.services.digesting.storing import FeedItems, FeedState
from bot.services.fetching import Validators
from bot.services.sharing import Bounds, Shared

FRESH = timedelta(minutes=10)
"""How long a read of a feed is good for, a failed one too: longer than one hour's digests are spread over."""
LATE = timedelta(days=2)
"""How long after its date an entry may come into its feed and still be news."""
RECENT = timedelta(days=9)
"""How far back entries are asked for; no digest looks back for more than a week."""
REMEMBERED = 300
"""Feeds whose entries a process holds."""


class News:
    """Entries of feeds, for digests."""

    def __init__(self, feeds: Feeds, items: FeedItems, now: Callable[[], datetime]) -> None:
        self._feeds = feeds
        self._items = items
        self._now = now
        self._reads = Shared(
            self._read,
            Bounds(FRESH.total_seconds(), FRESH.total_seconds(), REMEMBERED),
            lambda: now().timestamp(),
        )

    async def since(self, feed: str, moment: datetime) -> tuple[Item, ...]:
        """Entries that came into the feed since then, the latest first; BrieferError when it can't be read.

        What a feed had when it was first read is news by its own date, other entries also when they came up
        to two days late. An entry without a date that can be believed is as old as we have known it.
        """
        found = await self._reads.get(feed)
        first = min((_seen(item) for item in found), default=moment)
        return tuple(item for item in found if _seen(item) >= moment and _is_news(item, first, moment))

    async def check(self, feed: str) -> None:
        """Read a feed unless that was done a moment ago; BrieferError when it can't be read."""
        await self._reads.get(feed)

    async def close(self) -> None:
        """Stop all reads that are under way."""
        await self._reads.close()

    async def _read(self, feed: str) -> tuple[Item, ...]:
        state, now = await self._items.state(feed), self._now()
        if state.read is None or not timedelta() <= now - state.read < FRESH:
            try:
                read = await self._feeds.read(feed, Validators(state.etag, state.modified))
            except BrieferError as error:
                await self._items.failed(feed, replace(state, error=str(error)), now)
                raise
            title = state.title if read.unchanged else read.title
            left = FeedState(read.validators.etag, read.validators.modified, now, title)
            await self._items.read(feed, left, read.items)
        return tuple(await self._items.since(feed, now - RECENT))


def _is_news(item: Item, first: datetime, moment: datetime) -> bool:
    oldest = moment if _seen(item) <= first else moment - LATE
    return item.published is None or item.published >= oldest


def _seen(item: Item) -> datetime:
    assert item.seen is not None, "an entry that was never seen"
    return item.seen
