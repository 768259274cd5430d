"""Listening: what is done with links and articles that nobody asked to brief."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

from bot.domain.guild import GuildSettings, Listening
from bot.domain.request import Link, Source
from bot.services.links import normalise
from bot.services.storing import Briefs, Guilds

FRESH = timedelta(minutes=1)
"""How long a guild's settings are believed without asking the storage: messages are many."""

AGAIN_AFTER = timedelta(days=1)
"""A link that a channel has had within this time is not briefed by itself once more."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A message of somebody in a guild's channel; `parent_id` is the channel of a thread."""

    message_id: int
    user_id: int
    guild_id: int
    channel_id: int
    parent_id: int | None = None


class Notebook(Protocol):
    """Remembers links that people shared, for digests, and what readers make of them."""

    async def note(self, spot: Spot, urls: Sequence[str], moment: datetime) -> None:
        """Keep that somebody shared these in a message; noting it twice changes nothing."""
        ...

    async def react(self, message_id: int, by: int) -> None:
        """Count readers' reactions to a message, where it shares a link or shows a brief."""
        ...

    async def withdraw(self, message_ids: Sequence[int]) -> None:
        """Forget what was shared in messages that are gone."""
        ...


class Ears:
    """Knows where to listen, and what was heard before."""

    def __init__(
        self, guilds: Guilds, briefs: Briefs, notebook: Notebook, now: Callable[[], datetime]
    ) -> None:
        self._guilds = guilds
        self._briefs = briefs
        self._notebook = notebook
        self._now = now
        self._known: dict[int, tuple[datetime, GuildSettings]] = {}
        self._heard: dict[tuple[int, str], datetime] = {}

    async def mode(self, guild_id: int, channel_ids: Sequence[int]) -> Listening:
        """What is done in a channel: its own setting, else that of the channel that its thread is in."""
        settings = await self._settings(guild_id)
        modes = (settings.listening[channel] for channel in channel_ids if channel in settings.listening)
        return next(modes, Listening.OFF)

    async def news(self, channel_id: int, sources: Sequence[Source]) -> Sequence[Source]:
        """The sources without the links that the channel has had within a day."""
        return [
            source
            for source in sources
            if not isinstance(source, Link) or not await self._has_had(channel_id, normalise(source.url))
        ]

    def heard(self, channel_id: int, sources: Sequence[Source]) -> None:
        """Know that these are being briefed: the same link is no news while the first brief is made."""
        now = self._now()
        self._heard = {link: when for link, when in self._heard.items() if when > now - AGAIN_AFTER}
        links = (source for source in sources if isinstance(source, Link))
        self._heard |= {(channel_id, normalise(link.url)): now for link in links}

    async def note(self, spot: Spot, sources: Sequence[Source]) -> None:
        """Remember the links among what somebody shared where we listen: digests may read them."""
        if urls := [normalise(source.url) for source in sources if isinstance(source, Link)]:
            await self._notebook.note(spot, urls, self._now())

    async def _has_had(self, channel_id: int, url: str) -> bool:
        since = self._now() - AGAIN_AFTER
        when = self._heard.get((channel_id, url))
        if when is not None and when > since:
            return True
        return await self._briefs.seen_since(channel_id, url, since)

    def forget(self, guild_id: int) -> None:
        """Ask the storage again: the guild's settings have changed."""
        self._known.pop(guild_id, None)

    async def _settings(self, guild_id: int) -> GuildSettings:
        since, settings = self._known.get(guild_id, (None, None))
        if since is None or settings is None or self._now() - since > FRESH:
            settings = await self._guilds.get(guild_id)
            self._known[guild_id] = self._now(), settings
        return settings
