"""Both databases: every test that takes `url` or `storage` runs on each."""

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from bot.adapters.storage import Storage, open_storage
from tests.adapters.storage.made import Clock
from tests.loopback.postgres import Lent, Server


@pytest.fixture(scope="session")
def lent(server: Server, template: str) -> Lent:
    return Lent(server, template)


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """An empty database; for tests of an open storage, one with empty tables."""
    made = "storage" in request.fixturenames
    if request.param == "sqlite":
        yield request.getfixturevalue("sqlite_url") if made else f"sqlite:///{tmp_path}/briefer.db"
    elif made:
        with request.getfixturevalue("lent").one() as url:
            yield url
    else:
        yield request.getfixturevalue("server").create_database()


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
async def storage(url: str, clock: Clock) -> AsyncIterator[Storage]:
    async with open_storage(url, now=clock) as opened:
        yield opened
