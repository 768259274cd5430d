"""A world whose bot may read a newspaper."""

from collections.abc import AsyncIterator

import pytest

from tests.discord.conftest import Start, World
from tests.discord.newsroom import Newsroom, open_newsroom


@pytest.fixture
async def newsroom() -> AsyncIterator[Newsroom]:
    async with open_newsroom() as room:
        yield room


@pytest.fixture
async def world(start: Start, newsroom: Newsroom) -> AsyncIterator[World]:
    async with start(allow_hosts=f"127.0.0.1:{newsroom.port}") as made:
        yield made
