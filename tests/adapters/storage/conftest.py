"""Both databases: every test that takes `url` or `storage` runs on each."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.adapters.storage import Storage, open_storage
from tests.adapters.storage.made import Clock
from tests.loopback.postgres import Server


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """An empty database; for tests of an open storage, one that has its tables."""
    made = "storage" in request.fixturenames
    if request.param == "sqlite":
        return request.getfixturevalue("sqlite_url") if made else f"sqlite:///{tmp_path}/briefer.db"
    server: Server = request.getfixturevalue("server")
    return server.create_database(like=request.getfixturevalue("template") if made else None)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
async def storage(url: str, clock: Clock) -> AsyncIterator[Storage]:
    async with open_storage(url, now=clock) as opened:
        yield opened
