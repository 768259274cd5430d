"""What a time phrase means: a stretch of days, and how it is written in EDTF (ISO 8601-2)."""

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, timedelta

from bot.domain.article import PublishedFrom
from bot.domain.when import Precision, When

DAY = timedelta(days=1)
_SEASON_STARTS = {21: 3, 22: 6, 23: 9, 24: 12}


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day; `offset` is `Z` or `+hh:mm` where a zone is printed, `zone` is the zone as printed."""

    hour: int
    minute: int = 0
    offset: str | None = None
    zone: str | None = None

    def __str__(self) -> str:
        return f"T{self.hour:02}:{self.minute:02}{self.offset or ''}"


@dataclass(frozen=True, slots=True)
class Stretch:
    """Days from `first` to `last`, both included, None where open.

    `anchored` is False when the words alone fix it. `since` marks a start that has no end (“from May”).
    `note` tells the person about a converted calendar.
    """

    first: date | None
    last: date | None
    precision: Precision = Precision.DAY
    opens: Clock | None = None
    closes: Clock | None = None
    anchored: bool = True
    note: str | None = None

    @property
    def edtf(self) -> str:
        """The value as EDTF."""
        if self.precision is Precision.YEAR and self.first:
            return f"{self.first.year:04}"
        if self.precision is Precision.MONTH and self.first:
            return f"{self.first:%Y-%m}"
        if (code := self._code()) and self.first:
            return f"{self.first.year:04}-{code}"
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
    def days(self) -> int:
        """How many days it covers; a large number when open."""
        return (self.last - self.first).days + 1 if self.first and self.last else 10**6

    def _code(self) -> int | None:
        assert self.first or self.last
        if not self.first:
            return None
        match self.precision:
            case Precision.SEASON:
                return {month: code for code, month in _SEASON_STARTS.items()}.get(self.first.month)
            case Precision.QUARTER:
                return 33 + (self.first.month - 1) // 3
            case Precision.HALF:
                return 40 + (self.first.month - 1) // 6
            case _:
                return None

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

    def at(self, clock: Clock | None) -> "Stretch":
        """The same day at this time."""
        return replace(self, opens=clock, closes=clock, precision=Precision.DAY) if clock else self

    def bare(self) -> "Stretch":
        """The same days without times."""
        return replace(self, opens=None, closes=None)


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
    """A calendar half-year."""
    return months(of, 6 * number - 5, 6, Precision.HALF)


def season(of: int, code: int) -> Stretch:
    """A northern season; winter runs into the next year, as EDTF leaves it to the writer."""
    return months(of, _SEASON_STARTS[code], 3, Precision.SEASON)


def shift(when: date, by: int) -> date:
    """The same day some months on, or the last day of a shorter month."""
    total = when.year * 12 + when.month - 1 + by
    year_, month_ = divmod(total, 12)
    return date(year_, month_ + 1, min(when.day, monthrange(year_, month_ + 1)[1]))
