"""Reads times that are counted from the article's day or from a date named before."""

import re
from dataclasses import dataclass

from bot.services.dating.context import Hit, Reader, Time
from bot.services.dating.counting import (
    Lasting,
    MonthNamed,
    Nearby,
    RestOf,
    Shifted,
    Today,
    UnitNamed,
    WeekdayIn,
    WeekdayNamed,
    Within,
)
from bot.services.dating.dates import after_month, month_at, weekday_at
from bot.services.dating.expressions import Between, Bound
from bot.services.dating.lists import words_of
from bot.services.dating.named import read_noun
from bot.services.dating.parts import NthPart, WeekOf
from bot.services.dating.printed import DayOfMonth
from bot.services.dating.tokens import Tokens
from bot.services.dating.words import (
    PARTS_OF_DAY,
    TITLES,
    UNITS,
    WEEKDAY_ABBREVIATIONS,
    WEEKDAY_EPITHETS,
    WHICH,
)

_DAYS_OFF = {"today": 0, "tonight": 0, "tomorrow": 1, "tmrw": 1, "yesterday": -1}
_WHOLE_UNITS = {"week", "weekend", "month", "quarter", "half", "year", "decade"}
_SUPERLATIVE = re.compile(
    r"\w{2,}est$|first|second|third|fourth|fifth|sixth|most|least|best|worst|only|once|twice|time|times"
)
_AFTER_NUMBER = frozenset(
    words_of(
        """
    and or at in when to as for but with after because if by until
    """
    )
)
_WORKING = {"working", "business", "trading"}


def read_day_named(tokens: Tokens, at: int) -> Hit | None:
    """“Today”, “tomorrow evening”, “the day after tomorrow”, “this morning”."""
    start = tokens.skip(at, "the")
    if after := tokens.phrase(start, "day", "after", "tomorrow"):
        return Hit(Today(2), after)
    if after := tokens.phrase(at, "after", "tomorrow"):
        return Hit(Today(2), after)
    if after := tokens.phrase(start, "day", "before", "yesterday"):
        return Hit(Today(-2), after)
    word, after = tokens.word(at), at + 1
    if word in _DAYS_OFF:
        return Hit(Today(_DAYS_OFF[word]), tokens.skip(_part_of_day(tokens, after), "'s"))
    if word in {"this", "later", "earlier"} and tokens.word(after) in PARTS_OF_DAY - {"night"}:
        return Hit(Today(), after + 1) if word == "this" else None
    if word == "last" and tokens.word(after) in {"night", "evening"}:
        return Hit(Today(-1), after + 1)
    return None


def _part_of_day(tokens: Tokens, at: int) -> int:
    start = tokens.skip(tokens.skip(tokens.skip(at, "in"), "the"), "early", "late", "mid")
    start = tokens.skip(start, "-")
    return start + 1 if tokens.word(start) in PARTS_OF_DAY else at


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
        return (
            None
            if _is_name(tokens, start) or tokens.word(start + 1) in {"after", "before"}
            else _the(tokens, start, weekday)
        )
    if not which and (_is_name(tokens, start) or _unsure(tokens, start)):
        return None
    return _weekday_tail(tokens, start, weekday, which)


def _the(tokens: Tokens, at: int, weekday: int) -> Hit | None:
    """“On the Saturday”: the one that belongs to the date named last."""
    plain = tokens.word(at) not in WEEKDAY_ABBREVIATIONS and not tokens.printed(at + 1)[:1].isupper()
    end = _part_of_day(tokens, at + 1)
    noun = tokens.word(end).isalpha() and tokens.word(end) not in _AFTER_NUMBER
    return Hit(WeekdayNamed(weekday, "the"), end) if plain and not noun else None


def _is_name(tokens: Tokens, at: int) -> bool:
    """“Bloody Sunday”, “the Sunday Times”, “Super Tuesday”."""
    before, after = tokens.word(at - 1), tokens.word(at + 1)
    return (before in WEEKDAY_EPITHETS and tokens.capital(at - 1)) or (
        after in TITLES and tokens.capital(at + 1) and not tokens.shouting
    )


def _unsure(tokens: Tokens, at: int) -> bool:
    """Abbreviations stand for weekdays only where a weekday is expected (“on Sun.”, not “the Sun”)."""
    if tokens.word(at) not in WEEKDAY_ABBREVIATIONS:
        return False
    if tokens.word(at - 1) == "":
        return tokens.word(at + 1) not in {".", ","}
    return tokens.word(at - 1) not in {
        "on",
        "by",
        "until",
        "till",
        "from",
        "every",
        "(",
        "to",
        "-",
        "–",
        "since",
    }


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
    return Hit(WeekdayNamed(weekday, which), tokens.skip(_part_of_day(tokens, end), "'s"))


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


def read_day_number(tokens: Tokens, at: int) -> Hit | None:
    """“The 21st”, “the day 16”, “the next day 21”, “on the 4th of the month”."""
    start = tokens.skip(tokens.skip(at, "the", "this"), "next", "last")
    if tokens.word(start) == "day" and tokens.word(start + 1).isdecimal():
        found = tokens.day(start + 1)
        return Hit(DayOfMonth(found[0]), found[1]) if found else None
    if (bare := tokens.ordinal(at)) and tokens.word(at).isdecimal():
        return _of_month(tokens, bare[0], bare[1]) if bare[0] else None
    if number := _bare_number(tokens, at):
        return number
    found = tokens.ordinal(at + 1) if tokens.word(at) in {"the", "this"} else None
    if not found or not 1 <= found[0] <= 31:  # noqa: PLR2004
        return None
    return _of_month(tokens, found[0], found[1]) or _number_alone(tokens, at, found)


def _bare_number(tokens: Tokens, at: int) -> Hit | None:
    """“On 15 at 8:00”, “for the 27”: a number alone is a day only where nothing is counted and no other word follows."""
    the = tokens.word(at) == "the"
    found = tokens.day(at + the)
    if not found or not tokens.word(at + the).isdecimal() or tokens.word(at - 1) != ("for" if the else "on"):
        return None
    after = tokens.word(found[1])
    timed = after == "at" and tokens.word(found[1] + 2) == ":"
    closed = the and after in {"", ".", "!", "?"}
    return Hit(DayOfMonth(found[0]), found[1]) if timed or closed else None


def _of_month(tokens: Tokens, number: int, at: int) -> Hit | None:
    """“(The 5th) of next month”, “of the month”, “of this month”."""
    start = tokens.skip(tokens.skip(at, "of"), "the")
    off = WHICH.get(tokens.word(start))
    month = start if off is None and tokens.word(start - 1) == "the" else start + 1
    if start == at or tokens.word(month) != "month" or (off is None and month > start):
        return None
    return Hit(NthPart("day", number, UnitNamed("month", off or 0)), month + 1)


def _number_alone(tokens: Tokens, at: int, found: tuple[int, int]) -> Hit | None:
    led = tokens.word(at - 1) in {"on", "by", "until", "till", "from", "before", "to", "for", "after"}
    after = tokens.word(found[1])
    closed = not after or after in {".", ",", "!", "?", ";"}
    if not tokens.word(at + 1).isdecimal() or not (led or closed):
        return None
    counts = after.isalpha() and after not in _AFTER_NUMBER
    return None if counts or after == "-" else Hit(DayOfMonth(found[0]), found[1])


@dataclass(frozen=True, slots=True)
class Duration:
    """A count of units, and the index after it."""

    count: int
    unit: str
    end: int
    working: bool = False


def _compound(tokens: Tokens, first: Duration) -> Hit | None:
    """“1 month and 21 days ago”, “2 years, 3 days later”."""
    parts, end = [first], first.end
    while following := duration(tokens, tokens.skip(tokens.skip(end, ","), "and")):
        parts.append(following)
        end = following.end
    word = tokens.word(end)
    if (
        len(parts) == 1
        or word not in {"ago", "later"}
        or any(part.unit in {"minute", "hour"} for part in parts)
    ):
        return None
    time: Time = Today() if word == "ago" else Nearby()
    for part in parts:
        time = Shifted(time, -part.count if word == "ago" else part.count, part.unit, exact=True)
    return Hit(time, end + 1)


def _day_beside(tokens: Tokens, at: int, term: Reader) -> Hit | None:
    """“The day after Christmas”."""
    start = tokens.skip(at, "the")
    off = {"after": 1, "before": -1}.get(tokens.word(start + 1))
    base = term(tokens, start + 2) if off and start > at and tokens.word(start) == "day" else None
    return Hit(Shifted(base.time, off, "day"), base.end) if base and off else None


def _between_counts(tokens: Tokens, at: int) -> Hit | None:
    """“In two to three weeks”, “in three or four months”."""
    one = tokens.cardinal(at + 1) if tokens.word(at) == "in" else None
    if (
        not one
        or tokens.word(one[1]) not in {"to", "or", "-", "–"}
        or not (two := duration(tokens, one[1] + 1))
    ):
        return None
    ends = (Shifted(Today(), count, two.unit, forward=True) for count in (one[0], two.count))
    return Hit(Between(*ends), two.end)


def duration(tokens: Tokens, at: int) -> Duration | None:
    """“Two weeks”, “a fortnight”, “14 days”, “a couple of months”, “five working days”."""
    start = tokens.skip(at, "another", "about", "around", "some", "just")
    if after := tokens.phrase(start, "a", "couple", "of"):
        count: tuple[int, int] | None = (2, after)
    elif after := tokens.phrase(start, "half", "an", "hour"):
        return Duration(30, "minute", after)
    elif tokens.word(start) in {"a", "an"}:
        count = (1, start + 1)
    else:
        count = tokens.cardinal(start)
    if not count:
        return None
    end = tokens.skip(count[1], "full", "more", "calendar", "consecutive", *_WORKING)
    unit = UNITS.get(tokens.word(end))
    return Duration(count[0], unit, end + 1, tokens.word(end - 1) in _WORKING) if unit else None


def read_counted(tokens: Tokens, at: int, term: Reader) -> Hit | None:
    """“In two weeks”, “three days later”, “two days ago”, “a week on Tuesday”, “within 10 days”."""
    if found_near := _between_counts(tokens, at) or _day_beside(tokens, at, term):
        return found_near
    if (weekday := weekday_at(tokens, at)) is not None:
        found_week = _shifted(tokens, tokens.skip(at + 1, ","), term)
        return Hit(WeekdayIn(WeekOf(found_week.time), weekday), found_week.end) if found_week else None
    lead = tokens.word(at)
    start = at + (lead in {"in", "within", "have", "has", "given", "had", "for"})
    start = tokens.skip(tokens.skip(start, "the"), "next", "coming") if lead == "within" else start
    found = duration(tokens, start)
    if not found:
        return None
    if lead == "within":
        base = term(tokens, found.end + 1) if tokens.word(found.end) in {"of", "from", "after"} else None
        if base:
            return Hit(Bound("by", Shifted(base.time, found.count, found.unit)), base.end)
        return Hit(Within(found.count, found.unit, deadline=True), tokens.skip(found.end, "'"))
    if parts := _compound(tokens, found):
        return parts
    if lead == "for" or tokens.word(found.end) in {"starting", "beginning"}:
        return _lasting(tokens, found, term)
    if lead in {"have", "has", "given"}:
        due = tokens.word(found.end) in {"to", "from", "in"} and found.unit != "year"
        return Hit(Within(found.count, found.unit, deadline=True), found.end) if due else None
    return _counted_tail(tokens, found, term) or _in_time(tokens, at, found)


def _shifted(tokens: Tokens, at: int, term: Reader) -> Hit | None:
    found = duration(tokens, at)
    return (
        _counted_tail(tokens, found, term) if found and tokens.word(found.end) in {"from", "after"} else None
    )


def _lasting(tokens: Tokens, found: Duration, term: Reader) -> Hit | None:
    """“For three days from Monday”, “two weeks starting on 3 May”."""
    if tokens.word(found.end) not in {"from", "starting", "beginning", "as"}:
        return None
    base = term(tokens, tokens.skip(tokens.skip(found.end + 1, "of"), "on", "in"))
    return Hit(Lasting(base.time, found.count, found.unit), base.end) if base else None


def _counted_tail(tokens: Tokens, found: Duration, term: Reader) -> Hit | None:
    end, word = found.end, tokens.word(found.end)
    if word == "ago":
        return Hit(Shifted(Today(), -found.count, found.unit), end + 1)
    if word in {"later", "afterwards", "afterward", "thereafter"}:
        return Hit(Shifted(Nearby(), found.count, found.unit, working=found.working), end + 1)
    if word == "earlier":
        return Hit(Shifted(Nearby(), -found.count, found.unit), end + 1)
    if after := tokens.phrase(end, "from", "now"):
        return Hit(Shifted(Today(), found.count, found.unit), after)
    if word in {"today", "tomorrow"}:
        return Hit(Shifted(Today(_DAYS_OFF[word]), found.count, found.unit), end + 1)
    if word in {"on", "from", "after", "before"} and (
        base := term(tokens, end + 1) or read_noun(tokens, end + 1)
    ):
        if word == "on" and found.unit not in {"week", "fortnight"}:
            return None
        return Hit(
            Shifted(base.time, -found.count if word == "before" else found.count, found.unit), base.end
        )
    return None


def _in_time(tokens: Tokens, at: int, found: Duration) -> Hit | None:
    time = tokens.skip(tokens.skip(found.end, "'s"), "'")
    if tokens.word(time) == "time":
        return Hit(Shifted(Today(), found.count, found.unit, forward=True), time + 1)
    if tokens.word(at) != "in" or tokens.word(found.end) in {"of", "to", "'", "-"}:
        return None
    if any(_SUPERLATIVE.fullmatch(tokens.word(at - back)) for back in (1, 2)):
        return None
    return Hit(Shifted(Today(), found.count, found.unit, forward=True, working=found.working), found.end)


def read_beside(tokens: Tokens, at: int) -> Hit | None:
    """“The next day”, “the day before”, “the same day”, counted from the date named last."""
    start = tokens.skip(at, "the", "that")
    if start == at and tokens.word(at) != "next":
        return None
    word, unit = tokens.word(start), tokens.word(start + 1)
    if tokens.word(at) == "that" and (word == "day" or word in PARTS_OF_DAY):
        return Hit(Nearby(), start + 1)
    if word == "day" and (tokens.word(at) == "that" or unit in {"after", "before"}):
        off = {"after": 1, "before": -1}.get(unit, 0) if tokens.word(at) == "the" else 0
        return Hit(Shifted(Nearby(), off, "day"), start + 1 + bool(off))
    if word in {"next", "following"} and (unit == "day" or unit in PARTS_OF_DAY):
        return Hit(Shifted(Nearby(), 1, "day"), start + 2)
    if word in {"previous", "preceding"} and (unit == "day" or unit in PARTS_OF_DAY):
        return Hit(Shifted(Nearby(), -1, "day"), start + 2)
    if word == "same" and (unit == "day" or unit in PARTS_OF_DAY):
        return Hit(Nearby(), start + 2)
    return None
