"""What people point at, read: links are fetched and led to the page's own address; files come as bytes."""

from dataclasses import dataclass, replace
from email.message import Message
from enum import StrEnum
from typing import Protocol

from bot.domain.article import Extract
from bot.domain.errors import UnusableSource
from bot.services.fetching import Fetched, Fetcher
from bot.services.links import canonical_link, is_variant

MAX_CHARACTERS = 5_000_000
"""War and Peace has 3.2 million; what is larger is turned away, not cut."""
MAX_BYTES = 4 * MAX_CHARACTERS
"""UTF-8 and UTF-32 take at most four bytes a character."""


class FileKind(StrEnum):
    """The kinds of files that are read."""

    TEXT = "text"
    MARKDOWN = "markdown"
    PAGE = "page"
    PDF = "pdf"
    DOCX = "docx"
    MAIL = "eml"
    RTF = "rtf"


SUFFIXES = {
    ".txt": FileKind.TEXT,
    ".text": FileKind.TEXT,
    ".log": FileKind.TEXT,
    "": FileKind.TEXT,
    ".md": FileKind.MARKDOWN,
    ".markdown": FileKind.MARKDOWN,
    ".html": FileKind.PAGE,
    ".htm": FileKind.PAGE,
    ".xhtml": FileKind.PAGE,
    ".pdf": FileKind.PDF,
    ".docx": FileKind.DOCX,
    ".eml": FileKind.MAIL,
    ".rtf": FileKind.RTF,
}
"""What a file is by the end of its name, for everybody who takes files."""


@dataclass(frozen=True, slots=True)
class Raw:
    """Bytes as they came, and what is said of them; where that contradicts the bytes, they are believed.

    `name` is a file's, `-` where there is none; `url` is where the bytes were found; `content_type` is a bare
    MIME type; both it and `charset` are in lower case.
    """

    body: bytes
    name: str = "-"
    url: str | None = None
    content_type: str | None = None
    charset: str | None = None


class Extractor(Protocol):
    """Reads what strangers sent, within limits."""

    async def extract(self, raw: Raw) -> Extract:
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
        url = fetched.final_url
        raw = Raw(fetched.body, url=url, content_type=fetched.content_type, charset=fetched.charset)
        extract = await self._extractor.extract(raw)
        return extract if extract.url else replace(extract, url=url)


class Files:
    """Reads files that people give: attachments, uploads, files on the command line."""

    def __init__(self, extractor: Extractor) -> None:
        self._extractor = extractor

    async def read(self, data: bytes, name: str, content_type: str | None = None) -> Extract:
        """What a file says; UnusableSource, such as `unsupported` or `too_large`, when it can't be had.

        `content_type` is the header as somebody sent it, with its charset; name and bytes come before it.
        """
        if len(data) > MAX_BYTES:
            raise too_large()
        kind, charset = _declared(content_type)
        return await self._extractor.extract(Raw(data, name, content_type=kind, charset=charset))


@dataclass(frozen=True, slots=True)
class Sources:
    """The readers of what people point at, over one fetcher and one extractor."""

    links: Links
    files: Files


def too_large() -> UnusableSource:
    """More text than is briefed, or more bytes than hold that much."""
    return UnusableSource(f"This has more than {MAX_CHARACTERS:,} characters: give it in parts.", "too_large")


def _declared(content_type: str | None) -> tuple[str | None, str | None]:
    """The bare type and the charset of a Content-Type header, in lower case."""
    if content_type is None:
        return None, None
    header = Message()
    header["Content-Type"] = content_type
    return header.get_content_type(), header.get_content_charset()
