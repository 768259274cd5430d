"""Reads whole time expressions: repeated, bounded, ranging or single, with their preposition."""

from bot.services.dating.bounds import read_bound, with_suffix
from bot.services.dating.clocks import read_clock
from bot.services.dating.context import Hit, Time
from bot.services.dating.dates import month_at, weekday_at
from bot.services.dating.expressions import Recurring, Timed
from bot.services.dating.fractions import read_nth
from bot.services.dating.moments import read_moment
from bot.services.dating.parts import Unknown
from bot.services.dating.ranges import read_range
from bot.services.dating.tokens import Tokens
from bot.services.dating.words import UNITS
from bot.services.wordlists import listed

_PREPOSITIONS = listed("on in at for during over around about into to sometime throughout")


_MOST_WEEKDAYS = 4
"""How many of each weekday every month has."""


def read_expression(tokens: Tokens, at: int) -> Hit | None:
    """A whole time expression at this word: repeated, bounded, ranging or single, with its preposition."""
    found = (
        read_repeated(tokens, at) or read_range(tokens, at) or read_bound(tokens, at) or _plain(tokens, at)
    )
    return with_suffix(tokens, at, found) if found else None


def _plain(tokens: Tokens, at: int) -> Hit | None:
    if own := read_moment(tokens, at):
        return own
    word = tokens.word(at)
    if word in {"shortly", "just", "soon", "late", "early", "sometime"}:
        return _roughly(tokens, at + 1)
    if word not in _PREPOSITIONS:
        return None
    start = at + 1
    if found := read_range(tokens, start) or read_moment(tokens, start):
        return found
    return read_moment(tokens, start + 1) if tokens.word(start) in {"about", "around", "on", "or"} else None


def _roughly(tokens: Tokens, at: int) -> Hit | None:
    """“Shortly before midnight on Friday”, “late on Friday”: the day, without the time."""
    start = tokens.skip(at, "before", "after", "on", "in")
    found = read_moment(tokens, start)
    if not found:
        return None
    time = found.time
    return Hit(time.date, found.end) if isinstance(time, Timed) and time.date else found


def read_repeated(tokens: Tokens, at: int) -> Hit | None:
    """“Every Tuesday from June 2”, “each year”, “Saturdays until the end of September”."""
    if monthly := _monthly(tokens, at):
        return monthly
    if tokens.word(at) not in {"every", "each"}:
        return None
    after = tokens.skip(at + 1, "other", "second", "third", "single")
    weekday = weekday_at(tokens, after)
    if weekday is None and tokens.word(after) not in UNITS and not month_at(tokens, after):
        return None
    end = tokens.skip(after + 1, "morning", "afternoon", "evening", "night")
    clock = read_clock(tokens, end + 1) if tokens.word(end) == "at" else None
    end = clock.end if clock else end
    starts, until, end = _from_until(tokens, end)
    if starts or until:
        return Hit(Recurring(starts, until, weekday, clock.clock if clock else None), end)
    return Hit(Recurring(None, None, weekday) if weekday is not None else Unknown(), end)


def _monthly(tokens: Tokens, at: int) -> Hit | None:
    """“(On) the first Wednesday of every month until June”."""
    start = tokens.skip(tokens.skip(at, "on"), "the")
    if tokens.word(at) not in {"on", "the"}:
        return None
    nth = read_nth(tokens, start)
    weekday = weekday_at(tokens, nth[1]) if nth and nth[0] <= _MOST_WEEKDAYS else None
    if not nth or weekday is None or tokens.word(nth[1] + 1) not in {"of", "in"}:
        return None
    if tokens.word(nth[1] + 2) not in {"every", "each"} or tokens.word(nth[1] + 3) != "month":
        return None
    starts, until, end = _from_until(tokens, nth[1] + 4)
    return Hit(Recurring(starts, until, weekday, nth=nth[0]), end) if starts or until else None


def _from_until(tokens: Tokens, at: int) -> tuple[Time | None, Time | None, int]:
    """“(Every Tuesday) from June 2 until July 7”: when it begins and ends, and the index after that."""
    starts = _after_word(tokens, at, "from", "starting", "beginning")
    if starts and isinstance(starts.time, Timed) and starts.time.date is None:
        return None, None, at  # “from 4pm”, whenever it takes place
    at = starts.end if starts else at
    until = _after_word(tokens, at, "until", "till", "to", "through")
    return starts.time if starts else None, until.time if until else None, until.end if until else at


def _after_word(tokens: Tokens, at: int, *words: str) -> Hit | None:
    after = tokens.skip(at, ",")
    return read_moment(tokens, tokens.skip(after + 1, "on")) if tokens.word(after) in words else None
