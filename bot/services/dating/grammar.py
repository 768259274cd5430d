"""Reads whole time expressions: single times, times of day joined to them, ranges, bounds and repetitions."""

from dataclasses import replace

from bot.services.dating.clocks import ClockHit, in_half, read_clock
from bot.services.dating.context import Hit, Time
from bot.services.dating.counting import Lasting
from bot.services.dating.dates import (
    after_month,
    is_clock,
    month_at,
    other_month,
    read_date,
    read_month_year_first,
    weekday_at,
    year_after,
    year_named,
)
from bot.services.dating.expressions import Between, Bound, Glossed, Recurring, Timed
from bot.services.dating.holidays import read_holiday
from bot.services.dating.lists import words_of
from bot.services.dating.named import read_named
from bot.services.dating.parts import MonthOf, Unknown
from bot.services.dating.periods import read_period
from bot.services.dating.printed import CalendarDate, OtherDate
from bot.services.dating.relative import (
    duration,
    read_beside,
    read_counted,
    read_day_named,
    read_day_number,
    read_month_named,
    read_next_units,
    read_unit,
    read_weekday,
)
from bot.services.dating.stretch import Clock
from bot.services.dating.tokens import Tokens
from bot.services.dating.verbs import MOVES
from bot.services.dating.words import UNITS

_PREPOSITIONS = {
    "on",
    "in",
    "at",
    "for",
    "during",
    "over",
    "around",
    "about",
    "into",
    "to",
    "sometime",
    "throughout",
}
_JOINS = {"to", "until", "till", "through", "-", "–", "—", "and"}
_OPEN_JOINS = {"to", "until", "till", "through", "–", "—", "-"}
_CLOCK_LEADS = frozenset(
    words_of(
        """
    at from by until till before after around about to between and off kickoff start starts doors (
    """
    )
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
    read_month_year_first,
)
_PARTS = {"morning", "afternoon", "evening", "night", "tonight"}
_NESTED = (read_counted, read_period)

_BOUNDS = sorted(
    (
        (tuple(words.split()), kind)
        for kind, phrases in {
            "after": "no earlier than|not earlier than|no sooner than|not until at least|not until|until at least|not before|until after|on or after|after",
            "by": "by no later than|no later than|not later than|on or before|at the latest by|by|until|till|up to"
            "|up until|up to and including|not beyond|through",
            "before": "before|prior to|ahead of",
            "since": "ever since|since",
            "from": "from|as from|as of|with effect from|effective from|effective|starting on|starting from|starting|starts"
            "|beginning on|beginning|as early as|as soon as|as late as",
        }.items()
        for words in phrases.split("|")
    ),
    key=lambda bound: -len(bound[0]),
)
_BOUND_STARTS = {words[0] for words, _ in _BOUNDS}
_CLAUSE_ENDS = {",", ";", ".", ":", "but", "and"}
_NEGATIONS = {"not", "never", "cannot", "t", "nor", "no", "nobody", "nothing"}
_REACH = 10


def read_term(tokens: Tokens, at: int) -> Hit | None:
    """The longest single time without a time of day at this word, with its explanation in brackets."""
    hits = [hit for nested in _NESTED if (hit := nested(tokens, at, read_term))]
    hits += [hit for read in _SIMPLE if (hit := read(tokens, at))]
    best = max(hits, key=lambda hit: hit.end, default=None)
    return _glossed(tokens, best) if best else None


def _glossed(tokens: Tokens, hit: Hit) -> Hit:
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
    start = tokens.skip(tokens.skip(end, ","), "on", "in", "of")
    start = _part_of_day(tokens, start)
    term = read_term(tokens, start) or read_term(tokens, tokens.skip(start, "the"))
    if term and (not clock.bare or _PARTS & set(tokens.words[end : term.end])):
        return Hit(_timed(term.time, _halved(tokens, clock, at, term.end), closes, overnight=True), term.end)
    if not clock.clock or clock.bare or not (clock.certain or _led(tokens, at)):
        return None
    end = max(end, _part_of_day(tokens, end))
    return Hit(Timed(None, _halved(tokens, clock, at, end) or clock.clock, closes), end)


def _halved(tokens: Tokens, clock: ClockHit, at: int, end: int) -> Clock | None:
    """The clock in the half of the day that is said within the phrase."""
    return clock.clock if clock.halved or not clock.clock else in_half(clock.clock, tokens.words[at:end])


def _part_of_day(tokens: Tokens, at: int) -> int:
    """“8pm in the evening, 1st Jan”: what stands between a time of day and its date."""
    after = tokens.skip(tokens.skip(tokens.skip(at, "in"), "the"), "morning", "afternoon", "evening")
    return (
        tokens.skip(tokens.skip(after, ","), "on") if after > at and tokens.word(after - 1) != "the" else at
    )


def _closing(tokens: Tokens, clock: ClockHit, at: int) -> tuple[Clock | None, int]:
    """“10am–noon”, “from 2pm to 4pm”: the second time of a range within a day."""
    between = tokens.word(at - 1) == "between"
    if tokens.word(clock.end) not in ({"and"} if between else _OPEN_JOINS):
        return None, clock.end
    second = read_clock(tokens, clock.end + 1)
    if not second or (not second.clock and not clock.clock) or second.bare:
        return None, clock.end
    return second.clock or Clock(0), second.end


def _timed(date: Time, clock: Clock | None, closes: Clock | None = None, *, overnight: bool = False) -> Time:
    return Timed(date, clock, closes, overnight) if clock else date


def _led(tokens: Tokens, at: int) -> bool:
    return tokens.word(at + 1) in {":", "h"} and tokens.word(at - 1) in _CLOCK_LEADS


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
    end = max(end, _part_of_day(tokens, end))
    if clock.bare and (
        not _PARTS & set(tokens.words[at:end])
        or tokens.word(after - 1) not in {"at", "around", "about", "from", "by"}
    ):
        return term
    date = term.time
    if isinstance(date, CalendarDate) and date.day and not date.year and (year := tokens.year(end)):
        date, end = CalendarDate(date.month, date.day, year[0], date.weekday), year[1]
    return Hit(_timed(date, _halved(tokens, clock, at, end), closes), end)


def read_expression(tokens: Tokens, at: int) -> Hit | None:
    """A whole time expression at this word: repeated, bounded, ranging or single, with its preposition."""
    found = _repeated(tokens, at) or _range(tokens, at) or _bound(tokens, at) or _plain(tokens, at)
    return _suffixed(tokens, at, found) if found else None


def _suffixed(tokens: Tokens, at: int, hit: Hit) -> Hit:
    """“(Friday) at the latest”, “(in May) at the earliest”, “(from 1 April) onwards”."""
    after = tokens.skip(hit.end, ",")
    if end := tokens.phrase(after, "at", "the", "latest") or tokens.phrase(after, "or", "earlier"):
        return Hit(hit.time if isinstance(hit.time, Bound) else Bound("by", hit.time), end)
    if end := tokens.phrase(after, "at", "the", "earliest") or tokens.phrase(after, "or", "later"):
        return Hit(hit.time if isinstance(hit.time, Bound) else Bound("after", hit.time), end)
    if tokens.word(hit.end) in {"onwards", "onward"}:
        return Hit(hit.time, hit.end + 1)
    return _lasting(tokens, at, hit)


def _lasting(tokens: Tokens, at: int, hit: Hit) -> Hit:
    """“From 10 March for two weeks”."""
    starts = isinstance(hit.time, Bound) and hit.time.kind == "from"
    if not isinstance(hit.time, Bound) or not starts:
        return hit
    if tokens.word(hit.end) == "for" and (found := duration(tokens, hit.end + 1)):
        return Hit(Lasting(hit.time.time, found.count, found.unit), found.end)
    long = _long_before(tokens, at)
    return Hit(Lasting(hit.time.time, *long), hit.end) if long else hit


def _long_before(tokens: Tokens, at: int) -> tuple[int, str] | None:
    """“(A three-day strike) from Monday”: how long it lasts."""
    for back in range(4, 8):
        count = tokens.cardinal(at - back)
        if count and tokens.word(count[1]) == "-" and (unit := UNITS.get(tokens.word(count[1] + 1))):
            return count[0], unit
        if tokens.word(at - back) in _CLAUSE_ENDS:
            return None
    return None


def _plain(tokens: Tokens, at: int) -> Hit | None:
    if own := read_moment(tokens, at):
        return own
    word = tokens.word(at)
    if word in {"shortly", "just", "soon", "late", "early", "sometime"}:
        return _roughly(tokens, at + 1)
    if word not in _PREPOSITIONS:
        return None
    start = at + 1
    if found := _range(tokens, start) or read_moment(tokens, start):
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


def _bound(tokens: Tokens, at: int) -> Hit | None:
    if tokens.word(at) not in _BOUND_STARTS:
        return None
    for words, kind in _BOUNDS:
        after = tokens.phrase(at, *words)
        if after is None:
            continue
        after = tokens.phrase(after, "at", "least") or after
        after = tokens.skip(after, "at", "on", "about", "around", "in", "sometime")
        inner = _range(tokens, after) or read_moment(tokens, after)
        inner = inner or read_moment(tokens, tokens.skip(after, "the", "its", "a", "their"))
        inner = inner or _dated_name(tokens, after)
        if inner:
            return _bounded(tokens, at, kind, inner)
    return None


def _dated_name(tokens: Tokens, at: int) -> Hit | None:
    """“(Before) the Dragon Boat Festival (May 31)”, “(until) Waitangi Day, Feb. 6”: a name with its date behind it."""
    start = tokens.skip(at, "the")
    for end in range(start + 1, start + 6):
        if not tokens.capital(end - 1):
            return None
        if tokens.word(end) in {"(", ","} and (found := read_date(tokens, end + 1)):
            return Hit(found.time, tokens.skip(found.end, ")"))
    return None


def _bounded(tokens: Tokens, at: int, kind: str, inner: Hit) -> Hit:
    """“Not until X” is X, “not before X” begins at X; “after Friday's vote” is the vote's day."""
    if tokens.word(inner.end - 1) == "'s" and kind in {"after", "since"}:
        return inner
    if kind == "by" and tokens.word(at) in {"until", "till"} and moved(tokens, at):
        return Hit(Bound("from", inner.time), inner.end)
    if kind == "before" and "midnight" in tokens.words[at : inner.end]:
        return Hit(Bound("by", inner.time), inner.end)
    if kind in {"by", "before"} and tokens.word(at) in {"until", "till", "before"} and _negated(tokens, at):
        return Hit(Bound("from" if kind == "by" else "after", inner.time), inner.end)
    return Hit(Bound(kind, inner.time), inner.end)


def moved(tokens: Tokens, at: int) -> bool:
    """Whether something was moved to the time that begins here: then it is a new date, no bound or range."""
    return any(tokens.word(at - back) in MOVES for back in range(1, 6))


def _negated(tokens: Tokens, at: int) -> bool:
    for back in range(1, _REACH):
        word = tokens.word(at - back)
        if not word or word in _CLAUSE_ENDS:
            return False
        if word in _NEGATIONS and (word != "t" or tokens.word(at - back - 1) in {"'", "’"}):
            return True
    return False


def _range(tokens: Tokens, at: int) -> Hit | None:
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
    year = year_after(tokens, end)
    years, end = (year[0], year[1]) if year else (None, end)
    if other:
        return Hit(Between(*(OtherDate(other[0], other[1], day, years) for day in (one, two))), end)
    assert number
    if not years and (named := year_named(tokens, end)):
        return Hit(Between(*(MonthOf(number, named.time, day) for day in (one, two))), named.end)
    return Hit(_span(number, one, two, years), end)


def _day_list(tokens: Tokens, at: int, lead: str) -> tuple[int, int, int] | None:
    """First day, last day and the index after them, of days that make one stretch."""
    first = last = tokens.day(tokens.skip(at, "the"))
    while first and last:
        join = tokens.word(last[1])
        join, start = (
            ("and", last[1] + 2) if join == "," and tokens.word(last[1] + 1) == "and" else (join, last[1] + 1)
        )
        following = tokens.day(tokens.skip(start, "the")) if join in _JOINS | {"or", ","} else None
        if not following or not _joined(join, last[0], following[0], lead):
            break
        last = following
    return (first[0], last[0], last[1]) if first and last and last[1] > first[1] else None


def _joined(join: str, one: int, two: int, lead: str) -> bool:
    """“And” makes a stretch only of days in a row, or after “between”."""
    return one < two and (join not in {"and", "or", ","} or lead == "between" or two == one + 1)


def _month_days(tokens: Tokens, at: int, lead: str) -> Hit | None:
    """“June 12-14, 2026”, “June 8 to 12”, “March 12, 13 and 14”."""
    number = month_at(tokens, at)
    days = _day_list(tokens, after_month(tokens, at), lead) if number else None
    if not number or not days or is_clock(tokens, days[2]) or month_at(tokens, tokens.skip(days[2], "of")):
        return None
    year = year_after(tokens, days[2])
    return Hit(_span(number, days[0], days[1], year[0] if year else None), year[1] if year else days[2])


def _span(month: int, one: int, two: int, year: int | None) -> Between:
    return Between(CalendarDate(month, one, year), CalendarDate(month, two, year))


def _two(tokens: Tokens, at: int, lead: str) -> Hit | None:
    one = read_moment(tokens, at)
    if not one:
        return None
    join = tokens.skip(one.end, ",") if lead in {"from", "between"} else one.end
    if tokens.word(join) not in ({"and"} if lead == "between" else _OPEN_JOINS):
        return None
    if tokens.word(join) == "to" and lead not in {"from", "between"} and not _countable(tokens, one.end - 1):
        return None
    two = read_moment(tokens, tokens.skip(join + 1, "on")) or read_moment(
        tokens, tokens.skip(join + 1, "the")
    )
    if two and lead == "from" and moved(tokens, at - 1):
        return Hit(Bound("moved", two.time), two.end)
    return Hit(Between(_same_year(one.time, two.time), two.time), two.end) if two else None


def _countable(tokens: Tokens, at: int) -> bool:
    """Whether “to” behind this word may lead to the end of a range without a “from” before it."""
    return (
        tokens.word(at).isdecimal() or weekday_at(tokens, at) is not None or month_at(tokens, at) is not None
    )


def _same_year(one: Time, two: Time) -> Time:
    """“30 June to 2 July 2026”: the year stands once."""
    if isinstance(one, CalendarDate) and isinstance(two, CalendarDate) and one.year is None and two.year:
        return CalendarDate(one.month, one.day, two.year - (one.month > two.month), one.weekday)
    return one


def _repeated(tokens: Tokens, at: int) -> Hit | None:
    """“Every Tuesday from June 2”, “each year”, “Saturdays until the end of September”."""
    if tokens.word(at) not in {"every", "each"}:
        return None
    after = tokens.skip(at + 1, "other", "second", "third", "single")
    weekday = weekday_at(tokens, after)
    if weekday is None and tokens.word(after) not in UNITS and not month_at(tokens, after):
        return None
    end = tokens.skip(after + 1, "morning", "afternoon", "evening", "night")
    clock = read_clock(tokens, end + 1) if tokens.word(end) == "at" else None
    end = clock.end if clock else end
    starts = _after_word(tokens, end, "from", "starting", "beginning")
    end = starts.end if starts else end
    until = _after_word(tokens, end, "until", "till", "to", "through")
    if not starts and not until:
        return Hit(Recurring(None, None, weekday) if weekday is not None else Unknown(), end)
    at_time = clock.clock if clock else None
    return Hit(
        Recurring(starts.time if starts else None, until.time if until else None, weekday, at_time),
        until.end if until else end,
    )


def _after_word(tokens: Tokens, at: int, *words: str) -> Hit | None:
    after = tokens.skip(at, ",")
    return read_moment(tokens, tokens.skip(after + 1, "on")) if tokens.word(after) in words else None
