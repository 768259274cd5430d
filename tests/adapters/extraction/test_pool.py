"""The pool: bytes in, extracts out, and a child that is worth no more than its limits."""

from collections.abc import Iterator
from multiprocessing import active_children

import pytest

from bot.adapters.extraction.pool import ExtractionPool, Limits
from bot.domain.article import PublishedFrom
from bot.domain.errors import UnusableSource
from bot.services.sources import Raw
from tests.adapters.extraction.careless import read_carelessly
from tests.adapters.extraction.pages import ARTICLE


async def test_a_page_is_read_in_a_child(pool: ExtractionPool) -> None:
    extract = await pool.extract(Raw(ARTICLE, content_type="text/html", url="https://courier.example/bridge"))

    assert "The council met on Monday" in extract.text
    assert (extract.title, extract.site) == ("Bridge to open in June", "The Courier")
    assert (extract.published, extract.published_from) == ("2024-05-02T09:30Z", PublishedFrom.PAGE)
    assert extract.url == "https://courier.example/bridge"


async def test_an_error_comes_back_as_it_was_made(pool: ExtractionPool) -> None:
    with pytest.raises(UnusableSource) as caught:
        await pool.extract(Raw(b"<html><body></body></html>", content_type="text/html"))
    assert caught.value.code == "not_an_article"


@pytest.mark.parametrize("data", [b"hang", b"grow", b"die"])
async def test_what_takes_too_much_is_refused_and_the_next_page_is_read(
    careless: ExtractionPool, data: bytes
) -> None:
    with pytest.raises(UnusableSource) as caught:
        await careless.extract(Raw(data))
    assert caught.value.code == "too_large"
    assert "Monday" in (await careless.extract(Raw(ARTICLE))).text


def test_no_process_is_left_behind() -> None:
    before = set(active_children())
    with ExtractionPool(1):
        pass
    assert set(active_children()) <= before


@pytest.fixture(scope="module")
def careless() -> Iterator[ExtractionPool]:
    with ExtractionPool(1, Limits(seconds=3, memory=400_000_000), read_carelessly) as pool:
        yield pool
