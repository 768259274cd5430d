"""A brief as it is kept: with who asked for it and where it stands."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from bot.domain.brief import Brief, ClaimKind
from bot.domain.request import Asker, Options


@dataclass(frozen=True, slots=True)
class KeptBrief:
    """A brief under its id.

    `whole`: the article is there with all its sentences. A day later only those that the brief cites are
    left; `source_url` is the link that it can be fetched from again, None for pasted texts and files.
    `likeness` finds briefs of the same article that are like it; None where it is no model for others.
    `received` is when the article came in, where that was before the brief was `made`: its day begins then.
    `private`: only the asker saw it. `reactions` are readers' to its message.
    """

    id: str
    brief: Brief
    asker: Asker
    options: Options
    channel_id: int
    made: datetime
    source_url: str | None = None
    message_id: int | None = None
    whole: bool = True
    received: datetime | None = None
    private: bool = False
    likeness: str | None = None
    reactions: int = 0


@dataclass(frozen=True, slots=True)
class Mark:
    """Somebody's word that an item of a brief is wrong; `index` counts from 0 among its kind."""

    brief_id: str
    user_id: int
    kind: ClaimKind
    index: int
    text: str
    marked: datetime


@dataclass(frozen=True, slots=True)
class GuildUsage:
    """What a guild's briefs took: counts, tokens, US dollars where known, and items marked wrong by kind."""

    briefs: int = 0
    failures: int = 0
    calls: int = 0
    tokens: int = 0
    cost_usd: float = 0.0
    statements: int = 0
    withheld: int = 0
    marks: Mapping[ClaimKind, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class OwnUsage:
    """How many briefs a person has had in the last `days`, how many of them `today`, in the last 24 hours.

    `daily` is how many they may have a day; None is no limit.
    """

    briefs: int
    today: int
    days: int
    daily: int | None = None
