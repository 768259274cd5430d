"""Reads dates of the calendar in the forms that articles print."""

import re

from bot.services.dating.calendars import HIJRI_MONTHS, LUNAR, PERSIAN_MONTHS, SOLAR
from bot.services.dating.context import Hit
from bot.services.dating.counting import UnitNamed
from bot.services.dating.numeric import is_clock, read_numeric, read_pair, read_pair_alone
from bot.services.dating.printed import CalendarDate, DayOfMonth, OtherDate, Year
from bot.services.dating.tokens import Tokens
from bot.services.dating.words import (
    DOUBTFUL_MONTHS,
    MONTH_ABBREVIATIONS,
    MONTHS,
    WEEKDAY_ABBREVIATIONS,
    WEEKDAYS,
    WHICH,
)
from bot.services.wordlists import listed

_LONG_MONTH = re.compile(
    r"(Rab[ei]'?e? al[- ]Aww?al)|(Rab[ei]'?e? al[- ](?:Th|S)ani)|(Jum[ae]da al[- ](?:Ula|Awwal))"
    r"|(Jum[ae]da al[- ](?:Th|S|Akh)\w+)"
    r"|(Dhu['’ ]?l?[- ]?(?:al[- ])?Q[ai]'?dah?)|(Dhu['’ ]?l?[- ]?(?:al[- ])?Hijjah?)",
    re.IGNORECASE,
)
_LONG_MONTHS = {1: 3, 2: 4, 3: 5, 4: 6, 5: 11, 6: 12}

_COUNTED = listed("per percent % million billion trillion thousand hundred degrees years points")
_SMALL_WORDS = listed(
    "in on at and or the a to for from with by of as when after before until that which is was will has had"
    " would between because against under"
)


def read_date(tokens: Tokens, at: int) -> Hit | None:
    """A calendar date at this word, with its weekday before it."""
    weekday, start = leading_weekday(tokens, tokens.skip(tokens.skip(at, "the"), "this", "next"))
    if weekday is None:
        return read_numeric(tokens, at) or _named_date(tokens, at, None) or read_pair_alone(tokens, at)
    return (
        read_numeric(tokens, start)
        or _named_date(tokens, start, weekday)
        or read_pair(tokens, start, weekday)
        or _weekday_number(tokens, start, weekday)
    )


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
    """A year after a month or a day: “2021”, “, 2021”, “of 2021”, “of the year 2021”, “B.E. 2569”."""
    start = tokens.skip(at, ",", ".", "/", "-")
    start = tokens.skip(tokens.skip(tokens.skip(start, "of", "in"), "the"), "year")
    era = tokens.phrase(start, "b", ".", "e", ".")
    found = tokens.year(era or start)
    if not found:
        return None
    ah = tokens.skip(found[1], "ah", "hijri", "bc") if tokens.word(found[1]) != "bc" else found[1]
    return found[0], ah


def beyond_years(tokens: Tokens, at: int) -> bool:
    """Whether a month's year is one that no calendar holds (“1 December 10000”, not “… 10000 people”)."""
    day = tokens.day(at)
    year = tokens.skip(day[1] if day else at, ",")
    long = tokens.word(year).isdecimal() and len(tokens.word(year)) > len("2025")
    return long and not tokens.word(year + 1).isalpha()


def year_named(tokens: Tokens, at: int) -> Hit | None:
    """“Of next year”, “this year”, “of the current year”."""
    start = tokens.skip(tokens.skip(tokens.skip(at, ","), "of", "in"), "the")
    which = tokens.word(start)
    off = 0 if which in {"same", "that"} else WHICH.get(which)
    if off is None or tokens.word(start + 1) != "year" or tokens.word(start + 2) == "'s":
        return None
    return Hit(UnitNamed("year", off, which in {"following", "same", "that"}), start + 2)


def year_behind(tokens: Tokens, at: int) -> Hit | None:
    """A year in figures or one by its place, as a time: “(spring) 2027”, “(in autumn) of next year”."""
    year = year_after(tokens, at)
    return Hit(Year(year[0]), year[1]) if year else year_named(tokens, at)


def other_month(tokens: Tokens, at: int) -> tuple[str, int, int] | None:
    """A month of another calendar: calendar, number, index after it."""
    word = tokens.word(at)
    if word[:1] in {"r", "j", "d"} and (hit := tokens.match(_LONG_MONTH, at)):
        return LUNAR, _LONG_MONTHS[hit[0].lastindex or 1], hit[1]
    distinct = tokens.capital(at) or tokens.word(at - 1).isdecimal()
    if distinct and word in PERSIAN_MONTHS:
        return SOLAR, PERSIAN_MONTHS[word], at + 1
    if distinct and word in HIJRI_MONTHS:
        return LUNAR, HIJRI_MONTHS[word], at + 1
    return None


def dated_elsewhere(tokens: Tokens, month: tuple[str, int, int], day: int | None, end: int) -> Hit:
    """A month of another calendar, perhaps its day, and the year behind them."""
    year, end = year_after(tokens, end) or (None, end)
    return Hit(OtherDate(month[0], month[1], day, year), end)


def leading_weekday(tokens: Tokens, at: int) -> tuple[int | None, int]:
    """The weekday at this word, if there is one, and the index behind it: “Thursday 8”."""
    weekday = weekday_at(tokens, at)
    if weekday is None:
        return None, at
    after = tokens.skip(at + 1, ".") if tokens.word(at) in WEEKDAY_ABBREVIATIONS else at + 1
    after = tokens.skip(after, "morning", "afternoon", "evening", "night")
    return weekday, tokens.skip(tokens.skip(after, ",", "-", "–"), "the", "on")


def _named_date(tokens: Tokens, at: int, weekday: int | None) -> Hit | None:
    return _day_first(tokens, at, weekday) or _month_first(tokens, at, weekday)


def _day_first(tokens: Tokens, at: int, weekday: int | None) -> Hit | None:
    start = tokens.skip(tokens.skip(at, "the"), "day")
    found = tokens.day(start)
    if not found:
        return None
    after = tokens.skip(tokens.skip(found[1], "day"), ".", "-", "st", "er")
    linked = tokens.skip(after, "of")
    linked = tokens.skip(linked, "the") if linked > after else linked
    linked = tokens.skip(linked, "blessed", "holy")
    linked = tokens.phrase(linked, "month", "of") or linked
    if other := other_month(tokens, linked):
        return dated_elsewhere(tokens, other, found[0], other[2])
    month = month_at(tokens, linked)
    if not month:
        return None
    end = after_month(tokens, linked)
    return None if beyond_years(tokens, end) else _calendar(tokens, month, found[0], end, weekday)


def _month_first(tokens: Tokens, at: int, weekday: int | None) -> Hit | None:
    other = other_month(tokens, at)
    month = month_at(tokens, at)
    if not month and not other:
        return None
    after = other[2] if other else after_month(tokens, at)
    found = tokens.day(tokens.skip(tokens.skip(after, ",", "/", "-", "."), "the"))
    if not found or is_clock(tokens, found[1]) or _counts(tokens, at, after, found[1]):
        return None
    if beyond_years(tokens, after):
        return None
    if other:
        return dated_elsewhere(tokens, other, found[0], found[1])
    assert month
    return _calendar(tokens, month, found[0], found[1], weekday)


def _calendar(tokens: Tokens, month: int, day: int, end: int, weekday: int | None) -> Hit:
    year = year_after(tokens, end)
    if year and not is_clock(tokens, year[1]):
        return Hit(CalendarDate(month, day, year[0], weekday), year[1])
    if named := year_named(tokens, end):
        return Hit(CalendarDate(month, day, of=named.time), named.end)
    return Hit(CalendarDate(month, day, None, weekday), end)


def _counts(tokens: Tokens, at: int, number: int, end: int) -> bool:
    """Whether the number behind a month counts things: “In March 20 people …”, “In May 3 per cent …”."""
    word = tokens.word(end)
    if word in _COUNTED:
        return True
    led = tokens.word(at - 1) in {"in", "since", "during"}
    plain = word.isalpha() and not tokens.capital(end) and word not in _SMALL_WORDS
    return led and plain and end == number + 1


def _weekday_number(tokens: Tokens, at: int, weekday: int) -> Hit | None:
    """“Tuesday the eleventh”, “Tuesday (6)”, “Monday 21”."""
    bracket = tokens.word(at) == "("
    start = tokens.skip(at, "(")
    found = tokens.day(start)
    if not found or (bracket and tokens.word(found[1]) != ")"):
        return None
    following = tokens.word(found[1])
    bare = not bracket and not tokens.ordinal(start)
    noun = following.isalpha() and following not in _SMALL_WORDS and not tokens.cardinal(found[1])
    if noun and not tokens.word(start).isdecimal():
        return None
    if bare and (tokens.word(at - 1) != "the" and following[:1].isalpha() and following not in _SMALL_WORDS):
        return None
    if bare and (
        is_clock(tokens, found[1]) or following in {":", "/", "%", "-"} or not tokens.word(start).isdecimal()
    ):
        return None
    return Hit(DayOfMonth(found[0], weekday), found[1] + bracket)
