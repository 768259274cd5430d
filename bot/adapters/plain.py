"""Plain text, read without the half second that a child process takes to start."""

import asyncio

from bot.adapters.files import read_raw
from bot.adapters.kinds import kind_of
from bot.domain.article import Extract
from bot.services.sources import Extractor, FileKind, Raw

SMALL = 200_000
"""Bytes of text that are decoded in an instant, whatever they are."""

PLAIN = frozenset({FileKind.TEXT, FileKind.MARKDOWN})


class PlainHere:
    """Reads small plain texts in a thread, and hands all else to an extractor that has limits."""

    def __init__(self, other: Extractor) -> None:
        self._other = other

    async def extract(self, raw: Raw) -> Extract:
        """What these bytes say; UnusableSource when there is no text behind them."""
        if len(raw.body) <= SMALL and kind_of(raw) in PLAIN:
            return await asyncio.to_thread(read_raw, raw)
        return await self._other.extract(raw)
