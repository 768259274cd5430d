"""What a guild's managers do with its digests."""

import asyncio
import secrets
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from bot.domain.digest import Digest, Run, Schedule
from bot.domain.errors import NotAllowed, UnusableSource
from bot.domain.guild import GuildSettings
from bot.domain.post import Post
from bot.services.digesting.due import edited, upcoming
from bot.services.digesting.running import Running
from bot.services.digesting.scheduling import Scheduler
from bot.services.digesting.storing import Digests, Runs

MOST = 10
"""Digests of a guild."""

USUAL_ZONE = "UTC"

GONE = "This digest is gone."
UNNAMED = "Say which digest: choose one of the list."
UNKNOWN = "There is no digest of this name: choose one of the list."
NAMED_SO = "A digest of this name is there already: choose another one."
BY_MANAGER = "A manager paused it."


@dataclass(frozen=True, slots=True)
class Standing:
    """When a digest is due next, None while it is paused, and its last run, None before the first."""

    due: datetime | None = None
    last: Run | None = None


@dataclass(frozen=True, slots=True)
class Answered:
    """What became of “post now”: whether a run was `begun` for it, and how things stand then."""

    begun: bool
    standing: Standing


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
        self._one_at_a_time = asyncio.Lock()

    async def of_guild(self, guild_id: int) -> Sequence[Digest]:
        """A guild's digests, by name."""
        return await self._digests.of_guild(guild_id)

    async def get(self, guild_id: int, digest_id: str) -> Digest:
        """A guild's digest; UnusableSource when it has none of this id."""
        digest = await self._digests.get(digest_id)
        if digest is None or digest.guild_id != guild_id:
            raise UnusableSource(GONE, "not_found")
        return digest

    async def chosen(self, guild_id: int, written: str | None) -> Digest:
        """The digest of this id or name, or the only one; UnusableSource when it can't be told which."""
        found = await self._digests.of_guild(guild_id)
        if written is None and len(found) == 1:
            return found[0]
        if written is None:
            raise UnusableSource(UNNAMED if found else UNKNOWN, "not_found")
        name = written.strip().casefold()
        for digest in found:
            if name in (digest.id, digest.name.casefold()):
                return digest
        raise UnusableSource(UNKNOWN, "not_found")

    async def usual_zone(self, settings: GuildSettings) -> str:
        """The zone that a guild has set, else that of its newest digest; UTC before the first."""
        if settings.zone:
            return settings.zone
        found = await self._digests.of_guild(settings.guild_id)
        return max(found, key=lambda digest: digest.since).schedule.zone if found else USUAL_ZONE

    async def create(
        self, guild_id: int, channel_id: int, name: str, schedule: Schedule, locale: str
    ) -> Digest:
        """A new digest in a guild's channel, from its next run on.

        NotAllowed where there are too many, UnusableSource where one has this name.
        """
        digest = Digest(
            id=secrets.token_hex(4),
            guild_id=guild_id,
            channel_id=channel_id,
            name=name,
            schedule=schedule,
            since=self._now(),
            locale=locale,
        )
        async with self._one_at_a_time:
            there = await self._digests.of_guild(guild_id)
            if len(there) >= MOST:
                raise NotAllowed(f"A server can have {MOST} digests; delete one first.", "budget")
            if any(each.name.casefold() == name.casefold() for each in there):
                raise UnusableSource(NAMED_SO, "unsupported")
            return await self._put(digest)

    async def change(self, digest: Digest, change: Callable[[Digest], Digest]) -> Digest:
        """Set something else in the digest as it is by now."""
        async with self._one_at_a_time:
            known = await self.get(digest.guild_id, digest.id)
            changed = change(known)
            if known.paused and not changed.paused:
                changed = replace(changed, since=self._now())
            elif changed.schedule != known.schedule:
                changed = replace(changed, since=edited(known.since, self._now()))
            return await self._put(changed)

    async def standing(self, digest: Digest) -> Standing:
        """When the digest is due next, and what became of it the last time."""
        last = await self._runs.last(digest.id)
        if digest.paused:
            return Standing(last=last)
        after = max(self._now(), digest.since)
        return Standing(upcoming(digest.schedule, after, last.day if last else None).at, last)

    async def delete(self, digest: Digest) -> None:
        """Forget a digest and its runs."""
        await self._digests.delete(digest.id)
        self._scheduler.change(digest.id)

    async def preview(self, digest: Digest) -> Post:
        """What the digest would tell if it were due now."""
        return await self._running.preview(digest)

    async def told(self, digest_id: str, day: date) -> tuple[Digest, Post] | None:
        """A digest, and what it told on a day; None where that is kept no longer."""
        digest, post = await self._digests.get(digest_id), await self._runs.post(digest_id, day)
        return (digest, post) if digest and post else None

    async def run_now(self, digest: Digest) -> Answered:
        """Today's run before its time, unless it is under way or done."""
        run = await self._running.run_now(digest)
        self._scheduler.change(digest.id)
        return Answered(run is not None, await self.standing(digest))

    async def _put(self, digest: Digest) -> Digest:
        await self._digests.put(digest)
        self._scheduler.change(digest.id)
        return digest
