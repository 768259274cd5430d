"""Reads times by “this”, “next” and “last”, and weekdays: counted from the article's day."""

import re

from bot.services.dating.context import Hit
from bot.services.dating.counting import Shifted, Today, UnitNamed, Within
from bot.services.dating.dates import after_month, month_at, weekday_at
from bot.services.dating.days import AFTER_NUMBER, part_of_day
from bot.services.dating.durations import duration
from bot.services.dating.expressions import Between
from bot.services.dating.parts import NthPart
from bot.services.dating.tokens import Tokens
from bot.services.dating.verbs import MODALS
from bot.services.dating.weekday_times import WeekdayIn, WeekdayNamed
from bot.services.dating.words import TITLES, UNITS, WEEKDAY_ABBREVIATIONS, WEEKDAY_EPITHETS, WHICH
from bot.services.dating.yearly import month_of
from bot.services.wordlists import listed

_WHOLE_UNITS = {"week", "weekend", "month", "quarter", "half", "year", "decade"}
_BEYOND = {("after", "next"): 2, ("before", "last"): -2}
_DAY = re.compile(r"([1-9]|[12]\d|3[01])[日号號일](?![間间간])")
_WEEKDAY_LEADS = listed("on by until till from every ( to - – since")


def read_weekday(tokens: Tokens, at: int) -> Hit | None:
    """A weekday, with “this”, “next”, “last” before it or its week behind it."""
    start = tokens.skip(at, "the", "that")
    which = tokens.word(start) if tokens.word(start) in WHICH else ""
    start += bool(which)
    if which == "this" and tokens.word(start) in {"coming", "upcoming", "past", "week"}:
        which, start = tokens.word(start), start + 1
    weekday = weekday_at(tokens, start)
    if weekday is None or which == "week":
        return None
    if start > at and not which:
        named = _is_name(tokens, start) or tokens.word(start + 1) in {"after", "before"}
        return None if named else _the(tokens, start, weekday)
    if not which and (_is_name(tokens, start) or _unsure(tokens, start) or _is_any(tokens, start)):
        return None
    return _weekday_tail(tokens, start, weekday, which)


def _the(tokens: Tokens, at: int, weekday: int) -> Hit | None:
    """“On the Saturday”: the one that belongs to the date named last."""
    plain = tokens.word(at) not in WEEKDAY_ABBREVIATIONS and not tokens.printed(at + 1)[:1].isupper()
    end = part_of_day(tokens, at + 1)
    noun = tokens.word(end).isalpha() and tokens.word(end) not in AFTER_NUMBER
    return Hit(WeekdayNamed(weekday, "the"), end) if plain and not noun else None


def _is_name(tokens: Tokens, at: int) -> bool:
    """“Bloody Sunday”, “the Sunday Times”, “Super Tuesday”."""
    title = tokens.word(at + 1) in TITLES and tokens.capital(at + 1) and not tokens.shouting
    return title or (tokens.word(at - 1) in WEEKDAY_EPITHETS and tokens.capital(at - 1))


def _is_any(tokens: Tokens, at: int) -> bool:
    """“On a Monday in January”, “any Friday”: no day of its own; but “a Monday deadline”."""
    after = tokens.word(part_of_day(tokens, at + 1))
    alone = not after.isalpha() or after in AFTER_NUMBER or after == "of"
    return alone and tokens.word(at - 1) in {"a", "any", "some", "one"}


def _unsure(tokens: Tokens, at: int) -> bool:
    """Abbreviations stand for weekdays only where a weekday is expected (“on Sun.”, not “the Sun”)."""
    if tokens.word(at) not in WEEKDAY_ABBREVIATIONS:
        return False
    if tokens.word(at - 1) == "":
        return tokens.word(at + 1) not in {".", ","}
    return tokens.word(at - 1) not in _WEEKDAY_LEADS


def _weekday_tail(tokens: Tokens, at: int, weekday: int, which: str) -> Hit | None:
    end = tokens.skip(at + 1, ".") if tokens.word(at) in WEEKDAY_ABBREVIATIONS else at + 1
    if tokens.word(end) in {"week", "fortnight"} and not which:
        return Hit(Shifted(WeekdayNamed(weekday, "coming"), 1, tokens.word(end)), end + 1)
    week = tokens.skip(tokens.skip(tokens.skip(end, ","), "of", "in"), "the")
    off = WHICH.get(tokens.word(week))
    if off is not None and tokens.word(week + 1) == "week" and not which:
        whole = UnitNamed("week", off, tokens.word(week) == "following")
        return Hit(WeekdayIn(whole, weekday), week + 2)
    if tokens.word(end) == "next" and not which and tokens.word(end + 1) not in UNITS:
        return Hit(WeekdayNamed(weekday, "next"), end + 1)
    end = part_of_day(tokens, end)
    owns = tokens.word(end) == "'s"
    return Hit(WeekdayNamed(weekday, which or ("'s" if owns else "")), end + owns)


def read_unit(tokens: Tokens, at: int) -> Hit | None:
    """“Next week”, “this month”, “last year’s”, “the coming weekend”, “next week Wednesday”."""
    start = tokens.skip(tokens.skip(at, "the", "later", "earlier"), "the")
    if found := _unit_alone(tokens, at, start):
        return found
    which = tokens.word(start)
    start = tokens.skip(start + 1, "calendar")
    unit = tokens.word(start)
    if which in {"coming", "next"} and unit == "fortnight":
        return Hit(Within(1, unit), start + 1)
    compound = tokens.word(start + 1) == "-" and tokens.glued(start + 1)
    if which not in WHICH or unit not in _WHOLE_UNITS or compound:
        return None
    if tokens.word(at) == "the" and which in {"last", "past", "next"}:
        return _rolling(unit, WHICH[which], start + 1)
    whole = UnitNamed(unit, WHICH[which], which in {"following", "previous", "preceding"})
    return _day_of(tokens, whole, start + 1) or Hit(whole, tokens.skip(start + 1, "'s"))


def _day_of(tokens: Tokens, whole: UnitNamed, at: int) -> Hit | None:
    """“(Next week) on Friday”, “(今月)20日”."""
    behind = tokens.skip(at, "-", ",", "on")
    if whole.unit == "week" and (weekday := weekday_at(tokens, behind)) is not None:
        return Hit(WeekdayIn(whole, weekday), behind + 1)
    if whole.unit == "month" and (found := tokens.match(_DAY, at)):
        return Hit(NthPart("day", int(found[0][1]), whole), found[1])
    return None


def _unit_alone(tokens: Tokens, at: int, start: int) -> Hit | None:
    """“The weekend”, “the week after next (on Friday)”, “the month before last”, “the rest of the year”."""
    unit = tokens.word(start)
    if start == at:
        return None
    if unit in {"rest", "remainder"} and tokens.word(start + 1) == "of":
        of = tokens.skip(start + 2, "the", "this")
        unit = tokens.word(of)
        known = unit in _WHOLE_UNITS and of > start + 2
        return Hit(Between(Today(), UnitNamed(unit)), of + 1) if known else None
    for words, off in _BEYOND.items():
        if unit in _WHOLE_UNITS and (after := tokens.phrase(start + 1, *words)):
            whole = UnitNamed(unit, off)
            return _day_of(tokens, whole, after) or Hit(whole, after)
    if unit == "weekend" and tokens.word(start + 1) not in {"of", "after", "before"}:
        return Hit(UnitNamed(unit), start + 1)
    return None


def _rolling(unit: str, off: int, end: int) -> Hit | None:
    """“Over the next year”: so long from now, not the next calendar year."""
    if unit in {"weekend", "half", "quarter", "decade"}:
        return Hit(UnitNamed(unit, off), end)
    return Hit(Within(off, unit), end)


def read_next_units(tokens: Tokens, at: int) -> Hit | None:
    """“The next ten days”, “the past two weeks”."""
    start = tokens.skip(at, "the")
    off = WHICH.get(tokens.word(start), 0)
    found = duration(tokens, start + 1) if off else None
    verb = tokens.word(start) == "last" and tokens.word(start - 1) in MODALS  # “is to last 30 days”
    if not found or verb or tokens.word(start + 1) in {"a", "an", "another"}:
        return None
    if found.unit == "minute" or (found.unit == "hour" and found.count % 24):
        return None
    return Hit(Within(found.count * off, found.unit), found.end)


def read_month_named(tokens: Tokens, at: int) -> Hit | None:
    """“Next May”."""
    start = tokens.skip(at, "the")
    number = month_at(tokens, start + 1) if tokens.word(start) in WHICH else None
    if not number:
        return None
    return Hit(month_of(number, WHICH[tokens.word(start)]), after_month(tokens, start + 1))
