"""Reads dates that are printed in numbers: “2025-03-05”, “3/5/2025”, “Friday 7/6”, “20-June-2026”."""

import re

from bot.services.dating.calendars import SOLAR
from bot.services.dating.context import Hit, Time
from bot.services.dating.expressions import Between
from bot.services.dating.printed import CalendarDate, NumericDate, OtherDate, valid_date
from bot.services.dating.tokens import Tokens
from bot.services.dating.words import MONTHS

_ISO = re.compile(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d|[-/.]\d)")
_COMPACT = re.compile(r"((?:19|20)\d\d)(0[1-9]|1[0-2])([0-2]\d|3[01])(?!\d)")
_NUMERIC = re.compile(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})(?![\d/]|[-.]\d)")
_EAST_ASIAN = re.compile(
    r"(?:(\d{4})\s?[年년]\s?)?(\d{1,2})\s?[月월]"
    r"(?:\s?(\d{1,2})\s?[日号號일]?(?:\s?(?:至|到|から|부터|[-–~〜～])\s?(\d{1,2}))?\s?[日号號일](?![間间간]))?"
)
"""“2025年4月3日”, “4월 3일”, “4月3日至5日”."""
_PAIR = re.compile(r"(\d{1,2})([/.])(\d{1,2})(?![\d/]|[.]\d)")
_DAY_FIRST = re.compile(r"(0?[1-9]|[12]\d|3[01])[./](0?[1-9]|1[0-2])(?:\.(?!\d)|(?![\d./:]))")
_NAMED = re.compile(r"(\d{1,4})[-/]([A-Za-z]{3,9})[-/](\d{1,4})(?!\d)")
_PAIR_WORDS = 3
_LEAP = 2024
"""A year that has every day that a date without a year can name."""
_PIVOT = 69
"""Two-digit years below it are of this century (POSIX strptime)."""


def read_numeric(tokens: Tokens, at: int) -> Hit | None:
    """“2025-03-05”, “5.3.2025”, “3/5/25”, “20250305”."""
    if not tokens.word(at).isdecimal() or tokens.goes_on(at):
        return None
    if hit := tokens.match(_ISO, at):
        year, _, month, day = hit[0].groups()
        if year.startswith(("13", "14")):
            return Hit(OtherDate(SOLAR, int(month), int(day), int(year)), hit[1])
        return _checked(int(year), int(month), int(day), hit[1])
    if hit := tokens.match(_NUMERIC, at):
        one, mark, two, year = hit[0].groups()
        if mark == ".":
            return _checked(full_year(year), int(two), int(one), hit[1])
        plausible = 1 <= min(int(one), int(two)) <= 12 and max(int(one), int(two)) <= 31
        return Hit(NumericDate(int(one), int(two), full_year(year)), hit[1]) if plausible else None
    return _rare_numeric(tokens, at)


def _rare_numeric(tokens: Tokens, at: int) -> Hit | None:
    if hit := tokens.match(_COMPACT, at):
        return _checked(int(hit[0][1]), int(hit[0][2]), int(hit[0][3]), hit[1])
    if hit := tokens.match(_NAMED, at):
        one, name, two = hit[0].groups()
        day, year = (two, one) if len(one) > 2 else (one, two)
        return _named(name, day, year, hit[1])
    return _east_asian(tokens, at)


def _east_asian(tokens: Tokens, at: int) -> Hit | None:
    hit = tokens.match(_EAST_ASIAN, at)
    if not hit:
        return None
    year, month, day, last = (int(part) if part else None for part in hit[0].groups())
    if not month or not valid_date(year or _LEAP, month, day or 1):
        return None
    one = CalendarDate(month, day, year)
    ranges = last and day and last > day and valid_date(year or _LEAP, month, last)
    return Hit(Between(one, CalendarDate(month, last, year)) if ranges else one, hit[1])


def read_pair(tokens: Tokens, at: int, weekday: int | None) -> Hit | None:
    """“Friday 7/6”: two numbers are a date only beside a weekday."""
    hit = tokens.match(_PAIR, at)
    if not hit or is_clock(tokens, hit[1]) or (hit[0][2] == "." and len(hit[0][3]) == 2):
        return None
    one, two = int(hit[0][1]), int(hit[0][3])
    if not (1 <= min(one, two) <= 12 and max(one, two) <= 31):
        return None
    return Hit(NumericDate(one, two, None, weekday), hit[1])


def read_pair_alone(tokens: Tokens, at: int) -> Hit | None:
    """“On 4/22”: alone, two numbers are a date only behind “on” and where one of them can't be a month.

    “Am 5.4.” can be nothing else: other languages than English put the day first.
    """
    if at - 1 in tokens.translated and tokens.word(at - 1) == "on" and (hit := tokens.match(_DAY_FIRST, at)):
        return Hit(NumericDate(int(hit[0][1]), int(hit[0][2]), None), hit[1])
    hit = tokens.match(_PAIR, at) if tokens.word(at - 1) == "on" or len(tokens) <= _PAIR_WORDS else None
    if not hit or hit[0][2] != "/" or max(int(hit[0][1]), int(hit[0][3])) <= 12:
        return None
    return read_pair(tokens, at, None)


def _named(name: str, day: str, year: str, end: int) -> Hit | None:
    number = MONTHS.get(name.casefold())
    return Hit(CalendarDate(number, int(day), full_year(year)), end) if number else None


def _checked(year: int, month: int, day: int, end: int) -> Hit | None:
    time: Time = CalendarDate(month, day, year)
    return Hit(time, end) if month <= 12 and (year < 1900 or valid_date(year, month, day)) else None


def full_year(digits: str) -> int:
    """The year of two or four digits."""
    return int(digits) + (0 if len(digits) > 2 else 2000 if int(digits) < _PIVOT else 1900)


def is_clock(tokens: Tokens, at: int) -> bool:
    """Whether the number before this word is a time of day (“Oct. 9 a.m.” or “May 16:00”)."""
    if tokens.word(at) in {"am", "pm", "a.m.", "p.m.", "hours"}:
        return True
    return tokens.word(at) in {":", "h"} and tokens.glued(at) and tokens.word(at + 1).isdecimal()
