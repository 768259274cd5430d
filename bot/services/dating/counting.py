"""Times counted from the article's day, or from a date named before: what they mean."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from bot.domain.when import Precision
from bot.services.dating import stretch
from bot.services.dating.context import Context, Time
from bot.services.dating.stretch import DAY, Clock, Stretch

_DAYS_PER = {"day": 1, "week": 7, "fortnight": 14}
_MONTHS_PER = {"month": 1, "quarter": 3, "year": 12, "decade": 120}
_MINUTES_PER = {"minute": 1, "hour": 60}
_DAY_MINUTES = 1440
_WEEKEND = 5
_SUNDAY = 6


@dataclass(frozen=True, slots=True)
class Today:
    """A day so many days from the article's."""

    off: int = 0

    def resolve(self, context: Context) -> Stretch | None:
        """The day."""
        return stretch.day(context.today + self.off * DAY) if context.today else None


@dataclass(frozen=True, slots=True)
class Nearby:
    """The date named last, or the article's day when there is none."""

    def resolve(self, context: Context) -> Stretch | None:
        """The day or days."""
        if context.neighbour:
            return context.neighbour.bare()
        return stretch.day(context.today) if context.today else None


@dataclass(frozen=True, slots=True)
class UnitNamed:
    """A week, weekend, month, quarter, half, year or decade: this one (0), the next (1), the last (-1).

    `near` counts from the date named last instead of from the article's day. On a Sunday what lies ahead
    “this week” does so in the week that begins on the morrow.
    """

    unit: str
    off: int = 0
    near: bool = False

    def resolve(self, context: Context) -> Stretch | None:
        """The whole of it."""
        base = context.today
        near = context.near_here or context.neighbour
        if self.near and near and near.last:
            base = near.last
        if base and self.unit == "weekend":
            return self._weekend(base, ahead=context.ahead)
        if base == context.today and base and self.unit == "week" and not self.off and context.ahead:
            base += DAY * (base.weekday() == _SUNDAY)
        if base:
            return self._around(base)
        return stretch.year(context.year + self.off) if context.year and self.unit == "year" else None

    def _weekend(self, base: date, *, ahead: bool | None) -> Stretch:
        """“At the weekend” in a clause that looks back is the one gone by."""
        own = stretch.weekend(base + 7 * self.off * DAY)
        return stretch.weekend(base - 7 * DAY) if ahead is False and own.first and own.first > base else own

    def _around(self, base: date) -> Stretch | None:
        match self.unit:
            case "week":
                return stretch.week(base + 7 * self.off * DAY)
            case "month":
                return stretch.month(base.year, base.month + self.off)
            case "quarter":
                return stretch.quarter(base.year, (base.month + 2) // 3 + self.off)
            case "half":
                return stretch.half(base.year, (base.month + 5) // 6 + self.off)
            case "decade":
                return stretch.months(base.year // 10 * 10 + 10 * self.off, 1, 120, Precision.DAYS)
            case _:
                return stretch.year(base.year + self.off)


@dataclass(frozen=True, slots=True)
class Shifted:
    """So many units after (or before) another time.

    `forward` is “in two weeks”, which never looks back; `working` counts Monday to Friday; `exact` keeps the
    day where several units were counted.
    """

    base: Time
    count: int
    unit: str
    forward: bool = False
    working: bool = False
    exact: bool = False

    def resolve(self, context: Context) -> Stretch | None:
        """A day for days and weeks, a month for months, a year for years: no finer than the words."""
        base = self.base.resolve(context)
        if not base or not base.first or not base.last or (self.forward and context.ahead is False):
            return None
        if self.unit in _MINUTES_PER:
            return self._minutes(context, base.first)
        if self.working:
            return stretch.day(_working_days(base.last, self.count))
        if self.unit in _DAYS_PER:
            by = self.count * _DAYS_PER[self.unit] * DAY
            return stretch.days(base.first + by, base.last + by).like(base)
        return self._months(base, base.first, base.last)

    def _months(self, base: Stretch, first: date, last: date) -> Stretch:
        by = self.count * _MONTHS_PER[self.unit]
        moved, end = stretch.shift(first, by), stretch.shift(last, by)
        if self.exact or not isinstance(self.base, Today):
            return replace(base.bare(), first=moved, last=end)
        return stretch.month(moved.year, moved.month) if self.unit == "month" else stretch.year(moved.year)

    def _minutes(self, context: Context, first: date) -> Stretch | None:
        minutes = self.count * _MINUTES_PER[self.unit]
        if not context.now:
            return stretch.day(first + timedelta(minutes=minutes)) if minutes % _DAY_MINUTES == 0 else None
        moment = context.now + timedelta(minutes=minutes)
        clock = Clock(moment.hour, moment.minute)
        return replace(stretch.day(moment.date()), opens=clock, closes=clock)


@dataclass(frozen=True, slots=True)
class Within:
    """From the article's day on for so long (“the next ten days”).

    `deadline` is “within ten days”: only its end is meant, and it may count from a date of the same sentence.
    """

    count: int
    unit: str
    deadline: bool = False

    def resolve(self, context: Context) -> Stretch | None:
        """The days, the last one included."""
        base = context.today
        if self.deadline and context.ahead is not False and context.near_ahead and context.near_ahead.single:
            base = context.near_ahead.last
        if not base:
            return None
        end = _end(base, self.count, self.unit)
        first, last = min(base, end), max(base, end)
        return Stretch(
            None if self.deadline else first, last, Precision.DAYS if last != first else Precision.DAY
        )


@dataclass(frozen=True, slots=True)
class Lasting:
    """So many units from a time on (“for three days from Monday”), or those that end with it."""

    base: Time
    count: int
    unit: str
    up_to: bool = False

    def resolve(self, context: Context) -> Stretch | None:
        """The days, the last one included."""
        base = self.base.resolve(context)
        if self.up_to and base and base.last and self.unit not in _MINUTES_PER:
            return stretch.days(_end(base.last + DAY, -self.count, self.unit), base.last).like(base)
        if not base or not base.first or (self.unit in _MINUTES_PER and self.count % 24):
            return None
        last = max(base.first, _end(base.first, self.count, self.unit) - DAY)
        return stretch.days(base.first, last).like(base)


def _end(base: date, count: int, unit: str) -> date:
    if unit in _MINUTES_PER:
        return base + timedelta(minutes=_MINUTES_PER[unit] * count)
    if unit in _DAYS_PER:
        return base + count * _DAYS_PER[unit] * DAY
    return stretch.shift(base, count * _MONTHS_PER[unit])


def _working_days(base: date, count: int) -> date:
    step = DAY if count > 0 else -DAY
    for _ in range(min(abs(count), 1000)):
        base += step
        while base.weekday() >= _WEEKEND:
            base += step
    return base
