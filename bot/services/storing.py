"""What has to outlive the process: the ports through which services keep it."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Protocol

from bot.domain.brief import Brief, Usage
from bot.domain.guild import GuildSettings, Listening
from bot.domain.kept import GuildUsage, KeptBrief, Mark
from bot.domain.request import Job, Place, Request, State

TEXT_KEPT = timedelta(hours=24)
"""How long the text of an article or of a request is kept."""

SHARED_KEPT = timedelta(days=8)
"""How long a link that somebody shared is known: no digest looks back for more than a week."""

CLOSED_KEPT = timedelta(hours=24)
"""How long a request is known after it became final, so that it is not taken again."""


class Requests(Protocol):
    """Requests that were acknowledged, until a day after their answer."""

    async def add(self, request: Request) -> bool:
        """Keep a new request as open; False when one with its id is there already."""
        ...

    async def get(self, request_id: str) -> Request | None:
        """The open request; None when there is none, or when it is final."""
        ...

    async def place(self, request_id: str, place: Place) -> None:
        """Keep where the answer goes, once that is known better."""
        ...

    async def take(self, job: Job, holder: str) -> Request | None:
        """Give an open request to a holder; None when it is final, or has changed hands meanwhile."""
        ...

    async def take_left(self, holder: str) -> Sequence[Job]:
        """Give a holder all open requests whose holders' leases are over; the work on them, oldest first."""
        ...

    async def held(self, holder: str, before: datetime) -> Sequence[Job]:
        """The work on the open requests of a holder that came in before then."""
        ...

    async def cancel(self, request_id: str, holder: str) -> Request | None:
        """Make an open request final, and give it to a holder; None when it was final already."""
        ...

    async def close(self, request: Request, state: State) -> bool:
        """Make an open request final and forget its source; False when it is somebody else's, or final."""
        ...

    async def open(self) -> Sequence[Request]:
        """All open requests, the oldest first."""
        ...


class Briefs(Protocol):
    """Briefs that were answered, for as long as they are kept."""

    async def keep(self, kept: KeptBrief, request: Request | None = None) -> None:
        """Keep a brief with its article, or put it in the place of the one with this id.

        TakenOver when the request that it was made for is somebody else's by now.
        """
        ...

    async def get(self, brief_id: str) -> KeptBrief | None:
        """The brief; its article is whole for a day, then reduced to the sentences that are cited."""
        ...

    async def posted(self, brief_id: str, message_id: int) -> None:
        """Keep which message shows the brief."""
        ...

    async def forget(self, brief_id: str) -> None:
        """Forget the brief, its article and its marks."""
        ...

    async def seen_since(self, channel_id: int, source_url: str, since: datetime) -> bool:
        """Whether a brief of this link was made in the channel since then, for all to see."""
        ...

    async def like(self, likeness: str) -> Brief | None:
        """A brief of this likeness, with no more of its article than it cites; None when none is kept."""
        ...

    async def mark(self, mark: Mark) -> bool:
        """Keep that an item is wrong; False when this person has said so before, or the brief is gone."""
        ...

    async def scheduled(self, brief_id: str, event: int) -> int | None:
        """The id of the server event that was made of this event of a brief; None when none was."""
        ...

    async def schedule(self, brief_id: str, event: int, scheduled_id: int) -> None:
        """Keep that a server event was made of an event of a brief; nothing when the brief is gone."""
        ...


class Guilds(Protocol):
    """What guilds have set, until the bot is removed."""

    async def get(self, guild_id: int) -> GuildSettings:
        """The guild's settings; the defaults when it has set nothing."""
        ...

    async def put(self, settings: GuildSettings) -> None:
        """Keep a guild's settings, those of its channels too."""
        ...

    async def listen(self, guild_id: int, channel_id: int, listening: Listening) -> None:
        """Keep what is done in one channel; `off` forgets the channel."""
        ...


class Usages(Protocol):
    """What briefs took: numbers only."""

    async def made(self, request: Request, kept: KeptBrief) -> None:
        """Count an answered request; counting it twice changes nothing."""
        ...

    async def failed(self, request: Request, code: str) -> None:
        """Count a request that ended in an error with this code."""
        ...

    async def digested(self, guild_id: int, work: str, usage: Usage, made: int, withheld: int) -> None:
        """Count what a guild's digest had done: a brief or an overview, with its statements.

        `work` names it; counting it twice changes nothing.
        """
        ...

    async def of_guild(self, guild_id: int, since: datetime) -> GuildUsage:
        """What a guild's briefs took since then."""
        ...

    async def asked_by(self, user_id: int, guild_id: int | None, since: datetime) -> int:
        """How many briefs a person has asked for and had in a guild (or outside guilds) since then."""
        ...


class Forgetting(Protocol):
    """Leaves no row and no text behind."""

    async def person(self, user_id: int) -> int:
        """Forget all that belongs to a person; how many rows that were.

        What they have had in the last day goes on counting, but not under their id.
        """
        ...

    async def guild(self, guild_id: int) -> int:
        """Forget all that belongs to a guild, its settings included; how many rows that were."""
        ...

    async def guilds(self) -> Collection[int]:
        """The guilds whose settings or digests are kept."""
        ...

    async def away(self, here: Collection[int], gone: Collection[int]) -> Mapping[int, datetime]:
        """Since when these guilds are gone, from now on where that is new; those that are here are back."""
        ...

    async def channels(self, channel_ids: Collection[int]) -> int:
        """Forget what belongs to channels that are gone; how many rows that were."""
        ...

    async def expired(self, now: datetime) -> int:
        """Forget what has reached its age: texts after a day, briefs after their days; how many rows."""
        ...
