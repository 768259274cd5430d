"""Events of briefs as a digest tells them: when they stand in the server's zone, and which are one."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.domain.brief import Brief, Event
from bot.domain.post import Outlet
from bot.domain.when import PRECISE
from bot.services.checks.vocabulary import LIGHT
from bot.services.checks.words import words

SHARED = 0.5
"""How much of the words of the shorter of two events the other has, for them to be one of one day."""
KEPT = 0.75
"""The same for an event that stands on another day now."""


@dataclass(frozen=True, slots=True)
class Happening:
    """An event with the brief that announced it."""

    event: Event
    brief: Brief

    @property
    def source(self) -> Outlet:
        """Whose article announced it."""
        return outlet_of(self.brief)

    @property
    def stems(self) -> frozenset[str]:
        """What it is about."""
        return stems(" ".join((self.event.what, self.event.where or "", *self.event.who)))


def outlet_of(brief: Brief) -> Outlet:
    """Whose article a brief is of; a pasted one has no address, and its title for a name."""
    article = brief.article
    return Outlet(article.site or article.title or "", article.url or "")


def stems(text: str) -> frozenset[str]:
    """The words of a text that say what it is about."""
    return frozenset(word.stem for word in words(text) if word.folded not in LIGHT)


def stands_at(event: Event, zone: ZoneInfo) -> date | datetime | None:
    """When an event stands in a calendar: its beginning, a deadline's end; None where no day is known.

    A moment where time and zone are known, in the server's zone; else a date, as printed.
    """
    value = event.when.start or event.when.end
    if value is None or event.when.precision not in PRECISE:
        return None
    if "T" not in value:
        return date.fromisoformat(value)
    moment = datetime.fromisoformat(value)
    return moment.astimezone(zone) if moment.tzinfo else moment.date()


def day_of(at: date | datetime) -> date:
    """The local date."""
    return at.date() if isinstance(at, datetime) else at


def over_at(event: Event, zone: ZoneInfo) -> datetime | None:
    """When an event that has a day must be over: at its last moment, or when its last day ends."""
    if stands_at(event, zone) is None:
        return None
    value = event.when.end or event.when.start
    assert value is not None
    moment = datetime.fromisoformat(value)
    if "T" in value and moment.tzinfo:
        return moment
    return datetime.combine(moment.date() + timedelta(days=1), time(), zone)


def about_one(one: frozenset[str], other: frozenset[str], share: float = SHARED) -> bool:
    """Whether two events, by their stems, are about the same thing."""
    least = min(len(one), len(other))
    return bool(least) and len(one & other) >= share * least
