"""Text as people hand it over: a file, standard input or a string; plain, Markdown or a saved page."""

import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from bot.adapters.encodings import decode
from bot.domain.article import Extract, PublishedFrom
from bot.domain.errors import UnusableSource

MAX_BYTES = 5_000_000
"""More than any article and most books (War and Peace has 3.4 MB); what is larger is turned away, not cut."""

Given = TypeVar("Given", bytes, str)

LATER = frozenset({".pdf", ".docx", ".doc", ".odt", ".rtf", ".eml", ".epub"})
LINKS = ("http://", "https://")
PAGE_START = re.compile(
    r"\s*(?:<\?xml[^>]*>|<!--.*?-->|\s)*<(?:!doctype html|html)\b", re.IGNORECASE | re.DOTALL
)


def read_source(name: str) -> Extract:
    """What a SOURCE of the command line holds (`-`: standard input); UnusableSource when it can't be used."""
    if name.lower().startswith(LINKS):
        raise _no_links()
    if name == "-":
        return _plain_or_page(_fitting(sys.stdin.buffer.read(MAX_BYTES + 1)))
    path = Path(name)
    if path.suffix.lower() in LATER:
        raise UnusableSource(
            f"Files of the kind {path.suffix} can't be read yet; save it as text.", "unsupported"
        )
    return READERS.get(path.suffix.lower(), _plain_or_page)(_fitting(_read(path)))


def read_given(*, text: str | None, html: str | None, url: str | None) -> Extract:
    """What a program hands over: text or a page, with the link it came from; UnusableSource when neither."""
    if text is not None:
        return Extract(_fitting(text), url=url)
    if html is not None:
        return read_page(_fitting(html), url)
    if url is not None:
        raise _no_links()
    raise UnusableSource("There is no text, html or url to brief.", "empty")


def read_page(markup: bytes | str, url: str | None = None) -> Extract:
    """The main text of a page; UnusableSource `empty`, or `not_an_article` when it has none."""
    import trafilatura  # noqa: PLC0415 - 0.6 s that only pages need

    if not markup.strip():
        raise UnusableSource("There is no text in it.", "empty")
    found = trafilatura.bare_extraction(markup, url=url, with_metadata=True, include_comments=False)
    if found is None or isinstance(found, dict) or not found.text:
        raise UnusableSource("No article was found on the page.", "not_an_article")
    return Extract(
        found.text,
        title=found.title,
        url=url or found.url,
        site=found.sitename,
        author=found.author,
        published=found.date,
        published_from=PublishedFrom.PAGE if found.date else PublishedFrom.UNKNOWN,
    )


def _plain_or_page(data: bytes) -> Extract:
    text = decode(data)
    return read_page(text) if PAGE_START.match(text) else Extract(text)


def _markdown(data: bytes) -> Extract:
    from bot.adapters.markdown import read_markdown  # noqa: PLC0415 - only Markdown needs its parser

    return read_markdown(decode(data))


READERS: dict[str, Callable[[bytes], Extract]] = {
    ".html": read_page,
    ".htm": read_page,
    ".xhtml": read_page,
    ".md": _markdown,
    ".markdown": _markdown,
}
"""Readers by the file's ending; every other file is plain text, or a page by its first words."""


def _read(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except FileNotFoundError as error:
        raise UnusableSource("There is no such file.", "not_found") from error
    except (OSError, ValueError) as error:
        raise UnusableSource(
            "The file can't be read; look at its kind and permissions.", "unreadable"
        ) from error


def _fitting(given: Given) -> Given:
    if len(given) > MAX_BYTES:
        raise UnusableSource(
            f"It is larger than {MAX_BYTES // 1_000_000} MB; give a part of it.", "too_large"
        )
    return given


def _no_links() -> UnusableSource:
    return UnusableSource("Links can't be fetched yet; give the text or a saved page.", "unsupported")
