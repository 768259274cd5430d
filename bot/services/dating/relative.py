"""Times that are counted from the article's day, or from a date named before."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from bot.domain.when import Precision
from bot.services.dating import stretch
from bot.services.dating.context import Context, Hit, Time
from bot.services.dating.dates import month_at, weekday_at, after_month
from bot.services.dating.stretch import DAY, Clock, Stretch
from bot.services.dating.tokens import Tokens
from bot.services.dating.words import UNITS, WEEKDAY_ABBREVIATIONS

_WHICH = {
    "this": 0,
    "current": 0,
    "present": 0,
    "next": 1,
    "coming": 1,
    "upcoming": 1,
    "following": 1,
    "last": -1,
    "past": -1,
    "previous": -1,
    "preceding": -1,
}
_DAYS_OFF = {"today": 0, "tonight": 0, "tomorrow": 1, "tmrw": 1, "yesterday": -1}
PARTS_OF_DAY = ("morning", "afternoon", "evening", "night", "lunchtime")
_DAYS_PER = {"day": 1, "week": 7, "fortnight": 14}
_MONTHS_PER = {"month": 1, "quarter": 3, "year": 12, "decade": 120}
_MINUTES_PER = {"minute": 1, "hour": 60}


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
        if context.near:
            return context.near.bare()
        return stretch.day(context.today) if context.today else None


@dataclass(frozen=True, slots=True)
class WeekdayNamed:
    """A weekday, plain or with “this”, “next”, “last”, “coming”, “following”."""

    weekday: int
    which: str = ""

    def resolve(self, context: Context) -> Stretch | None:
        """The day. “Next Friday” is that of the next week from Monday on; “last” that of the week before."""
        today = context.today
        if not today:
            return None
        if self.which == "following" and context.near and context.near.last:
            return stretch.day(_on_or_after(context.near.last + DAY, self.weekday))
        own = today + (self.weekday - today.weekday()) * DAY
        return stretch.day(self._counted(today, own, context.ahead))

    def _counted(self, today: date, own: date, ahead: bool | None) -> date:
        match self.which:
            case "next" | "following":
                return own + 7 * DAY
            case "last" | "previous" | "preceding":
                return own - 7 * DAY
            case "past":
                return _on_or_before(today - DAY, self.weekday)
            case "coming" | "upcoming":
                return _on_or_after(today + DAY, self.weekday)
            case _ if ahead is False:
                return _on_or_before(today, self.weekday)
            case _:
                return _on_or_after(today, self.weekday)


@dataclass(frozen=True, slots=True)
class UnitNamed:
    """This, next or last week, weekend, month, quarter, half or year. `near` counts from the date named last."""

    unit: str
    off: int
    near: bool = False

    def resolve(self, context: Context) -> Stretch | None:
        """The whole of it."""
        base = context.today
        if self.near and context.near and context.near.last:
            base = context.near.last
        if base:
            return self._around(base)
        if context.year and self.unit == "year":
            return stretch.year(context.year + self.off)
        if context.year and context.month and self.unit == "month":
            return stretch.month(context.year, context.month + self.off)
        return None

    def _around(self, base: date) -> Stretch | None:
        match self.unit:
            case "week":
                return stretch.week(base + 7 * self.off * DAY)
            case "weekend":
                return stretch.weekend(base + 7 * self.off * DAY)
            case "month":
                return stretch.month(base.year, base.month + self.off)
            case "quarter":
                return stretch.quarter(base.year, (base.month + 2) // 3 + self.off)
            case "half":
                return stretch.half(base.year, (base.month + 5) // 6 + self.off)
            case "year":
                return stretch.year(base.year + self.off)
            case _:
                return None


@dataclass(frozen=True, slots=True)
class Shifted:
    """So many units after (or before) another time."""

    base: Time
    count: int
    unit: str

    def resolve(self, context: Context) -> Stretch | None:
        """A day for days and weeks, a month for months, a year for years: no finer than the words."""
        base = self.base.resolve(context)
        if not base or not base.first or not base.last:
            return None
        if self.unit in _MINUTES_PER:
            return _later_today(context, base, self.count * _MINUTES_PER[self.unit])
        if self.unit in _DAYS_PER:
            by = self.count * _DAYS_PER[self.unit] * DAY
            return replace(stretch.days(base.first + by, base.last + by), anchored=base.anchored)
        moved = stretch.shift(base.first, self.count * _MONTHS_PER[self.unit])
        if isinstance(self.base, Today):
            return (
                stretch.month(moved.year, moved.month) if self.unit == "month" else stretch.year(moved.year)
            )
        end = stretch.shift(base.last, self.count * _MONTHS_PER[self.unit])
        return replace(base.bare(), first=moved, last=end)


@dataclass(frozen=True, slots=True)
class Within:
    """From the article's day on for so long (“the next ten days”); `open_start` where only the end is meant."""

    count: int
    unit: str
    open_start: bool = False
    near: bool = False

    def resolve(self, context: Context) -> Stretch | None:
        """The days, the last one included."""
        base = context.today
        if self.near and context.near and context.near.last:
            base = context.near.last
        if not base:
            return None
        end = _end(base, self.count, self.unit)
        first, last = (base, end) if end >= base else (end, base)
        return Stretch(
            None if self.open_start else first, last, Precision.DAYS if last != first else Precision.DAY
        )


def _end(base: date, count: int, unit: str) -> date:
    if unit in _MINUTES_PER:
        return base + timedelta(minutes=_MINUTES_PER[unit] * count)
    if unit in _DAYS_PER:
        return base + count * _DAYS_PER[unit] * DAY
    return stretch.shift(base, count * _MONTHS_PER[unit])


def _later_today(context: Context, base: Stretch, minutes: int) -> Stretch | None:
    if not context.now:
        return (
            stretch.day(base.first + timedelta(minutes=minutes))
            if base.first and minutes % 1440 == 0
            else None
        )
    moment = context.now + timedelta(minutes=minutes)
    return stretch.day(moment.date()).at(Clock(moment.hour, moment.minute))


def _on_or_after(day: date, weekday: int) -> date:
    return day + (weekday - day.weekday()) % 7 * DAY


def _on_or_before(day: date, weekday: int) -> date:
    return day - (day.weekday() - weekday) % 7 * DAY


def read_relative(tokens: Tokens, at: int) -> Hit | None:
    """A relative time at this word."""
    return (
        _day_named(tokens, at)
        or _weekday(tokens, at)
        or _which_unit(tokens, at)
        or _which_month(tokens, at)
        or _counted(tokens, at)
        or _beside(tokens, at)
    )


def _day_named(tokens: Tokens, at: int) -> Hit | None:
    start = tokens.skip(at, "the")
    if after := tokens.phrase(start, "day", "after", "tomorrow"):
        return Hit(Today(2), after)
    if after := tokens.phrase(start, "day", "before", "yesterday"):
        return Hit(Today(-2), after)
    word, after = tokens.word(at), at + 1
    if word in _DAYS_OFF:
        return Hit(Today(_DAYS_OFF[word]), tokens.skip(tokens.skip(after, "'s"), *PARTS_OF_DAY))
    if word == "this" and tokens.word(after) in PARTS_OF_DAY:
        return Hit(Today(), after + 1)
    if word == "last" and tokens.word(after) in {"night", "evening"}:
        return Hit(Today(-1), after + 1)
    return None


def _weekday(tokens: Tokens, at: int) -> Hit | None:
    start = tokens.skip(at, "the")
    which = tokens.word(start) if tokens.word(start) in _WHICH else ""
    start += bool(which)
    if which == "this" and tokens.word(start) in {"coming", "upcoming", "past"}:
        which, start = tokens.word(start), start + 1
    weekday = weekday_at(tokens, start)
    if weekday is None or (tokens.word(at) == "the" and not which):
        return None
    return _weekday_tail(tokens, start, weekday, which)


def _weekday_tail(tokens: Tokens, at: int, weekday: int, which: str) -> Hit | None:
    short = tokens.word(at) in WEEKDAY_ABBREVIATIONS
    if short and tokens.word(at + 1) not in {".", ",", "", "at"} and not which:
        return None
    end = tokens.skip(at + 1, ".") if short else at + 1
    plain = WeekdayNamed(weekday, which)
    if tokens.word(end) in {"week", "fortnight"} and not which:
        ahead = WeekdayNamed(weekday, "coming")
        return Hit(Shifted(ahead, 1, tokens.word(end)), end + 1)
    week = tokens.skip(tokens.skip(end, "of", "in", ","), "the")
    off = _WHICH.get(tokens.word(week))
    if off is not None and tokens.word(week + 1) == "week" and not which:
        return Hit(WeekdayIn(UnitNamed("week", off, tokens.word(week) == "following"), weekday), week + 2)
    if tokens.word(end) == "next" and not which:
        return Hit(WeekdayNamed(weekday, "next"), end + 1)
    end = tokens.skip(end, *PARTS_OF_DAY)
    return Hit(plain, tokens.skip(end, "'s"))


@dataclass(frozen=True, slots=True)
class WeekdayIn:
    """A weekday of a week, or the nth one of a longer time."""

    whole: Time
    weekday: int
    nth: int = 1

    def resolve(self, context: Context) -> Stretch | None:
        """The day, None when the time has fewer."""
        whole = self.whole.resolve(context)
        if not whole or not whole.first or not whole.last:
            return None
        if self.nth < 0:
            found = _on_or_before(whole.last, self.weekday) + 7 * (self.nth + 1) * DAY
        else:
            found = _on_or_after(whole.first, self.weekday) + 7 * (self.nth - 1) * DAY
        inside = whole.first <= found <= whole.last
        return replace(stretch.day(found), anchored=whole.anchored) if inside else None


def _which_unit(tokens: Tokens, at: int) -> Hit | None:
    start = tokens.skip(at, "the")
    which = tokens.word(start)
    if which not in _WHICH:
        return None
    unit = tokens.word(start + 1)
    start = tokens.skip(start + 1, "calendar")
    unit = tokens.word(start)
    if unit in {"week", "weekend", "month", "quarter", "half", "year"}:
        end = start + 1
        if unit == "week" and (weekday := weekday_at(tokens, tokens.skip(end, "-", ",", "on"))) is not None:
            return Hit(
                WeekdayIn(UnitNamed("week", _WHICH[which]), weekday), tokens.skip(end, "-", ",", "on") + 1
            )
        return Hit(UnitNamed(unit, _WHICH[which], which in {"following", "previous"}), tokens.skip(end, "'s"))
    return _which_count(tokens, start, which)


def _which_count(tokens: Tokens, at: int, which: str) -> Hit | None:
    """“The next ten days”, “the past two weeks”."""
    count = tokens.cardinal(tokens.skip(at, "couple"))
    unit = UNITS.get(tokens.word(count[1])) if count else None
    if not count or not unit or which in {"this", "current"}:
        return None
    return Hit(Within(count[0] * _WHICH[which], unit), count[1] + 1)


@dataclass(frozen=True, slots=True)
class MonthNamed:
    """This, next or last May: “next” is the first that lies wholly ahead."""

    month: int
    off: int

    def resolve(self, context: Context) -> Stretch | None:
        """The month."""
        if not context.year or not context.month:
            return None
        if self.off == 0:
            return stretch.month(context.year, self.month)
        passed = self.month <= context.month if self.off > 0 else self.month >= context.month
        return stretch.month(context.year + self.off * passed, self.month)


def _which_month(tokens: Tokens, at: int) -> Hit | None:
    start = tokens.skip(at, "the")
    if tokens.word(start) not in _WHICH or not (number := month_at(tokens, start + 1)):
        return None
    return Hit(MonthNamed(number, _WHICH[tokens.word(start)]), after_month(tokens, start + 1))


def duration(tokens: Tokens, at: int) -> tuple[int, str, int] | None:
    """“Two weeks”, “a fortnight”, “14 days”: count, unit, and the index after it."""
    start = tokens.skip(at, "another", "about", "around", "some")
    if tokens.word(start) in {"a", "an"}:
        count: tuple[int, int] | None = (1, start + 1)
        if tokens.phrase(start + 1, "couple", "of"):
            count = (2, start + 3)
    else:
        count = tokens.cardinal(start)
    if not count:
        return None
    end = tokens.skip(tokens.skip(count[1], "-"), "working", "business", "full", "more", "calendar")
    unit = UNITS.get(tokens.word(end))
    return (count[0], unit, end + 1) if unit else None


def _counted(tokens: Tokens, at: int) -> Hit | None:
    """“In two weeks”, “three days later”, “two days ago”, “a week on Tuesday”, “within 10 days”."""
    lead = tokens.word(at)
    start = at + 1 if lead in {"in", "within"} else at
    if lead == "within":
        start = tokens.skip(start, "the", "next", "coming")
        start = tokens.skip(start, "next", "coming")
    found = duration(tokens, start)
    if not found:
        return None
    count, unit, end = found
    if lead == "within":
        return Hit(Within(count, unit, open_start=True), tokens.skip(end, "'", "'s"))
    return _counted_tail(tokens, end, count, unit) or _in_time(tokens, at, end, count, unit)


def _in_time(tokens: Tokens, at: int, end: int, count: int, unit: str) -> Hit | None:
    time = tokens.skip(tokens.skip(end, "'s"), "'")
    if tokens.word(time) == "time":
        return Hit(Shifted(Today(), count, unit), time + 1)
    if tokens.word(at) != "in" or tokens.word(end) in {"of", "to", "'", "-"}:
        return None
    return Hit(Shifted(Today(), count, unit), end)


def _counted_tail(tokens: Tokens, end: int, count: int, unit: str) -> Hit | None:
    word = tokens.word(end)
    if word == "ago":
        return Hit(Shifted(Today(), -count, unit), end + 1)
    if (
        word in {"later", "afterwards", "afterward", "thereafter", "on"}
        and weekday_at(tokens, end + 1) is None
    ):
        return Hit(Shifted(Nearby(), count, unit), end + 1) if word != "on" else None
    if word == "earlier":
        return Hit(Shifted(Nearby(), -count, unit), end + 1)
    if tokens.phrase(end, "from", "now") or tokens.phrase(end, "from", "today"):
        return Hit(Shifted(Today(), count, unit), end + 2)
    if word in {"on", "from", "after", "before"} and (base := _base(tokens, end + 1)):
        sign = -1 if word == "before" else 1
        return Hit(Shifted(base.time, sign * count, unit), base.end)
    return None


def _base(tokens: Tokens, at: int) -> Hit | None:
    from bot.services.dating.grammar import read_term

    return read_term(tokens, at)


def _beside(tokens: Tokens, at: int) -> Hit | None:
    """“The next day”, “the day before”, “the same day”."""
    start = tokens.skip(at, "the", "that")
    if start == at and tokens.word(at) != "next":
        return None
    if tokens.word(at) == "that" and tokens.word(start) == "day":
        return Hit(Nearby(), start + 1)
    if tokens.word(start) in {"next", "following"} and tokens.word(start + 1) in {
        "day",
        "morning",
        "evening",
    }:
        return Hit(Shifted(Nearby(), 1, "day"), start + 2)
    if tokens.word(start) in {"previous", "preceding"} and tokens.word(start + 1) in {"day", "evening"}:
        return Hit(Shifted(Nearby(), -1, "day"), start + 2)
    if tokens.phrase(start, "same", "day"):
        return Hit(Nearby(), start + 2)
    if tokens.phrase(start, "day", "after"):
        return Hit(Shifted(Nearby(), 1, "day"), start + 2)
    if tokens.phrase(start, "day", "before"):
        return Hit(Shifted(Nearby(), -1, "day"), start + 2)
    return None
