"""Entries as feeds print them, made into items: links resolved, dates believed or not, each id once."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import islice

from bot.adapters.feeds.text import beginning
from bot.domain.digest import Item
from bot.domain.errors import UnusableSource
from bot.services.digesting.feeds import FeedRead
from bot.services.links import normalise, resolve

MOST = 300
"""Entries of a feed that are taken; daily papers have some hundred a day."""
EARLIEST = datetime(1990, 1, 1, tzinfo=UTC)
"""No page on the web is older; such dates are defaults of programs."""


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry with its texts already plain; `links` are addresses as printed, the best first."""

    id: str | None
    links: tuple[str, ...]
    title: str
    summary: str = ""
    outlet: str | None = None
    published: datetime | None = None


def feed_read(url: str, title: str | None, entries: Iterable[Entry], now: datetime) -> FeedRead:
    """The entries of a feed that was read at an address, as items; links are resolved against it.

    Those without a link that can be followed are left out.
    """
    made = [_item(url, title or "", entry, now) for entry in islice(entries, MOST)]
    items = {item.id: item for item in reversed([item for item in made if item])}
    return FeedRead(title=title, items=tuple(reversed(items.values())))


def _item(url: str, outlet: str, entry: Entry, now: datetime) -> Item | None:
    link = next(filter(None, (_followed(url, link) for link in entry.links)), None)
    if link is None:
        return None
    published = entry.published if entry.published and entry.published >= EARLIEST else None
    return Item(
        id=entry.id or link,
        link=link,
        title=entry.title,
        summary=beginning(entry.summary),
        outlet=entry.outlet or outlet,
        published=min(published, now) if published else None,
    )


def _followed(base: str, link: str) -> str | None:
    try:
        return normalise(resolve(base, link))
    except UnusableSource:
        return None
