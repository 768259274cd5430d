from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.errors import NotAllowed
from bot.domain.request import Asker
from bot.services.pacing import Pace

NOON = datetime(2026, 11, 26, 12, tzinfo=UTC)


class Clock:
    def __init__(self) -> None:
        self.time = NOON

    def __call__(self) -> datetime:
        return self.time


def test_a_minutes_requests_may_come_at_once_and_no_more() -> None:
    pace = Pace(3, Clock())
    for _ in range(3):
        pace.admit(Asker(1))
    with pytest.raises(NotAllowed, match=r"ask again at 12:00:21 UTC\.") as refused:
        pace.admit(Asker(1))
    assert refused.value.code == "budget"


def test_who_comes_at_the_time_that_was_told_is_admitted() -> None:
    clock = Clock()
    pace = Pace(3, clock)
    for _ in range(3):
        pace.admit(Asker(1))
    clock.time = NOON.replace(second=21)
    pace.admit(Asker(1))
    with pytest.raises(NotAllowed):
        pace.admit(Asker(1))


def test_a_refused_request_costs_nothing() -> None:
    clock = Clock()
    pace = Pace(1, clock)
    pace.admit(Asker(1))
    for _ in range(10):
        with pytest.raises(NotAllowed, match="12:01:01"):
            pace.admit(Asker(1))
    clock.time = NOON + timedelta(minutes=1)
    pace.admit(Asker(1))


def test_people_do_not_wait_for_each_other() -> None:
    pace = Pace(1, Clock())
    pace.admit(Asker(1, 7))
    pace.admit(Asker(2, 7))


def test_a_guild_has_ten_times_as_many_as_a_person() -> None:
    pace = Pace(1, Clock())
    for user in range(10):
        pace.admit(Asker(user, 7))
    with pytest.raises(NotAllowed):
        pace.admit(Asker(11, 7))
    pace.admit(Asker(11, 8))
    pace.admit(Asker(12))


def test_what_is_remembered_of_people_who_are_gone_does_not_grow() -> None:
    clock = Clock()
    pace = Pace(60, clock)
    for user in range(30_000):
        clock.time += timedelta(seconds=1)
        pace.admit(Asker(user))
    assert len(pace._people._full) <= 10_001  # noqa: SLF001 - memory is the promise
