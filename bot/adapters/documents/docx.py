"""Word documents (Office Open XML, ECMA-376 part 1): the text as it stands after all changes."""

import zipfile
from collections.abc import Iterator
from io import BytesIO

from lxml import etree

from bot.adapters.documents import refusals
from bot.domain.article import Extract

KIND = "Word document"
BODY, CORE = "word/document.xml", "docProps/core.xml"
MOST = 60_000_000
"""Bytes that a part may unzip to; War and Peace takes 25 million."""
OLD = b"\xd0\xcf\x11\xe0"
"""How encrypted documents begin, and those from before 2007 (MS-CFB)."""

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
DC = "{http://purl.org/dc/elements/1.1/}"
GONE = frozenset((f"{W}del", f"{W}moveFrom", f"{MC}Fallback"))
"""What was taken out or moved away, and the second copy of text boxes."""
SIGNS = {f"{W}tab": " ", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-"}


def read_docx(data: bytes, url: str | None = None) -> Extract:
    """The paragraphs of a document; UnusableSource where there are none."""
    if data.startswith(OLD):
        raise refusals.locked(KIND)
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            body, core = _part(archive, BODY), _part(archive, CORE)
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, OSError) as error:
        raise refusals.broken(KIND) from error
    if body is None:
        raise refusals.broken(KIND)
    text = "\n\n".join(filter(None, map(_paragraph, _paragraphs(body))))
    if not text:
        raise refusals.without_text(KIND)
    return Extract(text, title=_said(core, "title"), url=url, author=_said(core, "creator"))


def _part(archive: zipfile.ZipFile, name: str) -> etree._Element | None:
    """A part of the archive; nothing is unzipped beyond MOST bytes, and no entity is resolved."""
    if name not in archive.namelist():
        return None
    with archive.open(name) as file:
        xml = file.read(MOST + 1)
    if len(xml) > MOST:
        raise refusals.too_large(KIND)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        part = etree.fromstring(xml, parser)
    except etree.XMLSyntaxError as error:
        raise refusals.broken(KIND) from error
    if part.getroottree().docinfo.doctype:  # Word writes none; what its entities stand for would be lost
        raise refusals.broken(KIND)
    return part


def _paragraphs(body: etree._Element) -> Iterator[etree._Element]:
    return (paragraph for paragraph in body.iter(f"{W}p") if not _is_gone(paragraph))


def _is_gone(element: etree._Element) -> bool:
    return any(above.tag in GONE for above in element.iterancestors())


def _paragraph(paragraph: etree._Element) -> str:
    listed = paragraph.find(f"{W}pPr/{W}numPr") is not None
    text = " ".join("".join(_texts(paragraph)).split(" ")).strip()
    return f"- {text}" if listed and text else text


def _texts(paragraph: etree._Element) -> Iterator[str]:
    """What its runs print, without paragraphs in text boxes, which come by themselves."""
    waiting = list(reversed(paragraph))
    while waiting:
        element = waiting.pop()
        if element.tag == f"{W}t":
            yield element.text or ""
        elif element.tag in SIGNS:
            yield SIGNS[element.tag]
        elif element.tag not in GONE and element.tag not in (f"{W}p", f"{W}pPr"):
            waiting.extend(reversed(element))


def _said(core: etree._Element | None, name: str) -> str | None:
    return None if core is None else " ".join((core.findtext(f"{DC}{name}") or "").split()) or None
