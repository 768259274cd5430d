"""The events of briefs as an iCalendar file (RFC 5545)."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

import icalendar

from bot.domain.brief import Brief, Event
from bot.domain.post import Coming
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
    return _file((_of_brief(brief, event) for brief in briefs for event in brief.events), stamp)


def announced(coming: Iterable[Coming], stamp: datetime) -> CalendarFile:
    """All dated events of a digest, each with where it was announced; `stamp` (aware) as for `calendar`."""
    return _file((_of_outlet(each) for each in coming), stamp)


@dataclass(frozen=True, slots=True)
class _Entry:
    """An event; `origin` tells it from those of other articles."""

    event: Event
    origin: str
    description: str
    url: str | None


def _of_outlet(coming: Coming) -> _Entry:
    source = coming.source
    return _Entry(coming.event, source.link, printable(source.name), source.link)


def _of_brief(brief: Brief, event: Event) -> _Entry:
    article = brief.article
    return _Entry(event, article.url or article.title or "", _description(brief, event), article.url)


def _file(entries: Iterable[_Entry], stamp: datetime) -> CalendarFile:
    found = list(entries)
    dated = {_uid(entry): entry for entry in found if entry.event.when.start or entry.event.when.end}
    undated = sum(not (entry.event.when.start or entry.event.when.end) for entry in found)
    file = icalendar.Calendar()
    file.add("prodid", "-//Briefer//briefer//EN")
    file.add("version", "2.0")
    for uid, entry in dated.items():
        file.add_component(_component(uid, entry, stamp))
    return CalendarFile(file.to_ical(), len(dated), undated)


def _component(uid: str, entry: _Entry, stamp: datetime) -> icalendar.Event:
    event = entry.event
    made = icalendar.Event()
    made.add("uid", uid)
    made.add("dtstamp", stamp.astimezone(UTC))
    made.add("summary", _title(event))
    for name, moment in _span(event.when).items():
        made.add(name, moment)
    made.add("status", STATUSES.get(event.status, "TENTATIVE"))
    made.add("transp", "TRANSPARENT")
    made.add("description", entry.description)
    if event.where:
        made.add("location", printable(event.where))
    if entry.url:
        made.add("url", printable(entry.url))
    return made


def _uid(entry: _Entry) -> str:
    identity = f"{entry.origin}\0{entry.event.what}\0{entry.event.when.phrase}"
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
