"""Briefs of many articles at once share the threads."""

import asyncio
import threading

from bot.services.briefing import AT_A_TIME, InThread

MANY = 20


async def test_only_a_few_works_are_done_at_a_time() -> None:
    here, lock = InThread(), threading.Lock()
    at_work: set[int] = set()

    def work(number: int) -> int:
        with lock:
            at_work.add(number)
            most = len(at_work)
        with lock:
            at_work.remove(number)
        return most

    assert max(await asyncio.gather(*(here.do(work, number) for number in range(MANY)))) <= AT_A_TIME
