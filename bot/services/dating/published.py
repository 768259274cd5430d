"""The article's own date: read from metadata, datelines and bylines, or inferred from the text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from itertools import islice

from bot.services.dating.calendars import Reckoning, converted, reckoning
from bot.services.dating.context import Context
from bot.services.dating.cues import may_begin
from bot.services.dating.expressions import Timed
from bot.services.dating.languages import LANGUAGES
from bot.services.dating.moments import read_moment
from bot.services.dating.printed import CalendarDate, NumericDate, Year, valid_date
from bot.services.dating.ranges import read_range
from bot.services.dating.stretch import Stretch
from bot.services.dating.tense import looks_ahead
from bot.services.dating.tokens import Tokens
from bot.services.dating.words import MONTHS

_ISO_MINUTE = re.compile(
    r"(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d)(?::\d\d(?:[.,]\d+)?)?\s?(Z|[+-]\d\d:?\d\d)?(?!\d)"
)
_ISO_DAY = re.compile(r"\s*((?:19|20)\d\d-\d\d-\d\d)\s*", re.ASCII)
_ISO_SHORT = re.compile(r"\s*(\d{4}(?:-(?:0[1-9]|1[0-2]))?)\s*")
_YEAR = re.compile(r"\d\d{3}(?<![\d.,$€£/-]\d{4})(?![\d%]|[.,]\d|[-–]\d\d?\b)")
"""Begins with a digit, not with what stands before it: a long text is searched four times as fast."""
_BACKGROUND = re.compile(
    r"\b(?:since|ever since|from|until|born|built|rebuilt|erected|constructed|completed|inaugurated|opened"
    r"|founded|established|formed|created|invented|introduced|launched|published|bought|acquired|inherited"
    r"|joined|retired|graduated|married|moved|settled|died|killed in action|dat(?:es?|ed|ing)(?: back)?"
    r"|first|last|early as)\b[^,;:.]{0,25}$|\(\s*$|\b(?:in|of|from) the\s+$",
    re.IGNORECASE,
)
"""What stands before the year of a building, a birth, a founding: it tells nothing of the time of writing."""
_MONTH = rf"(?:{'|'.join(form for name in MONTHS for form in (name.title(), name.upper()))})\b"
_DAY_FIRST = re.compile(
    r"\d(?<!\d\d)(?:(?:(?<=1)[3-9]|(?<=2)\d|(?<=3)[01])/(?:0?[1-9]|1[0-2])/\d"
    rf"|(?<!\w\d)\d?(?:st|nd|rd|th)? {_MONTH})"
)
_MONTH_SLASH = re.compile(r"\d(?<!\d\d)(?:(?<=0)[1-9]|(?<=1)[0-2]|(?<!0))/(?:1[3-9]|2\d|3[01])/\d")
_DAY = re.compile(r" \d\d?\b")
_MONTH_BEFORE = re.compile(rf"\b{_MONTH}\.?$")
_LONGEST_MONTH = 20
_SENTENCE_END = re.compile(r"[.!?]\s|\n")
_AROUND = 60
_MOST = 500
"""Numbers that are looked at: more makes no year likelier."""
_EDITION = 7
"""Days that the date of a paper may span."""
_EARLIEST = 1900
_ANY_CALENDAR = Reckoning(solar=True, buddhist=True)


def writes_day_first(text: str) -> bool:
    """Whether an English text mostly writes the day before the month: “16 October”, “16/10/2025”.

    Both orders are looked for at digits, not at each letter that may begin a month: in a tenth of the time.
    """
    behind = len(_MONTH_SLASH.findall(text)) + sum(1 for _ in _days_behind(text))
    return len(_DAY_FIRST.findall(text)) > behind


def _days_behind(text: str) -> Iterator[re.Match[str]]:
    """Days that stand behind their months: “October 16”."""
    for day in _DAY.finditer(text):
        if _MONTH_BEFORE.search(text, max(0, day.start() - _LONGEST_MONTH), day.start()):
            yield day


def read_published(text: str, anchor: str | None = None, *, day_first: bool = False) -> str | None:
    """A printed date as EDTF year, month, day or minute, as precise as known; None where there is none.

    `anchor` is an EDTF day near which a date without a year is looked for. Of `12/05/2025` only the year is
    kept unless the day is known to come first.
    """
    if (match := _ISO_MINUTE.search(text)) and _is_moment(match[1], match[2]):
        return f"{match[1]}T{match[2]}{_offset(match[3])}"
    if (match := _ISO_SHORT.fullmatch(text)) and int(match[1][:4]):
        return match[1]
    if (match := _ISO_DAY.fullmatch(text)) and valid_date(*map(int, match[1].split("-"))):
        return match[1]
    today = date.fromisoformat(anchor[:10]) if anchor and len(anchor) >= len("2025-01-01") else None
    context = Context(today, day_first=day_first, reckoning=_ANY_CALENDAR)
    if today:
        context = replace(context, year=today.year, month=today.month)
    found = [one for tokens in _readings(text) for one in _dates(tokens, context)]
    best = max(found, key=_precision, default=None)
    return best.start if best and best.single else best.edtf if best else None


def _readings(text: str) -> Iterator[Tokens]:
    """The words as English, and as each language that has words of time among them."""
    yield Tokens(text)
    others = (Tokens(text, language) for language in sorted(LANGUAGES))
    yield from (tokens for tokens in others if tokens.translated or not text.isascii())


def _is_moment(day: str, clock: str) -> bool:
    """Whether the calendar has this day, and the day this time."""
    try:
        datetime.fromisoformat(f"{day}T{clock}")
    except ValueError:
        return False
    return True


def _offset(printed: str | None) -> str:
    if not printed or printed == "Z":
        return printed or ""
    plain = printed if ":" in printed else f"{printed[:3]}:{printed[3:]}"
    return "Z" if plain[1:] == "00:00" else plain


def _dates(tokens: Tokens, context: Context) -> Iterator[Stretch]:
    at = 0
    while at < len(tokens):
        span = read_range(tokens, at) if may_begin(tokens, at) else None
        days = span.resolve(context) if span else None
        if span and days and days.first and days.last and (days.last - days.first).days > _EDITION:
            at = span.end  # “12 September 2026 – 10 January 2027”: of what is announced
            continue
        hit = read_moment(tokens, at) if may_begin(tokens, at) else None
        time = hit.time.date if hit and isinstance(hit.time, Timed) else hit.time if hit else None
        if hit and isinstance(time, NumericDate) and _ambiguous(time) and not context.day_first:
            yield replace(Year(time.year or 0).resolve(context) or Stretch(None, None), anchored=False)
        elif hit and (found := hit.resolve(context)) and (context.today or not found.anchored):
            yield found
        at = hit.end if hit else at + 1


def _ambiguous(time: NumericDate) -> bool:
    return time.one != time.two and max(time.one, time.two) <= 12


def _precision(found: Stretch) -> tuple[bool, bool, int]:
    """Dates that fix their own year first, then the finer ones."""
    days = (found.last - found.first).days if found.first and found.last else 10**6
    return not found.anchored, found.opens is not None, -days


def infer_published(text: str) -> tuple[str, str] | None:
    """The latest year that the text prints outside of what it looks ahead to, and a note on how it was read.

    This is the `text` anchor (docs/rules.md, time 1): a year, never a day; other calendars are converted.
    Where the latest is that of a building, a birth or a founding, nothing tells how much later the text is.
    """
    calendars = reckoning(text, None)
    latest = _latest(text, calendars)
    if latest is None or not latest.told:
        return None
    year, phrase = str(latest.year), latest.phrase
    if latest.found.calendar:
        return year, converted(phrase, latest.found)
    return year, f"No date is given: {year} is the latest year that the text looks back on (“{phrase}”)"


@dataclass(frozen=True, slots=True)
class _Year:
    """A year that the text does not look ahead to, and whether it is that of what the text tells."""

    year: int
    phrase: str
    found: Stretch
    told: bool


def _latest(text: str, calendars: Reckoning) -> _Year | None:
    """The latest year, of two the same that of what the text tells; a number below it is not read."""
    best, rank, converts = None, (_EARLIEST - 1, True), calendars.solar or calendars.buddhist
    for match in islice(_YEAR.finditer(text), _MOST):
        if not converts and (int(match.group()), True) <= rank:
            continue
        found = _year(text, match, calendars)
        if found and (found.year, found.told) > rank:
            best, rank = found, (found.year, found.told)
    return best


def _year(text: str, match: re.Match[str], calendars: Reckoning) -> _Year | None:
    left = max(0, match.start() - _AROUND)
    window = text[left : match.end() + _AROUND]
    found = _printed_year(window, match.start() - left, Context(reckoning=calendars))
    if not found:
        return None
    start, end, when = found
    before, after = _SENTENCE_END.split(window[:start])[-1], _SENTENCE_END.split(window[end:])[0]
    clause = before + window[start:end] + after
    if not when.first or looks_ahead(clause, len(before), len(before) + end - start):
        return None
    return _Year(when.first.year, window[start:end], when, not _BACKGROUND.search(before))


def _printed_year(window: str, place: int, context: Context) -> tuple[int, int, Stretch] | None:
    """The date or year around a number in a piece of text, if it is one."""
    tokens = Tokens(window)
    for at in range(len(tokens)):
        if tokens.starts[at] > place:
            break
        hit = read_moment(tokens, at) if may_begin(tokens, at) else None
        if hit and isinstance(hit.time, (CalendarDate, Year, Timed)) and tokens.ends[hit.end - 1] > place:
            when = hit.resolve(context)
            return (tokens.starts[at], tokens.ends[hit.end - 1], when) if when and not when.anchored else None
    return None
