"""Events of a brief as a server would plan them: with a beginning, an end and a place."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta

from bot.domain.brief import Brief, Event
from bot.domain.reading import Status
from bot.domain.when import PRECISE

PLANNED = frozenset({Status.SCHEDULED, Status.EXPECTED})

OPENS, CLOSES = time(9, tzinfo=UTC), time(17, tzinfo=UTC)
"""When a day begins and ends whose hours the article does not print."""

HOUR = timedelta(hours=1)
"""How long an event lasts whose end the article does not print."""


@dataclass(frozen=True, slots=True)
class Plan:
    """An event to plan: the brief's event at `index`; `place` is None where none is printed."""

    index: int
    name: str
    start: datetime
    end: datetime
    place: str | None
    phrase: str


def plans(brief: Brief, now: datetime) -> Iterator[Plan]:
    """The events that lie ahead and are known at least to the week, in the brief's order."""
    for index, event in enumerate(brief.events):
        if event.status not in PLANNED or event.when.precision not in PRECISE:
            continue
        span = _span(event)
        if span is not None and span[0] > now:
            yield Plan(index, event.what, *span, event.where, event.when.phrase)


def _span(event: Event) -> tuple[datetime, datetime] | None:
    first = event.when.start or event.when.end
    last = event.when.end or event.when.start
    if first is None or last is None:
        return None
    start, end = _moment(first, OPENS), _moment(last, CLOSES)
    return start, end if end > start else start + HOUR


def _moment(value: str, clock: time) -> datetime:
    if "T" not in value:
        return datetime.combine(datetime.fromisoformat(value).date(), clock)
    moment = datetime.fromisoformat(value)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
