"""Child processes for work that may hang, take too much memory or die: each is worth no more than its limits.

A thread is not enough: it can't be stopped, and a long regular expression in it holds the interpreter's lock.
"""

import asyncio
import os
import signal
import traceback
import warnings
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from multiprocessing import get_context, parent_process
from multiprocessing.connection import Connection
from queue import SimpleQueue
from threading import TIMEOUT_MAX, Event, Thread, Timer
from types import TracebackType
from typing import Self, TypeVar

from bot.domain.errors import Internal

R = TypeVar("R")

START = 60.0
"""Seconds in which a child must be ready; half a second on a machine with nothing else to do."""
NICENESS = 10
"""How far a child's work gives way to its parent's, who answers people meanwhile."""
OUT_OF_MEMORY = 71
"""The exit code of a child that could get no more memory: what it still holds is not worth keeping."""


def nothing() -> None:
    """What a child prepares that needs no preparation."""


@dataclass(frozen=True, slots=True)
class Terms:
    """What a child prepares when it starts, the seconds it has for each work, and how many it does."""

    prepare: Callable[[], None] = nothing
    seconds: float = TIMEOUT_MAX
    most: int | None = None


class Children:
    """A number of child processes, each started when it is needed; a context that ends them.

    What ends one, whoever's fault, costs the work it had in hand; the next gets another child.
    """

    def __init__(self, number: int, terms: Terms) -> None:
        self._terms = terms
        self._children: list[_Child | None] = [None] * number
        self._idle: SimpleQueue[int] = SimpleQueue()
        for place in range(number):
            self._idle.put(place)
        self._threads = ThreadPoolExecutor(number, "child")

    async def do(self, work: Callable[..., R], *given: object) -> R:
        """What the work makes of what it is given; both travel as pickles. What it raises is raised here.

        TimeoutError when it took longer than the terms allow; ChildProcessError when its child died, or ran
        out of memory; Internal when none came.
        """
        asked = partial(self._do, work, given)
        return await asyncio.get_running_loop().run_in_executor(self._threads, asked)

    def _do(self, work: Callable[..., R], given: tuple[object, ...]) -> R:
        place = self._idle.get()
        try:
            return self._at(place).do(work, given)
        finally:
            self._idle.put(place)

    def _at(self, place: int) -> "_Child":
        child = self._children[place]
        if child is None or not child.fit:
            if child is not None:
                child.end()
            child = self._children[place] = _Child(self._terms)
        return child

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._threads.shutdown(wait=False, cancel_futures=True)
        for child in filter(None, self._children):
            child.kill()
        self._threads.shutdown()
        for child in filter(None, self._children):
            child.end()


class _Child:
    """One process, used by one thread at a time."""

    def __init__(self, terms: Terms) -> None:
        context = get_context("spawn")
        self._terms = terms
        self._line, far = context.Pipe()
        self._process = context.Process(target=_serve, args=(far, terms.prepare, NICENESS), daemon=True)
        self._process.start()
        far.close()
        self._ready = self._ended = False
        self._done = 0

    @property
    def fit(self) -> bool:
        """Whether it can be given work."""
        fresh = self._terms.most is None or self._done < self._terms.most
        return fresh and not self._ended and self._process.is_alive()

    def do(self, work: Callable[..., R], given: tuple[object, ...]) -> R:
        if not self._ready:
            self._await_start()
        with self._within(self._terms.seconds):
            self._line.send((work, given))
            outcome: R | _Raised = self._line.recv()
        self._done += 1
        if isinstance(outcome, _Raised):
            raise outcome.error
        return outcome

    def _await_start(self) -> None:
        try:
            with self._within(START):
                self._line.recv()
        except TimeoutError as error:
            raise Internal from error  # whatever is to be done, a machine that is so busy can't do it
        self._ready = True

    def kill(self) -> None:
        """End whatever it is doing."""
        if not self._ended:
            self._process.kill()

    def end(self) -> None:
        """Nothing is left of it."""
        if not self._ended:
            self._ended = True
            self._process.kill()
            self._process.join()
            self._line.close()

    @contextmanager
    def _within(self, seconds: float) -> Iterator[None]:
        """Ends the child when the time is over, at whatever point of the exchange; a dead one breaks it."""
        late = Event()

        def stop() -> None:
            late.set()
            self._process.kill()

        watch = Timer(seconds, stop)
        watch.start()
        try:
            yield
        except (EOFError, OSError) as error:
            self.end()
            if late.is_set():
                raise TimeoutError from error
            raise ChildProcessError(f"ended with {self._process.exitcode}") from error
        finally:
            watch.cancel()
            watch.join()
            if late.is_set():
                self.end()


@dataclass(frozen=True, slots=True)
class _Raised:
    error: Exception


def _serve(line: Connection, prepare: Callable[[], None], niceness: int) -> None:
    """The life of a child: it does what comes, one after the other, until its parent goes."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is its parent's
    warnings.simplefilter("ignore")
    if hasattr(os, "nice"):  # not on Windows
        os.nice(niceness)
    Thread(target=_end_with_parent, daemon=True).start()
    prepare()
    line.send(None)
    while True:
        try:
            work, given = line.recv()
            line.send(_outcome(work, given))
        except EOFError:
            return
        except MemoryError:
            os._exit(OUT_OF_MEMORY)


def _outcome(work: Callable[..., R], given: tuple[object, ...]) -> R | _Raised:
    try:
        return work(*given)
    except MemoryError:
        raise
    except Exception as error:  # noqa: BLE001 - the outermost edge of a process
        error.add_note(traceback.format_exc())
        return _Raised(error)


def _end_with_parent() -> None:
    parent = parent_process()
    assert parent is not None
    parent.join()
    os._exit(1)
