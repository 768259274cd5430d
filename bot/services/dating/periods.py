"""Reads months, quarters, halves, seasons and years."""

import re

from bot.services.dating.context import Hit
from bot.services.dating.dates import (
    after_month,
    beyond_years,
    dated_elsewhere,
    month_at,
    other_month,
    year_after,
    year_behind,
    year_named,
)
from bot.services.dating.expressions import Between
from bot.services.dating.fractions import read_nth_part, read_part, read_turn, read_week_of
from bot.services.dating.parts import Unknown
from bot.services.dating.printed import CalendarDate, Year
from bot.services.dating.tokens import Reader, Tokens
from bot.services.dating.words import DOUBTFUL_MONTHS, MONTH_ABBREVIATIONS, SEASONS, WHICH
from bot.services.dating.yearly import HALVES, QUARTERS, portion, season
from bot.services.wordlists import listed

_QUARTER_LAST = re.compile(r"([1-4])Q\s?'?(\d{4}|\d\d)?\b")
_QUARTER = re.compile(r"([QH])([1-4])\b(?:[\s-]?(?:of )?(FY)?\s?(\d{4}|'\d\d)\b)?")
_YEAR_QUARTER = re.compile(r"(\d{4})[\s-]?([QH])([1-4])\b")
_YEAR_MONTH = re.compile(
    r"(\d{4})\s?[-/]\s?(0?[1-9]|1[0-2])(?![-/\d])|(0?[1-9]|1[0-2])\s?[-/]\s?(\d{4})(?![-/\d])"
)
_YEAR_LEADS = listed(
    "in by until till since before after from of during through to early mid late between and throughout for"
    " end around circa into"
)
_SEASON_LEADS = listed("in by until till during late early mid - over before after for of than")
_EDGES = listed("by until till before after")
_OCCASIONS = listed(
    "recess break holidays holiday vacation term session semester games budget statement congress sale"
)
"""What lies in a season and neither begins nor ends with it: “before the summer recess”."""
_AFTER_VERBS = {"of", "in", "to", "from"}
_MONTH_LEADS = _YEAR_LEADS | listed("next last this or later - – a the each every ( as on")

_SURE_LEADS = _MONTH_LEADS - {"a", "the", "(", "as", "for", "and"} | {"than"}
"""What stands before months, and what stands before no namesake of one."""
_DOUBTFUL = DOUBTFUL_MONTHS | MONTH_ABBREVIATIONS


def read_period(tokens: Tokens, at: int, term: Reader) -> Hit | None:
    """A month, quarter, half, season or year at this word, or a part of one."""
    return (
        read_part(tokens, at, term)
        or read_nth_part(tokens, at, term)
        or read_week_of(tokens, at, term)
        or read_turn(tokens, at)
        or _short_quarter(tokens, at)
        or _fiscal(tokens, at)
        or _month(tokens, at)
        or _season(tokens, at)
        or _decade(tokens, at)
        or _year(tokens, at)
    )


def _month(tokens: Tokens, at: int) -> Hit | None:
    if other := other_month(tokens, at):
        return dated_elsewhere(tokens, other, None, other[2])
    number = month_at(tokens, at)
    if not number or not (tokens.capital(at) or tokens.word(at - 1) in _MONTH_LEADS):
        return None
    end = after_month(tokens, at)
    if year := _month_year(tokens, end):
        return Hit(CalendarDate(number, None, year[0]), year[1])
    if which := year_named(tokens, end):
        return Hit(CalendarDate(number, of=which.time), which.end)
    if beyond_years(tokens, end) or not _timely(tokens, at, end) or _is_person(tokens, at, end):
        return None
    return Hit(CalendarDate(number), tokens.skip(end, "'s"))


def _month_year(tokens: Tokens, at: int) -> tuple[int, int] | None:
    year = year_after(tokens, at)
    two = tokens.word(at) == "'" and tokens.word(at + 1).isdecimal() and len(tokens.word(at + 1)) == 2
    return (2000 + int(tokens.word(at + 1)), at + 2) if two else year


def _timely(tokens: Tokens, at: int, end: int) -> bool:
    """Whether “May”, “March” or “Jan” is a month here: a word of time leads it, no name goes on behind it."""
    if tokens.word(at) not in _DOUBTFUL:
        return True
    named = tokens.capital(end) and tokens.printed(end).isalpha() and not tokens.capital(at - 1)
    before = tokens.word(at - 1) in _SURE_LEADS
    before = before or (tokens.word(at - 1) in {"and", "or"} and month_at(tokens, at - 2) is not None)
    before = before or tokens.words[max(0, at - 3) : at] in (["as", "early", "as"], ["as", "late", "as"])
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
    noun = start + 2 if tokens.word(start + 2) == "of" and tokens.year(start + 3) else start + 1
    if named := year_behind(tokens, noun):
        return Hit(season(code, year=named.time), named.end)
    lead = tokens.word(at - 1)
    if off is None and lead in _EDGES and tokens.word(start + 1) in _OCCASIONS:
        return None
    known = off is not None or lead in _SEASON_LEADS
    verb = tokens.word(start) in {"fall", "spring"} and tokens.word(start + 1) in _AFTER_VERBS
    return Hit(season(code, off), start + 1) if known and not verb else None


def _decade(tokens: Tokens, at: int) -> Hit | None:
    """“(In) the 2030s”; “the 1930s building” is none: no word of time leads it."""
    start = tokens.skip(at, "the")
    word = tokens.word(start)
    named = len(word) == 4 and word.isdecimal() and word.endswith("0") and "1500" < word < "2200"
    if not named or tokens.word(start + 1) != "s" or not tokens.glued(start + 1) or not _led(tokens, at):
        return None
    return Hit(Between(Year(int(word)), Year(int(word) + 9)), start + 2)


def _year(tokens: Tokens, at: int) -> Hit | None:
    """A year in figures, only where a word of time leads it."""
    start = tokens.skip(tokens.skip(at, "the"), "year")
    year = tokens.year(start)
    if tokens.word(start).isdecimal() and (year_month := tokens.match(_YEAR_MONTH, start)):
        groups = year_month[0].groups()
        year_digits, month = (groups[0], groups[1]) if groups[0] else (groups[3], groups[2])
        if 1900 <= int(year_digits) <= 2100:
            return Hit(CalendarDate(int(month), None, int(year_digits)), year_month[1])
    if not year:
        return None
    if not tokens.word(start).isdecimal():
        spoken = tokens.word(at - 1) in {"in", "of", "year"} and year[1] > start + 1
        return Hit(Year(year[0]), year[1]) if spoken else None
    if tokens.spans_years(year[1]):
        return Hit(Unknown(), year[1] + 2) if _led(tokens, start) else None
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
    plural = len(word) > 3 and (word.endswith("s") or word in {"people", "women", "children"})
    return plural and not tokens.capital(at) and word not in {"elections", "games", "as", "championships"}


def _short_quarter(tokens: Tokens, at: int) -> Hit | None:
    word = tokens.word(at)
    if word.isdecimal():
        return _number_first(tokens, at)
    hit = tokens.match(_QUARTER, at) if word in {"q", "h"} else None
    if not hit:
        return None
    letter, digit, fiscal, printed = hit[0].groups()
    number, of = int(digit), QUARTERS if letter == "Q" else HALVES
    link = tokens.skip(tokens.skip(hit[1], "of", "in"), "the")
    fiscal = fiscal or tokens.word(link) in {"fy", "fiscal", "financial"}
    if fiscal or number > of:
        return Hit(Unknown(), hit[1])
    if printed:
        return Hit(portion(number, of, Year(int(printed.replace("'", "20")))), hit[1])
    named = year_named(tokens, hit[1])
    return Hit(portion(number, of, named.time if named else None), named.end if named else hit[1])


def _number_first(tokens: Tokens, at: int) -> Hit | None:
    """“2026 Q3”, “3Q26”."""
    if hit := tokens.match(_YEAR_QUARTER, at):
        of = QUARTERS if hit[0][2] == "Q" else HALVES
        return Hit(portion(int(hit[0][3]), of, Year(int(hit[0][1]))), hit[1])
    if hit := tokens.match(_QUARTER_LAST, at):
        year = Year(2000 + int(hit[0][2]) % 100) if hit[0][2] else None
        return Hit(portion(int(hit[0][1]), QUARTERS, year), hit[1])
    return None


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
