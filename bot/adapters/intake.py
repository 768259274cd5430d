"""Text as people hand it over: a file, standard input or a string, plain or as a saved page."""

import codecs
import sys
from pathlib import Path

from bot.domain.article import Extract, PublishedFrom
from bot.domain.errors import UnusableSource

MAX_BYTES = 5_000_000
"""More than any article and most books (War and Peace has 3.4 MB); what is larger is turned away, not cut."""

PAGES = frozenset({".html", ".htm", ".xhtml"})
LATER = frozenset({".pdf", ".docx", ".doc", ".odt", ".rtf", ".eml", ".epub"})
LINKS = ("http://", "https://")

MARKS = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF32_LE: "utf-32",
    codecs.BOM_UTF32_BE: "utf-32",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
"""Byte-order marks and what they announce; the longer ones first, as UTF-32's begins with UTF-16's."""

CONTROLS = frozenset(chr(code) for code in range(32)) - frozenset("\t\n\v\f\r\x1a\x1b")
MOST_CONTROLS = 0.01
"""Share of control characters above which something is no text."""


def source(name: str) -> Extract:
    """What a SOURCE of the command line holds (`-`: standard input); UnusableSource when it can't be used."""
    if name.lower().startswith(LINKS):
        raise no_links()
    if name == "-":
        return plain(sys.stdin.buffer.read(MAX_BYTES + 1))
    path = Path(name)
    if path.suffix.lower() in LATER:
        raise UnusableSource(
            f"Files of the kind {path.suffix} can't be read yet; save it as text.", "unsupported"
        )
    data = _read(path)
    return page(data) if path.suffix.lower() in PAGES else plain(data)


def given(*, text: str | None, html: str | None, url: str | None) -> Extract:
    """What a program hands over: text or a page, with the link it came from; UnusableSource when neither."""
    if text is not None:
        return Extract(_fitting(text), url=url)
    if html is not None:
        return page(_fitting(html))
    if url is not None:
        raise no_links()
    raise UnusableSource("There is no text, html or url to brief.", "empty")


def no_links() -> UnusableSource:
    """Links come with a later version."""
    return UnusableSource("Links can't be fetched yet; give the text or a saved page.", "unsupported")


def plain(data: bytes) -> Extract:
    """Text in any encoding."""
    return Extract(decode(data))


def page(data: bytes | str) -> Extract:
    """The main text of a saved page; UnusableSource `not_an_article` when it has none."""
    import trafilatura  # noqa: PLC0415 - 0.6 s that only pages need

    found = trafilatura.bare_extraction(data, with_metadata=True, include_comments=False)
    if found is None or isinstance(found, dict) or not found.text:
        raise UnusableSource("No article was found on the page.", "not_an_article")
    return Extract(
        found.text,
        title=found.title,
        url=found.url,
        site=found.sitename,
        author=found.author,
        published=found.date,
        published_from=PublishedFrom.PAGE if found.date else PublishedFrom.UNKNOWN,
    )


def decode(data: bytes) -> str:
    """The text behind the bytes, by its byte-order mark, as UTF-8 or as what it looks like."""
    if len(data) > MAX_BYTES:
        raise _too_large()
    if not data.strip(b"\0 \t\r\n"):
        raise UnusableSource("There is no text in it.", "empty")
    text = _decoded(data)
    if text is None or sum(text.count(control) for control in CONTROLS) > MOST_CONTROLS * len(text):
        raise UnusableSource("It is not text; give a text file or a saved page.", "unreadable")
    return text


def _decoded(data: bytes) -> str | None:
    announced = next((name for mark, name in MARKS.items() if data.startswith(mark)), "utf-8")
    try:
        return data.decode(announced)
    except UnicodeDecodeError:
        return _guessed(data)


def _guessed(data: bytes) -> str | None:
    import charset_normalizer  # noqa: PLC0415 - 0.05 s that few texts need

    best = charset_normalizer.from_bytes(data).best()
    return None if best is None else str(best)


def _fitting(text: str) -> str:
    if len(text) > MAX_BYTES:
        raise _too_large()
    return text


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


def _too_large() -> UnusableSource:
    return UnusableSource(f"It is larger than {MAX_BYTES // 1_000_000} MB; give a part of it.", "too_large")
