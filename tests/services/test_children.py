"""Children: whatever becomes of one, its work gets a typed error and the next work is done."""

import asyncio
import os
import signal
import time
from collections.abc import Callable, Iterator
from functools import partial
from multiprocessing import active_children

import pytest

from bot.domain.errors import Internal
from bot.services import children as module
from bot.services.children import Children, Terms
from tests.services.child_work import backtrack, creep, double, grow, limit_memory, pause, refuse, send_signal


@pytest.fixture(scope="module")
def children() -> Iterator[Children]:
    with Children(1, Terms(limit_memory, seconds=120.0)) as children:
        yield children


@pytest.fixture(scope="module")
def hurried() -> Iterator[Children]:
    """For work that only time ends."""
    with Children(1, Terms(limit_memory, seconds=1.0)) as children:
        yield children


@pytest.mark.parametrize(
    ("work", "error"),
    [
        (partial(send_signal, signal.SIGKILL), ChildProcessError),
        (partial(send_signal, signal.SIGSEGV), ChildProcessError),
        (partial(send_signal, signal.SIGSTOP), TimeoutError),
        (partial(os._exit, 0), ChildProcessError),
        (os.abort, ChildProcessError),
        (grow, ChildProcessError),
        (creep, ChildProcessError),
        (backtrack, TimeoutError),
        (partial(pause, 60), TimeoutError),
    ],
    ids=["killed", "segfault", "stopped", "left", "aborted", "grown", "crept", "lock held", "slept"],
)
async def test_work_that_ends_its_child_gets_an_error_and_the_next_is_done(
    children: Children, hurried: Children, work: Callable[[], object], error: type[Exception]
) -> None:
    by = hurried if error is TimeoutError else children
    with pytest.raises(error):
        await by.do(work)
    assert await by.do(double, 21) == 42


async def test_a_child_that_is_long_in_coming_is_no_fault_of_the_work(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(module, "START", 0.1)
    with Children(1, Terms(partial(time.sleep, 60))) as children, pytest.raises(Internal):
        await children.do(double, 21)


async def test_a_child_that_was_killed_while_idle_costs_nobody_anything(children: Children) -> None:
    for _ in range(2):
        assert await children.do(double, 21) == 42
        for child in active_children():
            child.kill()
            child.join()


async def test_one_that_hangs_holds_up_no_other() -> None:
    with Children(2, Terms(seconds=60)) as children:
        hanging = asyncio.ensure_future(children.do(pause, 30))
        assert [await children.do(double, number) for number in range(20)] == list(range(0, 40, 2))
        assert not hanging.done()
        hanging.cancel()


async def test_a_burst_in_which_every_other_child_dies_is_answered_in_full() -> None:
    with Children(2, Terms(seconds=10)) as children:
        work = [
            children.do(os._exit, 1) if number % 2 else children.do(double, number) for number in range(12)
        ]
        outcomes = await asyncio.gather(*work, return_exceptions=True)
    assert outcomes[::2] == [2 * number for number in range(0, 12, 2)]
    assert all(isinstance(outcome, ChildProcessError) for outcome in outcomes[1::2])


async def test_more_than_a_pipe_holds_travels_both_ways(children: Children) -> None:
    assert len(await children.do(bytes.upper, b"a" * 20_000_000)) == 20_000_000


async def test_what_work_raises_is_raised_here_and_its_child_lives_on(children: Children) -> None:
    first = await children.do(pause, 0)
    with pytest.raises(LookupError, match="no such thing"):
        await children.do(refuse, "no such thing")
    assert await children.do(pause, 0) == first


async def test_a_child_gives_way_to_who_answers_people(children: Children) -> None:
    assert await children.do(os.nice, 0) == min(os.nice(0) + module.NICENESS, 19)


async def test_a_child_is_replaced_after_so_many_pieces_of_work() -> None:
    with Children(1, Terms(most=2)) as children:
        found = [await children.do(pause, 0) for _ in range(4)]
    assert found[0] == found[1] != found[2] == found[3]


async def test_children_in_work_end_with_their_context() -> None:
    before = set(active_children())
    with Children(1, Terms(seconds=60)) as children:
        await children.do(double, 21)
        left = asyncio.ensure_future(children.do(pause, 60))
        await asyncio.sleep(0.1)
    with pytest.raises(ChildProcessError):
        await left
    assert set(active_children()) <= before
