"""How fast people and guilds may ask."""

from collections.abc import Callable
from datetime import datetime, timedelta

from bot.domain.errors import NotAllowed
from bot.domain.request import Asker

MINUTE = timedelta(minutes=1)

GUILD = 10
"""How many times as many requests a guild has as a person."""

MANY = 10_000
"""Buckets that are kept before the full ones are dropped."""


class Pace:
    """Token buckets: a minute's requests at once, then one by one as they come free.

    Kept in memory: a guild's requests all come to the process of its shard.
    """

    def __init__(self, per_minute: int, now: Callable[[], datetime]) -> None:
        self._now = now
        self._people = _Buckets(per_minute)
        self._guilds = _Buckets(per_minute * GUILD)

    def admit(self, asker: Asker) -> None:
        """Count one request; NotAllowed, with the time when there is room for it, when it comes too soon."""
        now = self._now()
        frees = self._people.frees(asker.user_id, now)
        if asker.guild_id is not None:
            frees = max(frees, self._guilds.frees(asker.guild_id, now))
        if frees > now:
            when = f"{frees + timedelta(seconds=1):%H:%M:%S} UTC"
            raise NotAllowed(f"Too many requests in a short time: ask again at {when}.", "budget")
        self._people.take(asker.user_id, now)
        if asker.guild_id is not None:
            self._guilds.take(asker.guild_id, now)


class _Buckets:
    """For each owner the time at which its bucket is full again (the generic cell rate algorithm)."""

    def __init__(self, per_minute: int) -> None:
        self._each = MINUTE / per_minute
        self._full: dict[int, datetime] = {}

    def frees(self, owner: int, now: datetime) -> datetime:
        """When there is room for one more; in the past where there is."""
        return self._full.get(owner, now) + self._each - MINUTE

    def take(self, owner: int, now: datetime) -> None:
        if len(self._full) > MANY:
            self._full = {other: full for other, full in self._full.items() if full > now}
        self._full[owner] = max(self._full.get(owner, now), now) + self._each
