"""Reports of the news, read and briefed: each article once for all digests that want it alike."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from bot.domain.article import Extract, PublishedFrom
from bot.domain.brief import Brief, EngineChoice, Length
from bot.services.briefing import Briefing, Wanted
from bot.services.digesting.resemblance import lead
from bot.services.digesting.sharing import Shared
from bot.services.sources import Links

KEPT = timedelta(hours=1)
"""How long a report is shared: the digests of one morning."""
MOST = 500
"""Reports of a process, of about 20 KB each."""


@dataclass(frozen=True, slots=True)
class Order:
    """An article that a digest wants briefed, and how; `published` is its feed's date, if it has none."""

    link: str
    length: Length
    language: str | None
    engine: EngineChoice
    published: datetime | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Report:
    """A brief, its article reduced to what is cited, and the article's beginning, to compare it by."""

    brief: Brief
    lead: str


class Reporting:
    """Briefs the articles of digests; `at_once` of them at a time."""

    def __init__(
        self,
        links: Links,
        briefing: Callable[[EngineChoice], Briefing],
        now: Callable[[], datetime],
        at_once: int = 4,
    ) -> None:
        self._links = links
        self._briefing = briefing
        self._room = asyncio.Semaphore(at_once)
        self._reports = Shared(self._make, now, KEPT, MOST)

    async def report(self, order: Order) -> Report:
        """The article, briefed; BrieferError when it can't be had. The site's robots.txt is respected."""
        return await self._reports.get(order)

    async def close(self) -> None:
        """Stop all that is under way."""
        await self._reports.close()

    async def _make(self, order: Order) -> Report:
        async with self._room:
            extract = _dated(await self._links.read(order.link, automatic=True), order.published)
            wanted = Wanted(order.length, order.language)
            brief = await self._briefing(order.engine).brief(extract, wanted)
        cited = replace(brief, article=brief.article.only(brief.cited))
        return Report(cited, lead(brief.article.text))


def _dated(extract: Extract, published: datetime | None) -> Extract:
    """With the feed's date where the page has none; a feed's date counts as the page's (rule of time 1)."""
    if extract.published or published is None:
        return extract
    return replace(extract, published=published.isoformat(), published_from=PublishedFrom.PAGE)
