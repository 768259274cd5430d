"""A digest: one calm post a day of what a guild's sources had, who acted and what comes next."""

from dataclasses import dataclass, field
from datetime import date, datetime, time
from enum import StrEnum

from bot.domain.brief import Length

EVERY_DAY = frozenset(range(7))
"""Monday is 0, as in `date.weekday`."""


@dataclass(frozen=True, slots=True)
class Schedule:
    """When a digest is due: a local time in an IANA zone, on these days of the week (Monday is 0)."""

    at: time
    zone: str
    days: frozenset[int] = EVERY_DAY


class Silence(StrEnum):
    """What a digest does on a day that has nothing to say."""

    NOTHING = "nothing"
    LINE = "line"


@dataclass(frozen=True, slots=True)
class Filters:
    """Words that a story must have one of, where there are any, and words that it must not have."""

    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Digest:
    """A guild's digest. `feeds` are addresses of feeds; `channels` those whose shared links it reads too.

    Nothing is due that lay before `since`, when it was made or resumed. `briefs`: also the briefs that were
    made in the guild. `stories` is how many it tells at most. `language` is that of its stories, the
    articles' own if None; `locale` is the guild's, for the fixed texts. `paused` says why it does not run,
    None while it does.
    """

    id: str
    guild_id: int
    channel_id: int
    name: str
    schedule: Schedule
    since: datetime
    feeds: tuple[str, ...] = ()
    channels: tuple[int, ...] = ()
    briefs: bool = True
    stories: int = 5
    length: Length = Length.SHORT
    language: str | None = None
    locale: str = "en"
    filters: Filters = field(default_factory=Filters)
    silence: Silence = Silence.NOTHING
    paused: str | None = None


class RunState(StrEnum):
    """How far a run is; `sent`, `silent`, `skipped` and `failed` are final."""

    CLAIMED = "claimed"
    GATHERED = "gathered"
    SENT = "sent"
    SILENT = "silent"
    SKIPPED = "skipped"
    FAILED = "failed"


REPEATABLE = frozenset({RunState.SILENT, RunState.SKIPPED, RunState.FAILED})
"""States in which a run is over, and nothing was posted."""


@dataclass(frozen=True, slots=True)
class Run:
    """One due occurrence of a digest: there is one for each digest and local date.

    `fence` grows with every claim, so that whoever was overtaken can tell; `lease` is until when the claim
    holds. `note` says what a person should know of it, such as why it was skipped.
    """

    digest_id: str
    day: date
    due: datetime
    state: RunState = RunState.CLAIMED
    fence: int = 0
    lease: datetime | None = None
    message_id: int | None = None
    note: str = ""

    @property
    def id(self) -> str:
        """Names the run in Discord: as nonce, and in the buttons of its message."""
        return f"{self.digest_id}-{self.day:%Y%m%d}"

    @property
    def open(self) -> bool:
        """Whether somebody has to go on with it."""
        return self.state in (RunState.CLAIMED, RunState.GATHERED)

    @property
    def repeatable(self) -> bool:
        """Whether it is over with nothing posted, so that somebody can ask for it again."""
        return self.state in REPEATABLE


@dataclass(frozen=True, slots=True)
class SharedLink:
    """A link that somebody shared in a channel; `reactions` are readers' to the messages with it."""

    url: str
    shared: datetime
    reactions: int = 0


@dataclass(frozen=True, slots=True)
class Item:
    """An entry of a feed: what is known before its page is read.

    `id` is the feed's own id, else its link; it stays when the entry's date changes. `summary` is plain text,
    the beginning where it is long. `published` (UTC) is None where there is no date that can be believed;
    `seen` is when we first had the item.
    """

    id: str
    link: str
    title: str
    summary: str = ""
    outlet: str = ""
    published: datetime | None = None
    seen: datetime | None = None
