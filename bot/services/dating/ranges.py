"""Reads ranges of days: “12–14 June”, “from Monday to Wednesday”, “March 12, 13 and 14”."""

from dataclasses import replace

from bot.services.dating.context import Hit, Time
from bot.services.dating.dates import (
    after_month,
    leading_weekday,
    month_at,
    other_month,
    weekday_at,
    year_after,
    year_named,
)
from bot.services.dating.expressions import Between, Bound, Timed
from bot.services.dating.moments import OPEN_JOINS, read_moment
from bot.services.dating.numeric import is_clock
from bot.services.dating.printed import CalendarDate, OtherDate
from bot.services.dating.tokens import Tokens
from bot.services.dating.verbs import MOVES

_JOINS = OPEN_JOINS | {"and"}
_LISTS = _JOINS | {"or", ","}


def moved(tokens: Tokens, at: int) -> bool:
    """Whether something was moved to the time that begins here: then it is a new date, no bound or range."""
    return any(tokens.word(at - back) in MOVES for back in range(1, 6))


def read_range(tokens: Tokens, at: int) -> Hit | None:
    """Several days or times of day, from the first to the last."""
    lead = tokens.word(at)
    start = at + 1 if lead in {"from", "between"} else at
    return (
        _days_of_month(tokens, start, lead) or _month_days(tokens, start, lead) or _two(tokens, start, lead)
    )


def _days_of_month(tokens: Tokens, at: int, lead: str) -> Hit | None:
    """“12–14 June 2026”, “12 to 14 of June”, “19 and 20 May”, “12, 13 and 14 March”."""
    days = _day_list(tokens, at, lead)
    if not days:
        return None
    one, two, end = days
    after = tokens.skip(end, "of", ".")
    other, number = other_month(tokens, after), month_at(tokens, after)
    if not other and not number:
        return None
    end = other[2] if other else after_month(tokens, after)
    years, end = year_after(tokens, end) or (None, end)
    if other:
        return Hit(Between(*(OtherDate(other[0], other[1], day, years) for day in (one, two))), end)
    assert number
    if not years and (named := year_named(tokens, end)):
        return Hit(Between(*(CalendarDate(number, day, of=named.time) for day in (one, two))), named.end)
    return Hit(_span(number, one, two, years), end)


def _day_list(tokens: Tokens, at: int, lead: str) -> tuple[int, int, int] | None:
    """First day, last day and the index after them, of days that make one stretch."""
    first = last = _day(tokens, at)
    while first and last:
        join, start = tokens.word(last[1]), last[1] + 1
        if join == "," and tokens.word(start) == "and":
            join, start = "and", start + 1
        following = _day(tokens, start) if join in _LISTS else None
        goes_on = following is not None and tokens.phrase(following[1], "and") is not None
        if not following or not _joined("and" if goes_on else join, last[0], following[0], lead):
            break
        last = following
    return (first[0], last[0], last[1]) if first and last and last[1] > first[1] else None


def _day(tokens: Tokens, at: int) -> tuple[int, int] | None:
    return tokens.day(tokens.skip(leading_weekday(tokens, at)[1], "the"))


def _joined(join: str, one: int, two: int, lead: str) -> bool:
    """“Or” and a comma make a stretch only of days in a row, or after “between”."""
    return one < two and (join not in {"or", ","} or lead == "between" or two == one + 1)


def _month_days(tokens: Tokens, at: int, lead: str) -> Hit | None:
    """“June 12-14, 2026”, “June 8 to 12”, “March 12, 13 and 14”."""
    number = month_at(tokens, at)
    days = _day_list(tokens, after_month(tokens, at), lead) if number else None
    if not number or not days or is_clock(tokens, days[2]) or month_at(tokens, tokens.skip(days[2], "of")):
        return None
    year, end = year_after(tokens, days[2]) or (None, days[2])
    return Hit(_span(number, days[0], days[1], year), end)


def _span(month: int, one: int, two: int, year: int | None) -> Between:
    return Between(CalendarDate(month, one, year), CalendarDate(month, two, year))


def _two(tokens: Tokens, at: int, lead: str) -> Hit | None:
    one = read_moment(tokens, at)
    if not one:
        return None
    if lead == "from" and isinstance(one.time, Timed) and one.time.closes and moved(tokens, at - 1):
        return Hit(Bound("moved", Timed(one.time.date, one.time.closes)), one.end)
    join = tokens.skip(one.end, ",") if lead in {"from", "between"} else one.end
    if tokens.word(join) not in ({"and"} if lead == "between" else OPEN_JOINS):
        return None
    if tokens.word(join) == "to" and lead not in {"from", "between"} and not _countable(tokens, one.end - 1):
        return None
    on, the = (tokens.skip(join + 1, word) for word in ("on", "the"))
    two = read_moment(tokens, on) or read_moment(tokens, the)
    if two and lead == "from" and (moved(tokens, at - 1) or tokens.word(at - 2) == "extended"):
        return Hit(Bound("moved", two.time), two.end)
    return Hit(Between(_same_year(one.time, two.time), two.time), two.end) if two else None


def _countable(tokens: Tokens, at: int) -> bool:
    """Whether “to” behind this word may lead to the end of a range without a “from” before it."""
    return tokens.word(at).isdecimal() or weekday_at(tokens, at) is not None or bool(month_at(tokens, at))


def _same_year(one: Time, two: Time) -> Time:
    """“30 June to 2 July 2026”: the year stands once."""
    if not isinstance(one, CalendarDate) or not isinstance(two, CalendarDate) or one.year or one.of:
        return one
    if two.year:
        return replace(one, year=two.year - (one.month > two.month))
    return replace(one, of=two.of) if one.month <= two.month else one
