"""What comes back every year: quarters, halves, seasons and named days, and in which year they are meant."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial

from bot.services.dating import stretch
from bot.services.dating.context import Context, Time
from bot.services.dating.stretch import Stretch

QUARTERS, HALVES = 4, 2

OnDay = Callable[[int], date]
"""The day in a year."""


@dataclass(frozen=True, slots=True)
class OfYear:
    """What comes every year, in a year that is named (“the spring of next year”)."""

    within: Callable[[int], Stretch]
    year: Time

    def resolve(self, context: Context) -> Stretch | None:
        """The days."""
        whole = self.year.resolve(context)
        return self.within(whole.first.year).like(whole) if whole and whole.first else None


@dataclass(frozen=True, slots=True)
class Yearly:
    """A quarter, half or season: this (0), the next (1) or the last one (-1), or that of the clause."""

    within: Callable[[int], Stretch]
    off: int | None = None

    def resolve(self, context: Context) -> Stretch | None:
        """The days, in the year that is meant."""
        return self.within(context.year + self._years_on(context)) if context.year else None

    def _years_on(self, context: Context) -> int:
        """“Next spring” is the coming one, in spring that of the next year; “last spring” the one gone by."""
        if not context.today or not context.year:
            return self.off or 0
        own, before = self.within(context.year), self.within(context.year - 1)
        assert own.first
        assert own.last
        if before.last and before.last >= context.today and self.off in (None, 0):
            return -1  # in January “this winter” began last year
        if self.off == 1:
            return int(own.first <= context.today)
        if self.off == -1:
            return -int(own.last >= context.today)
        if self.off is None and context.ahead and own.last < context.today:
            return 1
        return -int(own.first > context.today and context.ahead is False)


@dataclass(frozen=True, slots=True)
class Holiday:
    """A day with a name, or one of several (“the bank holiday”); the next one (1), the last one (-1)."""

    among: tuple[OnDay, ...]
    off: int | None = None

    def resolve(self, context: Context) -> Stretch | None:
        """The day."""
        if not context.year:
            return None
        years = range(context.year - 1, context.year + 2)
        best = self._chosen(context, sorted(on(year) for year in years for on in self.among))
        return stretch.day(best) if best else None

    def _chosen(self, context: Context, around: list[date]) -> date | None:
        today = context.today
        if today and self.off == 1:
            return next((one for one in around if one > today), None)
        if today and self.off == -1:
            return next((one for one in reversed(around) if one < today), None)
        return context.nearest(around)


def portion(number: int, of: int, year: Time | None = None) -> Time:
    """A calendar quarter (`of` 4) or half (`of` 2) of a year, or of the year that the clause points to."""
    within = partial(stretch.quarter if of == QUARTERS else stretch.half, number=number)
    return OfYear(within, year) if year else Yearly(within)


def season(code: int, off: int | None = None, year: Time | None = None) -> Time:
    """A season by its EDTF code, of a year, or this, the next or the last one."""
    within = partial(stretch.season, code=code)
    return OfYear(within, year) if year else Yearly(within, off)


def month_of(number: int, off: int) -> Time:
    """Such a month: this (0), the next (1) or the last one (-1)."""
    return Yearly(partial(stretch.month, number=number), off)


def calendar_week(number: int, year: Time | None) -> Time:
    """Monday to Sunday of a week by its ISO 8601 number."""

    def within(of: int) -> Stretch:
        return stretch.week(date.fromisocalendar(of, number, 1))

    return OfYear(within, year) if year else Yearly(within)
