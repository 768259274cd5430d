"""What times mean that are joined: with a time of day, as a range, with an open side, repeated."""

from dataclasses import dataclass, replace
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from bot.domain.when import Precision
from bot.services.dating import stretch
from bot.services.dating.context import Context, Time
from bot.services.dating.counting import Nearby
from bot.services.dating.parts import LATE, Part
from bot.services.dating.stretch import DAY, Clock, Stretch
from bot.services.dating.weekday_times import WeekdayIn, WeekdayNamed


@dataclass(frozen=True, slots=True)
class Timed:
    """A date with a time of day; without a date, the one named last or the article's day.

    `dated_end` says that the date of a range over midnight stands behind it (“11pm to 5am on Saturday”).
    """

    date: Time | None
    opens: Clock
    closes: Clock | None = None
    dated_end: bool = False

    def resolve(self, context: Context) -> Stretch | None:
        """The minute, or the days alone when they are several."""
        found = (self.date or Nearby()).resolve(context)
        if not found or not found.first or not found.single:
            return found if self.date else None
        found = replace(found, first=found.first + self.opens.days_on * DAY)
        assert found.first
        opens = self.opens
        if self.closes and not opens.zone:  # “6:00 to 11:00 AM PDT”: the zone is that of both
            opens = replace(opens, offset=self.closes.offset, zone=self.closes.zone, place=self.closes.place)
        opens = _placed(opens, found.first)
        closes = _placed(self.closes, found.first) if self.closes else opens
        over_midnight = self.closes is not None and closes.hour < opens.hour
        first = found.first - DAY if over_midnight and self.dated_end else found.first
        return replace(found, first=first, last=first + over_midnight * DAY, opens=opens, closes=closes)


def _placed(clock: Clock, day: date) -> Clock:
    """The clock with the offset that its place has on that day."""
    if not clock.place:
        return clock
    moment = datetime.combine(day, time(clock.hour, clock.minute), ZoneInfo(clock.place))
    offset = f"{moment:%z}"
    return replace(clock, offset=f"{offset[:3]}:{offset[3:5]}")


@dataclass(frozen=True, slots=True)
class Glossed:
    """A time explained by another in brackets (“28 Ordibehesht (18 May)”), which wins where it is a day."""

    time: Time
    gloss: Time

    def resolve(self, context: Context) -> Stretch | None:
        """The days of the gloss, or of the time where the gloss says less."""
        gloss, found = self.gloss.resolve(context), self.time.resolve(context)
        if gloss and (not found or gloss.single or gloss.precision is found.precision):
            calendar = found.calendar if found else None
            return replace(gloss, calendar=calendar)
        return found


@dataclass(frozen=True, slots=True)
class Between:
    """From one time to another."""

    one: Time
    two: Time

    def resolve(self, context: Context) -> Stretch | None:
        """The days from the first of one to the last of the other; None when the order is wrong."""
        one = self.one.resolve(context)
        two = self.two.resolve(replace(context, near=one, near_ahead=one) if one else context)
        plain = isinstance(self.one, WeekdayNamed) and not self.one.which
        if two and plain and isinstance(self.one, WeekdayNamed) and isinstance(self.two, WeekdayIn):
            one = WeekdayIn(self.two.whole, self.one.weekday).resolve(context)
        if one and two and one.first and two.first and one.first > two.first:
            two = self.two.resolve(_from(one, context))
        if not one or not two or not one.first or not two.last or one.first > two.last:
            return None
        return replace(
            stretch.days(one.first, two.last),
            opens=one.opens,
            closes=two.closes if one.opens else None,
            anchored=one.anchored or two.anchored,
            calendar=one.calendar or two.calendar,
        )


def _from(one: Stretch, context: Context) -> Context:
    assert one.first
    return replace(
        context, ahead=True, today=one.first, year=one.first.year, month=one.first.month, near_ahead=one
    )


@dataclass(frozen=True, slots=True)
class Bound:
    """A time with an open side (docs/rules.md, time 5)."""

    kind: str
    time: Time

    def resolve(self, context: Context) -> Stretch | None:
        """`../X` for by and until, `../` the day before for before, `X/..` for after, X for from."""
        found = self.time.resolve(self._looking(context))
        if not found:
            return None
        match self.kind:
            case "by":
                return self._by(found)
            case "before":
                return self._before(found)
            case "after" | "since":
                part = self.time if isinstance(self.time, Part) and self.kind == "after" else None
                first = part.edge(found) if part else found.first
                opened = replace(found, first=first, last=None, closes=None, precision=_rough(found))
                return opened if first else None
            case _:
                return found

    def _looking(self, context: Context) -> Context:
        if self.kind == "since":
            return replace(context, ahead=False)
        return replace(context, ahead=True) if self.kind in {"moved", "ahead"} else context

    def _by(self, found: Stretch) -> Stretch | None:
        last = self.time.edge(found) if isinstance(self.time, Part) else found.last
        return replace(found, first=None, last=last, opens=None, precision=_rough(found)) if last else None

    def _before(self, found: Stretch) -> Stretch | None:
        if not found.first:
            return None
        if found.opens:
            return replace(found, first=None, opens=None)
        if isinstance(self.time, Part) and self.time.name in LATE:
            return self._by(found)
        return replace(found, first=None, last=found.first - DAY, precision=_rough(found))


def _rough(found: Stretch) -> Precision:
    return Precision.DAY if found.single else Precision.DAYS


@dataclass(frozen=True, slots=True)
class Recurring:
    """Something repeated from a time on, or until one; `nth` where it is one such weekday of every month."""

    starts: Time | None
    until: Time | None
    weekday: int | None = None
    clock: Clock | None = None
    nth: int | None = None

    def resolve(self, context: Context) -> Stretch | None:
        """First to last, the last open where it is not said; None for a mere habit."""
        last = self.until.resolve(context) if self.until else None
        first = self.starts.resolve(context) if self.starts else self._next(context)
        if not first or not first.first or (self.until and (not last or not last.last)):
            return None
        if not self.until and not self.starts and not context.ahead:
            return None
        first = self._on_weekday(first)
        end = last.last if last else None
        if end and self.weekday is not None:
            end = self._monthly(end, last=True) if self.nth else stretch.on_or_before(end, self.weekday)
        if end and first.first and end < first.first:
            return None
        opens, closes = self.clock or first.opens, self.clock if end else None
        return Stretch(first.first, end, Precision.DAYS, opens, closes)

    def _on_weekday(self, first: Stretch) -> Stretch:
        """“Every Tuesday from June” begins on its first Tuesday."""
        if not self.starts or self.weekday is None or first.single or not first.first:
            return first
        found = self._monthly(first.first, last=False) if self.nth else None
        return stretch.day(found or stretch.on_or_after(first.first, self.weekday)).like(first)

    def _next(self, context: Context) -> Stretch | None:
        if self.nth and context.today:
            return stretch.day(self._monthly(context.today, last=False))
        if self.weekday is not None:
            return WeekdayNamed(self.weekday, "").resolve(replace(context, ahead=True))
        return stretch.day(context.today) if context.today and self.until else None

    def _monthly(self, day: date, *, last: bool) -> date:
        """The nth weekday of a month that is the last one up to this day, or the first one from it on."""
        months = (stretch.month(day.year, day.month + off) for off in ((0, -1) if last else (0, 1)))
        days = (stretch.nth_weekday(month, self.weekday or 0, self.nth or 1) for month in months)
        return next(one for one in days if one and (one <= day if last else one >= day))
