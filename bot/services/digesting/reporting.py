"""Reports of the news, read and briefed: each article once for all digests that want it alike."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Protocol

from bot.domain.article import Extract, PublishedFrom
from bot.domain.brief import Brief, Length, ReadBy
from bot.services.briefing import Wanted
from bot.services.digesting.resemblance import lead
from bot.services.remembering import Remember, afresh
from bot.services.sharing import Bounds, Shared
from bot.services.sources import Links

KEPT = 3600.0
"""Seconds that a page and its brief are shared: the digests of one morning."""
HELD = 1_000
"""Pages, and briefs, that a process holds: about 40 MB together."""
LARGE = 20_000
"""Characters above which a page is not held, but fetched again when it is briefed."""


@dataclass(frozen=True, slots=True)
class Client:
    """For whom an article is briefed: a guild, by whom it has chosen.

    Guilds share briefs, so that the first one pays; `remember` does what was not paid for before.
    """

    guild_id: int = field(compare=False)
    read_by: ReadBy = field(default_factory=ReadBy)
    remember: Remember = field(default=afresh, compare=False)


@dataclass(frozen=True, slots=True)
class Order:
    """An article that a digest wants briefed, and how; `published` is its feed's date, if it has none."""

    link: str
    length: Length
    language: str | None
    client: Client
    published: datetime | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Beginning:
    """An article's title, "" for none, and the first words of its text."""

    title: str
    text: str


class Briefs(Protocol):
    """Makes briefs."""

    async def brief(self, extract: Extract, wanted: Wanted, guild_id: int) -> Brief:
        """A checked brief, which a guild pays for; BrieferError when there is none."""
        ...


class Reporting:
    """Briefs the articles of digests; `at_once` of them at a time."""

    def __init__(
        self,
        links: Links,
        briefing: Callable[[ReadBy], Briefs],
        now: Callable[[], datetime],
        at_once: int = 4,
    ) -> None:
        self._links = links
        self._briefing = briefing
        self._room = asyncio.Semaphore(at_once)
        self._pages = Shared(self._open, Bounds(KEPT, KEPT, HELD), lambda: now().timestamp())
        self._reports = Shared(self._make, Bounds(KEPT, KEPT, HELD), lambda: now().timestamp())

    async def beginning(self, link: str) -> Beginning:
        """How an article begins, as far as it is compared; BrieferError when it can't be had."""
        return (await self._pages.get(link)).beginning

    async def report(self, order: Order) -> Brief:
        """The article's brief, with nothing left of its text but what is cited; BrieferError for none.

        The site's robots.txt is respected.
        """
        return await self._reports.get(order)

    async def close(self) -> None:
        """Stop all that is under way."""
        await self._reports.close()
        await self._pages.close()

    async def _open(self, link: str) -> "_Page":
        extract = await self._links.read(link, automatic=True)
        beginning = Beginning(extract.title or "", lead(extract.text))
        return _Page(beginning, extract if len(extract.text) <= LARGE else None)

    async def _make(self, order: Order) -> Brief:
        async with self._room:
            page = await self._pages.get(order.link)
            extract = page.extract or await self._links.read(order.link, automatic=True)
            client = order.client
            wanted = Wanted(order.length, order.language, remember=client.remember)
            dated = _dated(extract, order.published)
            brief = await self._briefing(client.read_by).brief(dated, wanted, client.guild_id)
        return replace(brief, article=brief.article.only(brief.cited))


@dataclass(frozen=True, slots=True)
class _Page:
    beginning: Beginning
    extract: Extract | None


def _dated(extract: Extract, published: datetime | None) -> Extract:
    """With the feed's date where the page has none; a feed's date counts as the page's (rule of time 1)."""
    if extract.published or published is None:
        return extract
    return replace(extract, published=published.isoformat(), published_from=PublishedFrom.PAGE)
