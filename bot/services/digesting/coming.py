"""Coming up: the events of the next days, from today's briefs and from earlier ones of the server."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.domain.brief import Brief
from bot.domain.post import Coming
from bot.domain.reading import Status
from bot.services.digesting.happenings import KEPT, Happening, about_one, day_of, stands_at

AHEAD = timedelta(days=7)
OFF = frozenset({Status.CANCELLED, Status.POSTPONED})


def coming_up(
    today: Iterable[Brief], earlier: Iterable[Brief], now: datetime, zone: ZoneInfo
) -> tuple[Coming, ...]:
    """What lies in the next 7 days, each event once, in time order; whole days before their hours.

    `earlier` are briefs of other days, the newest first. What a newer brief says stands: an event that it
    moves or cancels is not listed where an older one put it.
    """
    found = _latest((*_happenings(today), *_happenings(earlier)), zone)
    placed = [(at, each) for each in found if (at := stands_at(each.event, zone)) is not None]
    listed = [
        (at, each) for at, each in placed if each.event.status not in OFF and _ahead(at, now.astimezone(zone))
    ]
    return tuple(
        Coming(each.event, each.source) for _, each in sorted(listed, key=lambda pair: _order(pair[0]))
    )


def _happenings(briefs: Iterable[Brief]) -> Iterator[Happening]:
    return (Happening(event, brief) for brief in briefs for event in brief.events)


def _latest(happenings: Iterable[Happening], zone: ZoneInfo) -> Iterator[Happening]:
    """The happenings, the newest first, without those that a newer one repeats, moves or takes back."""
    kept: list[Happening] = []
    for each in happenings:
        if not any(_replaces(newer, each, zone) for newer in kept):
            kept.append(each)
            yield each


def _replaces(newer: Happening, older: Happening, zone: ZoneInfo) -> bool:
    """In one brief, events on two days are two events, however alike their words are."""
    if _day(newer, zone) == _day(older, zone):
        return about_one(newer.stems, older.stems)
    return newer.brief is not older.brief and about_one(newer.stems, older.stems, KEPT)


def _day(happening: Happening, zone: ZoneInfo) -> date | None:
    at = stands_at(happening.event, zone)
    return day_of(at) if at is not None else None


def _ahead(at: date | datetime, now: datetime) -> bool:
    if isinstance(at, datetime):
        return now <= at <= now + AHEAD
    return now.date() <= at <= now.date() + AHEAD


def _order(at: date | datetime) -> tuple[date, bool, str]:
    return day_of(at), isinstance(at, datetime), at.isoformat()
