"""The embedded engine in child processes: as many articles at a time as there are cores."""

import asyncio
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import replace
from multiprocessing import get_context
from types import TracebackType
from typing import Self

from bot.domain.article import Article
from bot.domain.errors import Internal
from bot.services.apart import prepare
from bot.services.briefing import Read, Wanted, silent


class EnginePool:
    """Reads articles in child processes, started when they are needed; a context that stops them."""

    def __init__(self, processes: int) -> None:
        self._processes = processes
        self._pool = self._new_pool()

    async def read(self, article: Article, wanted: Wanted) -> Read:
        """All claims about the article; Internal when a child died while it was at work."""
        pool = self._pool
        try:
            plain = replace(wanted, progress=silent)
            return await asyncio.get_running_loop().run_in_executor(pool, _read, article, plain)
        except BrokenProcessPool as error:
            if pool is self._pool:
                self._pool = self._new_pool()
            raise Internal from error

    def _new_pool(self) -> ProcessPoolExecutor:
        return ProcessPoolExecutor(self._processes, get_context("spawn"), initializer=prepare)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._pool.shutdown(cancel_futures=True)


def _read(article: Article, wanted: Wanted) -> Read:
    from bot.engines.offline.engine import OfflineEngine  # noqa: PLC0415 - the parent never loads spaCy

    return asyncio.run(OfflineEngine().read(article, wanted))
