"""The part of a page that holds the article, found by where its prose stands.

Paragraphs score for their ancestors as in Readability (Arc90; mozilla/readability); from the best one we
climb as long as the parent adds prose, and leave out what is named or linked like furniture.
"""

import re
from collections import defaultdict
from collections.abc import Sequence
from functools import cached_property

from lxml.html import HtmlElement

from bot.adapters.extraction.blocks import Block
from bot.services.wordlists import listed

FURNITURE = re.compile(
    r"comment|sidebar|foot|related|share|social|promo|sponsor|advert|\bads?\b|banner|breadcrumb|menu|nav|newsletter"
    r"|popup|pager|pagination|widget|masthead|meta|tags|disqus|outbrain|taboola|recommend|subscribe|signup"
    r"|modal|cookie|consent|gdpr|rail|teaser",
    re.IGNORECASE,
)
ARTICLE = re.compile(r"article|body|content|entry|main|post|text|blog|story|page", re.IGNORECASE)
"""What classes and ids are called, after Readability's lists."""

ASIDE = listed("aside nav footer form")
COMMAS = re.compile("[,，、،]")
LEVELS = 5
"""Ancestors that a paragraph scores for: its parent in full, then a half, then 1/6, 1/9, 1/12."""
HOLDERS = listed("div section article td body main")
GROUPS = listed("div dl h1 h2 h3 h4 h5 h6 header li ol p section table ul")
TEXTUAL = frozenset(("li", "p"))
OUTSIDE = 0.3
"""What is left of a score inside a part that is named like furniture."""
MORE_PROSE = 0.25
"""Share of prose that a parent must add to be the container."""
MOSTLY = 0.5
LOOSE, TIGHT = 0.5, 0.33
"""Shares of link text above which a group is furniture: in text or a part named like one, else."""


class Container:
    """The article's part of a page, by sums over all blocks below each element."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self.size: defaultdict[HtmlElement, int] = defaultdict(int)
        self.linked: defaultdict[HtmlElement, float] = defaultdict(float)
        self.prose: defaultdict[HtmlElement, int] = defaultdict(int)
        self.scores: defaultdict[HtmlElement, float] = defaultdict(float)
        self._lines: dict[HtmlElement, list[HtmlElement]] = {}
        self._weights: dict[HtmlElement, int] = {}
        self._held: dict[HtmlElement, bool] = {}
        for block in blocks:
            self._count(block)

    @property
    def named(self) -> bool:
        """Whether it is called an article."""
        return self.best is not None and self.weight(self.best) > 0

    @cached_property
    def best(self) -> HtmlElement | None:
        """The element with the highest score; None on a page without prose."""
        return max(self.scores, key=self._score, default=None)

    @cached_property
    def top(self) -> HtmlElement:
        """The container: the best element or an ancestor that has much more of the prose."""
        assert self.best is not None
        top = self.best
        while (parent := top.getparent()) is not None and parent.tag != "html" and self._widens(top, parent):
            top = parent
        return top

    def holds(self, element: HtmlElement) -> bool:
        """Whether an element is in the container, with nothing like furniture around it."""
        if self.best is None:
            return False
        path = []
        here: HtmlElement | None = element
        while here is not None and here is not self.top and here not in self._held:
            path.append(here)
            here = here.getparent()
        held = here is self.top or (here is not None and self._held[here])
        for below in reversed(path):
            held = held and not self._furniture(below)
            self._held[below] = held
        return held

    def weight(self, element: HtmlElement) -> int:
        """What its name says: below 0 for furniture, above 0 for an article."""
        if element not in self._weights:
            names = f"{element.get('class') or ''} {element.get('id') or ''}"
            weight = bool(ARTICLE.search(names)) - bool(FURNITURE.search(names))
            self._weights[element] = (
                weight + (element.tag in ("article", "main")) - 2 * (element.tag in ASIDE)
            )
        return self._weights[element]

    def links(self, element: HtmlElement) -> float:
        """The share of its text that is links."""
        return self.linked[element] / max(1, self.size[element])

    def _count(self, block: Block) -> None:
        line, length = self._line(block.element), len(block.text)
        for element in line:
            self.size[element] += length
            self.linked[element] += block.linked * length
            self.prose[element] += length if block.prose else 0
        if block.prose:
            score = 1 + len(COMMAS.findall(block.text)) + min(length / 100, 3)
            first = 0 if block.element.tag in HOLDERS else 1
            for level, element in enumerate(line[first : first + LEVELS]):
                self.scores[element] += score / (1, 2, 6, 9, 12)[level]

    def _line(self, element: HtmlElement) -> list[HtmlElement]:
        if element not in self._lines:
            self._lines[element] = [element, *element.iterancestors()]
        return self._lines[element]

    def _score(self, element: HtmlElement) -> float:
        weight = self.weight(element)
        score = (
            self.scores[element] * (0.3 if weight < 0 else 1.1 if weight else 1) * (1 - self.links(element))
        )
        outside = any(self.weight(above) < 0 for above in self._line(element)[1:] if above.tag != "body")
        return score * OUTSIDE if outside else score

    def _widens(self, top: HtmlElement, parent: HtmlElement) -> bool:
        added = self.size[parent] - self.size[top]
        prose = sum(
            self.prose[child]
            for child in parent
            if child is not top and self.weight(child) >= 0 and self.links(child) <= TIGHT
        )
        return not added or prose > min(MORE_PROSE * self.prose[top], MOSTLY * added)

    def _furniture(self, element: HtmlElement) -> bool:
        if element.tag in ASIDE:
            return True
        if element.tag not in GROUPS:
            return False
        weight = self.weight(element)
        if weight < 0 and self.prose[element] < MOSTLY * self.prose[self.top]:
            return True
        return self.links(element) > (LOOSE if weight > 0 or element.tag in TEXTUAL else TIGHT)
