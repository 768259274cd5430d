"""Reads what strangers sent in child processes, within limits of time and memory."""

import asyncio
import copyreg
import os
import signal
import sys
import warnings
from concurrent.futures import TimeoutError as TimedOut
from dataclasses import dataclass
from multiprocessing import get_context, parent_process
from threading import Thread
from types import TracebackType
from typing import Self

from pebble import ProcessExpired, ProcessPool

from bot.domain.article import Extract
from bot.domain.errors import UnusableSource

SECONDS = 10.0
"""A normal page takes 0.03 s, a long PDF 2 s."""
MEMORY = 700_000_000
"""Bytes that a child may hold as data; it needs 150 MB itself, and ten times a document."""
JOBS = 500
"""Sources that a child reads before another takes its place, so that no leak grows."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What reading one source may take: seconds by the clock, and bytes of memory in the child."""

    seconds: float = SECONDS
    memory: int = MEMORY


class ExtractionPool:
    """Reads pages and documents in child processes; a context that starts and stops them."""

    def __init__(self, workers: int = 2, limits: Limits | None = None) -> None:
        self._workers, self._limits = workers, limits or Limits()
        self._pool = ProcessPool(workers, JOBS, _prepare, (self._limits.memory,), get_context("spawn"))

    async def extract(
        self,
        body: bytes,
        *,
        name: str = "-",
        url: str | None = None,
        content_type: str | None = None,
        charset: str | None = None,
    ) -> Extract:
        """What these bytes say, as `read_bytes` reads them; `too_large` where it takes too much of either.

        `content_type` and `charset` are what the header says; where they lie, the bytes are believed.
        """
        future = self._pool.schedule(
            _read, args=[body, name, url, content_type, charset], timeout=self._limits.seconds
        )
        try:
            return await asyncio.wrap_future(future)
        except (TimedOut, MemoryError, ProcessExpired) as error:
            raise UnusableSource(
                "This takes too much time or memory to read: give a smaller part, or paste the text.",
                "too_large",
            ) from error

    async def warm(self) -> None:
        """Start the children and load what they read with; then the first is as quick as any."""
        await asyncio.gather(
            *(asyncio.wrap_future(self._pool.schedule(_ready)) for _ in range(self._workers))
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._pool.stop()  # type: ignore[no-untyped-call]
        self._pool.join()


def _prepare(memory: int) -> None:
    """A child leaves Ctrl-C to its parent, goes when its parent goes, and keeps to its limit."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    warnings.simplefilter("ignore")
    Thread(target=_end_with_parent, daemon=True).start()
    import bot.adapters.extraction.reading  # noqa: F401, PLC0415 - half a second, spent before work comes

    if sys.platform != "win32":
        import resource  # noqa: PLC0415 - Windows has none

        resource.setrlimit(resource.RLIMIT_DATA, (memory, memory))


def _end_with_parent() -> None:
    parent = parent_process()
    assert parent is not None
    parent.join()
    os._exit(1)


def _ready() -> None:
    """Nothing: a child that answers is warm."""


def _read(data: bytes, name: str, url: str | None, content_type: str | None, charset: str | None) -> Extract:
    from bot.adapters.files import read_bytes  # noqa: PLC0415 - as above

    return read_bytes(data, name, url=url, content_type=content_type, charset=charset)


def _as_made(error: UnusableSource) -> tuple[type[UnusableSource], tuple[str, str]]:
    return type(error), (str(error), error.code)


copyreg.pickle(UnusableSource, _as_made)  # errors travel from child to parent as they were made
