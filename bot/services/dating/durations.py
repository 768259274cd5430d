"""Reads counted times: “in two weeks”, “three days later”, “a week on Tuesday”, “within 10 days”."""

import re
from dataclasses import dataclass

from bot.services.dating.context import Hit, Time
from bot.services.dating.counting import Lasting, Nearby, Shifted, Today, Within
from bot.services.dating.dates import weekday_at
from bot.services.dating.expressions import Between, Bound
from bot.services.dating.named import read_noun
from bot.services.dating.parts import WeekOf
from bot.services.dating.printed import CalendarDate
from bot.services.dating.tokens import Reader, Tokens
from bot.services.dating.verbs import MODALS
from bot.services.dating.weekday_times import WeekdayIn
from bot.services.dating.words import DAYS_OFF, UNITS
from bot.services.wordlists import listed

_PARTS = 4
_LEADS = {"in", "have", "has", "given", "for"}
_OWNERS = {"have", "has", "given"}
_BACK_OR_ON = {"ago": -1, "earlier": -1, "later": 1, "afterwards": 1, "afterward": 1, "thereafter": 1}
_SUPERLATIVE = re.compile(
    r"\w{2,}est$|first|second|third|fourth|fifth|sixth|most|least|best|worst|only|once|twice|time|times"
)
_NO_RANKS = listed("protest request forest interest west contest harvest arrest test guest rest")
_COMPLEMENTS = {"by", "of", "for", "at", "against", "to", "with", "such", "on"}
_VERBS = MODALS | {"is", "are", "was", "were", "be", "been", "has", "have", "had", "do", "does", "did"}
_WORKING = {"working", "business", "trading"}


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
    while len(parts) < _PARTS and (following := duration(tokens, tokens.skip(tokens.skip(end, ","), "and"))):
        parts.append(following)
        end = following.end
    sign = _BACK_OR_ON.get(tokens.word(end), 0)
    if not sign or len(parts) == 1 or any(part.unit in {"minute", "hour"} for part in parts):
        return None
    time: Time = Today() if sign < 0 else Nearby()
    for part in parts:
        time = Shifted(time, sign * part.count, part.unit, exact=True)
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
    two = duration(tokens, one[1] + 1) if one and tokens.word(one[1]) in {"to", "or", "-", "–"} else None
    if not one or not two:
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
    beside = _between_counts(tokens, at) or _day_beside(tokens, at, term) or _weekday_after(tokens, at, term)
    if beside or tokens.word(at) == "within":
        return beside or _within(tokens, at + 1, term)
    lead = tokens.word(at)
    found = duration(tokens, at + (lead in _LEADS))
    if not found:
        return None
    if lead in _OWNERS:
        return _deadline(tokens, found)
    over = tokens.word(at - 1) in {"over", "last", "lasts", "lasting"} and tokens.word(found.end) == "from"
    if lead == "for" or over or tokens.word(found.end) in {"starting", "beginning"}:
        return _lasting(tokens, found, term)
    return _compound(tokens, found) or _counted_tail(tokens, found, term) or _in_time(tokens, at, found)


def _weekday_after(tokens: Tokens, at: int, term: Reader) -> Hit | None:
    """“Monday two weeks from now”, but “on Monday, two years after the fire”."""
    weekday = weekday_at(tokens, at)
    if weekday is None or not (found := duration(tokens, tokens.skip(at + 1, ","))):
        return None
    word = tokens.word(found.end)
    dated = word == "from" or (word == "after" and term(tokens, found.end + 1))
    counted = _counted_tail(tokens, found, term) if dated else None
    return Hit(WeekdayIn(WeekOf(counted.time), weekday), counted.end) if counted else None


def _within(tokens: Tokens, at: int, term: Reader) -> Hit | None:
    """“(Within) 10 days”, “(within) the next three weeks”, “(within) 30 days of Friday's ruling”."""
    found = duration(tokens, tokens.skip(tokens.skip(at, "the"), "next", "coming"))
    if not found:
        return None
    base = term(tokens, found.end + 1) if tokens.word(found.end) in {"of", "from", "after"} else None
    if base:
        return Hit(Bound("by", Shifted(base.time, found.count, found.unit)), base.end)
    return Hit(Within(found.count, found.unit, deadline=True), tokens.skip(found.end, "'"))


def _deadline(tokens: Tokens, found: Duration) -> Hit | None:
    """“(Have) 15 days to appeal”."""
    due = tokens.word(found.end) in {"to", "from", "in"} and found.unit != "year"
    return Hit(Within(found.count, found.unit, deadline=True), found.end) if due else None


def _lasting(tokens: Tokens, found: Duration, term: Reader) -> Hit | None:
    """“For three days from Monday”, “two weeks starting on 3 May”."""
    if tokens.word(found.end) not in {"from", "starting", "beginning", "as"}:
        return None
    base = term(tokens, tokens.skip(tokens.skip(found.end + 1, "of"), "on", "in"))
    return Hit(Lasting(base.time, found.count, found.unit), base.end) if base else None


def _counted_tail(tokens: Tokens, found: Duration, term: Reader) -> Hit | None:
    end, word = found.end, tokens.word(found.end)
    if DAYS_OFF.get(word, -1) >= 0:
        return Hit(Shifted(Today(DAYS_OFF[word]), found.count, found.unit), end + 1)
    if word in _BACK_OR_ON:
        base: Time = Today() if word == "ago" else Nearby()
        count = _BACK_OR_ON[word] * found.count
        return Hit(Shifted(base, count, found.unit, working=found.working), end + 1)
    if after := tokens.phrase(end, "from", "now"):
        return Hit(Shifted(Today(), found.count, found.unit), after)
    return _from_base(tokens, found, term) if word in {"on", "from", "after", "before"} else None


def _from_base(tokens: Tokens, found: Duration, term: Reader) -> Hit | None:
    """“(A week) on Tuesday”, “(two days) before Easter”, “(three weeks) after the vote”."""
    word = tokens.word(found.end)
    base = term(tokens, found.end + 1) or read_noun(tokens, found.end + 1)
    if not base or (word == "on" and found.unit not in {"week", "fortnight"}):
        return None
    if word == "before" and tokens.word(found.end - 3) == "on":
        return None  # “will strike on three days before Christmas”
    if word == "from" and isinstance(base.time, CalendarDate) and not base.time.day:
        return None  # “40 flights a day from June”
    return Hit(Shifted(base.time, -found.count if word == "before" else found.count, found.unit), base.end)


def _phrase_before(tokens: Tokens, at: int) -> list[str]:
    """Up to six words before “in nine years”, back to a verb or mark: “the fourth strike by the union”."""
    words = tokens.words[max(0, at - 6) : at]
    ends = [i for i, word in enumerate(words) if word in _VERBS or not word[0].isalnum()]
    return words[ends[-1] + 1 :] if ends else words


def _ranked(phrase: list[str]) -> bool:
    """“The fourth strike by the union”: a rank right before, or before what complements its noun."""
    near = phrase if _COMPLEMENTS.intersection(phrase) else phrase[-2:]
    return any(_SUPERLATIVE.fullmatch(word) and word not in _NO_RANKS for word in near)


def _in_time(tokens: Tokens, at: int, found: Duration) -> Hit | None:
    time = tokens.skip(tokens.skip(found.end, "'s"), "'")
    away = tokens.word(time) == "away" and tokens.word(at - 1) in {"is", "are", "still", "just", "now"}
    if tokens.word(time) == "time" or away:
        return Hit(Shifted(Today(), found.count, found.unit, forward=True), time + 1)
    if tokens.word(at) != "in" or tokens.word(found.end) in {"of", "to", "'", "-"}:
        return None
    if _ranked(_phrase_before(tokens, at)):
        return None
    return Hit(Shifted(Today(), found.count, found.unit, forward=True, working=found.working), found.end)
