from collections.abc import Iterator

import pytest

from bot.adapters.extraction.pool import ExtractionPool, Limits


@pytest.fixture(scope="session")
def pool() -> Iterator[ExtractionPool]:
    with ExtractionPool(1, Limits(seconds=20, memory=400_000_000)) as pool:
        yield pool
