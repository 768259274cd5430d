"""The events of briefs as an iCalendar file (RFC 5545)."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

import icalendar

from bot.domain.brief import Brief, Event
from bot.domain.printable import printable
from bot.domain.reading import Status
from bot.domain.when import Precision, When

EXACT = frozenset({Precision.MINUTE, Precision.DAY, Precision.DAYS})
"""What a calendar can show as it is; anything vaguer carries its words in the title."""

STATUSES = {Status.SCHEDULED: "CONFIRMED", Status.CANCELLED: "CANCELLED"}


@dataclass(frozen=True, slots=True)
class CalendarFile:
    """The file's bytes, how many events it holds, and how many had no date to hold."""

    data: bytes
    dated: int
    undated: int


def calendar(briefs: Iterable[Brief], stamp: datetime) -> CalendarFile:
    """All dated events; `stamp` (aware) is when the file is made."""
    found = [(brief, event) for brief in briefs for event in brief.events]
    dated = {
        _uid(brief, event): (brief, event) for brief, event in found if event.when.start or event.when.end
    }
    undated = sum(not (event.when.start or event.when.end) for _, event in found)
    file = icalendar.Calendar()
    file.add("prodid", "-//Briefer//briefer//EN")
    file.add("version", "2.0")
    for uid, (brief, event) in dated.items():
        file.add_component(_entry(uid, brief, event, stamp))
    return CalendarFile(file.to_ical(), len(dated), undated)


def _entry(uid: str, brief: Brief, event: Event, stamp: datetime) -> icalendar.Event:
    entry = icalendar.Event()
    entry.add("uid", uid)
    entry.add("dtstamp", stamp.astimezone(UTC))
    entry.add("summary", _title(event))
    for name, moment in _span(event.when).items():
        entry.add(name, moment)
    entry.add("status", STATUSES.get(event.status, "TENTATIVE"))
    entry.add("transp", "TRANSPARENT")
    entry.add("description", _description(brief, event))
    if event.where:
        entry.add("location", printable(event.where))
    if brief.article.url:
        entry.add("url", printable(brief.article.url))
    return entry


def _uid(brief: Brief, event: Event) -> str:
    origin = brief.article.url or brief.article.title or ""
    identity = f"{origin}\0{event.what}\0{event.when.phrase}"
    return f"{hashlib.sha256(identity.encode(errors='replace')).hexdigest()[:32]}@briefer"


def _title(event: Event) -> str:
    what, phrase = printable(event.what), printable(event.when.phrase)
    exact = event.when.precision in EXACT and event.when.start and event.when.end
    return what if exact else f"{what} ({phrase})"


def _description(brief: Brief, event: Event) -> str:
    cited = [brief.article.sentence(number).text for number in event.sentences]
    return "\n".join(printable(line) for line in (*cited, brief.article.title or "") if line)


def _span(when: When) -> dict[str, date]:
    """A deadline stands on its last day, an open start on its first; the end of whole days is exclusive."""
    start, end = when.start or when.end, when.end or when.start
    assert start is not None
    assert end is not None
    first, last = _moment(start), _moment(end)
    if isinstance(first, datetime) and isinstance(last, datetime):
        return {"dtstart": first} if first == last else {"dtstart": first, "dtend": last}
    return {"dtstart": _day(first), "dtend": _day(last) + timedelta(days=1)}


def _moment(value: str) -> date:
    """A day, or a time: in UTC where an offset is known, else floating (the reader's own)."""
    if "T" not in value:
        return date.fromisoformat(value)
    moment = datetime.fromisoformat(value)
    return moment.astimezone(UTC) if moment.tzinfo else moment


def _day(moment: date) -> date:
    return moment.date() if isinstance(moment, datetime) else moment
