"""Times of day, with the zone where one is printed."""

import re
from dataclasses import dataclass, replace

from bot.services.dating.stretch import Clock
from bot.services.dating.tokens import Tokens
from bot.services.dating.words import ZONES

_HALF = r"(?P<half>[ap])(?:\.\s?m\b\.?|\s?m\b)"
_CLOCK = re.compile(
    rf"(?P<hour>\d{{1,2}})(?P<mark>[:.h])(?P<minute>\d\d)(?::\d\d)?(?!\d|[:.]\d)\s?(?:{_HALF})?",
    re.IGNORECASE,
)
_HOUR = re.compile(rf"(?P<hour>\d{{1,2}})\s?{_HALF}", re.IGNORECASE)
_HOUR_ONLY = re.compile(r"(?P<hour>\d{1,2})(?:\s?o['’]clock\b|h\b(?!\s?\d))", re.IGNORECASE)
_MILITARY = re.compile(
    r"(?P<hour>[01]\d|2[0-4])(?P<minute>[0-5]\d)(?=\s?(?:hours|hrs|h\b|GMT|UTC))(?:\s?(?:hours|hrs|h)\b)?"
)
_OFFSET = re.compile(r"(?:UTC|GMT)?\s?([+−-])(\d{1,2})(?::?(\d\d))?(?!\d)")
_PLACE_TIME = re.compile(r"(?:[A-Z][\w-]+ ){1,2}(?:[Ss]tandard |[Ss]ummer |[Dd]aylight )?[Tt]ime\b")
_LOCAL_TIME = re.compile(r"local (?:\w+ )?time\b", re.IGNORECASE)
_NAMED = {"noon": 12, "midday": 12, "midnight": 0}
_NOON = 12
_DAY_HOURS = 24


@dataclass(frozen=True, slots=True)
class ClockHit:
    """A time of day, the index after it, and whether its form alone proves that it is one."""

    clock: Clock
    end: int
    certain: bool
    midnight: bool = False


def read_clock(tokens: Tokens, at: int) -> ClockHit | None:
    """A time of day at this word, with its zone; a time in brackets with a zone wins over the local one."""
    found = _named(tokens, at) or _digits(tokens, at)
    if not found:
        return None
    found = _zoned(tokens, found)
    return _gloss(tokens, found)


def _named(tokens: Tokens, at: int) -> ClockHit | None:
    start = tokens.skip(at, "12")
    hour = _NAMED.get(tokens.word(start))
    if hour is None:
        return None
    return ClockHit(Clock(hour), start + 1, certain=True, midnight=hour == 0)


def _digits(tokens: Tokens, at: int) -> ClockHit | None:
    for pattern in (_HOUR, _MILITARY, _CLOCK, _HOUR_ONLY):
        hit = tokens.match(pattern, at)
        if (
            hit
            and (clock := _clock(hit[0]))
            and not (tokens.glued(at) and tokens.word(at - 1) in {",", ".", "$", "-"})
        ):
            groups = hit[0].groupdict()
            certain = bool(groups.get("half")) or pattern is not _CLOCK
            return ClockHit(clock, hit[1], certain)
    return None


def _clock(found: re.Match[str]) -> Clock | None:
    groups = found.groupdict()
    hour, minute = int(groups["hour"]), int(groups.get("minute") or 0)
    if half := (groups.get("half") or "").casefold():
        if not 1 <= hour <= _NOON:
            return None
        hour = hour % _NOON + (_NOON if half == "p" else 0)
    return Clock(hour, minute) if hour < _DAY_HOURS and minute < 60 else None  # noqa: PLR2004


def _zoned(tokens: Tokens, found: ClockHit) -> ClockHit:
    at = found.end
    word, printed = tokens.word(at), tokens.printed(at)
    if word in {"gmt", "utc"} and (hit := tokens.match(_OFFSET, at)):
        return _with_zone(tokens, found, at, hit[1], _offset(hit[0]))
    if word in ZONES and printed.isupper() and (word != "z" or tokens.glued(at)):
        return _with_zone(tokens, found, at, at + 1, ZONES[word])
    if printed.isupper() and word in {"et", "ct", "mt", "pt", "ist", "cst"}:
        return _with_zone(tokens, found, at, at + 1, None)
    if word in {"+", "−"} and (hit := tokens.match(_OFFSET, at)):
        return _with_zone(tokens, found, at, hit[1], _offset(hit[0]))
    for pattern in (_LOCAL_TIME, _PLACE_TIME):
        if hit := tokens.match(pattern, at):
            return replace(_with_zone(tokens, found, at, hit[1], None), certain=True)
    return found


def _offset(found: re.Match[str]) -> str:
    sign = "+" if found[1] == "+" else "-"
    return f"{sign}{int(found[2]):02}:{found[3] or '00'}"


def _with_zone(tokens: Tokens, found: ClockHit, at: int, end: int, offset: str | None) -> ClockHit:
    zone = tokens.text[tokens.starts[at] : tokens.ends[end - 1]]
    return replace(found, clock=replace(found.clock, offset=offset, zone=zone), end=end, certain=True)


def _gloss(tokens: Tokens, found: ClockHit) -> ClockHit:
    start = found.end
    if tokens.word(start) not in {"(", "/", ","} or not (inner := _digits(tokens, start + 1)):
        return found
    inner = _zoned(tokens, inner)
    if not inner.clock.offset:
        return found
    closed = inner.end + (tokens.word(inner.end) == ")")
    return replace(inner, end=closed, certain=True)
