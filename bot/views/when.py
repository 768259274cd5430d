"""Dates in the reader's words and, where date, time and zone are known, in the reader's own time."""

from datetime import UTC, date, datetime

from babel import Locale
from babel.dates import format_date, format_interval, format_skeleton

from bot.domain.article import Published, PublishedFrom
from bot.domain.when import Precision, When
from bot.views.text import shortened
from bot.views.texts import Texts, fixed

SPANS = frozenset({Precision.MONTH, Precision.SEASON, Precision.QUARTER, Precision.HALF, Precision.YEAR})
QUARTERS = frozenset({"33", "34", "35", "36"})
STRETCHES = {
    "21": fixed("Spring {year}"),
    "22": fixed("Summer {year}"),
    "23": fixed("Autumn {year}"),
    "24": fixed("Winter {year}"),
    "40": fixed("First half of {year}"),
    "41": fixed("Second half of {year}"),
}
"""What EDTF numbers as if they were months (ISO 8601-2, level 1 and 2)."""

ZONE = 40
"""UTF-16 units of a time zone as printed; longer ones end in `…`."""

VAGUE = SPANS | {Precision.WEEK, Precision.UNKNOWN}


def worded(when: When, texts: Texts) -> str | None:
    """`12–14 June 2021`, `By 31 December 2021`, `<t:…:f> (<t:…:R>)`; None for a phrase without a value."""
    if when.start and when.end:
        return _stretch(when, when.start, when.end, texts)
    if when.end:
        day = _point(when.end, when.timezone, texts)
        return texts.say("Until {date}", date=day) if when.lasting else texts.say("By {date}", date=day)
    if when.start:
        day = _point(when.start, when.timezone, texts)
        at_least = when.lasts_at_least
        return (
            texts.say("Until at least {date}", date=day) if at_least else texts.say("From {date}", date=day)
        )
    return None


def exact(when: When) -> bool:
    """Whether the words say as much as the printed phrase: a day, days or a minute, both ends known."""
    return bool(when.start and when.end) and when.precision not in VAGUE


def moment(when: When) -> datetime | None:
    """Where an event stands in time, to sort by: its beginning, else its end; None without a date."""
    value = when.start or when.end
    if value is None:
        return None
    found = datetime.fromisoformat(value)
    return found if found.tzinfo else found.replace(tzinfo=UTC)


def published(found: Published, texts: Texts) -> str:
    """`30 November 2021, from its dateline`, as precise as it is known."""
    if found.value is None:
        return texts.say("no date found")
    return _origin(found.origin, _known(found.value, texts.locale), texts)


def _origin(origin: PublishedFrom, day: str, texts: Texts) -> str:
    match origin:
        case PublishedFrom.DATELINE:
            return texts.say("{date}, from its dateline", date=day)
        case PublishedFrom.PAGE:
            return texts.say("{date}, from the page", date=day)
        case PublishedFrom.TEXT:
            return texts.say("{date}, going by dates in the text", date=day)
        case PublishedFrom.RECEIVED:
            return texts.say("{date}, when it arrived", date=day)
        case PublishedFrom.GIVEN:
            return texts.say("{date}, as given", date=day)
        case _:
            return day


def _known(value: str, locale: Locale) -> str:
    match len(value):
        case 4:
            return value
        case 7:
            return _month(date.fromisoformat(f"{value}-01"), locale)
        case _:
            return _day(date.fromisoformat(value[:10]), locale)


def _stretch(when: When, start: str, end: str, texts: Texts) -> str:
    if "T" in start or "T" in end:
        return _times(start, end, when.timezone, texts)
    first, last = date.fromisoformat(start), date.fromisoformat(end)
    if when.precision is Precision.WEEK:
        return texts.say("Week of {date}", date=_day(first, texts.locale))
    if when.precision in SPANS:
        return _named(when, first, last, texts)
    return _days(first, last, texts.locale)


def _named(when: When, first: date, last: date, texts: Texts) -> str:
    code = (when.edtf or "")[5:]
    years = str(first.year) if first.year == last.year else f"{first.year}/{last.year % 100:02}"
    if code in STRETCHES:
        return texts.say(STRETCHES[code], year=years)
    if code in QUARTERS:
        return format_skeleton("yQQQQ", first, locale=texts.locale)
    return years if when.precision is Precision.YEAR else _months(first, last, texts.locale)


def _months(first: date, last: date, locale: Locale) -> str:
    if (first.year, first.month) == (last.year, last.month):
        return _month(first, locale)
    return format_interval(first, last, "yMMMM", locale=locale)


def _days(first: date, last: date, locale: Locale) -> str:
    if first == last:
        return format_date(first, "full", locale=locale)
    return format_interval(first, last, "yMMMd", locale=locale)


def _times(start: str, end: str, zone: str | None, texts: Texts) -> str:
    first, last = datetime.fromisoformat(start), datetime.fromisoformat(end)
    if first.tzinfo and last.tzinfo and "T" in start and "T" in end:
        return _timestamps(first, last)
    clock = f"{first:%H:%M}" if first == last else f"{first:%H:%M}–{last:%H:%M}"
    place = texts.shown(shortened(zone or "", ZONE))
    return f"{_days(first.date(), last.date(), texts.locale)}, {clock} {place}".rstrip()


def _timestamps(first: datetime, last: datetime) -> str:
    """In the reader's own time and language, by Discord."""
    begins, ends = int(first.timestamp()), int(last.timestamp())
    style = "t" if first.date() == last.date() else "f"
    until = "" if begins == ends else f" – <t:{ends}:{style}>"
    return f"<t:{begins}:f>{until} (<t:{begins}:R>)"


def _point(value: str, zone: str | None, texts: Texts) -> str:
    if "T" in value:
        return _times(value, value, zone, texts)
    return _day(date.fromisoformat(value), texts.locale)


def _month(day: date, locale: Locale) -> str:
    return format_skeleton("yMMMM", day, locale=locale)


def _day(day: date, locale: Locale) -> str:
    return format_date(day, "long", locale=locale)
