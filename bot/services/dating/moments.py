"""Reads single times, with a time of day before or after them and an explanation in brackets."""

from dataclasses import replace

from bot.services.dating.clocks import ClockHit, in_half, read_clock
from bot.services.dating.context import Hit, Time
from bot.services.dating.dates import read_date, weekday_at
from bot.services.dating.days import part_of_day, read_beside, read_day_named, read_day_number
from bot.services.dating.durations import read_counted
from bot.services.dating.expressions import Glossed, Timed
from bot.services.dating.holidays import read_holiday
from bot.services.dating.named import read_named
from bot.services.dating.periods import read_period
from bot.services.dating.printed import CalendarDate
from bot.services.dating.relative import read_month_named, read_next_units, read_unit, read_weekday
from bot.services.dating.stretch import Clock
from bot.services.dating.tokens import Tokens
from bot.services.dating.yearly import Holiday
from bot.services.wordlists import listed

OPEN_JOINS = {"to", "until", "till", "through", "–", "—", "-"}
_CLOCK_LEADS = listed(
    "at from by until till before after around about to between and off kickoff start starts doors ("
)
_SIMPLE = (
    read_date,
    read_day_named,
    read_weekday,
    read_unit,
    read_next_units,
    read_month_named,
    read_day_number,
    read_beside,
    read_holiday,
    read_named,
)
_PARTS = {"morning", "afternoon", "evening", "night", "tonight"}
_DEEPEST = 4
"""Times within times (“the end of the first week of May”); what is deeper is no language."""
_NESTED = (read_counted, read_period)
_LEADS = listed("on at by to from since until till not up with as before between")
"""Words that lead a time and begin none."""


def read_term(tokens: Tokens, at: int) -> Hit | None:
    """The longest single time without a time of day at this word, with its explanation in brackets."""
    if tokens.depth:
        return _read_term(tokens, at)
    if at not in tokens.terms:
        tokens.terms[at] = _read_term(tokens, at)
    return tokens.terms[at]


def _read_term(tokens: Tokens, at: int) -> Hit | None:
    if tokens.depth >= _DEEPEST or tokens.word(at) in _LEADS:
        return None
    tokens.depth += 1
    hits = [hit for nested in _NESTED if (hit := nested(tokens, at, read_term))]
    tokens.depth -= 1
    hits += [hit for read in _SIMPLE if (hit := read(tokens, at))]
    best = max(hits, key=lambda hit: hit.end, default=None)
    return _glossed(tokens, best) if best else None


def _weekday_behind(tokens: Tokens, hit: Hit) -> int | None:
    """“17 March (Monday)”, “March 17, Monday,”: the index after the weekday of a printed day."""
    if not isinstance(hit.time, CalendarDate) or not hit.time.day or weekday_at(tokens, hit.end + 1) is None:
        return None
    mark, after = tokens.word(hit.end), tokens.word(hit.end + 2)
    if mark == "(":
        return hit.end + 3 if after == ")" else None
    return hit.end + 2 if mark == "," and after in {",", ".", ";", "", "at", "in"} else None


def _glossed(tokens: Tokens, hit: Hit) -> Hit:
    if (named := _weekday_behind(tokens, hit)) is not None:
        weekday = weekday_at(tokens, hit.end + 1)
        return Hit(replace(hit.time, weekday=weekday), named) if isinstance(hit.time, CalendarDate) else hit
    dated = isinstance(hit.time, Holiday) and tokens.word(hit.end) == ","
    if dated and (day := read_date(tokens, hit.end + 1)):
        return Hit(Glossed(hit.time, day.time), day.end)
    if tokens.word(hit.end) not in {"(", "["}:
        return hit
    gloss = read_date(tokens, hit.end + 1) or read_period(tokens, hit.end + 1, read_date)
    if not gloss or tokens.word(gloss.end) not in {")", "]"}:
        return hit
    if isinstance(hit.time, CalendarDate) and hit.time.year and (year := tokens.year(hit.end + 1)):
        same = CalendarDate(hit.time.month, hit.time.day, year[0], hit.time.weekday)
        return Hit(Glossed(hit.time, same) if hit.time.day else same, gloss.end + 1)
    return Hit(Glossed(hit.time, gloss.time), gloss.end + 1)


def read_moment(tokens: Tokens, at: int) -> Hit | None:
    """A single time, with its time of day before or after it."""
    if at not in tokens.moments:
        tokens.moments[at] = _read_moment(tokens, at)
    return tokens.moments[at]


def _read_moment(tokens: Tokens, at: int) -> Hit | None:
    if clock := read_clock(tokens, at):
        found = _clock_first(tokens, at, clock)
        if found:
            return found
    term = read_term(tokens, at)
    return _with_clock(tokens, at, term) if term else None


def _clock_first(tokens: Tokens, at: int, clock: ClockHit) -> Hit | None:
    closes, end = _closing(tokens, clock, at)
    if closes and not clock.clock:
        clock = replace(clock, clock=Clock(0))
    comma = tokens.skip(end, ",")
    start = skip_part_of_day(tokens, tokens.skip(comma, "on", "in", "of"))
    term = (
        read_term(tokens, start) or read_term(tokens, tokens.skip(start, "the")) or read_term(tokens, comma)
    )
    if clock.bare and tokens.glued(at):
        return None  # “voted 5-2 on Tuesday night”
    if term and (not clock.bare or _PARTS & set(tokens.words[end : term.end])):
        return Hit(_timed(term.time, _halved(tokens, clock, at, term.end), closes, overnight=True), term.end)
    if not clock.clock or clock.bare or not (clock.certain or _led(tokens, at)):
        return None
    end = max(end, skip_part_of_day(tokens, end))
    return Hit(Timed(None, _halved(tokens, clock, at, end) or clock.clock, closes), end)


def _halved(tokens: Tokens, clock: ClockHit, at: int, end: int) -> Clock | None:
    """The clock in the half of the day that is said within the phrase."""
    return clock.clock if clock.halved or not clock.clock else in_half(clock.clock, tokens.words[at:end])


def skip_part_of_day(tokens: Tokens, at: int) -> int:
    """“8pm in the evening, 1st Jan”: what stands between a time of day and its date."""
    after = part_of_day(tokens, at)
    return tokens.skip(tokens.skip(after, ","), "on") if after > at else at


def _closing(tokens: Tokens, clock: ClockHit, at: int) -> tuple[Clock | None, int]:
    """“10am–noon”, “from 2pm to 4pm”: the second time of a range within a day."""
    between = tokens.word(at - 1) == "between"
    if tokens.word(clock.end) not in ({"and"} if between else OPEN_JOINS):
        return None, clock.end
    second = read_clock(tokens, clock.end + 1)
    if not second or (not second.clock and not clock.clock) or second.bare:
        return None, clock.end
    return second.clock or Clock(0), second.end


def _timed(date: Time, clock: Clock | None, closes: Clock | None = None, *, overnight: bool = False) -> Time:
    return Timed(date, clock, closes, overnight) if clock else date


def _led(tokens: Tokens, at: int) -> bool:
    """“At 9:30”, and “14:30 Keynote”: the line of a programme begins with its time."""
    opens = at == 0 and tokens.starts[at] == 0 and tokens.word(at + 1) == ":" and tokens.word(at + 3) != ""
    return opens or (tokens.word(at + 1) in {":", "h"} and tokens.word(at - 1) in _CLOCK_LEADS)


def _with_clock(tokens: Tokens, at: int, term: Hit) -> Hit:
    after = term.end
    if tokens.word(after) == "t" and tokens.glued(after):
        after += 1
    after = tokens.skip(after, ",", "(", "-", "–", "session", "|", "·", "@")
    after = tokens.skip(tokens.skip(after, ","), "session")
    after = tokens.skip(tokens.skip(after, ","), "at", "from", "around", "about", "by", "between", "for", "@")
    after = tokens.skip(tokens.skip(after, "about", "around", "from"), "the")
    if tokens.word(after) == "in" and tokens.word(after + 2) == ":":
        after += 1
    clock = read_clock(tokens, after)
    if not clock:
        return term
    closes, end = _closing(tokens, clock, after)
    end = tokens.skip(end, ")") if tokens.word(term.end) == "(" else end
    end = max(end, skip_part_of_day(tokens, end))
    led = tokens.word(after - 1) in {"at", "around", "about", "from", "by"}
    if clock.bare and not (led and _PARTS & set(tokens.words[at:end])):
        return term
    date = term.time
    if isinstance(date, CalendarDate) and date.day and not date.year and (year := tokens.year(end)):
        date, end = CalendarDate(date.month, date.day, year[0], date.weekday), year[1]
    return Hit(_timed(date, _halved(tokens, clock, at, end), closes), end)
