"""What some bytes are: told by the bytes themselves first, then by a name, then by what a server says."""

import codecs
import re
from pathlib import Path

from bot.services.sources import SUFFIXES, FileKind, Raw

NAMED = ".txt, .md, .html, .pdf, .docx, .eml and .rtf"

TYPES = {
    "text/html": FileKind.PAGE,
    "application/xhtml+xml": FileKind.PAGE,
    "text/markdown": FileKind.MARKDOWN,
    "application/pdf": FileKind.PDF,
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": FileKind.DOCX,
    "message/rfc822": FileKind.MAIL,
    "application/rtf": FileKind.RTF,
    "text/rtf": FileKind.RTF,
}

SNIFFED = 1024
"""Bytes that are looked at; a PDF may also begin with something else, where it is called one."""
MARKUP = re.compile(
    rb"\s*(?:<!--.{0,500}?-->\s*)?(?:<!doctype html|<html\b|<\?xml[^>]{0,200}>\s*<(?:!doctype )?html)",
    re.IGNORECASE | re.DOTALL,
)
WORD = b"word/document.xml"


def kind_of(raw: Raw) -> FileKind | None:
    """What the bytes are; None for a name or a type that is none of ours."""
    told = None if raw.name == "-" else SUFFIXES.get(Path(raw.name).suffix.lower())
    if raw.name != "-" and told is None:
        return None
    stated = TYPES.get(raw.content_type or "")
    claimed = stated if told in (None, FileKind.TEXT) and stated else told or FileKind.TEXT
    return sniffed(raw.body) or claimed if claimed is not FileKind.MARKDOWN else claimed


def sniffed(data: bytes) -> FileKind | None:
    """What the first bytes show, whatever anybody says; None where they show nothing."""
    if data[:SNIFFED].lstrip().startswith(b"%PDF-"):
        return FileKind.PDF
    if data.startswith(b"PK\x03\x04") and WORD in data:
        return FileKind.DOCX
    if data.startswith(b"{\\rtf"):
        return FileKind.RTF
    if MARKUP.match(data[: 4 * SNIFFED].removeprefix(codecs.BOM_UTF8)):
        return FileKind.PAGE
    return None
