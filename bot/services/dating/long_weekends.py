"""Holidays with the free days around them: “the Easter weekend”, “the August bank holiday”."""

from dataclasses import dataclass
from datetime import date

from dateutil.easter import easter

from bot.services.dating import stretch
from bot.services.dating.context import Context, Hit, Time
from bot.services.dating.parts import Part
from bot.services.dating.stretch import DAY, Stretch
from bot.services.dating.tokens import Tokens
from bot.services.dating.yearly import Holiday, OnDay
from bot.services.wordlists import listed

_MONDAY, _THURSDAY, _FRIDAY, _SUNDAY = 0, 3, 4, 6
_BREAKS = listed("break holidays recess vacation")
FREE = _BREAKS | {"weekend"}
"""What makes a holiday's name stand for free days."""


@dataclass(frozen=True, slots=True)
class LongWeekend:
    """The weekend beside a holiday, with that day; around an Easter Sunday from Friday to Monday."""

    holiday: Time

    def resolve(self, context: Context) -> Stretch | None:
        """The days, of a holiday in the middle of a week that day alone."""
        found = self.holiday.resolve(context)
        if not found or not found.first or not found.single:
            return found
        first, last = _weekend(found.first)
        return stretch.days(first, last).like(found)


def _weekend(day: date) -> tuple[date, date]:
    weekday = day.weekday()
    sunday = easter(day.year)
    if day in {sunday, sunday + DAY}:
        return sunday - 2 * DAY, sunday + DAY
    if weekday == _MONDAY:
        return day - 2 * DAY, day
    if weekday in {_THURSDAY, _FRIDAY}:
        return day, day + (_SUNDAY - weekday) * DAY
    return (day, day) if weekday < _FRIDAY else (day - (weekday - 5) * DAY, day + (_SUNDAY - weekday) * DAY)


def _first_monday(month: int) -> OnDay:
    return lambda year: stretch.on_or_after(date(year, month, 1), _MONDAY)


def _last_monday(month: int, days: int) -> OnDay:
    return lambda year: stretch.on_or_before(date(year, month, days), _MONDAY)


_EARLY_MAY, _SPRING, _SUMMER = _first_monday(5), _last_monday(5, 31), _last_monday(8, 31)
_ALL = (lambda year: easter(year) + DAY, _EARLY_MAY, _SPRING, _SUMMER)
_BANK_HOLIDAYS: dict[tuple[str, ...], tuple[OnDay, ...]] = {
    ("early", "may"): (_EARLY_MAY,),
    ("late", "may"): (_SPRING,),
    ("may", "day"): (_EARLY_MAY,),
    ("may",): (_EARLY_MAY, _SPRING),
    ("spring",): (_SPRING,),
    ("whitsun",): (_SPRING,),
    ("august",): (_SUMMER,),
    ("summer",): (_SUMMER,),
    ("easter",): _ALL[:1],
    (): _ALL,
}
"""The Mondays of England and Wales (gov.uk/bank-holidays), by the words before “bank holiday”."""


def read_bank_holiday(tokens: Tokens, at: int) -> Hit | None:
    """“(Over) the bank holiday weekend”, “August bank holiday Monday”."""
    if "bank" not in tokens.words:
        return None
    start = tokens.skip(at, "the", "this", "next")
    for words, among in _BANK_HOLIDAYS.items():
        end = tokens.phrase(start, *words, "bank", "holiday")
        if end is None:
            continue
        if tokens.word(end) == "weekend":
            return Hit(LongWeekend(Holiday(among)), end + 1)
        bare = not words and tokens.word(end) != "monday"
        return None if bare else Hit(Holiday(among), tokens.skip(end, "monday"))
    return None


def with_free_days(tokens: Tokens, hit: Hit) -> Hit:
    """“(The Memorial Day) weekend”, “(after the Easter) break”, which has at least the weekend's days."""
    word = tokens.word(hit.end)
    if word == "weekend":
        return Hit(LongWeekend(hit.time), hit.end + 1)
    return Hit(Part("break", LongWeekend(hit.time)), hit.end + 1) if word in _BREAKS else hit
