"""Reads this, next and last week, month, quarter and year."""

from bot.services.dating.context import Hit
from bot.services.dating.counting import MonthNamed, RestOf, UnitNamed, Within
from bot.services.dating.dates import after_month, month_at, weekday_at
from bot.services.dating.durations import duration
from bot.services.dating.tokens import Tokens
from bot.services.dating.weekday_times import WeekdayIn
from bot.services.dating.words import (
    WHICH,
)

_WHOLE_UNITS = {"week", "weekend", "month", "quarter", "half", "year", "decade"}


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
    if (
        which not in WHICH
        or unit not in _WHOLE_UNITS
        or (tokens.word(start + 1) == "-" and tokens.glued(start + 1))
    ):
        return None
    if tokens.word(at) == "the" and which in {"last", "past", "next"}:
        return _rolling(unit, WHICH[which], start + 1)
    whole = UnitNamed(unit, WHICH[which], which in {"following", "previous", "preceding"})
    behind = tokens.skip(start + 1, "-", ",", "on")
    if unit == "week" and (weekday := weekday_at(tokens, behind)) is not None:
        return Hit(WeekdayIn(whole, weekday), behind + 1)
    return Hit(whole, tokens.skip(start + 1, "'s"))


def _unit_alone(tokens: Tokens, at: int, start: int) -> Hit | None:
    """“The weekend”, “the week after next”, “the rest of the year”."""
    unit = tokens.word(start)
    if start == at:
        return None
    if unit in {"rest", "remainder"} and tokens.word(start + 1) == "of":
        of = tokens.skip(start + 2, "the", "this")
        unit = tokens.word(of)
        return Hit(RestOf(UnitNamed(unit)), of + 1) if unit in _WHOLE_UNITS and of > start + 2 else None
    if unit in _WHOLE_UNITS and (after := tokens.phrase(start + 1, "after", "next")):
        return Hit(UnitNamed(unit, 2), after)
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
    hours = (
        found is not None
        and found.unit in {"minute", "hour"}
        and (found.unit == "minute" or found.count % 24)
    )
    if not found or hours or tokens.word(start + 1) in {"a", "an", "another"}:
        return None
    return Hit(Within(found.count * off, found.unit), found.end)


def read_month_named(tokens: Tokens, at: int) -> Hit | None:
    """“Next May”."""
    start = tokens.skip(at, "the")
    number = month_at(tokens, start + 1) if tokens.word(start) in WHICH else None
    return (
        Hit(MonthNamed(number, WHICH[tokens.word(start)]), after_month(tokens, start + 1)) if number else None
    )
