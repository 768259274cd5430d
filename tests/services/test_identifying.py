from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta

import pytest

from bot.adapters.storage import Storage, open_storage
from bot.services.identifying import WINDOW, Identifying

BEGUN = datetime(2026, 11, 26, 12, tzinfo=UTC)


class Time:
    """A clock that sleeping moves."""

    def __init__(self) -> None:
        self.now = BEGUN

    def __call__(self) -> datetime:
        return self.now

    async def sleep(self, seconds: float) -> None:
        self.now += timedelta(seconds=seconds)


@pytest.fixture
def time() -> Time:
    return Time()


@pytest.fixture
async def storage(sqlite_url: str, time: Time) -> AsyncIterator[Storage]:
    async with open_storage(sqlite_url, now=time) as opened:
        yield opened


async def test_shards_of_the_same_remainder_identify_five_seconds_apart(storage: Storage, time: Time) -> None:
    one, other = (Identifying(storage.slots, time, time.sleep) for _ in range(2))
    await one.turn(0, 16)
    await other.turn(1, 16)
    assert time.now == BEGUN
    await other.turn(16, 16)
    assert time.now == BEGUN + WINDOW
    await one.turn(2, 1)
    assert time.now == BEGUN + 2 * WINDOW
