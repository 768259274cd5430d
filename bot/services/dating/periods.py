"""Months, quarters, halves, seasons and years, and the parts of them."""

import re
from dataclasses import dataclass, replace
from datetime import date

from bot.domain.when import Precision
from bot.services.dating import stretch
from bot.services.dating.context import Context, Hit, Time
from bot.services.dating.dates import after_month, month_at, weekday_at, year_after
from bot.services.dating.relative import UnitNamed, WeekdayIn
from bot.services.dating.dates import CalendarDate
from bot.services.dating.stretch import DAY, Stretch
from bot.services.dating.tokens import Tokens
from bot.services.dating.words import DOUBTFUL_MONTHS, SEASONS

_BEFORE_MONTH = {
    "in", "by", "until", "till", "since", "of", "from", "to", "before", "after", "next", "last", "this", "early",
    "mid", "late", "for", "during", "through", "and", "or", "between", "mid-", "-", "later", "around", "until",
}  # fmt: skip
_QUARTER = re.compile(r"([QH])([1-4])\b(?:[\s-](?:of )?(?:FY)?(\d{4}|'\d\d)\b)?", re.IGNORECASE)
_VAGUE_PARTS = {"early", "mid", "late", "later", "earlier", "start", "beginning", "middle", "end", "close"}
_ENDS = {"end", "close"}
_STARTS = {"start", "beginning"}


@dataclass(frozen=True, slots=True)
class Year:
    """A year in figures."""

    number: int

    def resolve(self, context: Context) -> Stretch | None:  # noqa: ARG002
        """The year."""
        return replace(stretch.year(self.number), anchored=False)


@dataclass(frozen=True, slots=True)
class Quarter:
    """A calendar quarter (`of` 4) or half (`of` 2) of a year, or of the year that the clause points to."""

    number: int
    of: int
    year: Time | None = None

    def resolve(self, context: Context) -> Stretch | None:
        """The quarter or half."""
        if self.year:
            whole = self.year.resolve(context)
            return (
                replace(self._in(whole.first.year), anchored=whole.anchored)
                if whole and whole.first
                else None
            )
        if not context.year:
            return None
        found = self._in(context.year)
        today = context.today
        if today and context.ahead and found.last and found.last < today:
            return self._in(context.year + 1)
        if today and context.ahead is False and found.first and found.first > today:
            return self._in(context.year - 1)
        return found

    def _in(self, year: int) -> Stretch:
        return stretch.quarter(year, self.number) if self.of == 4 else stretch.half(year, self.number)  # noqa: PLR2004


@dataclass(frozen=True, slots=True)
class Season:
    """A season of a year, of this, next or last year's, or the one that the clause points to."""

    code: int
    off: int | None = None
    year: Time | None = None

    def resolve(self, context: Context) -> Stretch | None:
        """The season."""
        if self.year:
            whole = self.year.resolve(context)
            found = stretch.season(whole.first.year, self.code) if whole and whole.first else None
            return replace(found, anchored=whole.anchored) if found and whole else None
        if not context.year:
            return None
        return stretch.season(context.year + self._years_on(context), self.code)

    def _years_on(self, context: Context) -> int:
        """“Next spring” in spring is the next year's; in the winter before, the coming one."""
        if not context.today or not context.year:
            return self.off or 0
        own = stretch.season(context.year, self.code)
        assert own.first
        assert own.last
        if self.off == 1:
            return int(own.first <= context.today)
        if self.off == -1:
            return -int(own.last >= context.today)
        if self.off is None and context.ahead and own.last < context.today:
            return 1
        return -int(own.first > context.today and context.ahead is False)


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a longer time, by its name: “first half”, “mid”, “second week”, “end”."""

    name: str
    whole: Time
    nth: int = 0

    def resolve(self, context: Context) -> Stretch | None:
        """The part where it has bounds, else the whole of it (DESIGN §6.5)."""
        whole = self.whole.resolve(context)
        if not whole or not whole.first or not whole.last:
            return None
        found = self._cut(whole, whole.first, whole.last)
        return replace(found, anchored=whole.anchored, note=whole.note) if found else None

    def _cut(self, whole: Stretch, first: date, last: date) -> Stretch | None:
        monthly = whole.precision is Precision.MONTH
        match self.name:
            case "half" if monthly:
                middle = first + 14 * DAY
                return stretch.days(first, middle) if self.nth == 1 else stretch.days(middle + DAY, last)
            case "half" | "quarter" if whole.precision is Precision.YEAR and first.month == 1:
                return Quarter(self.nth, 2 if self.name == "half" else 4)._in(first.year)
            case "half" | "fortnight" if monthly:
                return self._days(first, last, 14 if self.nth == 1 else 15)
            case "decade" if monthly:
                start = first + 10 * (self.nth - 1) * DAY
                return stretch.days(start, last if self.nth == 3 else start + 9 * DAY)  # noqa: PLR2004
            case "week":
                return self._week(first, last)
            case "day":
                return stretch.day(last if self.nth < 0 else first + (self.nth - 1) * DAY)
            case "month":
                return stretch.month(first.year, last.month if self.nth < 0 else first.month + self.nth - 1)
            case "days":
                return stretch.days(first, first + (self.nth - 1) * DAY)
            case "weekend":
                found = stretch.weekend(last if self.nth < 0 else first + (7 * self.nth - 7) * DAY)
                return found if found.first and found.first.month == first.month else None
            case "half" | "quarter" | "fortnight" | "decade":
                return None
            case _:
                return whole

    def _days(self, first: date, last: date, count: int) -> Stretch:
        middle = first + count * DAY
        return stretch.days(first, middle) if self.nth == 1 else stretch.days(middle, last)

    def _week(self, first: date, last: date) -> Stretch:
        if self.nth < 0:
            return stretch.days(last - 6 * DAY, last)
        start = first + 7 * (self.nth - 1) * DAY
        return stretch.days(start, min(last, start + 6 * DAY))


@dataclass(frozen=True, slots=True)
class WeekOf:
    """The week, Monday to Sunday, in which a day lies."""

    day: Time

    def resolve(self, context: Context) -> Stretch | None:
        """The week."""
        found = self.day.resolve(context)
        return replace(stretch.week(found.first), anchored=found.anchored) if found and found.first else None


def read_period(tokens: Tokens, at: int) -> Hit | None:
    """A month, quarter, half, season or year at this word, or a part of one."""
    return (
        _part(tokens, at)
        or _nth_part(tokens, at)
        or _week_of(tokens, at)
        or _short_quarter(tokens, at)
        or read_whole(tokens, at)
    )


def read_whole(tokens: Tokens, at: int) -> Hit | None:
    """A month, season or year."""
    return _month(tokens, at) or _season(tokens, at) or _year(tokens, at)


def _month(tokens: Tokens, at: int) -> Hit | None:
    number = month_at(tokens, at)
    if not number or not (tokens.capital(at) or tokens.word(at - 1) in _BEFORE_MONTH):
        return None
    end = after_month(tokens, at)
    if year := year_after(tokens, end):
        return Hit(CalendarDate(number, None, year[0]), year[1])
    if which := _year_named(tokens, end):
        return Hit(MonthOf(number, which.time), which.end)
    if tokens.word(at) in DOUBTFUL_MONTHS and not _timely(tokens, at, end):
        return None
    return Hit(CalendarDate(number), tokens.skip(end, "'s"))


def _timely(tokens: Tokens, at: int, end: int) -> bool:
    """Whether “May” or “March” is a month here: after a word of time, and no name goes on behind it."""
    before = tokens.word(at - 1) in _BEFORE_MONTH
    return (
        before
        and not tokens.word(end) in {"'s"}
        and not (tokens.capital(end) and tokens.printed(end).isalpha())
    )


@dataclass(frozen=True, slots=True)
class MonthOf:
    """A month of a year that is named relatively (“May next year”)."""

    month: int
    year: Time

    def resolve(self, context: Context) -> Stretch | None:
        """The month."""
        whole = self.year.resolve(context)
        return stretch.month(whole.first.year, self.month) if whole and whole.first else None


def _year_named(tokens: Tokens, at: int) -> Hit | None:
    """“Of next year”, “this year”, “of the current year”."""
    start = tokens.skip(tokens.skip(at, "of", "in"), "the")
    off = {"this": 0, "current": 0, "same": 0, "next": 1, "coming": 1, "following": 1, "last": -1}.get(
        tokens.word(start)
    )
    if off is None or tokens.word(start + 1) != "year":
        return None
    return Hit(UnitNamed("year", off), start + 2)


def _season(tokens: Tokens, at: int) -> Hit | None:
    start = tokens.skip(at, "the")
    off = {"this": 0, "next": 1, "coming": 1, "last": -1}.get(tokens.word(start))
    start += off is not None
    code = SEASONS.get(tokens.word(start))
    if not code:
        return None
    if named := _year_named(tokens, start + 1):
        return Hit(Season(code, None, named.time), named.end)
    if year := year_after(tokens, start + 1):
        return Hit(Season(code, None, Year(year[0])), year[1])
    known = off is not None or tokens.word(at - 1) in {
        "in",
        "by",
        "until",
        "till",
        "during",
        "of",
        "late",
        "early",
    }
    if not known or (
        tokens.word(start) in {"fall", "spring"} and tokens.word(start + 1) in {"of", "in", "to"}
    ):
        return None
    return Hit(Season(code, off), start + 1)


def _year(tokens: Tokens, at: int) -> Hit | None:
    """A year in figures, only where a word of time or a mark leads it."""
    start = at
    if tokens.word(at) in {"the", "year"}:
        start = tokens.skip(tokens.skip(at, "the"), "year")
    year = tokens.year(start)
    if not year or not tokens.word(start).isdecimal() or not 1800 <= year[0] <= 2200:  # noqa: PLR2004
        return None
    named = tokens.word(start - 1) == "year"
    led = tokens.word(start - 1) in {
        "in",
        "by",
        "until",
        "till",
        "since",
        "before",
        "after",
        "from",
        "of",
        "during",
        "through",
        "to",
        "early",
        "mid",
        "late",
        "-",
        "between",
        "and",
    }
    return Hit(Year(year[0]), year[1]) if (named or led) and not _counts(tokens, year[1]) else None


def _counts(tokens: Tokens, at: int) -> bool:
    """Whether the number before this word counts things (“2000 people”), as far as a word can tell."""
    word = tokens.word(at)
    if tokens.glued(at) and word in {"-", "/", "'s", "th"}:
        return word != "'s"
    return (
        len(word) > 3 and word.endswith("s") and not tokens.capital(at) and word not in {"elections", "games"}
    )  # noqa: PLR2004


def _short_quarter(tokens: Tokens, at: int) -> Hit | None:
    hit = tokens.match(_QUARTER, at)
    if not hit:
        return None
    letter, number, year = hit[0][1].upper(), int(hit[0][2]), hit[0][3]
    if letter == "H" and number > 2 or not hit[0][1].isupper():  # noqa: PLR2004
        return None
    of = 4 if letter == "Q" else 2
    if year:
        return Hit(Quarter(number, of, Year(int(year.replace("'", "20")))), hit[1])
    named = _year_named(tokens, hit[1])
    return Hit(Quarter(number, of, named.time if named else None), named.end if named else hit[1])


def _part(tokens: Tokens, at: int) -> Hit | None:
    """“Early May”, “mid-2026”, “the end of the year”, “later this month”."""
    start = tokens.skip(at, "the")
    name = tokens.word(start)
    if name not in _VAGUE_PARTS:
        return None
    after = tokens.skip(tokens.skip(start + 1, "-", "to"), "of", "in", "on")
    whole = _whole(tokens, after)
    if not whole:
        return None
    return Hit(Part("early" if name in _STARTS else "end" if name in _ENDS else name, whole.time), whole.end)


def _whole(tokens: Tokens, at: int) -> Hit | None:
    """What can have parts: a month, year, season, quarter, week, day, or one named by “this” or “next”."""
    start = tokens.skip(at, "the")
    from bot.services.dating.grammar import read_term

    unit = tokens.word(start)
    if (
        start > at
        and unit in {"year", "month", "week", "quarter", "weekend", "half"}
        and tokens.year(start + 1) is None
    ):
        return Hit(UnitNamed(unit, 0), start + 1)
    if year := tokens.year(start):
        return Hit(Year(year[0]), year[1])
    return read_term(tokens, at)


_PARTS = {"half", "fortnight", "decade", "week", "weekend", "quarter", "day", "month", "ten-day"}


def _nth_part(tokens: Tokens, at: int) -> Hit | None:
    """“The first half of June”, “the last Friday of October”, “the third quarter of 2026”, “Q3”."""
    start = tokens.skip(at, "the")
    nth = (-1, start + 1) if tokens.word(start) in {"last", "final"} else tokens.ordinal(start)
    if not nth:
        return None
    number, after = nth
    unit, end = (
        tokens.word(tokens.skip(after, "calendar", "full")),
        tokens.skip(after, "calendar", "full") + 1,
    )
    if tokens.phrase(after, "ten", "days"):
        unit, end = "decade", after + 2
    weekday = weekday_at(tokens, after)
    link = tokens.skip(end, "of", "in")
    if weekday is None and unit not in _PARTS:
        return None
    whole = _whole(tokens, link) if link > end else _year_named(tokens, end)
    if weekday is not None:
        return Hit(WeekdayIn(whole.time, weekday, number), whole.end) if whole else None
    if whole:
        return Hit(Part(unit, whole.time, number), whole.end)
    if unit in {"quarter", "half"} and 1 <= number <= (4 if unit == "quarter" else 2):
        return Hit(Quarter(number, 4 if unit == "quarter" else 2), end) if unit == "quarter" else None
    return None


def _week_of(tokens: Tokens, at: int) -> Hit | None:
    start = tokens.skip(at, "the")
    if tokens.word(start) != "week":
        return None
    after = tokens.skip(start + 1, "of", "beginning", "starting", "commencing")
    after = tokens.skip(after, "on")
    if after == start + 1:
        return None
    whole = _whole(tokens, after)
    return Hit(WeekOf(whole.time), whole.end) if whole else None
