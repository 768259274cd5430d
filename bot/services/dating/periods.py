"""Reads months, quarters, halves, seasons and years, and the parts of them."""

import re

from bot.services.dating.context import Hit, Reader
from bot.services.dating.counting import Edge, UnitNamed, WeekdayIn
from bot.services.dating.dates import after_month, month_at, other_month, weekday_at, year_after, year_named
from bot.services.dating.lists import words_of
from bot.services.dating.parts import (
    HALVES,
    QUARTERS,
    CalendarWeek,
    MonthOf,
    NthPart,
    Part,
    Quarter,
    Season,
    TurnOf,
    Unknown,
    WeekOf,
)
from bot.services.dating.printed import CalendarDate, OtherDate, Year
from bot.services.dating.tokens import Tokens
from bot.services.dating.words import DOUBTFUL_MONTHS, MONTH_ABBREVIATIONS, SEASONS, UNITS, WHICH

_QUARTER_LAST = re.compile(r"([1-4])Q\s?'?(\d{4}|\d\d)?\b")
_QUARTER = re.compile(r"([QH])([1-4])\b(?:[\s-]?(?:of )?(FY)?\s?(\d{4}|'\d\d)\b)?")
_YEAR_QUARTER = re.compile(r"(\d{4})[\s-]?([QH])([1-4])\b")
_YEAR_MONTH = re.compile(
    r"(\d{4})\s?[-/]\s?(0?[1-9]|1[0-2])(?![-/\d])|(0?[1-9]|1[0-2])\s?[-/]\s?(\d{4})(?![-/\d])"
)
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_PARTS = {"early", "mid", "late", "later", "earlier", "start", "beginning", "middle", "end", "close"}
_UNITS = {"working day", "half", "fortnight", "decade", "week", "weekend", "quarter", "day", "month"}
_WHOLES = {"year", "month", "week", "quarter", "weekend", "half", "decade"}
_YEAR_LEADS = frozenset(
    words_of(
        """
    in by until till since before after from of during through to early mid late between and throughout
    for end around circa into
    """
    )
)
_MONTH_LEADS = _YEAR_LEADS | frozenset(
    words_of(
        """
    next last this or later - – a the each every ( as on
    """
    )
)
_EACH = {"each", "every"}


def read_period(tokens: Tokens, at: int, term: Reader) -> Hit | None:
    """A month, quarter, half, season or year at this word, or a part of one."""
    return (
        _part(tokens, at, term)
        or _nth_part(tokens, at, term)
        or _week_of(tokens, at, term)
        or _turn(tokens, at)
        or _short_quarter(tokens, at)
        or _fiscal(tokens, at)
        or _month(tokens, at)
        or _season(tokens, at)
        or _year(tokens, at)
    )


def _month(tokens: Tokens, at: int) -> Hit | None:
    if other := other_month(tokens, at):
        year = year_after(tokens, other[2])
        return Hit(
            OtherDate(other[0], other[1], None, year[0] if year else None), year[1] if year else other[2]
        )
    number = month_at(tokens, at)
    if not number or not (tokens.capital(at) or tokens.word(at - 1) in _MONTH_LEADS):
        return None
    end = after_month(tokens, at)
    if year := _month_year(tokens, end):
        return Hit(CalendarDate(number, None, year[0]), year[1])
    if which := year_named(tokens, end):
        return Hit(MonthOf(number, which.time), which.end)
    if not _timely(tokens, at, end) or _is_person(tokens, at, end):
        return None
    return Hit(CalendarDate(number), tokens.skip(end, "'s"))


def _month_year(tokens: Tokens, at: int) -> tuple[int, int] | None:
    year = year_after(tokens, at)
    two = tokens.word(at) == "'" and tokens.word(at + 1).isdecimal() and len(tokens.word(at + 1)) == 2  # noqa: PLR2004
    return (2000 + int(tokens.word(at + 1)), at + 2) if two else year


def _timely(tokens: Tokens, at: int, end: int) -> bool:
    """Whether “May”, “March” or “Jan” is a month here: after a word of time, and no name goes on behind it."""
    if tokens.word(at) not in DOUBTFUL_MONTHS | MONTH_ABBREVIATIONS:
        return True
    named = tokens.capital(end) and tokens.printed(end).isalpha() and not tokens.capital(at - 1)
    before = tokens.word(at - 1) in _MONTH_LEADS - {"a", "the", "(", "as", "for", "and"}
    return before and tokens.word(end) != "'s" and not named


def _is_person(tokens: Tokens, at: int, end: int) -> bool:
    """“April Jones”: a name goes on behind a month that no word of time leads."""
    led = tokens.word(at - 1) in _MONTH_LEADS
    return not led and tokens.capital(end) and tokens.printed(end).isalpha() and end == at + 1


def _season(tokens: Tokens, at: int) -> Hit | None:
    start = tokens.skip(at, "the")
    off = WHICH.get(tokens.word(start))
    start += off is not None
    code = SEASONS.get(tokens.word(start))
    if not code:
        return None
    if named := year_named(tokens, start + 1):
        return Hit(Season(code, None, named.time), named.end)
    noun = start + 2 if tokens.word(start + 2) == "of" and tokens.year(start + 3) else start + 1
    if year := year_after(tokens, noun):
        return Hit(Season(code, None, Year(year[0])), year[1])
    known = off is not None or tokens.word(at - 1) in frozenset(
        words_of(
            """
    in by until till during late early mid - over before after for of than
    """
        )
    )
    doubtful = tokens.word(start) in {"fall", "spring"} and tokens.word(start + 1) in {
        "of",
        "in",
        "to",
        "from",
    }
    return Hit(Season(code, off), start + 1) if known and not doubtful else None


def _year(tokens: Tokens, at: int) -> Hit | None:
    """A year in figures, only where a word of time leads it."""
    start = tokens.skip(tokens.skip(at, "the"), "year")
    year = tokens.year(start)
    if year_month := tokens.match(_YEAR_MONTH, start):
        groups = year_month[0].groups()
        year_digits, month = (groups[0], groups[1]) if groups[0] else (groups[3], groups[2])
        if 1900 <= int(year_digits) <= 2100:  # noqa: PLR2004
            return Hit(CalendarDate(int(month), None, int(year_digits)), year_month[1])
    if not year:
        return None
    if not tokens.word(start).isdecimal():
        return (
            Hit(Year(year[0]), year[1])
            if tokens.word(at - 1) in {"in", "of", "year"} and year[1] > start + 1
            else None
        )
    led = tokens.word(start - 1) == "year" or _led(tokens, start)
    glossed = tokens.word(start - 1) == "(" and tokens.word(year[1]) == ")"
    return Hit(Year(year[0]), year[1]) if (led or glossed) and not _counts(tokens, year[1]) else None


def _led(tokens: Tokens, at: int) -> bool:
    """Whether a word of time leads a year; “and” does only behind another year."""
    lead = tokens.word(at - 1)
    return lead in _YEAR_LEADS and (lead not in {"and", "to"} or tokens.year(at - 2) is not None)


def _counts(tokens: Tokens, at: int) -> bool:
    """Whether the number before this word counts things (“2000 people”), as far as a word can tell."""
    word = tokens.word(at)
    if tokens.glued(at) and word in {"-", "/", "–"}:
        return tokens.word(at + 1).isdecimal() is False or word == "/"
    plural = len(word) > 3 and (word.endswith("s") or word in {"people", "women", "children"})  # noqa: PLR2004
    return plural and not tokens.capital(at) and word not in {"elections", "games", "as", "championships"}


def _short_quarter(tokens: Tokens, at: int) -> Hit | None:
    if hit := tokens.match(_YEAR_QUARTER, at):
        return Hit(
            Quarter(int(hit[0][3]), QUARTERS if hit[0][2] == "Q" else HALVES, Year(int(hit[0][1]))), hit[1]
        )
    if hit := tokens.match(_QUARTER_LAST, at):
        year = Year(2000 + int(hit[0][2]) % 100) if hit[0][2] else None
        return Hit(Quarter(int(hit[0][1]), QUARTERS, year), hit[1])
    hit = tokens.match(_QUARTER, at)
    if not hit:
        return None
    letter, digit, fiscal, printed = hit[0].groups()
    number, of = int(digit), QUARTERS if letter == "Q" else HALVES
    if fiscal or number > of:
        return Hit(Unknown(), hit[1])
    if printed:
        return Hit(Quarter(number, of, Year(int(printed.replace("'", "20")))), hit[1])
    named = year_named(tokens, hit[1])
    return Hit(Quarter(number, of, named.time if named else None), named.end if named else hit[1])


def _fiscal(tokens: Tokens, at: int) -> Hit | None:
    """A fiscal year: its bounds differ from state to state, so it has no value."""
    start = tokens.skip(tokens.skip(at, "the"), "this", "next", "last", "current", "coming")
    if tokens.word(start) not in {"fiscal", "financial"}:
        return None
    year = tokens.year(tokens.skip(start + 1, "year", "years"))
    if not year:
        return Hit(Unknown(), start + 2) if tokens.word(start + 1) == "year" else None
    double = tokens.word(year[1]) in {"-", "/", "–"} and tokens.word(year[1] + 1).isdecimal()
    return Hit(Unknown(), year[1] + 2 * double)


def _part(tokens: Tokens, at: int, term: Reader) -> Hit | None:
    """“Early May”, “mid-2026”, “the end of the year”, “later this month”, “year-end”, “late on Friday”."""
    start = tokens.skip(at, "the")
    name = tokens.word(start)
    if ends := _unit_end(tokens, start):
        return ends
    if name not in _PARTS:
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
        return Hit(Year(year[0]), year[1]) if not month_at(tokens, year[1]) else term(tokens, start)
    return term(tokens, at)


def _nth_part(tokens: Tokens, at: int, term: Reader) -> Hit | None:
    """“The first half of June”, “the last Friday of October”, “the third quarter of 2026”."""
    start = tokens.skip(at, "the")
    roman = (
        _ROMAN.get(tokens.word(start)) if tokens.word(start + 1) in {"quarter", "half", "decade"} else None
    )
    nth = (
        (roman, start + 1)
        if roman
        else (-1, start + 1)
        if tokens.word(start) in {"last", "final"}
        else tokens.ordinal(start)
    )
    if not nth:
        return None
    number, after = nth
    hyphen = tokens.word(after) == "-"
    after = tokens.skip(after, "calendar", "full", "-")
    unit, end = tokens.word(after), after + 1
    if tokens.word(after + 1) == "days" and tokens.word(after) in {"ten", "10"}:
        unit, end = "decade", after + 2
    if unit in {"working", "business", "trading"} and tokens.word(end) == "day":
        unit, end = "working day", end + 1
    weekday = weekday_at(tokens, after)
    if abs(number) == 1 and (several := tokens.cardinal(after)) and unit not in {"ten", "10"}:
        return _edge(tokens, several, term, last=number < 0)
    if weekday is None and unit not in _UNITS:
        return None
    link = tokens.skip(end, "of", "in")
    if tokens.word(link) in _EACH:
        return Hit(Unknown(), link + 2)
    if tokens.word(link) in {"fiscal", "financial"} or tokens.word(link + 1) in {"fiscal", "financial"}:
        return Hit(Unknown(), end)
    whole = _whole(tokens, link, term) if link > end else year_named(tokens, end) or _year_behind(tokens, end)
    if weekday is not None:
        return Hit(WeekdayIn(whole.time, weekday, number), whole.end) if whole else None
    if whole:
        return Hit(NthPart(unit, number, whole.time), whole.end)
    whole_quarter = start > at and unit == "quarter" and 1 <= number <= QUARTERS and not hyphen
    return Hit(Quarter(number, QUARTERS), end) if whole_quarter else None


def _edge(tokens: Tokens, count: tuple[int, int], term: Reader, *, last: bool) -> Hit | None:
    """“The first three days of April”."""
    unit = UNITS.get(tokens.word(count[1]))
    whole = _whole(tokens, count[1] + 2, term) if unit and tokens.word(count[1] + 1) in {"of", "in"} else None
    return Hit(Edge(whole.time, count[0], unit, last), whole.end) if whole and unit else None


def _year_behind(tokens: Tokens, at: int) -> Hit | None:
    year = year_after(tokens, at)
    return Hit(Year(year[0]), year[1]) if year and tokens.word(at) != "." else None


def _week_of(tokens: Tokens, at: int, term: Reader) -> Hit | None:
    """“The week of 12 May”, “the week beginning May 12”, “the week of the vote”."""
    start = tokens.skip(at, "the")
    unit = tokens.word(start)
    if unit == "calendar" and tokens.word(start + 1) == "week" and (number := tokens.cardinal(start + 2)):
        year = year_after(tokens, number[1])
        return Hit(CalendarWeek(number[0], year[0] if year else None), year[1] if year else number[1])
    if unit not in {"week", "weekend"}:
        return None
    after = tokens.skip(tokens.skip(start + 1, "of", "beginning", "starting", "commencing", "ending"), "on")
    whole = term(tokens, after) if after > start + 1 else None
    return Hit(WeekOf(whole.time, unit), whole.end) if whole else None


def _turn(tokens: Tokens, at: int) -> Hit | None:
    """“The first of the year”, “the turn of the year”, “the New Year”."""
    start = tokens.skip(at, "the")
    for words in (
        ("first", "of", "the"),
        ("1st", "of", "the"),
        ("turn", "of", "the"),
        ("start", "of", "the", "new"),
    ):
        after = tokens.phrase(start, *words)
        if after and tokens.word(after) in {"year", "month"} and words[0] != "start":
            return Hit(TurnOf(tokens.word(after)), after + 1)
        if after and tokens.word(after) == "year":
            return Hit(UnitNamed("year", 1), after + 1)
    if (
        start > at
        and tokens.phrase(start, "new", "year")
        and tokens.word(start + 2) not in {"'s", "day", "eve"}
    ):
        return Hit(UnitNamed("year", 1), start + 2)
    return None
