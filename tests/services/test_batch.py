import asyncio
from collections.abc import Iterator
from io import BytesIO

import pytest

from bot.services import batch
from bot.services.batch import Line, in_order, lines

AHEAD_AT_MOST = 3 * batch.AHEAD + 3


class Desk:
    """Answers numbers with themselves, the even ones slowly, and keeps count of how many are in work."""

    def __init__(self) -> None:
        self.under_way = 0
        self.most = 0

    async def answer(self, item: int) -> int:
        self.under_way += 1
        self.most = max(self.most, self.under_way)
        await asyncio.sleep(0.002 if item % 2 == 0 else 0)
        self.under_way -= 1
        return item


async def test_slow_articles_keep_their_place() -> None:
    assert [found async for found in in_order(iter(range(1, 20)), Desk().answer, 3)] == list(range(1, 20))


@pytest.mark.parametrize("jobs", [1, 2, 5])
async def test_as_many_are_in_work_as_there_are_jobs(jobs: int) -> None:
    desk = Desk()
    async for _ in in_order(iter(range(1, 20)), desk.answer, jobs):
        pass
    assert desk.most == jobs


async def test_lines_are_drawn_only_as_they_are_needed() -> None:
    drawn = 0

    def endless() -> Iterator[int]:
        nonlocal drawn
        while True:
            drawn += 1
            yield drawn

    answers = in_order(endless(), Desk().answer, 3)
    for _ in range(10):
        await anext(answers)
    assert drawn <= 10 + AHEAD_AT_MOST


async def test_when_nobody_wants_more_answers_the_work_can_be_stopped() -> None:
    before = asyncio.all_tasks()
    answers = in_order(iter(range(1, 100)), Desk().answer, 1)
    assert await anext(answers) == 1
    await asyncio.sleep(0.05)
    left = asyncio.all_tasks() - before
    for task in left:
        task.cancel()
    _, pending = await asyncio.wait(left, timeout=10)
    assert not pending


async def test_a_stream_that_breaks_is_an_error_after_the_answers_before_it() -> None:
    def broken() -> Iterator[int]:
        yield 1
        raise OSError("the disk is gone")

    answers = in_order(broken(), Desk().answer, 1)
    assert await anext(answers) == 1
    with pytest.raises(OSError, match="disk"):
        await anext(answers)


def test_blank_lines_are_counted_but_not_handed_over() -> None:
    assert list(lines(BytesIO(b'\n{"id": 1}\n  \r\n{"id": 2}'))) == [
        Line(2, b'{"id": 1}\n'),
        Line(4, b'{"id": 2}'),
    ]


def test_a_line_too_long_to_keep_costs_only_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(batch, "MAX_LINE_BYTES", 10)
    assert list(lines(BytesIO(b"x" * 35 + b"\n1234567890\nshort\n" + b"y" * 25))) == [
        Line(1, None),
        Line(2, None),
        Line(3, b"short\n"),
        Line(4, None),
    ]
