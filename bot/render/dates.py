"""Dates in plain English words."""

from datetime import date, datetime

from bot.domain.article import Published, PublishedFrom
from bot.domain.when import Precision, When

SEASONS = {"21": "spring", "22": "summer", "23": "autumn", "24": "winter"}
QUARTERS = {"33": "first", "34": "second", "35": "third", "36": "fourth"}
HALVES = {"40": "first", "41": "second"}

ORIGINS = {
    PublishedFrom.GIVEN: "date given",
    PublishedFrom.DATELINE: "from its dateline",
    PublishedFrom.PAGE: "from the page",
    PublishedFrom.TEXT: "from dates in the text",
    PublishedFrom.RECEIVED: "when it arrived",
}


def plain_date(when: When) -> str | None:
    """`12–14 June 2021`, `by 31 December 2021`, `first half of 2026` …; None for a phrase without a value."""
    if when.start and when.end:
        return _stretch(when, when.start, when.end)
    if when.end:
        return f"{'until' if when.lasting else 'by'} {_point(when.end, when.timezone)}"
    if when.start:
        return f"{'until at least' if when.lasts_at_least else 'from'} {_point(when.start, when.timezone)}"
    return None


def plain_published(published: Published) -> str:
    """`30 November 2021 (date given)`, as precise as it is known."""
    if published.value is None:
        return "no date found"
    return f"{_known(published.value)} ({ORIGINS.get(published.origin, 'origin unknown')})"


def _known(value: str) -> str:
    match len(value):
        case 4:
            return value
        case 7:
            return f"{date.fromisoformat(value + '-01'):%B %Y}"
        case _:
            return _day(date.fromisoformat(value[:10]))


def _stretch(when: When, start: str, end: str) -> str:
    if "T" in start or "T" in end:
        return _times(start, end, when.timezone)
    first, last = date.fromisoformat(start), date.fromisoformat(end)
    match when.precision:
        case Precision.WEEK:
            return f"week of {_day(first)}"
        case Precision.MONTH | Precision.YEAR | Precision.SEASON | Precision.QUARTER | Precision.HALF:
            return _named(when, first, last)
        case _:
            return _days(first, last)


def _named(when: When, first: date, last: date) -> str:
    code = (when.edtf or "")[5:]
    if code in SEASONS:
        return f"{SEASONS[code]} {_years(first, last)}"
    if code in QUARTERS:
        return f"{QUARTERS[code]} quarter of {first.year}"
    if code in HALVES:
        return f"{HALVES[code]} half of {first.year}"
    if when.precision is Precision.YEAR:
        return _years(first, last)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first:%B %Y}"
    return f"{first:%B} – {last:%B %Y}" if first.year == last.year else f"{first:%B %Y} – {last:%B %Y}"


def _years(first: date, last: date) -> str:
    return f"{first.year}" if first.year == last.year else f"{first.year}/{last.year % 100:02}"


def _days(first: date, last: date) -> str:
    if first == last:
        return f"{first:%A} {_day(first)}"
    if first.year != last.year:
        return f"{_day(first)} – {_day(last)}"
    if first.month != last.month:
        return f"{first.day} {first:%B} – {_day(last)}"
    return f"{first.day}–{_day(last)}"


def _times(start: str, end: str, zone: str | None) -> str:
    first, last = datetime.fromisoformat(start), datetime.fromisoformat(end)
    days = _days(first.date(), last.date())
    clock = f"{first:%H:%M}" if first == last else f"{first:%H:%M}–{last:%H:%M}"
    return f"{days}, {clock} {zone or ''}".rstrip()


def _point(value: str, zone: str | None) -> str:
    if "T" in value:
        return _times(value, value, zone)
    return _day(date.fromisoformat(value))


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
