"""What a digest tells today: its sources asked within their deadlines, put together into stories, briefed."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Protocol
from urllib.parse import urlsplit

from bot.domain.brief import EngineChoice
from bot.domain.digest import Digest, Item
from bot.domain.errors import BrieferError
from bot.domain.kept import KeptBrief
from bot.domain.post import Missing, Post
from bot.services.digesting.composing import Earlier, Today, compose
from bot.services.digesting.filtering import passes
from bot.services.digesting.news import News
from bot.services.digesting.reporting import Order, Report, Reporting
from bot.services.digesting.resemblance import lead
from bot.services.digesting.stories import Piece, Reports, distinct, stories
from bot.services.digesting.storing import Runs
from bot.services.digesting.telling import Telling, weight
from bot.services.storing import Guilds

SPARE = 2
"""Stories that are briefed beyond those that are told, for those that turn out to be one."""
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
    """Seconds for one feed, and for all briefs of a digest; what is not there by then is named as missing."""

    feed: float = 30.0
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
        told = {outlet.link for post in posts for story in post.stories for outlet in story.outlets}
        news = [piece for piece in map(_piece, items) if piece.link not in told and _wanted(digest, piece)]
        read, unread = await self._read(digest, news)
        fresh = [_made(each) for each in made if digest.briefs and each.made >= since]
        fresh = [each for each in fresh if each.read.link not in told]
        today = Today(await asyncio.to_thread(_merged, [*read, *fresh]), (*missing, *unread))
        before = [each.brief for each in made if each.made < since]
        earlier = Earlier(posts, before, since if posts or before else None)
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

    async def _read(self, digest: Digest, news: Sequence[Piece]) -> tuple[list["_Told"], list[Missing]]:
        """The stories that matter most, briefed, and the outlets whose stories could not be read."""
        now = self._now()
        found = sorted(
            await asyncio.to_thread(stories, news), key=lambda each: weight(each, now), reverse=True
        )
        engine = (await self._server.guilds.get(digest.guild_id)).engine
        until = asyncio.get_running_loop().time() + self._deadlines.briefs
        wanted = found[: digest.stories + SPARE]
        outcomes = await asyncio.gather(*(self._tell(digest, engine, reports, until) for reports in wanted))
        told = [each for each in outcomes if isinstance(each, _Told)]
        return told, [each for each in outcomes if isinstance(each, Missing)]

    async def _tell(
        self, digest: Digest, engine: EngineChoice, reports: Reports, until: float
    ) -> "_Told | Missing":
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
                return _told(reports, piece, report)
        return Missing(reports[0].outlet or _host(reports[0].link), reason)


@dataclass(frozen=True, slots=True)
class _Told:
    """A telling, and the piece to compare it with others by: the report that was read, with its article."""

    telling: Telling
    read: Piece


def _wanted(digest: Digest, piece: Piece) -> bool:
    return passes(digest.filters, piece.title, piece.text)


def _piece(item: Item) -> Piece:
    appeared = item.published or item.seen
    assert appeared is not None, "an item that nobody has seen"
    return Piece(item.id, item.title, item.summary, item.link, item.outlet or _host(item.link), appeared)


def _told(reports: Reports, piece: Piece, report: Report) -> _Told:
    read = replace(piece, text=report.lead, title=report.brief.article.title or piece.title)
    return _Told(Telling(reports, report.brief, reports.index(piece)), read)


def _made(kept: KeptBrief) -> _Told:
    """A story that somebody had briefed in the server."""
    article = kept.brief.article
    text = " ".join(statement.original or statement.text for statement in kept.brief.summary)
    link = article.url or kept.source_url or ""
    outlet = article.site or (_host(link) if link else "") or article.title or ""
    piece = Piece(kept.id, article.title or "", lead(article.text or text), link, outlet, kept.made)
    brief = replace(kept.brief, article=article.only(kept.brief.cited))
    return _Told(Telling((piece,), brief), piece)


def _merged(told: Sequence[_Told]) -> list[Telling]:
    """The tellings, those about one event as one: their articles show what feeds' summaries may not."""
    telling = {each.read: each.telling for each in told}
    return [_one([telling[piece] for piece in reports]) for reports in stories([*telling])]


def _one(tellings: Sequence[Telling]) -> Telling:
    """What has most reports, with those of the others."""
    best = max(tellings, key=lambda telling: len(telling.reports))
    others = [piece for telling in tellings if telling is not best for piece in telling.reports]
    return replace(best, reports=(*best.reports, *others))


def _host(link: str) -> str:
    """The name of a site where nothing better is known."""
    return (urlsplit(link).hostname or link).removeprefix("www.")
