"""Years and months of other calendars: Solar Hijri, Hijri and the Buddhist era."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from hijridate import Gregorian, Hijri
from persiantools.jdatetime import JalaliDate

from bot.domain.when import Precision
from bot.services.dating import stretch
from bot.services.dating.stretch import DAY, Stretch
from bot.services.wordlists import numbers_of

SOLAR = "Solar Hijri"
LUNAR = "Hijri"
BUDDHIST = "Buddhist era"

PERSIAN_MONTHS = numbers_of(
    "farvardin ordibehesht|urdibehesht khordad tir mordad|amordad shahrivar mehr aban azar dey bahman"
    " esfand|espand",
    start=1,
)
HIJRI_MONTHS = numbers_of(
    "muharram safar rabi_i rabi_ii jumada_i jumada_ii rajab shaban|sha'ban ramadan|ramadhan|ramazan shawwal"
    " dhulqadah dhulhijjah",
    start=1,
)
_BUDDHIST_AHEAD = 543
_SOLAR_AHEAD = 621
_NOWRUZ = (3, 21)
_NEAR = 4
"""Years that a converted year may lie from the article's when nothing else speaks for its calendar."""

_LANDS = re.compile(
    r"\b(?:Iran|Tehran|Persian?|IRNA|ISNA|Majlis|Afghan\w*|Kabul|Taliban|Solar Hijri|"
    + "|".join(PERSIAN_MONTHS)
    + r")\b",
    re.IGNORECASE,
)
_LEAD = re.compile(
    r"(?:no later than|not later than|by the|until the|in the|by|until|till|in|on|for|from|since|to|before"
    r"|after|at|during|of)\s+",
    re.IGNORECASE,
)
_YEARS = re.compile(r"\d\d{3}(?<![\d.,$€£]\d{4})(?![\d%]|[.,]\d)")


@dataclass(frozen=True, slots=True)
class Reckoning:
    """Which other calendars an article may be using; `year` is the article's own Gregorian year, if known."""

    solar: bool = False
    buddhist: bool = False
    year: int | None = None

    def of(self, year: int) -> str | None:
        """The calendar of a printed year, None for the Gregorian one."""
        if self.buddhist and 2400 <= year <= 2700:
            return BUDDHIST
        if not 1200 <= year <= 1500:
            return None
        if self.year and abs(_lunar_year(year) - self.year) <= 1 and not self.solar:
            return LUNAR
        return SOLAR if self.solar else None


def reckoning(text: str, year: int | None) -> Reckoning:
    """What an article's own words say about its calendars.

    A year such as 1404 is Solar Hijri where the article is about Iran or Afghanistan, or lies near the
    article's year; one such as 2569 is Buddhist when nothing else in the text could be in that age.
    """
    years = [int(found) for found in _YEARS.findall(text)]
    medieval = any(1000 <= one < 1340 or 1450 < one < 1700 for one in years)
    near = [one for one in years if 1340 <= one <= 1450]
    solar = bool(near) and not medieval and (bool(_LANDS.search(text)) or _solar_near(near, years, year))
    eras = [one for one in years if 2400 <= one <= 2700 and one % 50]
    buddhist = any(abs(one - _BUDDHIST_AHEAD - (year or 2000)) <= (_NEAR if year else 60) for one in eras)
    return Reckoning(solar, buddhist or "B.E." in text, year)


def _solar_near(near: Iterable[int], years: Iterable[int], year: int | None) -> bool:
    if year:
        return any(abs(one + _SOLAR_AHEAD - year) <= _NEAR for one in near)
    return not any(1900 <= one <= 2100 for one in years)


def _lunar_year(year: int) -> int:
    return round(year * 0.970229 + 621.5)


def gregorian_year(calendar: str, year: int, month: int, day: int | None) -> int:
    """The Gregorian year in which a Gregorian month falls whose year was printed in another calendar."""
    if calendar == BUDDHIST:
        return year - _BUDDHIST_AHEAD
    if calendar == LUNAR:
        return _lunar_year(year)
    return year + _SOLAR_AHEAD + ((month, day or _NOWRUZ[1]) < _NOWRUZ)


def whole_year(calendar: str, year: int) -> Stretch:
    """A year of another calendar."""
    if calendar == BUDDHIST:
        return stretch.year(year - _BUDDHIST_AHEAD)
    first, after = (_first(calendar, one, 1, 1) for one in (year, year + 1))
    return Stretch(first, after - DAY, Precision.YEAR)


def other_date(calendar: str, year: int, month: int, day: int | None) -> Stretch:
    """A day or a whole month of another calendar; ValueError when it has no such day."""
    if day:
        return stretch.day(_first(calendar, year, month, day))
    start = _first(calendar, year, month, 1)
    after = _first(calendar, year + month // 12, month % 12 + 1, 1)
    return Stretch(start, after - DAY, Precision.MONTH)


def year_of(calendar: str, when: date) -> int:
    """The year of another calendar on a Gregorian day."""
    if calendar == SOLAR:
        return int(JalaliDate.to_jalali(when).year)
    return Gregorian(when.year, when.month, when.day).to_hijri().year


def _first(calendar: str, year: int, month: int, day: int) -> date:
    if calendar == SOLAR:
        return date.fromordinal(JalaliDate(year, month, day).to_gregorian().toordinal())
    found = Hijri(year, month, day).to_gregorian()
    return date(found.year, found.month, found.day)


def converted(phrase: str, found: Stretch) -> str:
    """What the person is told: “June 1400” read as June 2021 (Solar Hijri)."""
    return f"“{_LEAD.sub('', phrase, count=1)}” read as {_spoken(found)} ({found.calendar})"


def _spoken(found: Stretch) -> str:
    if found.edtf.count("-") == 1 and found.precision is Precision.MONTH and found.first:
        return f"{found.first:%B %Y}"
    ends = [_day(one) for one in (found.first, found.last) if one]
    return " to ".join(dict.fromkeys(ends))


def _day(when: date) -> str:
    return f"{when.day} {when:%B %Y}"
