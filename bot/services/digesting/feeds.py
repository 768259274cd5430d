"""What a feed had when it was read; the ports through which digests read feeds and lists of them."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from bot.domain.digest import Item
from bot.services.fetching import Validators

NOTHING_KNOWN = Validators()


@dataclass(frozen=True, slots=True)
class FeedRead:
    """A feed's entries, the newest first as feeds have them, each id once.

    `validators` are for the next read. `unchanged`: nothing is new since those that were known; there are no
    items then.
    """

    title: str | None = None
    items: tuple[Item, ...] = ()
    validators: Validators = NOTHING_KNOWN
    unchanged: bool = False


@dataclass(frozen=True, slots=True)
class Listed:
    """A feed in a list: its address, normalised, and what the list calls it."""

    url: str
    title: str


class FeedLists(Protocol):
    """Lists of feeds as feed readers exchange them."""

    def read(self, data: bytes) -> tuple[Listed, ...]:
        """The feeds of a list, each once.

        UnusableSource: `unreadable` for what is no list, `empty` for one without a feed that can be fetched,
        `too_large` for one with more feeds than are taken.
        """
        ...

    def write(self, title: str, feeds: Iterable[Listed]) -> bytes:
        """A list of feeds for other readers."""
        ...


class Feeds(Protocol):
    """Reads feeds: RSS, Atom and JSON Feed."""

    async def read(self, url: str, known: Validators = NOTHING_KNOWN) -> FeedRead:
        """What the feed has now; BrieferError when it can't be had or is none."""
        ...


class FeedFinder(Protocol):
    """Finds the feed of a site."""

    async def advertised(self, url: str) -> str | None:
        """The address of the feed that a page names; None where it names none, BrieferError if it is gone."""
        ...
