"""What a time phrase means: a stretch of days, and how it is written in EDTF (ISO 8601-2)."""

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, timedelta

from bot.domain.article import PublishedFrom
from bot.domain.when import Precision, When

DAY = timedelta(days=1)
_SEASON_STARTS = {21: 3, 22: 6, 23: 9, 24: 12}
_SEASON_CODES = {month: code for code, month in _SEASON_STARTS.items()}
_MONTHS_LONG = {
    Precision.YEAR: 12,
    Precision.MONTH: 1,
    Precision.SEASON: 3,
    Precision.QUARTER: 3,
    Precision.HALF: 6,
}


_NARROW = {Precision.DAY, Precision.DAYS, Precision.WEEK}


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day.

    `offset` is `Z` or `+hh:mm` where the printed zone has one, `zone` is the zone as printed, `place` the
    IANA name of a zone whose offset depends on the day. `days_on` counts the days between the printed date,
    which is the local one, and the date in this zone.
    """

    hour: int
    minute: int = 0
    offset: str | None = None
    zone: str | None = None
    place: str | None = None
    days_on: int = 0

    def __str__(self) -> str:
        return f"T{self.hour:02}:{self.minute:02}{self.offset or ''}"


@dataclass(frozen=True, slots=True)
class Stretch:
    """Days from `first` to `last`, both included, None where open.

    `anchored` is False when the words alone fix it. `calendar` names the other calendar that it was
    converted from.
    """

    first: date | None
    last: date | None
    precision: Precision = Precision.DAY
    opens: Clock | None = None
    closes: Clock | None = None
    anchored: bool = True
    calendar: str | None = None

    @property
    def edtf(self) -> str:
        """The value as EDTF."""
        if code := self._coded():
            return code
        start, end = self.start or "..", self.end or ".."
        return start if start == end else f"{start}/{end}"

    @property
    def start(self) -> str | None:
        """The first day or minute."""
        return f"{self.first}{self.opens or ''}" if self.first else None

    @property
    def end(self) -> str | None:
        """The last day or minute."""
        return f"{self.last}{self.closes or ''}" if self.last else None

    @property
    def single(self) -> bool:
        """Whether it is one day."""
        return self.first is not None and self.first == self.last

    @property
    def close(self) -> bool:
        """Whether it is narrow enough for “the next day” to refer to it."""
        return self.single or (bool(self.first and self.last) and self.precision in _NARROW)

    def _coded(self) -> str | None:
        """The short form of a whole year, month, season, quarter or half."""
        long = _MONTHS_LONG.get(self.precision)
        if not long or not self.first or not self.last or self.first.day != 1:
            return None
        if self.last != months(self.first.year, self.first.month, long, self.precision).last:
            return None
        first = self.first
        number = {
            Precision.MONTH: first.month,
            Precision.SEASON: _SEASON_CODES.get(first.month, 0),
            Precision.QUARTER: 33 + first.month // 3,
            Precision.HALF: 40 + first.month // 6,
        }.get(self.precision)
        if number is None:
            return f"{first.year:04}" if first.month == 1 else None
        return f"{first.year:04}-{number:02}"

    def when(self, phrase: str, origin: PublishedFrom) -> When:
        """The stretch as a When, with the words as printed."""
        clock = self.opens or self.closes
        return When(
            phrase,
            self.edtf,
            self.start,
            self.end,
            Precision.MINUTE if clock else self.precision,
            clock.zone if clock else None,
            origin if self.anchored else None,
        )

    def bare(self) -> "Stretch":
        """The same days without times."""
        return replace(self, opens=None, closes=None)

    def like(self, other: "Stretch") -> "Stretch":
        """The same days, anchored or converted as another stretch is."""
        return replace(self, anchored=other.anchored, calendar=other.calendar)


def day(when: date) -> Stretch:
    """One day."""
    return Stretch(when, when)


def days(first: date, last: date) -> Stretch:
    """Several days, or one."""
    return Stretch(first, last, Precision.DAY if first == last else Precision.DAYS)


def week(of: date) -> Stretch:
    """Monday to Sunday of the week of a day."""
    monday = of - of.weekday() * DAY
    return Stretch(monday, monday + 6 * DAY, Precision.WEEK)


def weekend(of: date) -> Stretch:
    """Saturday and Sunday of the week of a day."""
    monday = of - of.weekday() * DAY
    return Stretch(monday + 5 * DAY, monday + 6 * DAY, Precision.DAYS)


def months(year: int, month: int, count: int, precision: Precision) -> Stretch:
    """Whole months from one on; `month` may lie outside 1 to 12."""
    first = shift(date(year, 1, 1), month - 1)
    end = shift(first, count - 1)
    return Stretch(first, end.replace(day=monthrange(end.year, end.month)[1]), precision)


def month(year: int, number: int) -> Stretch:
    """A month."""
    return months(year, number, 1, Precision.MONTH)


def year(number: int) -> Stretch:
    """A year."""
    return months(number, 1, 12, Precision.YEAR)


def quarter(of: int, number: int) -> Stretch:
    """A calendar quarter, 1 to 4 (or beyond, counted on)."""
    return months(of, 3 * number - 2, 3, Precision.QUARTER)


def half(of: int, number: int) -> Stretch:
    """A calendar half-year, 1 or 2 (or beyond, counted on)."""
    return months(of, 6 * number - 5, 6, Precision.HALF)


def season(of: int, code: int) -> Stretch:
    """A northern season by its EDTF code, 21 (spring) to 24 (winter, which runs into the next year)."""
    return months(of, _SEASON_STARTS[code], 3, Precision.SEASON)


def shift(when: date, by: int) -> date:
    """The same day some months on, or the last day of a shorter month."""
    year_, month_ = divmod(when.year * 12 + when.month - 1 + by, 12)
    return date(year_, month_ + 1, min(when.day, monthrange(year_, month_ + 1)[1]))


def on_or_after(when: date, weekday: int) -> date:
    """The first such weekday (Monday is 0) from a day on."""
    return when + (weekday - when.weekday()) % 7 * DAY


def on_or_before(when: date, weekday: int) -> date:
    """The last such weekday up to a day."""
    return when - (when.weekday() - weekday) % 7 * DAY


def nth_weekday(whole: Stretch, weekday: int, nth: int) -> date | None:
    """The nth such weekday within days, from their end where `nth` is below 0; None where there are fewer."""
    if not whole.first or not whole.last:
        return None
    if nth < 0:
        found = on_or_before(whole.last, weekday) + 7 * (nth + 1) * DAY
    else:
        found = on_or_after(whole.first, weekday) + 7 * (nth - 1) * DAY
    return found if whole.first <= found <= whole.last else None
