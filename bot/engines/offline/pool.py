"""The embedded engine in child processes: as many articles at a time as there are cores."""

import asyncio
from types import TracebackType
from typing import Self

from bot.domain.article import Article
from bot.domain.errors import Internal, UnusableSource
from bot.services.briefing import Read, Wanted
from bot.services.children import Children, Terms

SECONDS = 300.0
"""For one article; War and Peace takes 108 s, a news article 0.3 s."""


class EnginePool:
    """Reads articles in child processes, started when they are needed; a context that ends them."""

    def __init__(self, processes: int, seconds: float = SECONDS) -> None:
        self._children = Children(processes, Terms(seconds=seconds))

    async def read(self, article: Article, wanted: Wanted) -> Read:
        """All claims about the article.

        UnusableSource `too_large` when it takes too long; Internal when a child died while it was at work.
        """
        try:
            return await self._children.do(_read, article, Wanted(wanted.length, wanted.language))
        except TimeoutError as error:
            raise UnusableSource("This takes too long to read: give it in parts.", "too_large") from error
        except ChildProcessError as error:
            raise Internal from error

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._children.__exit__(kind, error, trace)


def _read(article: Article, wanted: Wanted) -> Read:
    from bot.engines.offline.engine import OfflineEngine  # noqa: PLC0415 - the parent never loads spaCy

    return asyncio.run(OfflineEngine().read(article, wanted))
