"""What a time phrase is counted from."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Protocol

from bot.domain.when import Precision
from bot.services.dating.calendars import Reckoning
from bot.services.dating.stretch import Stretch

_FAR_AHEAD, _FAR_BACK = 330, 310
"""Days from which on nobody leaves the year out: nearer candidates are believed even against the clause."""


_BACK_WEIGHT = 2.5
_WEEK = 7


@dataclass(frozen=True, slots=True)
class Context:
    """The anchor and the neighbourhood of a phrase.

    `today` is None when the anchor is known to the month or year only; `now` is the minute where it has one.
    `ahead` says whether the clause looks ahead (True), back (False) or neither.
    `near` is the date named last, `near_ahead` the last one that is not past, `near_here` the last one of the
    paragraph, `week` a coming week that was named (“next week … on Thursday”).
    `named` are the days that the article itself dates (“vote”). `day_first` reads 3/5 as 3 May.
    """

    today: date | None = None
    now: datetime | None = None
    year: int | None = None
    month: int | None = None
    ahead: bool | None = None
    near: Stretch | None = None
    near_ahead: Stretch | None = None
    near_here: Stretch | None = None
    week: Stretch | None = None
    named: Mapping[str, Stretch] = field(default_factory=dict)
    day_first: bool = False
    language: str = "en"
    reckoning: Reckoning = field(default_factory=Reckoning)

    def nearest(self, candidates: Iterable[date]) -> date | None:
        """The candidate that the clause's direction and the anchor favour; candidates are ordered."""
        options = list(candidates)
        if not self.today:
            return next((day for day in options if day.year == self.year), None)
        today = self.today
        favoured = None
        if self.ahead:
            favoured = next((day for day in options if day >= today), None)
        elif self.ahead is False:
            favoured = next((day for day in reversed(options) if day <= today), None)
        if favoured and -_FAR_BACK <= (favoured - today).days <= _FAR_AHEAD:
            return favoured
        return min(options, key=lambda day: _distance((day - today).days), default=None)

    def behind(self, stretch: Stretch) -> "Context":
        """The context behind a date: later words may count from it."""
        ahead = not self.today or (stretch.last is not None and stretch.last >= self.today)
        week = self.week
        if stretch.precision is Precision.WEEK and self.today and stretch.first:
            week = stretch if 0 < (stretch.first - self.today).days <= _WEEK else None
        near_ahead = stretch if ahead else self.near_ahead
        return replace(self, near=stretch, near_ahead=near_ahead, near_here=stretch, week=week)

    @property
    def neighbour(self) -> Stretch | None:
        """The date that “the next day” or a time of day alone refers to."""
        return self.near if self.ahead is False else self.near_ahead


def _distance(days: int) -> float:
    """News looks further ahead than back when it leaves the year out."""
    return days if days >= 0 else -days * _BACK_WEIGHT


class Time(Protocol):
    """A time phrase that has been read but not yet counted out."""

    def resolve(self, context: Context) -> Stretch | None:
        """The days it means, None when the context can't tell."""
        ...


@dataclass(frozen=True, slots=True)
class Hit:
    """A time that was read, and the index of the first word after it."""

    time: Time
    end: int

    def resolve(self, context: Context) -> Stretch | None:
        """The days it means, None also beyond the years or days that a calendar can hold."""
        try:
            return self.time.resolve(context)
        except (ValueError, OverflowError, IndexError):
            return None
