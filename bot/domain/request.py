"""What somebody asked for, and where the answer goes.

Ids of people, guilds, channels and messages are Discord's.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.domain.brief import Length


@dataclass(frozen=True, slots=True)
class Link:
    """A page or a document on the web."""

    url: str


@dataclass(frozen=True, slots=True)
class Text:
    """An article as it was pasted."""

    text: str


@dataclass(frozen=True, slots=True)
class File:
    """An attachment: `url` is where Discord keeps its `size` bytes, for about a day."""

    name: str
    url: str
    size: int
    content_type: str | None = None


@dataclass(frozen=True, slots=True)
class Again:
    """The article of an earlier brief, to be read again."""

    brief_id: str


Source = Link | Text | File | Again


@dataclass(frozen=True, slots=True)
class Options:
    """How the brief should be; None is what the guild or the operator has set."""

    length: Length | None = None
    language: str | None = None
    published: str | None = None


@dataclass(frozen=True, slots=True)
class Asker:
    """Who asked; `guild_id` is None in direct messages, `locale` is that of the answer's fixed texts.

    `roles` are the ids of the roles that the person has in the guild.
    """

    user_id: int
    guild_id: int | None = None
    locale: str = "en"
    roles: frozenset[int] = frozenset()

    @property
    def owner(self) -> int:
        """Whose turn it is with this person's requests: their guild's, outside of guilds their own."""
        return self.user_id if self.guild_id is None else self.guild_id


@dataclass(frozen=True, slots=True)
class Place:
    """Where the answer goes: into the answer of an interaction, or a message of ours.

    `token` belongs to an interaction and is good until `until`. `message_id` is the acknowledgement that
    becomes the answer; where there is none yet, the answer is a new message, a reply to `reply_to` if given.
    `original`: it is the interaction's own answer, which can be changed without its id. `private`: only the
    asker sees it. `member`: the bot may write in the channel by itself.
    """

    channel_id: int
    token: str | None = None
    until: datetime | None = None
    message_id: int | None = None
    reply_to: int | None = None
    original: bool = False
    private: bool = False
    member: bool = True


class State(StrEnum):
    """How far a request is; all but `open` are final."""

    OPEN = "open"
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class Request:
    """One brief that somebody waits for; `automatic` where listening asked, not a person.

    `holder` is the process that works on it, and `fence` counts how often it has changed hands.
    """

    id: str
    source: Source
    options: Options
    asker: Asker
    place: Place
    received: datetime
    automatic: bool = False
    holder: str | None = None
    fence: int = 0

    @property
    def job(self) -> "Job":
        """The work on it, as long as it does not change hands."""
        return Job(self.id, self.fence)


@dataclass(frozen=True, slots=True)
class Job:
    """The work on a request for as long as it stays in the same hands: `fence` counts the changes."""

    request_id: str
    fence: int
