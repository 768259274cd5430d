"""What a digest tells today: its sources asked within their deadlines, put together into stories, briefed."""

import asyncio
from collections.abc import Callable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Protocol

from bot.domain.brief import Brief
from bot.domain.digest import Digest, Item, SharedLink
from bot.domain.errors import BrieferError
from bot.domain.guild import GuildSettings, Listening
from bot.domain.kept import KeptBrief
from bot.domain.post import Missing, Post
from bot.services.digesting.composing import Earlier, Today, compose
from bot.services.digesting.filtering import passes
from bot.services.digesting.news import News
from bot.services.digesting.overview import Overviews
from bot.services.digesting.pieces import briefed, host_of, pieces_of
from bot.services.digesting.reporting import Client, Order, Reporting
from bot.services.digesting.stories import Piece, Reports, distinct, stories
from bot.services.digesting.storing import Runs
from bot.services.digesting.telling import Telling, links_of, weight
from bot.services.remembering import Steps, remembering
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
NO_NEWS = frozenset({"not_an_article", "unsupported", "empty"})
"""Codes of pages that are no articles; a link to one that somebody shared is not missed."""


class SharedLinks(Protocol):
    """Links that people shared in channels."""

    async def since(self, channels: Sequence[int], moment: datetime) -> Sequence[SharedLink]:
        """Those of channels and their threads since then, each once, the first first."""
        ...


class ServerBriefs(Protocol):
    """Briefs that were made in a server for all to see."""

    async def since(self, guild_id: int, moment: datetime) -> Sequence[KeptBrief]:
        """Those that were made since then, the newest first; none that only its asker saw."""
        ...


@dataclass(frozen=True, slots=True)
class Deadlines:
    """Seconds for one feed, one page, all briefs of a digest, and its overview.

    What is not there by then is left out: feeds and stories are named as missing, and the leading statements
    stand in for the overview. Together they are less than a run's lease.
    """

    feed: float = 30.0
    page: float = 60.0
    briefs: float = 240.0
    overview: float = 60.0


@dataclass(frozen=True, slots=True)
class Server:
    """What a digest is told from beside feeds: what people shared and had briefed, settings, earlier runs.

    `steps` are what was paid for by runs that died.
    """

    links: SharedLinks
    briefs: ServerBriefs
    guilds: Guilds
    runs: Runs
    steps: Steps


@dataclass(frozen=True, slots=True)
class Staff:
    """Who reads feeds, briefs articles, and writes overviews, where anybody does."""

    news: News
    reporting: Reporting
    overviews: Overviews | None = None


class DigestGatherer:
    """Puts together what digests tell."""

    def __init__(
        self,
        staff: Staff,
        server: Server,
        now: Callable[[], datetime],
        deadlines: Deadlines | None = None,
    ) -> None:
        self._staff = staff
        self._server = server
        self._now = now
        self._deadlines = deadlines or Deadlines()

    async def gather(self, digest: Digest, day: date, since: datetime) -> Post:
        """What is new in the digest's sources since then; sources that can't be had are named as missing."""
        now = self._now()
        settings = await self._server.guilds.get(digest.guild_id)
        posts = await self._server.runs.told(digest.id, now - MEMORY)
        made = await self._server.briefs.since(digest.guild_id, now - MEMORY)
        had = [each for each in made if each.made >= since and _is_source(digest, settings, each)]
        today = await self._today(digest, settings, posts, dict(map(briefed, had)), since)
        before = [each.brief for each in made if each.made < since]
        earlier = Earlier(posts, before, since if posts or before else None)
        post = replace(await asyncio.to_thread(compose, digest, today, earlier, now), day=day)
        return replace(post, overview=await self._overview(digest, settings, post))

    async def _today(
        self,
        digest: Digest,
        settings: GuildSettings,
        posts: Sequence[Post],
        known: Mapping[Piece, Brief],
        since: datetime,
    ) -> Today:
        """What is new: stories with their briefs, the `known` ones of the server among them."""
        answers = await asyncio.gather(*(self._of_feed(feed, since) for feed in digest.feeds))
        heard = _heard(digest, settings)
        shared = await self._server.links.since(heard, since) if heard else ()
        items = [item for answer in answers if not isinstance(answer, Missing) for item in answer]
        pieces = [piece for piece in pieces_of(items, shared) if _wanted(digest, piece)]
        told = {link for post in posts for story in post.stories for link in links_of(story)}
        new = [piece for piece in (*pieces, *known) if piece.link not in told]
        grouped = await self._grouped(new, known.keys())
        wanted = grouped[: digest.stories + SPARE]
        found = await self._found(digest, settings, wanted, known)
        missing = [each for each in (*answers, *found) if isinstance(each, Missing)]
        tellings = [each for each in found if isinstance(each, Telling)]
        return Today(tellings, missing, len(grouped) - len(wanted))

    async def _of_feed(self, feed: str, since: datetime) -> Sequence[Item] | Missing:
        try:
            async with asyncio.timeout(self._deadlines.feed):
                return await self._staff.news.since(feed, since)
        except TimeoutError:
            return Missing(host_of(feed), LATE, feed=True)
        except BrieferError as error:
            return Missing(host_of(feed), str(error), feed=True)

    async def _found(
        self,
        digest: Digest,
        settings: GuildSettings,
        wanted: Sequence[Reports],
        known: Mapping[Piece, Brief],
    ) -> list[Telling | Missing | None]:
        """These stories, briefed; missing where they can't be read, None where they are no news."""
        client = Client(digest.guild_id, settings.read_by, remembering(self._server.steps, digest.id))
        until = asyncio.get_running_loop().time() + self._deadlines.briefs

        async def tell(reports: Reports) -> Telling | Missing | None:
            for at, piece in enumerate(reports):
                if brief := known.get(piece):
                    return Telling(reports, brief, at)
            return await self._tell(digest, client, reports, until)

        return await asyncio.gather(*map(tell, wanted))

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
                found = await self._staff.reporting.beginning(piece.link)
        except (BrieferError, TimeoutError):
            return piece
        return replace(piece, title=piece.title or found.title, text=found.text)

    async def _tell(
        self, digest: Digest, client: Client, reports: Reports, until: float
    ) -> Telling | Missing | None:
        """A story by the first of its reports that can be read."""
        reason = LATE
        for piece in distinct(reports)[:TRIES]:
            order = Order(piece.link, digest.length, digest.language, client, piece.published)
            try:
                async with asyncio.timeout_at(until):
                    report = await self._staff.reporting.report(order)
            except TimeoutError:
                break
            except BrieferError as error:
                if piece.bare and error.code in NO_NEWS:
                    return None
                reason = str(error)
            else:
                return Telling(reports, report, reports.index(piece))
        return Missing(reports[0].outlet or host_of(reports[0].link), reason)

    async def _overview(self, digest: Digest, settings: GuildSettings, post: Post) -> tuple[str, ...]:
        """The overview that a writer makes of the stories, else the one that the post has."""
        overviews, remember = self._staff.overviews, remembering(self._server.steps, digest.id)
        if overviews is None or not post.overview:
            return post.overview
        try:
            async with asyncio.timeout(self._deadlines.overview):
                written = await overviews.write(digest, settings.read_by, post.stories, remember)
        except (BrieferError, TimeoutError):
            return post.overview
        return written or post.overview


def _heard(digest: Digest, settings: GuildSettings) -> list[int]:
    """The digest's channels in which the bot listens."""
    modes = settings.listening
    return [channel for channel in digest.channels if modes.get(channel, Listening.OFF) is not Listening.OFF]


def _is_source(digest: Digest, settings: GuildSettings, kept: KeptBrief) -> bool:
    """Whether the digest tells a brief of the server: any by its setting, else one made in its channels."""
    return digest.briefs or kept.channel_id in _heard(digest, settings)


def _wanted(digest: Digest, piece: Piece) -> bool:
    """Whether the filters let it be read; of a bare link they judge when it was."""
    return piece.bare or passes(digest.filters, piece.title, piece.text)
