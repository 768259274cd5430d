"""The embedded engine in child processes: as many articles at a time as there are cores."""

import asyncio

from bot.domain.article import Article
from bot.services.apart import SECONDS, Apart
from bot.services.briefing import Read, Wanted


class EnginePool(Apart):
    """Reads articles in child processes, started when they are needed; a context that ends them."""

    def __init__(self, processes: int, seconds: float = SECONDS) -> None:
        super().__init__(processes, seconds=seconds, most=None)

    async def read(self, article: Article, wanted: Wanted) -> Read:
        """All claims about the article; UnusableSource `too_large` when it takes too long."""
        return await self.do(_read, article, Wanted(wanted.length, wanted.language))


def _read(article: Article, wanted: Wanted) -> Read:
    from bot.engines.offline.engine import OfflineEngine  # noqa: PLC0415 - the parent never loads spaCy

    return asyncio.run(OfflineEngine().read(article, wanted))
