"""PDF: text in reading order, paragraphs put together again, running heads and page numbers left out."""

import re
from collections.abc import Iterator, Sequence

import pypdfium2
from pypdfium2 import raw

from bot.adapters.documents import refusals
from bot.adapters.documents.layout import Line, paragraphs, without_running_heads
from bot.domain.article import Extract
from bot.domain.errors import UnusableSource

KIND = "PDF"
MOST_PAGES = 2_000
"""Pages that are read; War and Peace has 1,300."""
FEWEST = 8
"""Words on a page, on average, below which its text is on pictures; some scans carry a stamp."""
SCANNED = "This PDF holds only pictures of pages: give one with text in it, or paste the text."
FILE_NAME = re.compile(r"\.\w{2,5}$|^(?:microsoft word|untitled|document\d*$)", re.IGNORECASE)


def read_pdf(data: bytes, url: str | None = None) -> Extract:
    """The paragraphs of a document; UnusableSource where there are none."""
    document = _opened(data)
    try:
        if len(document) > MOST_PAGES:
            raise refusals.too_large(KIND)
        pages = [list(_lines(document[number])) for number in range(len(document))]
        said = document.get_metadata_dict()
    except pypdfium2.PdfiumError as error:
        raise refusals.broken(KIND) from error
    finally:
        document.close()
    _refuse_pictures(pages)
    text = "\n\n".join(paragraphs(without_running_heads(pages)))
    return Extract(text, title=_title(said.get("Title")), url=url, author=said.get("Author") or None)


def _opened(data: bytes) -> pypdfium2.PdfDocument:
    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if error.err_code == raw.FPDF_ERR_PASSWORD:
            raise refusals.locked(KIND) from error
        raise refusals.broken(KIND) from error


def _lines(page: pypdfium2.PdfPage) -> Iterator[Line]:
    """The lines of a page in the order in which they were written, as runs on one base line are joined."""
    height = page.get_height() or 1.0
    found: Line | None = None
    for run in _runs(page, height):
        if found and found.continues(run):
            found = found.joined(run)
        else:
            if found:
                yield found
            found = run
    if found:
        yield found


def _runs(page: pypdfium2.PdfPage, height: float) -> Iterator[Line]:
    text = page.get_textpage()
    for index in range(text.count_rects()):
        left, bottom, right, top = text.get_rect(index)
        printed = (
            text.get_text_bounded(left, bottom, right, top)
            .replace("\r\n", " ")
            .replace("\x02", "-")
            .replace("\ufffe", "-")
        )
        if printed.strip():
            yield Line(printed.strip(), left, right, top, bottom, _size(text, left, bottom), height)


def _size(text: pypdfium2.PdfTextPage, left: float, bottom: float) -> float:
    """The font size of a run, in points, by its first letter."""
    index = text.get_index(left + 1, bottom + 1, 4, 8)
    return 1.0 if index is None else max(1.0, round(raw.FPDFText_GetFontSize(text, index), 1))


def _refuse_pictures(pages: Sequence[Sequence[Line]]) -> None:
    words = sum(len(line.text.split()) for page in pages for line in page)
    if not pages:
        raise refusals.without_text(KIND)
    if words < FEWEST * len(pages):
        raise UnusableSource(SCANNED, "unreadable")


def _title(said: str | None) -> str | None:
    """A title that somebody wrote, not the name of a file."""
    title = " ".join((said or "").split())
    return None if not title or FILE_NAME.search(title) else title
