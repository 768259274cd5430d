"""What an engine claims to have read. Nothing of it is shown before the checks have passed it."""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What an actor is. A state may act through its metonym (the Kremlin); a place is a named venue."""

    PERSON = "person"
    ORGANIZATION = "organization"
    STATE = "state"
    PLACE = "place"
    GROUP = "group"


class Status(StrEnum):
    """How firmly an event is announced."""

    SCHEDULED = "scheduled"
    EXPECTED = "expected"
    PROPOSED = "proposed"
    CONDITIONAL = "conditional"
    POSTPONED = "postponed"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class StatementClaim:
    """One sentence of a summary and the ids of the article's sentences that are said to support it."""

    text: str
    sentences: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class ActorClaim:
    """A named actor: name, role and aliases as printed, and where."""

    name: str
    kind: Kind
    role: str | None = None
    aliases: tuple[str, ...] = ()
    sentences: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class EventClaim:
    """Something said to lie ahead. `phrase` is the time as printed; code turns it into a date."""

    what: str
    phrase: str
    where: str | None = None
    who: tuple[str, ...] = ()
    status: Status = Status.SCHEDULED
    sentences: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """All claims about one article or one part of it."""

    statements: tuple[StatementClaim, ...] = ()
    actors: tuple[ActorClaim, ...] = ()
    events: tuple[EventClaim, ...] = ()
