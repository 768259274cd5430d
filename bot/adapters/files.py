"""Files and raw bytes: what they say, whatever their kind and encoding."""

import codecs
import re
from collections.abc import Callable, Mapping
from pathlib import Path

from bot.adapters.kinds import kind_of
from bot.adapters.loading import unsupported
from bot.adapters.markdown import plain_text
from bot.domain.article import Extract
from bot.domain.errors import BrieferError, UnusableSource
from bot.services.sources import MAX_BYTES, MAX_CHARACTERS, FileKind, Raw, too_large

MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
"""Byte-order marks and what they announce; UTF-32's come first, as one begins with UTF-16's."""

SNIFFED = 4096
"""Bytes that tell UTF-16 without a mark, or a declared encoding."""
HIGH = 0x10
MOST_SMALL = 0.6
WESTERN = frozenset(
    "àâäáãåæçèéêëìíîïñòóôöõøœùúûüÿßÀÂÄÁÃÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÖÕØŒÙÚÛÜ€£©®°§·«»‹›„“”‘’–—…•½¿¡ªº\xa0\xad"
)
KANA = re.compile(r"[\u3041-\u30fe]")
MOST_KANA = 0.25
CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\ufffd]")
MOST_CONTROLS = 0.02
"""Share of control characters above which something is no text."""
CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w:.-]{2,40})", re.IGNORECASE)


def is_plain(raw: Raw) -> bool:
    """Whether these bytes are plain text or Markdown, read in an instant, or nothing that is read at all."""
    return kind_of(raw) in {FileKind.TEXT, FileKind.MARKDOWN, None}


def read_raw(raw: Raw) -> Extract:
    """What these bytes say; UnusableSource where they can't be used."""
    if len(raw.body) > MAX_BYTES:
        raise too_large()
    if not raw.body:
        raise _empty()
    kind = kind_of(raw)
    if kind is None:
        raise unsupported(Path(raw.name).suffix)
    try:
        extract = _READERS[kind](raw)
    except (BrieferError, MemoryError):
        raise
    except Exception as error:  # parsers of broken bytes fail in ways that nobody lists
        raise UnusableSource(
            "This can't be read: give another copy, or paste its text.", "unreadable"
        ) from error
    if len(extract.text) > MAX_CHARACTERS:
        raise too_large()
    return extract


def _page(raw: Raw) -> Extract:
    from bot.adapters.extraction.reading import read_page  # noqa: PLC0415 - half a second that only pages need

    return read_page(decode(raw.body, _declared(raw.body) or raw.charset), raw.url)


def _text(raw: Raw) -> Extract:
    return Extract(decode(raw.body, raw.charset), url=raw.url)


def _markdown(raw: Raw) -> Extract:
    return Extract(plain_text(decode(raw.body, raw.charset)), url=raw.url)


def _pdf(raw: Raw) -> Extract:
    from bot.adapters.documents.pdf import read_pdf  # noqa: PLC0415 - loaded for the files that need it

    return read_pdf(raw.body, raw.url)


def _docx(raw: Raw) -> Extract:
    from bot.adapters.documents.docx import read_docx  # noqa: PLC0415 - as above

    return read_docx(raw.body, raw.url)


def _mail(raw: Raw) -> Extract:
    from bot.adapters.documents.mail import read_mail  # noqa: PLC0415 - as above

    return read_mail(raw.body, raw.url)


def _rtf(raw: Raw) -> Extract:
    from bot.adapters.documents.rtf import read_rtf  # noqa: PLC0415 - as above

    return read_rtf(raw.body, raw.url)


_READERS: Mapping[FileKind, Callable[[Raw], Extract]] = {
    FileKind.TEXT: _text,
    FileKind.MARKDOWN: _markdown,
    FileKind.PAGE: _page,
    FileKind.PDF: _pdf,
    FileKind.DOCX: _docx,
    FileKind.MAIL: _mail,
    FileKind.RTF: _rtf,
}


def decode(data: bytes, declared: str | None = None) -> str:
    """The text behind the bytes: by mark, as UTF-8, as declared, or as what it looks like.

    UnusableSource `empty`, `too_large`, or `unreadable` where it is no text.
    """
    if not data.strip(b"\0 \t\r\n"):
        raise _empty()
    text = next(
        (found for name in _candidates(data, declared) if (found := _decoded(data, name)) is not None), None
    )
    text = _guessed(data) if text is None else text
    if text is None or len(CONTROLS.findall(text)) > MOST_CONTROLS * len(text):
        raise UnusableSource(
            "This is not text: give a text file, a Markdown file or a saved page.", "unreadable"
        )
    if len(text) > MAX_CHARACTERS:
        raise too_large()
    if not text.strip("\ufeff\0 \t\r\n"):
        raise _empty()
    return text


def _empty() -> UnusableSource:
    return UnusableSource("There is no text in this: paste an article, or give a file that has one.", "empty")


def _candidates(data: bytes, declared: str | None) -> list[str]:
    marked = next((name for mark, name in MARKS if data.startswith(mark)), None)
    if marked:
        return [marked]
    return [name for name in (_without_mark(data), "utf-8", declared) if name]


def _without_mark(data: bytes) -> str | None:
    """UTF-16 by its high bytes: in alphabets they are few and small, and stand on one side only."""
    even, odd = (_small(data[side:SNIFFED:2]) for side in (0, 1))
    if odd > MOST_SMALL > 4 * even:
        return "utf-16-le"
    return "utf-16-be" if even > MOST_SMALL > 4 * odd else None


def _small(high_bytes: bytes) -> float:
    return sum(byte < HIGH and byte not in b"\t\n\r" for byte in high_bytes) / max(1, len(high_bytes))


def _declared(data: bytes) -> str | None:
    found = CHARSET.search(data[:SNIFFED])
    return found[1].decode("ascii") if found else None


def _decoded(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except (UnicodeError, LookupError):
        return None


def _guessed(data: bytes) -> str | None:
    """By its look; UTF-8 with a few broken bytes is still UTF-8."""
    lenient = data.decode("utf-8", "replace")
    if (
        0 < lenient.count("\ufffd") < MOST_CONTROLS * len(lenient) / 4
        and not lenient.replace("\ufffd", "").isascii()
    ):
        return lenient
    import charset_normalizer  # noqa: PLC0415 - 0.05 s that few texts need

    best = charset_normalizer.from_bytes(data).best()
    return _western(data) or _japanese(data) or (None if best is None else str(best))


def _western(data: bytes) -> str | None:
    """Windows-1252, where every letter beyond ASCII is one that Western European languages use."""
    text = _decoded(data, "cp1252")
    return text if text and all(letter in WESTERN for letter in set(text) if not letter.isascii()) else None


def _japanese(data: bytes) -> str | None:
    """Shift-JIS, which charset-normalizer takes for Korean."""
    text = _decoded(data, "cp932")
    return text if text and len(KANA.findall(text)) > MOST_KANA * len(text) else None
