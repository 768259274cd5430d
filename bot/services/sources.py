"""Links, read: fetched, extracted, and led to the page's own address where they were a variant of it."""

from dataclasses import replace
from typing import Protocol

from bot.domain.article import Extract
from bot.services.fetching import Fetched, Fetcher
from bot.services.links import canonical_link, is_variant


class Extractor(Protocol):
    """Reads what strangers sent, within limits."""

    async def extract(
        self,
        body: bytes,
        *,
        url: str | None = None,
        content_type: str | None = None,
        charset: str | None = None,
    ) -> Extract:
        """The text behind the bytes; UnusableSource when there is none."""
        ...


class Links:
    """Reads the articles behind links."""

    def __init__(self, fetcher: Fetcher, extractor: Extractor) -> None:
        self._fetcher = fetcher
        self._extractor = extractor

    async def read(self, url: str, *, automatic: bool = False) -> Extract:
        """The article behind a link, at its canonical address; BrieferError when it can't be had.

        `automatic`: nobody asked for this very link, so the site's robots.txt is respected.
        """
        fetched = await self._fetcher.fetch(url, automatic=automatic)
        extract = await self._extract(fetched)
        if extract.canonical is None or not is_variant(fetched.final_url):
            return extract
        own = canonical_link(fetched.final_url, extract.canonical)
        if own is None:
            return extract
        return await self._extract(await self._fetcher.fetch(own, automatic=automatic))

    async def _extract(self, fetched: Fetched) -> Extract:
        extract = await self._extractor.extract(
            fetched.body,
            url=fetched.final_url,
            content_type=fetched.content_type,
            charset=fetched.charset,
        )
        return extract if extract.url else replace(extract, url=fetched.final_url)
