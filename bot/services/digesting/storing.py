"""What digests have to remember: the ports through which it is kept."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from bot.domain.digest import Digest, Item, Run, RunState
from bot.domain.post import Post


class Digests(Protocol):
    """The digests of all guilds."""

    async def put(self, digest: Digest) -> None:
        """Keep a digest, or put it in the place of the one with its id."""
        ...

    async def get(self, digest_id: str) -> Digest | None:
        """The digest; None when there is none."""
        ...

    async def of_guild(self, guild_id: int) -> Sequence[Digest]:
        """A guild's digests, by name."""
        ...

    async def running(self) -> Sequence[Digest]:
        """All digests that are not paused."""
        ...

    async def pause(self, digest_id: str, reason: str) -> bool:
        """Stop a digest; False when it is stopped already, or gone."""
        ...

    async def delete(self, digest_id: str) -> None:
        """Forget a digest and its runs."""
        ...


class Runs(Protocol):
    """What became of each due occurrence. Whoever lost a claim to somebody else changes nothing any more."""

    async def last(self, digest_id: str) -> Run | None:
        """The run with the latest local date."""
        ...

    async def lasts(self) -> Mapping[str, Run]:
        """The run with the latest local date, for every digest that has one."""
        ...

    async def told_until(self, digest_id: str) -> datetime | None:
        """When the latest run was due that had its say or had nothing to say."""
        ...

    async def before(self, run: Run) -> Run | None:
        """The run of the same digest with the latest local date before this one's."""
        ...

    async def claim(
        self, digest_id: str, day: date, due: datetime, lease: datetime, *, again: bool = False
    ) -> Run | None:
        """Take a run that nobody has, or whose lease has run out; None when it is final or somebody's.

        `again` takes a final one too, unless it was posted.
        """
        ...

    async def gathered(self, run: Run, post: Post) -> bool:
        """Keep what is to be posted; False when the run is somebody else's by now."""
        ...

    async def post(self, digest_id: str, day: date) -> Post | None:
        """What was to be posted; None where nothing was gathered, or it is kept no longer."""
        ...

    async def close(self, run: Run, state: RunState, message_id: int | None = None, note: str = "") -> bool:
        """Make a run final; False when it is somebody else's by now, or final already."""
        ...

    async def told(self, digest_id: str, since: datetime) -> Sequence[Post]:
        """What a digest posted in runs that were due since then, the latest first.

        Its stories come again only as updates, and of its events one asks what became of them.
        """
        ...


@dataclass(frozen=True, slots=True)
class FeedState:
    """What the last read of a feed left: validators to ask with again, when that was, and its own name.

    `error` is why a later try to read it failed, in a sentence for the person; None where none did.
    """

    etag: str | None = None
    modified: str | None = None
    read: datetime | None = None
    title: str | None = None
    error: str | None = None


class FeedItems(Protocol):
    """Entries of feeds as they were first seen, for all digests together: a feed is asked once for all."""

    async def state(self, feed: str) -> FeedState:
        """How the feed stood when it was last read."""
        ...

    async def states(self, feeds: Sequence[str]) -> Mapping[str, FeedState]:
        """How feeds stand; those that nobody has tried to read are left out."""
        ...

    async def failed(self, feed: str, state: FeedState, moment: datetime) -> None:
        """Keep that a feed could not be read at a moment; what it had before stays."""
        ...

    async def read(self, feed: str, state: FeedState, items: Sequence[Item]) -> None:
        """Keep what a feed had; an item that is known by its id keeps the moment it was first seen."""
        ...

    async def since(self, feed: str, moment: datetime) -> Sequence[Item]:
        """Items that were first seen since then, with `seen` set, the latest first."""
        ...
