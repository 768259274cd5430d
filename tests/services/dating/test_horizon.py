from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bot.domain.article import Published, PublishedFrom
from bot.domain.when import Precision, When
from bot.services.dating import is_past, order

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)


def when(start: str | None = None, end: str | None = None) -> When:
    return When("as printed", "some value" if start or end else None, start, end)


@pytest.mark.parametrize(
    ("time", "published", "past"),
    [
        (when("2026-02-01", "2026-02-28"), None, True),
        (when("2026-02-01", "2026-03-01"), None, False),
        (when(None, "2026-03-01T09:00"), None, False),
        (when("2021-12-01"), None, True),
        (when("2025-12-01"), "2021-11-30", False),
        (when("2025-10-01"), "2025-09-25", False),
        (replace(when("2025-10-01"), precision=Precision.DAY), "2025-09-25", True),
        (replace(when("2025-12-15"), precision=Precision.DAY), "2025-09-25", False),
        (when(), None, False),
        (when(), "2026-02-25T10:00Z", False),
        (when(), "2025", False),
        (when(), "2025-02", True),
        (when(), "2021", True),
    ],
)
def test_a_time_is_past_after_its_end_or_else_a_year_after_its_start_or_its_article(
    time: When, published: str | None, *, past: bool
) -> None:
    origin = PublishedFrom.GIVEN if published else PublishedFrom.UNKNOWN
    assert is_past(time, Published(published, origin), NOW) is past


def test_times_stand_in_order_and_those_without_a_date_last() -> None:
    times = [
        when("2026-01-01", "2026-01-31"),
        when("2026-01-05", "2026-01-05"),
        when("2026-01-05T09:00", "2026-01-05T09:00"),
        when(None, "2026-01-07"),
        when("2026-02-01"),
        when(),
    ]
    assert sorted([*times[3:], *times[:3]], key=order) == times
