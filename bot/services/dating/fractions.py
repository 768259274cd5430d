"""Reads the parts of months, years and weeks: “early May”, “the first half of June”, “the week of 12 May”."""

from bot.services.dating.context import Hit
from bot.services.dating.counting import Lasting, UnitNamed
from bot.services.dating.dates import month_at, weekday_at, year_after, year_behind
from bot.services.dating.parts import NthPart, Part, Unknown, WeekOf
from bot.services.dating.printed import Year
from bot.services.dating.tokens import Reader, Tokens
from bot.services.dating.weekday_times import WeekdayIn
from bot.services.dating.words import UNITS
from bot.services.dating.yearly import QUARTERS, calendar_week, portion

_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_PARTS = {"early", "mid", "late", "later", "earlier", "start", "beginning", "middle", "end", "close"}
_VERBS = {"start", "end", "close"}
"""Before “in” or “on” these are what somebody does: “will close on 3 June”."""
_UNITS = {"working day", "half", "fortnight", "decade", "week", "weekend", "quarter", "day", "month"}
_WHOLES = {"year", "month", "week", "quarter", "weekend", "half", "decade"}
_EACH = {"each", "every"}


def read_part(tokens: Tokens, at: int, term: Reader) -> Hit | None:
    """“Early May”, “mid-2026”, “the end of the year”, “later this month”, “year-end”, “late on Friday”."""
    start = tokens.skip(at, "the")
    if tokens.word(start) in {"tail", "back", "very"} and tokens.word(start + 1) in {"end", "start"}:
        start += 1
    name = tokens.word(start)
    if ends := _unit_end(tokens, start):
        return ends
    if name not in _PARTS or (name in _VERBS and tokens.word(start + 1) in {"in", "on"}):
        return None
    after = tokens.skip(tokens.skip(start + 1, "-", "to"), "of", "in", "on")
    if name == "mid" and tokens.word(after) == "year":
        return Hit(Part("mid", UnitNamed("year")), after + 1)
    if hours := _office_hours(tokens, after):
        after = hours
    whole = _whole(tokens, after, term)
    return Hit(Part(name, whole.time), whole.end) if whole else None


def _unit_end(tokens: Tokens, at: int) -> Hit | None:
    """“Year-end”, “month's end”, “(before) the year is out”."""
    unit = tokens.word(at)
    if unit not in _WHOLES:
        return None
    for words in (("-", "end"), ("'s", "end"), ("is", "out"), ("is", "over"), ("ends",)):
        if after := tokens.phrase(at + 1, *words):
            return Hit(Part("end", UnitNamed(unit)), after)
    return None


def _office_hours(tokens: Tokens, at: int) -> int | None:
    """“(The end of) office hours on …”: the day is what follows."""
    if tokens.word(at) not in {"office", "business", "working", "trading", "play", "the"}:
        return None
    after = tokens.skip(tokens.skip(at, "the"), "office", "business", "working", "trading", "play")
    after = tokens.skip(tokens.skip(after, "hours", "day"), "on", "of")
    return after if after > at + 1 or tokens.word(at) != "the" else None


def _whole(tokens: Tokens, at: int, term: Reader) -> Hit | None:
    """What can have parts: any time, or “the year” for the one that the article is in."""
    start = tokens.skip(at, "the")
    unit = tokens.word(start)
    if start > at and unit in _WHOLES and tokens.year(start + 1) is None and tokens.word(start + 1) != "of":
        return Hit(UnitNamed(unit), start + 1)
    if tokens.phrase(at, "this", "month") or (
        unit in {"month", "year"} and tokens.word(at - 1) == "of" and start == at
    ):
        return Hit(UnitNamed("year" if unit == "year" else "month"), start + 1 + (unit == "this"))
    if (year := tokens.year(start)) and tokens.word(start).isdecimal():
        if tokens.spans_years(year[1]):
            return Hit(Unknown(), year[1] + 2)
        return Hit(Year(year[0]), year[1]) if not month_at(tokens, year[1]) else term(tokens, start)
    return term(tokens, at)


def read_nth_part(tokens: Tokens, at: int, term: Reader) -> Hit | None:
    """“The first half of June”, “the last Friday of October”, “the third quarter of 2026”."""
    start = tokens.skip(at, "the")
    nth = read_nth(tokens, start)
    if not nth:
        return None
    number, after = nth
    several = None if tokens.phrase(after, "ten", "days") else tokens.cardinal(after)
    if abs(number) == 1 and several:
        return _edge(tokens, several, term, last=number < 0)
    if (weekday := weekday_at(tokens, after)) is not None:
        return _nth_weekday(tokens, after + 1, term, weekday, number)
    return _nth_unit(tokens, after, term, number, named=start > at)


def read_nth(tokens: Tokens, at: int) -> tuple[int, int] | None:
    """“Third”, “last” (-1) or “IV”, and the index after it."""
    word = tokens.word(at)
    if word in {"last", "final"}:
        return -1, at + 1
    if word in _ROMAN and tokens.word(at + 1) in {"quarter", "half", "decade"}:
        return _ROMAN[word], at + 1
    return tokens.ordinal(at)


def _nth_weekday(tokens: Tokens, at: int, term: Reader, weekday: int, number: int) -> Hit | None:
    link = tokens.skip(at, "of", "in")
    if tokens.word(link) in _EACH:
        return Hit(Unknown(), link + 2)
    whole = _whole_behind(tokens, at, term)
    return Hit(WeekdayIn(whole.time, weekday, number), whole.end) if whole else None


def _nth_unit(tokens: Tokens, at: int, term: Reader, number: int, *, named: bool) -> Hit | None:
    hyphen = tokens.word(at) == "-"
    after = tokens.skip(at, "calendar", "full", "-")
    unit, end = _unit(tokens, after)
    link = tokens.skip(end, "of", "in")
    if unit not in _UNITS:
        return None
    if tokens.word(link) in _EACH:
        return Hit(Unknown(), link + 2)
    if {"fiscal", "financial", "fy"} & {tokens.word(link), tokens.word(link + 1), tokens.word(link + 2)}:
        return Hit(Unknown(), end)
    if whole := _whole_behind(tokens, end, term):
        return Hit(NthPart(unit, number, whole.time), whole.end)
    alone = named and not hyphen and unit == "quarter" and 1 <= number <= QUARTERS
    return Hit(portion(number, QUARTERS), end) if alone else None


def _unit(tokens: Tokens, at: int) -> tuple[str, int]:
    """The unit here, “ten days” and “working day” among them, and the index after it."""
    if tokens.word(at) in {"ten", "10"} and tokens.word(at + 1) == "days":
        return "decade", at + 2
    if tokens.word(at) in {"working", "business", "trading"} and tokens.word(at + 1) == "day":
        return "working day", at + 2
    return tokens.word(at), at + 1


def _whole_behind(tokens: Tokens, at: int, term: Reader) -> Hit | None:
    link = tokens.skip(at, "of", "in")
    return _whole(tokens, link, term) if link > at else year_behind(tokens, at)


def _edge(tokens: Tokens, count: tuple[int, int], term: Reader, *, last: bool) -> Hit | None:
    """“The first three days of April”."""
    unit = UNITS.get(tokens.word(count[1]))
    whole = _whole(tokens, count[1] + 2, term) if unit and tokens.word(count[1] + 1) in {"of", "in"} else None
    return Hit(Lasting(whole.time, count[0], unit, last), whole.end) if whole and unit else None


def read_week_of(tokens: Tokens, at: int, term: Reader) -> Hit | None:
    """“The week of 12 May”, “the week beginning May 12”, “the week of the vote”."""
    start = tokens.skip(at, "the")
    unit = tokens.word(start)
    if unit == "calendar" and tokens.word(start + 1) == "week" and (number := tokens.cardinal(start + 2)):
        year, end = year_after(tokens, number[1]) or (None, number[1])
        return Hit(calendar_week(number[0], Year(year) if year else None), end)
    if short := tokens.phrase(start, "w", "/", "c"):
        whole = term(tokens, short)
        return Hit(WeekOf(whole.time), whole.end) if whole else None
    if unit not in {"week", "weekend"}:
        return None
    after = tokens.skip(start + 1, "of", "beginning", "starting", "commencing", "ending")
    whole = term(tokens, tokens.skip(after, "on")) if after > start + 1 else None
    return Hit(WeekOf(whole.time, unit), whole.end) if whole else None


def read_turn(tokens: Tokens, at: int) -> Hit | None:
    """“The first of the year”, “the turn of the year”, “the New Year”."""
    start = tokens.skip(at, "the")
    for first in ("first", "1st", "turn"):
        after = tokens.phrase(start, first, "of", "the")
        if after and tokens.word(after) in {"year", "month"}:
            return Hit(NthPart("day", 1, UnitNamed(tokens.word(after), 1)), after + 1)
    after = tokens.phrase(start, "new", "year") if start > at else None
    return (
        Hit(UnitNamed("year", 1), after) if after and tokens.word(after) not in {"'s", "day", "eve"} else None
    )
