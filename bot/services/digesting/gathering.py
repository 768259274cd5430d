"""What a digest tells today: its sources asked within their deadlines, put together into stories, briefed."""

import asyncio
from collections.abc import Callable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Protocol
from urllib.parse import urlsplit

from bot.domain.brief import Brief, EngineChoice
from bot.domain.digest import Digest, Item
from bot.domain.errors import BrieferError
from bot.domain.kept import KeptBrief
from bot.domain.post import Missing, Post
from bot.services.digesting.composing import Earlier, Today, compose
from bot.services.digesting.filtering import passes
from bot.services.digesting.news import News
from bot.services.digesting.reporting import Order, Reporting
from bot.services.digesting.resemblance import lead
from bot.services.digesting.stories import Piece, Reports, distinct, stories
from bot.services.digesting.storing import Runs
from bot.services.digesting.telling import Telling, links_of, weight
from bot.services.storing import Guilds

SPARE = 2
"""Stories that are briefed beyond those that are told, for those that can't be read or traced."""
OPENED = 40
"""Reports, of the stories that weigh most by their feeds, that are opened to see which tell one story."""
TRIES = 3
"""Reports of a story that are tried, until one can be read."""
MEMORY = timedelta(days=30)
"""How far back earlier digests and briefs are asked for events and for what was told."""
LATE = "It did not answer in time."


class SharedLinks(Protocol):
    """Links that people shared in channels."""

    async def since(self, channels: Sequence[int], moment: datetime) -> Sequence[Item]:
        """Those of channels where listening is on, since then; `outlet` may be empty."""
        ...


class ServerBriefs(Protocol):
    """Briefs that were made in a server for all to see."""

    async def since(self, guild_id: int, moment: datetime) -> Sequence[KeptBrief]:
        """Those that were made since then, the newest first; none that only its asker saw."""
        ...


@dataclass(frozen=True, slots=True)
class Deadlines:
    """Seconds for one feed, one page, and all briefs of a digest; what is not there by then is left out.

    Feeds and stories that are left out are named as missing.
    """

    feed: float = 30.0
    page: float = 60.0
    briefs: float = 240.0


@dataclass(frozen=True, slots=True)
class Server:
    """What a digest is told from beside feeds: what people shared and had briefed, settings, earlier runs."""

    links: SharedLinks
    briefs: ServerBriefs
    guilds: Guilds
    runs: Runs


class DigestGatherer:
    """Puts together what digests tell."""

    def __init__(
        self,
        news: News,
        reporting: Reporting,
        server: Server,
        now: Callable[[], datetime],
        deadlines: Deadlines | None = None,
    ) -> None:
        self._news = news
        self._reporting = reporting
        self._server = server
        self._now = now
        self._deadlines = deadlines or Deadlines()

    async def gather(self, digest: Digest, day: date, since: datetime) -> Post:
        """What is new in the digest's sources since then; sources that can't be had are named as missing."""
        now = self._now()
        posts = await self._server.runs.told(digest.id, now - MEMORY)
        made = await self._server.briefs.since(digest.guild_id, now - MEMORY)
        items, missing = await self._items(digest, since)
        told = {link for post in posts for story in post.stories for link in links_of(story)}
        briefed = dict(_briefed(kept) for kept in made if digest.briefs and kept.made >= since)
        pieces = [piece for piece in map(_piece, items) if _wanted(digest, piece)] + [*briefed]
        found, left = await self._found(
            digest, [piece for piece in pieces if piece.link not in told], briefed
        )
        tellings = [each for each in found if isinstance(each, Telling)]
        unread = [each for each in found if isinstance(each, Missing)]
        before = [each.brief for each in made if each.made < since]
        earlier = Earlier(posts, before, since if posts or before else None)
        today = Today(tellings, (*missing, *unread), left)
        return replace(await asyncio.to_thread(compose, digest, today, earlier, now), day=day)

    async def _items(self, digest: Digest, since: datetime) -> tuple[list[Item], list[Missing]]:
        """What all sources have, and those that did not answer."""
        answers = await asyncio.gather(*(self._of_feed(feed, since) for feed in digest.feeds))
        shared = await self._server.links.since(digest.channels, since) if digest.channels else ()
        items = [item for answer in answers if not isinstance(answer, Missing) for item in answer]
        return [*items, *shared], [answer for answer in answers if isinstance(answer, Missing)]

    async def _of_feed(self, feed: str, since: datetime) -> Sequence[Item] | Missing:
        try:
            async with asyncio.timeout(self._deadlines.feed):
                return await self._news.since(feed, since)
        except TimeoutError:
            return Missing(_host(feed), LATE)
        except BrieferError as error:
            return Missing(_host(feed), str(error))

    async def _found(
        self, digest: Digest, pieces: Sequence[Piece], briefed: Mapping[Piece, Brief]
    ) -> tuple[list[Telling | Missing], int]:
        """The stories that matter most, briefed, or missing where they can't be read; how many are left."""
        grouped = await self._grouped(pieces, briefed.keys())
        wanted = grouped[: digest.stories + SPARE]
        engine = (await self._server.guilds.get(digest.guild_id)).engine
        until = asyncio.get_running_loop().time() + self._deadlines.briefs

        async def tell(reports: Reports) -> Telling | Missing:
            for at, piece in enumerate(reports):
                if brief := briefed.get(piece):
                    return Telling(reports, brief, at)
            return await self._tell(digest, engine, reports, until)

        return await asyncio.gather(*map(tell, wanted)), len(grouped) - len(wanted)

    async def _grouped(self, pieces: Sequence[Piece], known: AbstractSet[Piece]) -> list[Reports]:
        """Stories, what matters most first: by feeds' summaries, then by how the articles begin."""
        found = self._ranked(await asyncio.to_thread(stories, pieces))
        in_order = [piece for reports in found for piece in reports]
        closed = [piece for piece in in_order if piece not in known][:OPENED]
        opened = dict(zip(closed, await asyncio.gather(*map(self._opened, closed)), strict=True))
        as_fed = {opened.get(piece, piece): piece for piece in in_order}
        grouped = await asyncio.to_thread(stories, [*as_fed])
        return self._ranked([tuple(as_fed[piece] for piece in reports) for reports in grouped])

    def _ranked(self, found: Sequence[Reports]) -> list[Reports]:
        now = self._now()
        return sorted(found, key=lambda reports: weight(reports, now), reverse=True)

    async def _opened(self, piece: Piece) -> Piece:
        """A report with the beginning of its article, where that can be had."""
        try:
            async with asyncio.timeout(self._deadlines.page):
                found = await self._reporting.beginning(piece.link)
        except (BrieferError, TimeoutError):
            return piece
        return replace(piece, title=piece.title or found.title, text=found.text)

    async def _tell(
        self, digest: Digest, engine: EngineChoice, reports: Reports, until: float
    ) -> Telling | Missing:
        """A story by the first of its reports that can be read."""
        reason = LATE
        for piece in distinct(reports)[:TRIES]:
            order = Order(piece.link, digest.length, digest.language, engine, piece.published)
            try:
                async with asyncio.timeout_at(until):
                    report = await self._reporting.report(order)
            except TimeoutError:
                break
            except BrieferError as error:
                reason = str(error)
            else:
                return Telling(reports, report, reports.index(piece))
        return Missing(reports[0].outlet or _host(reports[0].link), reason)


def _wanted(digest: Digest, piece: Piece) -> bool:
    return passes(digest.filters, piece.title, piece.text)


def _piece(item: Item) -> Piece:
    appeared = item.published or item.seen
    assert appeared is not None, "an item that nobody has seen"
    return Piece(item.id, item.title, item.summary, item.link, item.outlet or _host(item.link), appeared)


def _briefed(kept: KeptBrief) -> tuple[Piece, Brief]:
    """A report that somebody had briefed in the server."""
    article = kept.brief.article
    link = article.url or kept.source_url or ""
    outlet = article.site or (_host(link) if link else "") or article.title or ""
    text = lead(article.text) or " ".join(each.original or each.text for each in kept.brief.summary)
    piece = Piece(kept.id, article.title or "", text, link, outlet, kept.made)
    return piece, replace(kept.brief, article=article.only(kept.brief.cited))


def _host(link: str) -> str:
    """The name of a site where nothing better is known."""
    return (urlsplit(link).hostname or link).removeprefix("www.")
