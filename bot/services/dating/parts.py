"""Parts of longer times: what they mean."""

from dataclasses import dataclass
from datetime import date

from bot.domain.when import Precision
from bot.services.dating import stretch
from bot.services.dating.context import Context, Time
from bot.services.dating.stretch import DAY, Stretch

_SATURDAY = 5
_HALF_MONTH = 14
_DECADES = 3
EARLY = frozenset({"start", "beginning"})
LATE = frozenset({"end", "close"})
MIDDLE = frozenset({"mid", "middle"})


@dataclass(frozen=True, slots=True)
class Part:
    """A named part without bounds of its own (“early May”): the whole of the time (docs/rules.md, time 5)."""

    name: str
    whole: Time

    def resolve(self, context: Context) -> Stretch | None:
        """The whole."""
        return self.whole.resolve(context)

    def edge(self, whole: Stretch) -> date | None:
        """The day on which it ends, for “by mid-May”: the middle or last day, the first for a start."""
        if not whole.first or not whole.last:
            return None
        if self.name in EARLY:
            return whole.first
        if self.name not in MIDDLE:
            return whole.last
        if whole.precision is Precision.YEAR:
            return stretch.shift(whole.first, 6) - DAY
        return whole.first + (whole.last - whole.first) // 2


@dataclass(frozen=True, slots=True)
class NthPart:
    """A part with bounds: “first half”, “second week”, “third decade”, “last day” (-1)."""

    unit: str
    nth: int
    whole: Time

    def resolve(self, context: Context) -> Stretch | None:
        """The part, None when the time has no such one."""
        whole = self.whole.resolve(context)
        if not whole or not whole.first or not whole.last:
            return None
        found = self._cut(whole.precision, whole.first, whole.last)
        return found.like(whole) if found else None

    def _cut(self, precision: Precision, first: date, last: date) -> Stretch | None:
        match self.unit, precision:
            case "half" | "fortnight", _:
                return self._half(precision, first, last)
            case "quarter", Precision.YEAR:
                return stretch.quarter(first.year, self.nth % 5)
            case "decade", Precision.MONTH if 1 <= self.nth <= _DECADES:
                start = first + 10 * (self.nth - 1) * DAY
                return stretch.days(start, last if self.nth == _DECADES else start + 9 * DAY)
            case "month", _:
                return stretch.month(first.year, last.month if self.nth < 0 else first.month + self.nth - 1)
            case "day" | "working day" | "week" | "weekend", _:
                return self._days(first, last)
        return None

    def _half(self, precision: Precision, first: date, last: date) -> Stretch | None:
        if precision is Precision.DAYS and stretch.shift(first, 120) == last + DAY:
            return stretch.months(first.year + 5 * (self.nth % 3 - 1), 1, 60, Precision.DAYS)
        if precision is Precision.YEAR:
            return stretch.half(first.year, self.nth % 3)
        if precision is not Precision.MONTH:
            return None
        middle = first + _HALF_MONTH * DAY
        return stretch.days(first, middle) if self.nth == 1 else stretch.days(middle + DAY, last)

    def _days(self, first: date, last: date) -> Stretch:
        """The nth day or week, from the end where it is below 0."""
        at = self.nth if self.nth < 0 else self.nth - 1
        match self.unit:
            case "day":
                return stretch.day(last if self.nth < 0 else first + at * DAY)
            case "working day":
                days = (first + off * DAY for off in range((last - first).days + 1))
                return stretch.day([one for one in days if one.weekday() < _SATURDAY][at])
            case "weekend":
                saturday = stretch.on_or_before(last, 5) if self.nth < 0 else stretch.on_or_after(first, 5)
                return stretch.weekend(saturday + 7 * max(0, at) * DAY)
            case _:
                start = last - 6 * DAY if self.nth < 0 else first + 7 * at * DAY
                return stretch.days(start, min(last, start + 6 * DAY))


@dataclass(frozen=True, slots=True)
class WeekOf:
    """The week, Monday to Sunday, in which a day lies, or its weekend."""

    day: Time
    unit: str = "week"

    def resolve(self, context: Context) -> Stretch | None:
        """The week."""
        found = self.day.resolve(context)
        if not found or not found.single or not found.first:
            return found
        whole = stretch.weekend if self.unit == "weekend" else stretch.week
        return whole(found.first).like(found)


@dataclass(frozen=True, slots=True)
class Unknown:
    """Words of time that have no one value: “the second Monday of each month”, “fiscal 2026”."""

    def resolve(self, context: Context) -> Stretch | None:  # noqa: ARG002
        """Nothing."""
        return None
