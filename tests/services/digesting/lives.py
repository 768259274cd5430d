"""Stretches of time as digests live through them: clock changes, edits, jumps and outages, minute by minute."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.domain.digest import Schedule
from bot.services.digesting.due import Due, edited, missed, too_late

MINUTE = timedelta(minutes=1)


def utc(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def at(clock: str, zone: str) -> Schedule:
    return Schedule(time.fromisoformat(clock), zone)


@dataclass(frozen=True)
class Ran:
    """A run: for which local date, when (UTC), and what the clock on the wall said; `late` ones were skipped."""

    day: date
    at: datetime
    wall: str
    late: bool = False


@dataclass(frozen=True)
class Life:
    """A schedule from `begin` to `end`; it is `edits` at some moments, and nobody is there in `outage`.

    The clock jumps at `jump[0]` by `jump[1]`, and an hour later back.
    """

    schedule: Schedule
    begin: str
    end: str
    edits: Mapping[str, Schedule] = field(default_factory=dict)
    outage: tuple[str, str] | None = None
    jump: tuple[str, timedelta] | None = None

    def runs(self) -> list[Ran]:
        """What a scheduler that looks every minute makes of it."""
        schedule, since, last = self.schedule, utc(self.begin), None
        edits = {utc(moment): new for moment, new in self.edits.items()}
        found: list[Ran] = []
        now = since
        while now < utc(self.end):
            if now in edits:
                schedule, since = edits[now], edited(since, now)
            shown = now + self._jumped(now)
            if not self._is_down(now) and (due := missed(schedule, since, shown, last)):
                found.append(_ran(due, shown, schedule))
                last = due.day
            now += MINUTE
        return found

    def _is_down(self, now: datetime) -> bool:
        return self.outage is not None and utc(self.outage[0]) <= now < utc(self.outage[1])

    def _jumped(self, now: datetime) -> timedelta:
        if self.jump is None or not utc(self.jump[0]) <= now < utc(self.jump[0]) + timedelta(hours=1):
            return timedelta()
        return self.jump[1]


def _ran(due: Due, now: datetime, schedule: Schedule) -> Ran:
    wall = now.astimezone(ZoneInfo(schedule.zone))
    return Ran(due.day, now, f"{wall:%a %d %b %H:%M}", too_late(due, now))


BERLIN, LORD_HOWE = "Europe/Berlin", "Australia/Lord_Howe"
NINE = at("09:00", BERLIN)
DAY = ("2026-11-25T12:00", "2026-11-27T20:00")

LIVES: Mapping[str, Life] = {
    "Berlin, 02:30 is skipped": Life(at("02:30", BERLIN), "2026-03-28T12:00", "2026-03-30T12:00"),
    "Berlin, 02:30 comes twice": Life(at("02:30", BERLIN), "2026-10-24T12:00", "2026-10-26T12:00"),
    "Lord Howe, 02:15 is skipped": Life(at("02:15", LORD_HOWE), "2026-10-03T00:00", "2026-10-05T00:00"),
    "Lord Howe, 01:45 comes twice": Life(at("01:45", LORD_HOWE), "2026-04-03T20:00", "2026-04-05T20:00"),
    "Apia, the day that was left out": Life(
        at("09:00", "Pacific/Apia"), "2011-12-29T12:00", "2011-12-31T20:00"
    ),
    "Cairo, midnight is skipped": Life(at("00:30", "Africa/Cairo"), "2026-04-23T12:00", "2026-04-25T12:00"),
    "Tehran, the last change": Life(at("00:30", "Asia/Tehran"), "2022-09-20T12:00", "2022-09-22T12:00"),
    "later, set before the run": Life(NINE, *DAY, edits={"2026-11-26T07:59": at("18:00", BERLIN)}),
    "later, set after the run": Life(NINE, *DAY, edits={"2026-11-26T08:05": at("18:00", BERLIN)}),
    "earlier, set just before the run": Life(NINE, *DAY, edits={"2026-11-26T07:57": at("08:55", BERLIN)}),
    "over six hours earlier": Life(
        at("21:00", BERLIN), *DAY, edits={"2026-11-26T19:00": at("09:00", BERLIN)}
    ),
    "to New York, before the run": Life(
        NINE, *DAY, edits={"2026-11-26T07:59": at("09:00", "America/New_York")}
    ),
    "to New York, after the run": Life(
        NINE, *DAY, edits={"2026-11-26T08:05": at("09:00", "America/New_York")}
    ),
    "to Dubai, before the run": Life(NINE, *DAY, edits={"2026-11-26T07:59": at("09:00", "Asia/Dubai")}),
    "the clock jumps two hours ahead": Life(NINE, *DAY, jump=("2026-11-26T07:30", timedelta(hours=2))),
    "the clock jumps two hours back": Life(NINE, *DAY, jump=("2026-11-26T08:30", -timedelta(hours=2))),
    "three days of outage, two hours late": Life(
        NINE, "2026-11-22T12:00", "2026-11-27T12:00", outage=("2026-11-23T00:00", "2026-11-26T10:00")
    ),
    "three days of outage, seven hours late": Life(
        NINE, "2026-11-22T12:00", "2026-11-27T12:00", outage=("2026-11-23T00:00", "2026-11-26T15:00")
    ),
}
