"""One run for each local date, through every clock change, edit and outage."""

from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.digest import Schedule
from bot.services.digesting.due import Due, jitter, missed, too_late, upcoming

HOUR = timedelta(hours=1)


def utc(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def days(schedule: Schedule, begin: str, end: str) -> list[Due]:
    """All runs of a stretch of time, each asked for at the moment of the one before."""
    found: list[Due] = []
    at = utc(begin)
    while (due := upcoming(schedule, at, found[-1].day if found else None)).at < utc(end):
        found.append(due)
        at = due.at
    return found


@pytest.mark.parametrize(
    ("zone", "at", "begin", "end", "moments"),
    [
        pytest.param(
            "Europe/Berlin", "02:30", "2026-03-28T12:00", "2026-03-31T00:00",
            ["2026-03-29T01:30", "2026-03-30T00:30"], id="Berlin, the hour that is skipped",
        ),
        pytest.param(
            "Europe/Berlin", "02:30", "2026-10-24T12:00", "2026-10-27T00:00",
            ["2026-10-25T00:30", "2026-10-26T01:30"], id="Berlin, the hour that comes twice",
        ),
        pytest.param(
            "Australia/Lord_Howe", "02:15", "2026-10-03T00:00", "2026-10-05T12:00",
            ["2026-10-03T15:45", "2026-10-04T15:15"], id="Lord Howe, half an hour skipped",
        ),
        pytest.param(
            "Australia/Lord_Howe", "01:45", "2026-04-03T20:00", "2026-04-06T00:00",
            ["2026-04-04T14:45", "2026-04-05T15:15"], id="Lord Howe, half an hour twice",
        ),
        pytest.param(
            "Pacific/Apia", "09:00", "2011-12-29T00:00", "2012-01-01T00:00",
            ["2011-12-29T19:00", "2011-12-30T19:00", "2011-12-31T19:00"], id="Apia, the day that was left out",
        ),
        pytest.param(
            "Africa/Cairo", "00:30", "2026-04-23T00:00", "2026-04-25T12:00",
            ["2026-04-23T22:30", "2026-04-24T21:30"], id="Cairo, midnight skipped",
        ),
        pytest.param(
            "Asia/Tehran", "00:30", "2022-09-20T00:00", "2022-09-23T12:00",
            ["2022-09-20T20:00", "2022-09-21T21:00", "2022-09-22T21:00"], id="Tehran, the last change",
        ),
    ],
)  # fmt: skip
def test_clock_changes_cost_no_run_and_give_none_twice(
    zone: str, at: str, begin: str, end: str, moments: list[str]
) -> None:
    found = days(Schedule(time.fromisoformat(at), zone), begin, end)
    assert [due.at for due in found] == [utc(moment) for moment in moments]
    assert len({due.day for due in found}) == len(found)


def test_only_the_chosen_days_have_runs() -> None:
    mondays = Schedule(time(9), "UTC", frozenset({0}))
    assert [due.day for due in days(mondays, "2026-11-01T00:00", "2026-11-20T00:00")] == [
        date(2026, 11, 2), date(2026, 11, 9), date(2026, 11, 16),
    ]  # fmt: skip


def test_a_later_time_set_after_the_run_waits_for_tomorrow() -> None:
    evening = Schedule(time(18), "UTC")
    assert upcoming(evening, utc("2026-11-26T09:05"), last=date(2026, 11, 26)).day == date(2026, 11, 27)


def test_a_zone_in_which_it_is_still_yesterday_does_not_give_the_day_again() -> None:
    honolulu = Schedule(time(23), "Pacific/Honolulu")
    now = utc("2026-11-27T08:30")  # 26 November, 22:30 in Honolulu; the run of the 27th is done
    assert upcoming(honolulu, now, last=date(2026, 11, 27)).day == date(2026, 11, 28)


def test_after_three_days_only_the_latest_run_is_made_up_for_and_only_within_six_hours() -> None:
    morning = Schedule(time(9), "UTC")
    since, last = utc("2026-11-01T00:00"), date(2026, 11, 22)
    late = missed(morning, since, utc("2026-11-26T12:00"), last)
    assert late == Due(date(2026, 11, 26), utc("2026-11-26T09:00"))
    assert not too_late(late, utc("2026-11-26T12:00"))
    assert too_late(late, utc("2026-11-26T15:01"))


def test_nothing_is_missed_that_lay_before_the_digest_was_made() -> None:
    morning = Schedule(time(9), "UTC")
    assert missed(morning, utc("2026-11-26T09:30"), utc("2026-11-26T10:00")) is None


def test_a_clock_that_jumps_back_does_not_run_the_day_again() -> None:
    morning = Schedule(time(9), "UTC")
    assert missed(morning, utc("2026-11-01T00:00"), utc("2026-11-26T09:00:30"), date(2026, 11, 26)) is None
    assert upcoming(morning, utc("2026-11-26T08:59"), date(2026, 11, 26)).day == date(2026, 11, 27)


@settings(max_examples=200, derandomize=True)
@given(
    zone=st.sampled_from(
        ["Europe/Berlin", "America/Sao_Paulo", "Africa/Casablanca", "Asia/Gaza", "Pacific/Apia"]
    ),
    at=st.times(),
    begin=st.datetimes(utc("2008-01-01").replace(tzinfo=None), utc("2030-01-01").replace(tzinfo=None)),
)
def test_ten_days_have_ten_runs_in_any_zone_at_any_time(zone: str, at: time, begin: datetime) -> None:
    schedule = Schedule(at.replace(tzinfo=None), zone)
    found = days(schedule, begin.isoformat(), (begin + timedelta(days=10)).isoformat())
    assert 9 <= len(found) <= 11
    gaps = [after.at - before.at for before, after in pairwise(found)]
    assert all(22 * HOUR <= gap <= 26 * HOUR for gap in gaps)


def test_digests_of_one_minute_are_spread_and_each_keeps_its_place() -> None:
    drawn = [jitter(f"digest-{number}") for number in range(1000)]
    assert all(timedelta() <= each < timedelta(minutes=2) for each in drawn)
    assert len({each.total_seconds() // 10 for each in drawn}) == 12
    assert jitter("digest-1") == drawn[1]
