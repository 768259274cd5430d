"""Dates of the calendar as articles write them: with or without year, day, weekday."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from bot.services.dating import stretch
from bot.services.dating.context import Context, Hit
from bot.services.dating.stretch import Stretch
from bot.services.dating.tokens import Tokens
from bot.services.dating.words import (
    DOUBTFUL_MONTHS,
    MONTH_ABBREVIATIONS,
    MONTHS,
    WEEKDAY_ABBREVIATIONS,
    WEEKDAYS,
)

_ISO = re.compile(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d|[-/.]\d)(?:(?=T\d))?")
_ISO_MONTH = re.compile(r"(\d{4})-(0[1-9]|1[0-2])(?![-\d])")
_COMPACT = re.compile(r"(19|20)(\d\d)(0[1-9]|1[0-2])([0-2]\d|3[01])(?!\d)")
_NUMERIC = re.compile(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})(?![\d/]|[-.]\d)")
_SLASHED = re.compile(r"(\d{1,2})/(\d{1,2})(?![\d/])")
_NAMED = re.compile(r"(\d{1,4})[-/]([A-Za-z]{3,9})[-/](\d{1,4})(?!\d)")
_NAMED_YEAR_FIRST = re.compile(r"([A-Za-z]{3,9})-(\d{4})-(\d{1,2})(?!\d)")
_MONTH_SLASH_DAY = re.compile(r"([A-Za-z]{3,9})/(\d{1,2})(?![\d/])")
_LAST_MONTH = 12
_PIVOT = 69
"""Two-digit years below it are of this century (POSIX strptime)."""


@dataclass(frozen=True, slots=True)
class CalendarDate:
    """A month and perhaps a day, a year and a weekday; the context fills in what is missing."""

    month: int
    day: int | None = None
    year: int | None = None
    weekday: int | None = None

    def resolve(self, context: Context) -> Stretch | None:
        """The day or the month."""
        found = self._dated(self.year) if self.year else self._guess(context)
        return replace(found, anchored=self.year is None) if found else None

    def _dated(self, year: int) -> Stretch | None:
        if self.day is None:
            return stretch.month(year, self.month)
        valid = valid_date(year, self.month, self.day)
        return stretch.day(valid) if valid else None

    def _guess(self, context: Context) -> Stretch | None:
        if context.year is None:
            return None
        if self.day is None:
            return stretch.month(self._month_year(context, context.year), self.month)
        best = context.nearest(self._candidates(context.year))
        return stretch.day(best) if best else None

    def _candidates(self, around: int) -> Iterator[date]:
        for year in range(around - 8, around + 9):
            found = valid_date(year, self.month, self.day or 1)
            if found and self.weekday in (None, found.weekday()):
                yield found

    def _month_year(self, context: Context, year: int) -> int:
        """DESIGN §6.2: a month named before the article's belongs to the next year only if the clause looks ahead."""
        if context.month is None:
            return year
        if context.ahead:
            return year + (self.month < context.month)
        if context.ahead is False:
            return year - (self.month > context.month)
        distance = self.month - context.month
        return year - (distance > 8) + (distance < -8)  # noqa: PLR2004


@dataclass(frozen=True, slots=True)
class NumericDate:
    """Two numbers with an order that the place decides, and perhaps a year."""

    one: int
    two: int
    year: int | None = None
    weekday: int | None = None

    def resolve(self, context: Context) -> Stretch | None:
        """The day; the order that the context calls usual, unless only the other one is a date."""
        usual, other = (self.one, self.two), (self.two, self.one)
        if context.day_first:
            usual, other = other, usual
        dates = (CalendarDate(month, day, self.year, self.weekday) for month, day in (usual, other))
        return next(
            (found for one in dates if one.month <= _LAST_MONTH and (found := one.resolve(context))), None
        )


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
        days = [found for month in months if (found := valid_date(month.year, month.month, self.day))]
        best = context.nearest(found for found in days if self.weekday in (None, found.weekday()))
        return stretch.day(best) if best else None


def valid_date(year: int, month: int, day: int) -> date | None:
    """The date, None where the calendar has none."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def full_year(digits: str) -> int:
    """The year of two or four digits."""
    return int(digits) + (0 if len(digits) > 2 else 2000 if int(digits) < _PIVOT else 1900)  # noqa: PLR2004


def read_date(tokens: Tokens, at: int) -> Hit | None:
    """A calendar date at this word, with its weekday before it."""
    weekday, start = _leading_weekday(tokens, at)
    found = _numeric(tokens, start, weekday) or _day_first(tokens, start, weekday)
    found = (
        found or _month_first(tokens, start, weekday) or (_year_first(tokens, at) if start == at else None)
    )
    return found or (_weekday_number(tokens, start, weekday) if weekday is not None else None)


def weekday_at(tokens: Tokens, at: int) -> int | None:
    """The weekday named here; abbreviations need a capital."""
    word = tokens.word(at)
    if word in WEEKDAY_ABBREVIATIONS and not tokens.capital(at):
        return None
    return WEEKDAYS.get(word)


def month_at(tokens: Tokens, at: int) -> int | None:
    """The month named here; words that are also verbs or names need a capital."""
    word = tokens.word(at)
    if word in DOUBTFUL_MONTHS and not tokens.capital(at):
        return None
    return MONTHS.get(word)


def after_month(tokens: Tokens, at: int) -> int:
    """The index after the month here and the full stop of its abbreviation."""
    return tokens.skip(at + 1, ".") if tokens.word(at) in MONTH_ABBREVIATIONS else at + 1


def year_after(tokens: Tokens, at: int) -> tuple[int, int] | None:
    """A year after a month or a day: “2021”, “, 2021”, “of 2021”, “'21”."""
    start = tokens.skip(tokens.skip(at, ",", "."), "of", "the", "in")
    if tokens.word(start) == "year":
        start += 1
    return tokens.year(start)


def _leading_weekday(tokens: Tokens, at: int) -> tuple[int | None, int]:
    weekday = weekday_at(tokens, at)
    if weekday is None:
        return None, at
    after = tokens.skip(at + 1, ".") if tokens.word(at) in WEEKDAY_ABBREVIATIONS else at + 1
    after = tokens.skip(after, "morning", "afternoon", "evening", "night")
    after = tokens.skip(tokens.skip(after, ",", "-", "–"), "the", "on")
    return weekday, after


def _day_first(tokens: Tokens, at: int, weekday: int | None) -> Hit | None:
    found = tokens.day(tokens.skip(at, "the"))
    if not found or (tokens.glued(at) and tokens.word(at - 1) in {",", "$", "£", "€"}):
        return None
    after = tokens.skip(tokens.skip(found[1], "day"), ".", "-")
    after = tokens.skip(tokens.skip(after, "of"), "the", "month")
    month = month_at(tokens, after)
    if not month:
        return None
    end = after_month(tokens, after)
    year = year_after(tokens, end)
    return Hit(CalendarDate(month, found[0], year[0] if year else None, weekday), year[1] if year else end)


def _month_first(tokens: Tokens, at: int, weekday: int | None) -> Hit | None:
    month = month_at(tokens, at)
    if not month:
        return None
    after = after_month(tokens, at)
    found = tokens.day(tokens.skip(tokens.skip(after, ","), "the"))
    if not found or _is_clock(tokens, found[1]):
        return None
    year = year_after(tokens, found[1])
    return Hit(
        CalendarDate(month, found[0], year[0] if year else None, weekday), year[1] if year else found[1]
    )


def _is_clock(tokens: Tokens, at: int) -> bool:
    if tokens.word(at) in {"am", "pm", "a.m.", "p.m.", "hours"}:
        return True
    return tokens.word(at) in {":", "h"} and tokens.glued(at) and tokens.word(at + 1).isdecimal()


def _year_first(tokens: Tokens, at: int) -> Hit | None:
    year = tokens.year(at)
    month = month_at(tokens, tokens.skip(year[1], "-", "/", ",")) if year else None
    if not year or not month:
        return None
    day = tokens.day(tokens.skip(tokens.skip(year[1], "-", "/", ",") + 1, "-", "/"))
    return Hit(CalendarDate(month, day[0], year[0]), day[1]) if day else None


def _weekday_number(tokens: Tokens, at: int, weekday: int) -> Hit | None:
    """“Tuesday the eleventh”, “Tuesday (6)”, “Monday 21”."""
    bracket = tokens.word(at) == "("
    found = tokens.day(tokens.skip(at, "("))
    if not found or (bracket and tokens.word(found[1]) != ")"):
        return None
    spoken = bool(tokens.ordinal(tokens.skip(at, "(")))
    if not bracket and not spoken and (_is_clock(tokens, found[1]) or tokens.word(found[1])[:1].isalpha()):
        return None
    return Hit(DayOfMonth(found[0], weekday), found[1] + bracket)


def _numeric(tokens: Tokens, at: int, weekday: int | None) -> Hit | None:
    if tokens.glued(at) and tokens.word(at - 1) in {".", ",", "$", "£", "€"}:
        return None
    if hit := tokens.match(_ISO, at):
        year, _, month, day = hit[0].groups()
        return _checked(CalendarDate(int(month), int(day), int(year)), hit[1])
    if hit := tokens.match(_NUMERIC, at):
        one, mark, two, year = hit[0].groups()
        if mark == ".":
            return _checked(CalendarDate(int(two), int(one), full_year(year)), hit[1])
        return Hit(NumericDate(int(one), int(two), full_year(year), weekday), hit[1])
    return _rare_numeric(tokens, at, weekday)


def _rare_numeric(tokens: Tokens, at: int, weekday: int | None) -> Hit | None:
    if hit := tokens.match(_COMPACT, at):
        century, years, month, day = hit[0].groups()
        return _checked(CalendarDate(int(month), int(day), int(century + years)), hit[1])
    if hit := tokens.match(_NAMED, at):
        one, name, two = hit[0].groups()
        day, years = (two, one) if len(one) == 4 else (one, two)  # noqa: PLR2004
        return _named(name, day, years, hit[1])
    if hit := tokens.match(_NAMED_YEAR_FIRST, at):
        return _named(hit[0][1], hit[0][3], hit[0][2], hit[1])
    if (hit := tokens.match(_MONTH_SLASH_DAY, at)) and (number := MONTHS.get(hit[0][1].casefold())):
        return Hit(CalendarDate(number, int(hit[0][2])), hit[1])
    if weekday is not None and (hit := tokens.match(_SLASHED, at)):
        return Hit(NumericDate(int(hit[0][1]), int(hit[0][2]), None, None), hit[1])
    return None


def _named(name: str, day: str, years: str, end: int) -> Hit | None:
    number = MONTHS.get(name.casefold())
    return Hit(CalendarDate(number, int(day), full_year(years)), end) if number else None


def _checked(time: CalendarDate, end: int) -> Hit | None:
    assert time.year
    return Hit(time, end) if valid_date(time.year, time.month, time.day or 1) else None
