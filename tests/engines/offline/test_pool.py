from multiprocessing import active_children

import pytest

from bot.domain.article import Extract
from bot.domain.errors import Internal
from bot.engines.offline.pool import EnginePool
from bot.services.briefing import Wanted
from bot.services.cleaning import clean

ARTICLE = clean(Extract("Ann Lee, the mayor of Lisbon, will open the bridge on 3 May 2031.", language="en"))


async def test_an_article_that_kills_its_process_is_an_error_and_the_next_one_is_read() -> None:
    with EnginePool(1) as pool:
        assert (await pool.read(ARTICLE, Wanted())).reading.statements
        for child in active_children():
            child.kill()
            child.join()
        with pytest.raises(Internal):
            await pool.read(ARTICLE, Wanted())
        assert (await pool.read(ARTICLE, Wanted())).reading.statements


def test_no_process_is_left_behind() -> None:
    with EnginePool(2):
        pass
    assert active_children() == []
