import asyncio
from multiprocessing import active_children

import pytest

from bot.domain.article import Extract
from bot.domain.errors import Internal, UnusableSource
from bot.engines.offline.pool import EnginePool
from bot.services.briefing import Wanted
from bot.services.cleaning import clean

ARTICLE = clean(Extract("Ann Lee, the mayor of Lisbon, will open the bridge on 3 May 2031.", language="en"))


async def test_an_article_whose_process_dies_at_work_is_an_error_and_the_next_one_is_read() -> None:
    with EnginePool(1) as pool:
        at_work = asyncio.ensure_future(pool.read(ARTICLE, Wanted()))
        async with asyncio.timeout(60):
            while not active_children():  # noqa: ASYNC110 - nothing tells that a process has started
                await asyncio.sleep(0.01)
        _kill_all()
        with pytest.raises(Internal):
            await at_work
        assert (await pool.read(ARTICLE, Wanted())).reading.statements


def _kill_all() -> None:
    for child in active_children():
        child.kill()
        child.join()


async def test_an_article_that_takes_too_long_is_refused() -> None:
    with EnginePool(1, seconds=0.01) as pool, pytest.raises(UnusableSource) as caught:
        await pool.read(ARTICLE, Wanted())
    assert caught.value.code == "too_large"
