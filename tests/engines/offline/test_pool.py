import os
import signal
import time
from pathlib import Path

import pytest

from bot.domain.article import Extract
from bot.domain.errors import Internal
from bot.engines.offline.pool import EnginePool
from bot.services.briefing import Wanted
from bot.services.cleaning import clean

ARTICLE = clean(Extract("Ann Lee, the mayor of Lisbon, will open the bridge on 3 May 2031.", language="en"))


def children() -> list[int]:
    return [int(pid) for pid in Path(f"/proc/self/task/{os.getpid()}/children").read_text().split()]


@pytest.mark.skipif(not Path("/proc/self/task").is_dir(), reason="looks for its children under /proc")
async def test_an_article_that_kills_its_process_is_an_error_and_the_next_one_is_read() -> None:
    others = set(children())
    with EnginePool(1) as pool:
        assert (await pool.read(ARTICLE, Wanted())).reading.statements
        for pid in set(children()) - others:
            os.kill(pid, signal.SIGKILL)
        time.sleep(0.2)  # noqa: ASYNC251 - nothing else runs here
        with pytest.raises(Internal):
            await pool.read(ARTICLE, Wanted())
        assert (await pool.read(ARTICLE, Wanted())).reading.statements
