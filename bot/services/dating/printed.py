"""Dates of the calendar, with or without year, day and weekday: what they mean."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from bot.domain.when import Precision
from bot.services.dating import stretch
from bot.services.dating.calendars import gregorian_year, other_date, whole_year, year_of
from bot.services.dating.context import Context, Time
from bot.services.dating.stretch import Stretch

_MONTHS = 12
_BACK_MONTHS = 8
_RECENT_MONTHS = 4


@dataclass(frozen=True, slots=True)
class CalendarDate:
    """A month and perhaps a day, a year and a weekday; the context fills in what is missing.

    `of` is a year that is named relatively (“May next year”).
    """

    month: int
    day: int | None = None
    year: int | None = None
    weekday: int | None = None
    of: Time | None = None

    def resolve(self, context: Context) -> Stretch | None:
        """The day or the month."""
        if self.of:
            whole = self.of.resolve(context)
            found = self._dated(whole.first.year) if whole and whole.first else None
            return found.like(whole) if found and whole else None
        if not self.year:
            return self._guess(context)
        calendar = context.reckoning.of(self.year)
        year = gregorian_year(calendar, self.year, self.month, self.day) if calendar else self.year
        found = self._dated(year)
        return replace(found, anchored=False, calendar=calendar) if found else None

    def _dated(self, year: int) -> Stretch | None:
        if self.day is None:
            return stretch.month(year, self.month)
        valid = valid_date(year, self.month, self.day)
        return stretch.day(valid) if valid else None

    def _guess(self, context: Context) -> Stretch | None:
        if context.year is None:
            return None
        if self.day is None:
            return stretch.month(context.year + self._years_on(context), self.month)
        options = list(self._candidates(context.year))
        fitting = [
            one for one in options if one.weekday() == self.weekday and abs(one.year - context.year) <= 1
        ]
        best = context.nearest(fitting or options)
        return stretch.day(best) if best else None

    def _candidates(self, around: int) -> Iterator[date]:
        for year in range(around - 8, around + 9):
            if found := valid_date(year, self.month, self.day or 1):
                yield found

    def _years_on(self, context: Context) -> int:
        """1 for next year's month, -1 for last year's, else 0 (docs/rules.md, time 2)."""
        if context.month is None:
            return 0
        distance = self.month - context.month
        if context.ahead:
            return int(distance < 0)
        if context.ahead is False:
            return -int(distance > 0)
        return int(distance <= -_RECENT_MONTHS) - int(distance > _BACK_MONTHS)


@dataclass(frozen=True, slots=True)
class OtherDate:
    """A month of another calendar, perhaps with day and year."""

    calendar: str
    month: int
    day: int | None = None
    year: int | None = None

    def resolve(self, context: Context) -> Stretch | None:
        """The day, or the Gregorian days of the month."""
        if self.year:
            return replace(self._in(self.year), anchored=False)
        if not context.today:
            return None
        own = year_of(self.calendar, context.today)
        found = [self._in(year) for year in (own - 1, own, own + 1)]
        best = context.nearest(
            one.last if context.ahead else one.first for one in found if one.first and one.last
        )
        return next((one for one in found if best in (one.first, one.last)), None)

    def _in(self, year: int) -> Stretch:
        return replace(other_date(self.calendar, year, self.month, self.day), calendar=self.calendar)


@dataclass(frozen=True, slots=True)
class NumericDate:
    """Two numbers with an order that the place decides, and perhaps a year."""

    one: int
    two: int
    year: int | None = None
    weekday: int | None = None

    def resolve(self, context: Context) -> Stretch | None:
        """The day: on the printed weekday, else in the usual order, else in the one that is a date."""
        orders = [(self.one, self.two), (self.two, self.one)]
        if context.day_first:
            orders.reverse()
        dates = (CalendarDate(month, day, self.year) for month, day in orders if 1 <= month <= _MONTHS)
        found = [day for one in dates if (day := one.resolve(context)) and day.first]
        named = [day for day in found if day.first and day.first.weekday() == self.weekday]
        return next(iter(named or found), None)


@dataclass(frozen=True, slots=True)
class DayOfMonth:
    """A day's number alone (“the 21st”), perhaps with its weekday."""

    day: int
    weekday: int | None = None

    def resolve(self, context: Context) -> Stretch | None:
        """The nearest such day in the direction of the clause."""
        if not context.today:
            return None
        months = (stretch.shift(context.today.replace(day=1), by) for by in range(-12, 13))
        found = [one for month in months if (one := valid_date(month.year, month.month, self.day))]
        best = self._nearest(context, [one for one in found if self.weekday in (None, one.weekday())])
        return stretch.day(best) if best else None

    def _nearest(self, context: Context, options: list[date]) -> date | None:
        """A day's number without a month is of this month or the next: never believed against the clause."""
        today, near = context.today, context.near_here
        if not today or self.weekday is not None:
            return context.nearest(options)
        if near and near.first and near.precision is not Precision.YEAR and _later_month(near.first, today):
            return next((one for one in options if one >= near.first), None)
        return (
            next((one for one in options if one >= today), None)
            if context.ahead
            else context.nearest(options)
        )


@dataclass(frozen=True, slots=True)
class Year:
    """A year in figures."""

    number: int

    def resolve(self, context: Context) -> Stretch | None:
        """The year; None for a number of that size that no calendar of the article has."""
        if calendar := context.reckoning.of(self.number):
            return replace(whole_year(calendar, self.number), anchored=False, calendar=calendar)
        return replace(stretch.year(self.number), anchored=False) if 1700 <= self.number <= 2200 else None


def _later_month(one: date, today: date) -> bool:
    return (one.year, one.month) > (today.year, today.month)


def valid_date(year: int, month: int, day: int) -> date | None:
    """The date, None where the calendar has none."""
    try:
        return date(year, month, day)
    except ValueError:
        return None
