"""What a guild's managers do with its digests."""

import secrets
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, datetime, time
from zoneinfo import available_timezones

from bot.domain.digest import Digest, Run, Schedule
from bot.domain.errors import NotAllowed, UnusableSource
from bot.domain.post import Post
from bot.services.digesting.running import Running
from bot.services.digesting.scheduling import Scheduler
from bot.services.digesting.storing import Digests, Runs
from bot.services.links import normalise

MOST = 10
"""Digests of a guild."""

MOST_FEEDS = 50
"""Feeds of a digest."""

GONE = "This digest is gone."
BY_MANAGER = "A manager paused it."


class DigestManaging:
    """Keeps digests, and lets the scheduler know."""

    def __init__(
        self,
        digests: Digests,
        runs: Runs,
        running: Running,
        scheduler: Scheduler,
        now: Callable[[], datetime],
    ) -> None:
        self._digests = digests
        self._runs = runs
        self._running = running
        self._scheduler = scheduler
        self._now = now

    async def of_guild(self, guild_id: int) -> Sequence[Digest]:
        """A guild's digests, by name."""
        return await self._digests.of_guild(guild_id)

    async def get(self, guild_id: int, digest_id: str) -> Digest:
        """A guild's digest; UnusableSource when it has none of this id."""
        digest = await self._digests.get(digest_id)
        if digest is None or digest.guild_id != guild_id:
            raise UnusableSource(GONE, "not_found")
        return digest

    async def create(
        self, guild_id: int, channel_id: int, name: str, schedule: Schedule, locale: str
    ) -> Digest:
        """A new digest in a guild's channel, from its next run on; NotAllowed where there are too many."""
        if len(await self._digests.of_guild(guild_id)) >= MOST:
            raise NotAllowed(f"A server can have {MOST} digests; delete one first.", "budget")
        digest = Digest(
            id=secrets.token_hex(4),
            guild_id=guild_id,
            channel_id=channel_id,
            name=name,
            schedule=schedule,
            since=self._now(),
            locale=locale,
        )
        return await self._put(digest)

    async def change(self, digest: Digest, change: Callable[[Digest], Digest]) -> Digest:
        """Set something else; a changed schedule holds from now on."""
        changed = change(digest)
        if changed.schedule != digest.schedule or (digest.paused and not changed.paused):
            changed = replace(changed, since=self._now())
        return await self._put(changed)

    async def delete(self, digest: Digest) -> None:
        """Forget a digest and its runs."""
        await self._digests.delete(digest.id)
        self._scheduler.change()

    async def preview(self, digest: Digest) -> Post:
        """What the digest would tell if it were due now."""
        return await self._running.preview(digest)

    async def told(self, digest_id: str, day: date) -> tuple[Digest, Post] | None:
        """A digest, and what it told on a day; None where that is kept no longer."""
        digest, post = await self._digests.get(digest_id), await self._runs.post(digest_id, day)
        return (digest, post) if digest and post else None

    async def run_now(self, digest: Digest) -> Run | None:
        """Today's run before its time; None where it is under way or done."""
        run = await self._running.run_now(digest)
        self._scheduler.change()
        return run

    async def _put(self, digest: Digest) -> Digest:
        await self._digests.put(digest)
        self._scheduler.change()
        return digest


def schedule_of(at: str, zone: str, days: frozenset[int] | None = None) -> Schedule:
    """A schedule as a person wrote it; UnusableSource when it can't be read."""
    try:
        hour, _, minute = at.strip().replace(".", ":").partition(":")
        clock = time(int(hour), int(minute or 0))
    except ValueError as error:
        raise UnusableSource("Give the time as 08:30.", "unreadable") from error
    if zone not in available_timezones():
        raise UnusableSource("I don't know this time zone: give one such as Europe/Berlin.", "unreadable")
    return Schedule(clock, zone) if days is None else Schedule(clock, zone, days)


def feeds_of(lines: str) -> tuple[str, ...]:
    """Addresses of feeds, one a line; UnusableSource when one can't be fetched, or for too many."""
    found = tuple(dict.fromkeys(normalise(line.strip()) for line in lines.splitlines() if line.strip()))
    if len(found) > MOST_FEEDS:
        raise UnusableSource(f"A digest can have {MOST_FEEDS} feeds.", "too_large")
    return found
