"""When digests are due: local time and IANA zone, by the rules of `zoneinfo`, through every clock change.

A local time that a clock change skips is read with the offset before it, so that the digest comes by as much
later; one that happens twice is meant the first time (PEP 495, fold=0). A day that a zone has left out (Apia,
30 December 2011) has no run. There is one run at most for each local date, whatever is edited meanwhile.
"""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.domain.digest import Schedule

WINDOW = timedelta(hours=6)
"""How late a run may begin; what was missed for longer is skipped."""

SPREAD = timedelta(minutes=2)
"""Over which the runs of one minute are spread, so that not all begin at once."""

DAY = timedelta(days=1)
LOOK_AHEAD = 9
"""Days in which a schedule with at least one day of the week is due, a left-out day included."""


@dataclass(frozen=True, slots=True)
class Due:
    """A run that is due: the local date that it is for, and the moment (UTC)."""

    day: date
    at: datetime


def upcoming(schedule: Schedule, after: datetime, last: date | None = None) -> Due:
    """The first run after a moment, for a date after the `last` that had one."""
    return next(due for due in _occurrences(schedule, _local(schedule, after), last) if due.at > after)


def missed(schedule: Schedule, since: datetime, now: datetime, last: date | None = None) -> Due | None:
    """The latest run that should have begun since a moment, for a date after the `last`; None if none."""
    first = max(since, now - LOOK_AHEAD * DAY)
    late = [
        due for due in _occurrences(schedule, _local(schedule, first), last, now) if since < due.at <= now
    ]
    return late[-1] if late else None


def too_late(due: Due, now: datetime) -> bool:
    """Whether a run that was missed is skipped."""
    return now - due.at > WINDOW


def edited(since: datetime, now: datetime) -> datetime:
    """From when on a changed schedule holds: a moment that an edit has just passed by is made up for.

    So today's run is not lost where 09:00 becomes 08:55 at 08:57; it comes once all the same, and what lies
    further back is nobody's loss.
    """
    return max(since, now - WINDOW)


def jitter(digest_id: str) -> timedelta:
    """How much after its moment a digest begins, the same every day."""
    drawn = int.from_bytes(hashlib.sha256(digest_id.encode()).digest()[:4]) / 2**32
    return drawn * SPREAD


def _local(schedule: Schedule, moment: datetime) -> date:
    return moment.astimezone(ZoneInfo(schedule.zone)).date()


def _occurrences(
    schedule: Schedule, around: date, last: date | None, until: datetime | None = None
) -> Iterator[Due]:
    """Runs from the day before a date on; without an end, the next ones of about a week."""
    day = max(around - DAY, last + DAY) if last else around - DAY
    end = _local(schedule, until) + DAY if until else day + LOOK_AHEAD * DAY
    while day <= end:
        if day.weekday() in schedule.days and (at := _moment(schedule, day)):
            yield Due(day, at)
        day += DAY


def _moment(schedule: Schedule, day: date) -> datetime | None:
    """The schedule's time on a day as UTC; None where the zone has left out the whole day."""
    zone = ZoneInfo(schedule.zone)
    at = datetime.combine(day, schedule.at, zone).astimezone(UTC)
    return at if at.astimezone(zone).date() == day else None
