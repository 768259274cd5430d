"""Long work in a child process of its own.

A thread is not enough where the work is long: one regular expression over a long text holds the interpreter's
lock, and with it the event loop, for tenths of a second.
"""

import asyncio
import os
import signal
import warnings
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context, parent_process
from threading import Thread
from typing import TypeVar

from bot.domain.errors import Internal

G = TypeVar("G")
R = TypeVar("R")


async def apart(work: Callable[[G], R], given: G) -> R:
    """What the work makes of what it is given, both picklable; Internal when the child died.

    The child starts in about 0.4 s and ends with the work, so that none stays and takes memory.
    """
    pool = ProcessPoolExecutor(1, get_context("spawn"), initializer=prepare)
    try:
        return await asyncio.get_running_loop().run_in_executor(pool, work, given)
    except BrokenProcessPool as error:
        raise Internal from error
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def prepare() -> None:
    """A child leaves Ctrl-C to its parent, and goes when its parent goes, however that ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    warnings.simplefilter("ignore")
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = parent_process()
    assert parent is not None
    parent.join()
    os._exit(1)
