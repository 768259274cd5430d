"""What a time phrase is counted from."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from bot.services.dating.stretch import Stretch


@dataclass(frozen=True, slots=True)
class Context:
    """The anchor and the neighbourhood of a phrase.

    `today` is None when the anchor is known to the month or year only. `ahead` says whether the clause looks
    ahead (True), back (False) or neither. `near` is the nearest date resolved before the phrase.
    `day_first` reads 3/5 as 3 May. `now` is the local minute where the anchor has one.
    """

    today: date | None = None
    now: datetime | None = None
    year: int | None = None
    month: int | None = None
    ahead: bool | None = None
    near: Stretch | None = None
    day_first: bool = False

    def nearest(self, candidates: Iterable[date]) -> date | None:
        """The candidate that the clause's direction and the anchor favour; candidates are ordered."""
        options = list(candidates)
        if not self.today:
            same = [day for day in options if day.year == self.year]
            return same[0] if same else None
        if self.ahead:
            return next((day for day in options if day >= self.today), None)
        if self.ahead is False:
            return next((day for day in reversed(options) if day <= self.today), None)
        today = self.today
        return min(options, key=lambda day: abs((day - today).days), default=None)


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
