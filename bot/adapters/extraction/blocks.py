"""The text of a page as blocks: the paragraphs, headings and items that a browser would set apart."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from lxml.html import HtmlElement

from bot.adapters.extraction.trees import seen
from bot.services.wordlists import listed

APART = listed("""
    address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure
    footer form h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section summary table tbody td
    tfoot th thead tr ul
""")
"""Elements that begin and end a block (display: block in the WHATWG rendering rules)."""

HEADINGS = listed("h1 h2 h3 h4 h5 h6")
ITEMS = listed("li dd dt td th pre")
BREAK = "\v"
SPACES = re.compile(r"[ \t\r\n\f\xa0]+")
ENDING = re.compile(r"[.!?…。！？:;؟۔।\"”’»)\]]\s*$")
ENDED, LONG = 25, 80
"""Characters from which a block that ends as sentences do, or any block, can be prose."""
CREDIT = re.compile(
    r"\((?:[\w ]{1,20} )?(?:images?|photos?|pictures?|foto|bild|imagen|getty|reuters)\b[^()]{0,80}\)\s*$",
    re.IGNORECASE,
)
"""Whose picture it is: “(AP Photo/Ann Lee)”, “(Image: Getty)”."""
MOST_LINKED = 0.4
WORD = re.compile(r"\w+")


@dataclass(frozen=True, eq=False)
class Block:
    """A run of text with nothing set apart in it. `linked` is the share of its characters that are links."""

    text: str
    element: HtmlElement
    linked: float

    @cached_property
    def words(self) -> tuple[str, ...]:
        """Its words and numbers, as printed."""
        return tuple(WORD.findall(self.text))

    @cached_property
    def heading(self) -> bool:
        """Whether it is marked up as a heading."""
        return self.element.tag in HEADINGS

    @cached_property
    def item(self) -> bool:
        """Whether it is a list item, a cell or preformatted."""
        return self.element.tag in ITEMS

    @cached_property
    def caption(self) -> bool:
        """Whether it tells of a picture, as its element, the one around it or its own end says."""
        around = self.element.getparent()
        said = _captions(self.element) or (around is not None and _captions(around))
        return said or CREDIT.search(self.text) is not None

    @cached_property
    def prose(self) -> bool:
        """Whether it looks like running text."""
        enough = ENDED if ENDING.search(self.text) else LONG
        return len(self.text) >= enough and self.linked < MOST_LINKED


def _captions(element: HtmlElement) -> bool:
    return element.tag == "figcaption" or "caption" in (element.get("class") or "").lower()


def blocks(tree: HtmlElement) -> list[Block]:
    """Every block of the body that has a word in it, in order."""
    body = tree.find("body")
    walk = _Walk(tree if body is None else body)
    return [block for block in walk.blocks() if block.words]


class _Walk:
    """A walk through the tree without recursion, as pages nest deeper than Python calls."""

    def __init__(self, body: HtmlElement) -> None:
        self.body = body
        self.texts: list[str] = []
        self.linked = 0

    def blocks(self) -> Iterator[Block]:
        within: list[HtmlElement] = [self.body]
        links = 0
        for entering, element in _steps(self.body):
            apart, link = element.tag in APART, element.tag == "a"
            if apart:
                yield from self.flush(within[-1])
            if apart and entering:
                within.append(element)
            elif apart:
                within.pop()
            if entering and element.tag == "br":
                self.texts.append(BREAK)
            links += (1 if entering else -1) if link else 0
            self.add(element.text if entering else element.tail, linked=links > 0)
        yield from self.flush(self.body)

    def add(self, text: str | None, *, linked: bool) -> None:
        if text:
            self.texts.append(text.replace(BREAK, " "))
            self.linked += len(text.strip()) if linked else 0

    def flush(self, element: HtmlElement) -> Iterator[Block]:
        text, linked = seen("".join(self.texts)), self.linked
        self.texts, self.linked = [], 0
        share = linked / max(1, len(text.strip()))
        lines = [SPACES.sub(" ", line).strip() for line in text.split(BREAK)]
        for filled, paragraph in groupby(lines, bool):
            if filled:
                yield Block("\n".join(paragraph), element, share)


def _steps(body: HtmlElement) -> Iterator[tuple[bool, HtmlElement]]:
    """Each element of the body entered (True) and left; `body` itself is only entered."""
    todo: list[tuple[bool, HtmlElement]] = [(True, body)]
    while todo:
        entering, element = todo.pop()
        yield entering, element
        if entering:
            if element is not body:
                todo.append((False, element))
            todo.extend((True, child) for child in reversed(element) if isinstance(child.tag, str))


def joined(kept: Sequence[Block]) -> str:
    """The blocks as text, an empty line between them; items of lists get a dash."""
    return "\n\n".join(f"- {block.text}" if block.element.tag == "li" else block.text for block in kept)
