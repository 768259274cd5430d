"""Lines on printed pages, and how they become paragraphs again."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

EDGE = 0.12
"""Share of the page's height in which running heads and feet stand."""
REPEATED = 0.4
"""Share of the pages on which a line must stand to be a running head; left and right pages have their own."""
NUMBER = re.compile(
    r"\W*(?:page|p\.|seite|página|стр\.)?\s*(?:\d{1,4}|[ivxlc]{1,7})\W*(?:(?:/|of|von|de|из)\s*\d{1,4}\W*)?",
    re.IGNORECASE,
)
DIGITS = re.compile(r"\d+")
ENDING = re.compile(r"[.!?…:;。！？][\"”’»)\]]*$")
HYPHEN = re.compile(r"(?<=\w)[-\u00ad\u2010]$")
WIDER = 1.3
"""Distance between two lines, in usual distances of the document, from which a paragraph ends."""
TALLER = 1.1
INDENT = 0.8
SHORTER = 0.75


@dataclass(frozen=True, slots=True)
class Line:
    """A line on a page `page` points high; y grows upwards, as in PDF; `size` is its font's."""

    text: str
    left: float
    right: float
    top: float
    bottom: float
    size: float
    page: float

    @property
    def at_edge(self) -> bool:
        """Whether it stands where heads and feet do."""
        return self.bottom > (1 - EDGE) * self.page or self.top < EDGE * self.page

    def continues(self, run: "Line") -> bool:
        """Whether a run stands behind it on the same base line."""
        overlap = min(self.top, run.top) - max(self.bottom, run.bottom)
        near = -0.5 * self.size <= run.left - self.right < 2 * self.size
        return near and overlap > 0.3 * min(self.size, run.size)

    def joined(self, run: "Line") -> "Line":
        """The line with the run behind it."""
        space = " " if run.left - self.right > 0.12 * self.size else ""
        return replace(
            self,
            text=self.text + space + run.text,
            right=max(self.right, run.right),
            top=max(self.top, run.top),
            bottom=min(self.bottom, run.bottom),
        )


def without_running_heads(pages: Sequence[Sequence[Line]]) -> list[list[Line]]:
    """The pages without page numbers and without lines that stand at the edge of many of them."""
    seen = Counter(key for page in pages for key in {_key(line) for line in page if line.at_edge})
    often = max(2, REPEATED * len(pages))
    return [
        [
            line
            for line in page
            if not (line.at_edge and (NUMBER.fullmatch(line.text) or seen[_key(line)] >= often))
        ]
        for page in pages
    ]


def paragraphs(pages: Sequence[Sequence[Line]]) -> Iterator[str]:
    """Lines put together, across columns and pages too where a sentence goes on."""
    usual = _usual_distance(pages)
    text, last, widest = "", None, 0.0
    for line in (line for page in pages for line in page):
        if last is not None and _parts(last, line, widest, usual):
            yield text
            text, widest = "", 0.0
        text, last, widest = _glued(text, line.text), line, max(widest, line.right - line.left)
    if text:
        yield text


def _usual_distance(pages: Sequence[Sequence[Line]]) -> float:
    """From one line of running text to the next, in font sizes; 1.2 is what typesetters begin with."""
    found = [
        (above.top - below.top) / above.size
        for page in pages
        for above, below in pairwise(page)
        if above.size == below.size and 0 < above.top - below.top < 3 * above.size
    ]
    return median(found) if found else 1.2


def _key(line: Line) -> str:
    return DIGITS.sub("#", line.text.casefold())


def _parts(above: Line, below: Line, widest: float, usual: float) -> bool:
    """Whether a paragraph ends between two lines."""
    small, large = sorted((above.size, below.size))
    if large > TALLER * small:
        return True
    distance = above.top - below.top
    if distance <= 0:  # a new column or page
        return bool(ENDING.search(above.text))
    if distance > WIDER * usual * above.size:
        return True
    indented = INDENT * small < below.left - above.left < 6 * small
    short = above.right - above.left < SHORTER * widest
    return bool(ENDING.search(above.text)) and (indented or short)


def _glued(text: str, line: str) -> str:
    """With the line behind it; a word that was divided is whole again."""
    if not text:
        return line
    if HYPHEN.search(text):
        return (HYPHEN.sub("", text) if line[:1].islower() else text) + line
    return f"{text} {line}"
