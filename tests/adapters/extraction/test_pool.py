"""The pool: bytes in, extracts out, and a child that is worth no more than its limits."""

import time
from multiprocessing import active_children

import pytest

from bot.adapters.extraction import pool as module
from bot.adapters.extraction.pool import ExtractionPool, Limits
from bot.domain.article import PublishedFrom
from bot.domain.errors import UnusableSource
from tests.adapters.extraction.pages import ARTICLE


async def test_a_page_is_read_in_a_child(pool: ExtractionPool) -> None:
    extract = await pool.extract(ARTICLE, content_type="text/html", url="https://courier.example/bridge")

    assert "The council met on Monday" in extract.text
    assert (extract.title, extract.site) == ("Bridge to open in June", "The Courier")
    assert (extract.published, extract.published_from) == ("2024-05-02T09:30Z", PublishedFrom.PAGE)
    assert extract.url == "https://courier.example/bridge"


async def test_an_error_comes_back_as_it_was_made(pool: ExtractionPool) -> None:
    with pytest.raises(UnusableSource) as caught:
        await pool.extract(b"<html><body></body></html>", content_type="text/html")
    assert caught.value.code == "not_an_article"


async def test_what_takes_too_long_is_refused_and_the_next_page_is_read(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(module, "_read", _sleep)
    with ExtractionPool(2, Limits(seconds=3)) as pool:
        await pool.warm()
        with pytest.raises(UnusableSource) as caught:
            await pool.extract(b"")
        assert caught.value.code == "too_large"
        monkeypatch.undo()
        assert "Monday" in (await pool.extract(ARTICLE)).text


async def test_what_takes_too_much_memory_is_refused_and_the_next_page_is_read(
    monkeypatch: pytest.MonkeyPatch, pool: ExtractionPool
) -> None:
    monkeypatch.setattr(module, "_read", _grow)
    with pytest.raises(UnusableSource) as caught:
        await pool.extract(b"")
    assert caught.value.code == "too_large"
    monkeypatch.undo()
    assert "Monday" in (await pool.extract(ARTICLE)).text


def test_no_process_is_left_behind() -> None:
    before = set(active_children())
    with ExtractionPool(1):
        pass
    assert set(active_children()) <= before


def _sleep(*_: object) -> None:
    time.sleep(30)


def _grow(*_: object) -> None:
    bytearray(2_000_000_000)
