import asyncio
import time
from collections.abc import Iterator

import pytest

from bot.domain.article import Extract
from bot.domain.errors import Internal, UnusableSource
from bot.services.apart import Apart
from bot.services.cleaning import clean
from tests.loopback.wiring import extract
from tests.services.child_work import leave


@pytest.fixture
def apart() -> Iterator[Apart]:
    with Apart() as made:
        yield made


async def test_long_work_is_done_in_another_process_and_leaves_the_event_loop_free(apart: Apart) -> None:
    work = asyncio.create_task(apart.do(clean, extract()))
    longest = 0.0
    while not work.done():
        began = time.thread_time()
        await asyncio.sleep(0.01)
        longest = max(longest, time.thread_time() - began)
    assert await work == clean(extract())
    assert longest < 0.2


async def test_what_the_work_refuses_is_refused_here_with_its_code(apart: Apart) -> None:
    with pytest.raises(UnusableSource) as caught:
        await apart.do(clean, Extract("   "))
    assert caught.value.code == "empty"


async def test_a_child_that_dies_is_our_fault(apart: Apart) -> None:
    with pytest.raises(Internal):
        await apart.do(leave)
