"""Reads days that are named by their place: “today”, “the 21st”, “the next day”."""

from bot.services.dating.context import Hit
from bot.services.dating.counting import Nearby, Shifted, Today, UnitNamed
from bot.services.dating.parts import NthPart
from bot.services.dating.printed import DayOfMonth
from bot.services.dating.tokens import Tokens
from bot.services.dating.words import DAYS_OFF, PARTS_OF_DAY, WHICH
from bot.services.wordlists import listed

_BESIDE = {"after": 1, "before": -1, "next": 1, "following": 1, "previous": -1, "preceding": -1, "same": 0}
_DAY_PHRASES = (
    (("day", "after", "tomorrow"), 2),
    (("after", "tomorrow"), 2),
    (("day", "before", "yesterday"), -2),
)
AFTER_NUMBER = listed("and or at in when to as for but with after because if by until")


def read_day_named(tokens: Tokens, at: int) -> Hit | None:
    """“Today”, “tomorrow evening”, “the day after tomorrow”, “this morning”."""
    start = tokens.skip(at, "the")
    if tokens.word(start) in {"day", "after"}:
        for words, off in _DAY_PHRASES:
            if after := tokens.phrase(start, *words):
                return Hit(Today(off), after)
    word, after = tokens.word(at), at + 1
    if word in DAYS_OFF:
        return Hit(Today(DAYS_OFF[word]), tokens.skip(part_of_day(tokens, after), "'s"))
    if word == "this" and tokens.word(after) in PARTS_OF_DAY - {"night"}:
        return Hit(Today(), after + 1)
    gone = word == "last" and tokens.word(after) in {"night", "evening"}
    return Hit(Today(-1), after + 1) if gone else None


def part_of_day(tokens: Tokens, at: int) -> int:
    """The index after “evening”, “in the morning”, “late afternoon”."""
    start = tokens.skip(tokens.skip(tokens.skip(at, "in"), "the"), "early", "late", "mid")
    start = tokens.skip(start, "-")
    return start + 1 if tokens.word(start) in PARTS_OF_DAY else at


def read_day_number(tokens: Tokens, at: int) -> Hit | None:
    """“The 21st”, “the day 16”, “the next day 21”, “on the 4th of the month”."""
    start = tokens.skip(tokens.skip(at, "the", "this"), "next", "last")
    if tokens.word(start) == "day" and tokens.word(start + 1).isdecimal():
        found = tokens.day(start + 1)
        return Hit(DayOfMonth(found[0]), found[1]) if found else None
    if (bare := tokens.ordinal(at)) and tokens.word(at).isdecimal():
        return of_month(tokens, bare[0], bare[1]) if bare[0] else None
    if number := _bare_number(tokens, at):
        return number
    found = tokens.ordinal(at + 1) if tokens.word(at) in {"the", "this"} else None
    if not found or not 1 <= found[0] <= 31:
        return None
    return of_month(tokens, found[0], found[1]) or _number_alone(tokens, at, found)


def _bare_number(tokens: Tokens, at: int) -> Hit | None:
    """“On 15 at 8:00”, “for the 27”: a day only where nothing is counted and no other word follows."""
    the = tokens.word(at) == "the"
    found = tokens.day(at + the)
    if not found or not tokens.word(at + the).isdecimal() or tokens.word(at - 1) != ("for" if the else "on"):
        return None
    after = tokens.word(found[1])
    timed = after == "at" and tokens.word(found[1] + 2) == ":"
    closed = the and after in {"", ".", "!", "?"}
    return Hit(DayOfMonth(found[0]), found[1]) if timed or closed else None


def of_month(tokens: Tokens, number: int, at: int) -> Hit | None:
    """“(The 5th) of next month”, “of the month”, “this month”."""
    start = tokens.skip(tokens.skip(at, "of"), "the")
    off = WHICH.get(tokens.word(start))
    month = start if off is None and tokens.word(start - 1) == "the" else start + 1
    if tokens.word(month) != "month" or (off is None and (start == at or month > start)):
        return None
    return Hit(NthPart("day", number, UnitNamed("month", off or 0)), month + 1)


def _number_alone(tokens: Tokens, at: int, found: tuple[int, int]) -> Hit | None:
    led = tokens.word(at - 1) in {"on", "by", "until", "till", "from", "before", "to", "for", "after"}
    after = tokens.word(found[1])
    closed = not after or after in {".", ",", "!", "?", ";"}
    if not tokens.word(at + 1).isdecimal() or not (led or closed):
        return None
    counts = after.isalpha() and after not in AFTER_NUMBER
    return None if counts or after == "-" else Hit(DayOfMonth(found[0]), found[1])


def read_beside(tokens: Tokens, at: int) -> Hit | None:
    """“The next day”, “the day before”, “the same day”, counted from the date named last."""
    start = tokens.skip(at, "the", "that")
    word, unit = tokens.word(start), tokens.word(start + 1)
    if tokens.word(at) == "that":
        return Hit(Nearby(), start + 1) if word == "day" or word in PARTS_OF_DAY else None
    if word == "day" and start > at and unit in _BESIDE:
        return Hit(Shifted(Nearby(), _BESIDE[unit], "day"), start + 2)
    off = _BESIDE.get(word)
    led = start > at or tokens.word(at) == "next"
    if off is None or not led or not (unit == "day" or unit in PARTS_OF_DAY):
        return None
    return Hit(Shifted(Nearby(), off, "day") if off else Nearby(), start + 2)
