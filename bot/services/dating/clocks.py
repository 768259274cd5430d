"""Reads times of day, with the zone where one is printed."""

import re
from dataclasses import dataclass, replace

from bot.services.dating.stretch import Clock
from bot.services.dating.tokens import Tokens
from bot.services.dating.words import CARDINALS, PLACES, TENS, ZONES

_HALF = r"(?P<half>[ap])(?:\.\s?m\b\.?|\s?m\b)"
_CLOCK = re.compile(
    rf"(?P<hour>\d{{1,2}})(?P<mark>[:.h])(?P<minute>\d\d)(?::\d\d(?:\.\d+)?)?(?!\d|[:.]\d|\s?(?:%|per\b|m\b|km\b|bn\b))\s?(?:{_HALF})?",
    re.IGNORECASE,
)
_HOUR = re.compile(rf"(?P<hour>\d{{1,2}})\s?{_HALF}", re.IGNORECASE)
_SHARED = re.compile(
    rf"(?P<hour>\d{{1,2}})(?:[:.](?P<minute>\d\d))?(?=\s?(?:-|–|to|and|until)\s?(\d{{1,2}})(?:[:.]\d\d)?\s?{_HALF})",
    re.IGNORECASE,
)
_HOUR_ONLY = re.compile(r"(?P<hour>\d{1,2})(?:\s?(?:o['’]clock|uhr)\b|\s?h\b(?!\s?\d))", re.IGNORECASE)
_MILITARY = re.compile(
    r"(?P<hour>[01]\d|2[0-4])(?P<minute>[0-5]\d)(?=\s?(?:hours|hrs|GMT|UTC))(?:\s?(?:hours|hrs)\b)?"
)
_OFFSET = re.compile(r"(?:UTC|GMT)?\s?([+−-])(\d{1,2})(?::?(\d\d))?(?!\d)")
_PLACE_TIME = re.compile(r"([A-Z]\w+)(?: [A-Z]\w+)?(?: (?:[Ss]tandard|[Ss]ummer|[Dd]aylight))? [Tt]ime\b")
_LOCAL_TIME = re.compile(r"local (?:\w+ )?time\b", re.IGNORECASE)
_NAMED = {"noon": 12, "midday": 12, "midnight": 0}
_NOON, _DAY_HOURS, _HOUR_MINUTES, _EARLIEST, _EVENING = 12, 24, 60, 7, 6
_ROUND = {5, 10, 15, 20, 25, 30}
"""Minutes that need no “minutes” before “past” or “to”."""
_OPENERS = {"(", "/", ","}
_BEGINNINGS = frozenset({*_NAMED, *CARDINALS, *TENS, "a", "half", "quarter"})
"""Words with which a time of day can begin, besides numbers."""
_MANY_ZONES = {"ist", "cst"}
"""Abbreviations that name several zones: no offset is known for them."""
_AMERICAN = {"et", "ct", "mt", "pt"}
_BY_LENGTH = sorted(PLACES, key=len, reverse=True)


@dataclass(frozen=True, slots=True)
class ClockHit:
    """A time of day and the index after it.

    `certain` says whether its form alone proves that it is one. Midnight belongs to two days and has no
    `clock`. `halved` is False where the half of the day is not said. `bare` is a number that only its
    company makes a time.
    """

    clock: Clock | None
    end: int
    certain: bool
    halved: bool = True
    bare: bool = False


def read_clock(tokens: Tokens, at: int) -> ClockHit | None:
    """A time of day at this word, with its zone; a time in brackets with a zone wins over the local one."""
    word = tokens.word(at)
    if not (word in _BEGINNINGS or word.isdecimal()):
        return None
    found = _named(tokens, at) or _shared(tokens, at) or _digits(tokens, at)
    found = found or _past_or_to(tokens, at) or _hour(tokens, at)
    return _gloss(tokens, _zoned(tokens, found)) if found else None


def _named(tokens: Tokens, at: int) -> ClockHit | None:
    start = tokens.skip(at, "12")
    hour = _NAMED.get(tokens.word(start))
    if hour is None:
        return None
    return ClockHit(Clock(hour) if hour else None, start + 1, certain=True)


def _digits(tokens: Tokens, at: int) -> ClockHit | None:
    if not tokens.word(at).isdecimal() or tokens.goes_on(at):
        return None
    for pattern in (_HOUR, _MILITARY, _CLOCK, _HOUR_ONLY):
        hit = tokens.match(pattern, at)
        if hit and (clock := _clock(hit[0])):
            half = bool(hit[0].groupdict().get("half"))
            halved = half or pattern is _MILITARY or clock.hour >= _NOON
            return ClockHit(clock, hit[1], certain=half or pattern is not _CLOCK, halved=halved)
    return None


def _shared(tokens: Tokens, at: int) -> ClockHit | None:
    """“(From) 9 to 11 a.m.”, “7.30–9pm”: the first takes its half of the day from the second."""
    hit = tokens.match(_SHARED, at)
    if not hit:
        return None
    hour, second = int(hit[0]["hour"]), int(hit[0][3])
    if not (1 <= hour <= _NOON and 1 <= second <= _NOON):
        return None
    late = hit[0]["half"].casefold() == "p" and (hour % _NOON) <= (second % _NOON)
    return ClockHit(Clock(hour % _NOON + _NOON * late, int(hit[0]["minute"] or 0)), hit[1], certain=True)


def _past_or_to(tokens: Tokens, at: int) -> ClockHit | None:
    """“Half past nine”, “a quarter to ten”, “12 minutes past six”."""
    start = tokens.skip(at, "a")
    named = {"half": 30, "quarter": 15}.get(tokens.word(start))
    minutes = (named, start + 1) if named else tokens.cardinal(start)
    if not minutes or minutes[0] >= _HOUR_MINUTES:
        return None
    link = tokens.skip(minutes[1], "minutes")
    past = tokens.word(link) == "past"
    hour = tokens.cardinal(link + 1) if past or tokens.word(link) == "to" else None
    said = link > minutes[1] or minutes[0] in _ROUND
    if not hour or not 1 <= hour[0] <= _NOON or not said:
        return None
    total = hour[0] % _NOON * 60 + (minutes[0] if past else -minutes[0])
    return ClockHit(_usual(total % (_NOON * 60)), hour[1], certain=past, halved=False)


def _hour(tokens: Tokens, at: int) -> ClockHit | None:
    """“Seven o'clock”, “nine thirty p.m.”, and a number that may be an hour."""
    hour = tokens.cardinal(at)
    if not hour or not 1 <= hour[0] <= _NOON:
        return None
    past = tokens.cardinal(tokens.skip(hour[1], "-"))
    for minute, end in ((0, hour[1]), past or (_HOUR_MINUTES, at)):
        if minute < _HOUR_MINUTES and (half := _half(tokens, end)):
            return ClockHit(Clock(hour[0] % _NOON + half[0], minute), half[1], certain=True)
    oclock = tokens.word(hour[1]) == "o'clock"
    return ClockHit(_usual(hour[0] % _NOON * 60), hour[1] + oclock, oclock, halved=False, bare=not oclock)


def _half(tokens: Tokens, at: int) -> tuple[int, int] | None:
    """The hours that “am” or “pm” behind an hour in words adds, and the index after it."""
    after = tokens.phrase(at, "p", "m") or tokens.phrase(at, "a", "m")
    if not after and tokens.word(at) not in {"am", "pm", "a.m.", "p.m.", "a.m", "p.m"}:
        return None
    return _NOON * tokens.word(at).startswith("p"), after or at + 1


def _usual(minutes: int) -> Clock:
    """A time of the clock face in the half of the day in which people meet: from 7 in the morning on."""
    hour, minute = divmod(minutes, 60)
    return Clock(hour + _NOON if hour < _EARLIEST else hour, minute)


def _clock(found: re.Match[str]) -> Clock | None:
    groups = found.groupdict()
    hour, minute = int(groups["hour"]), int(groups.get("minute") or 0)
    if half := (groups.get("half") or "").casefold():
        if not 1 <= hour <= _NOON:
            return None
        hour = hour % _NOON + (_NOON if half == "p" else 0)
    return Clock(hour, minute) if hour < _DAY_HOURS and minute < _HOUR_MINUTES else None


def _zoned(tokens: Tokens, found: ClockHit) -> ClockHit:
    found = _led_to_zone(tokens, found)
    at = found.end
    word = tokens.word(at)
    if word in {"gmt", "utc", "+", "−"} and (hit := tokens.match(_OFFSET, at)):
        return _with_zone(tokens, found, hit[1], _offset(hit[0]))
    if hit := tokens.match(_LOCAL_TIME, at):
        return _with_zone(tokens, found, hit[1], None)
    if hit := tokens.match(_PLACE_TIME, at):
        name = hit[0][0].casefold()
        place = next((PLACES[key] for key in _BY_LENGTH if name.startswith(f"{key} ")), None)
        return _with_zone(tokens, found, hit[1], None, place)
    return _abbreviated(tokens, found)


def _led_to_zone(tokens: Tokens, found: ClockHit) -> ClockHit:
    """“10:00 hours”, “18:00 on Moscow time”: the words between the time and its zone."""
    hours = tokens.skip(found.end, "hours")
    led = tokens.skip(hours, "on", "by")
    return replace(found, end=led if tokens.match(_PLACE_TIME, led) else hours)


def _abbreviated(tokens: Tokens, found: ClockHit) -> ClockHit:
    """“CET”, “(GMT)”, “ET”, or an abbreviation that has several meanings."""
    bracket = tokens.word(found.end) == "(" and tokens.word(found.end + 2) == ")"
    at = found.end + bracket
    word, end = tokens.word(at), at + 1 + bracket
    if not tokens.printed(at).isupper() or (word == "z" and not tokens.glued(at)):
        return found
    if word in ZONES:
        return _with_zone(tokens, found, end, ZONES[word])
    known = word in _MANY_ZONES or word in _AMERICAN
    return _with_zone(tokens, found, end, None, PLACES.get(word)) if known else found


def in_half(clock: Clock, words: list[str]) -> Clock:
    """The clock in the half of the day that the words around it name."""
    hour = clock.hour % _NOON
    if {"evening", "afternoon", "tonight"} & set(words) or ("night" in words and hour >= _EVENING):
        return replace(clock, hour=hour + _NOON)
    return replace(clock, hour=hour) if "morning" in words else clock


def _offset(found: re.Match[str]) -> str:
    return f"{'+' if found[1] == '+' else '-'}{int(found[2]):02}:{found[3] or '00'}"


def _with_zone(
    tokens: Tokens, found: ClockHit, end: int, offset: str | None, place: str | None = None
) -> ClockHit:
    zone = tokens.text[tokens.starts[found.end] : tokens.ends[end - 1]].strip("()")
    clock = replace(found.clock, offset=offset, zone=zone, place=place) if found.clock else None
    return replace(found, clock=clock, end=end, certain=True)


def _gloss(tokens: Tokens, found: ClockHit) -> ClockHit:
    start = found.end
    if tokens.word(start) not in _OPENERS or not (inner := _digits(tokens, start + 1)):
        return found
    inner = _zoned(tokens, inner)
    if not inner.clock or not inner.clock.offset:
        return found
    clock = replace(inner.clock, days_on=_days_on(found.clock, inner.clock) if found.clock else 0)
    return replace(inner, clock=clock, end=tokens.skip(inner.end, ")"), certain=True, halved=True, bare=False)


def _days_on(local: Clock, other: Clock) -> int:
    """Whether “9 p.m. (0200 GMT)” is the next day in the other zone; zones lie half a day apart at most."""
    hours = (other.hour - local.hour + _NOON) % _DAY_HOURS - _NOON
    return (local.hour + hours) // _DAY_HOURS
