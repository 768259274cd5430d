"""Which blocks of a page are the article: what two of three extractors say.

trafilatura knows sites, resiliparse knows elements, the container knows where prose stands; where one of them
is wrong, the others rarely are in the same way (majority votes do best in Bevendorff et al. 2023,
doi:10.1145/3539618.3591920).
"""

import logging
from collections.abc import Sequence
from itertools import compress

from lxml.html import HtmlElement, tostring
from resiliparse.extract.html2text import extract_plain_text
from trafilatura import bare_extraction

from bot.adapters.extraction.blocks import WORD, Block
from bot.adapters.extraction.container import Container
from bot.adapters.extraction.trees import seen

WHOLE = 5
"""Words below which a block must be printed by an extractor as a line of its own."""
RUN = 3
ENOUGH = 0.7
"""Share of a block's runs of three words that an extractor must print."""
MAJORITY = 2
FEW = 3
"""Agreeing on less than a third of what one has found, they read different things."""

logging.getLogger("trafilatura").setLevel(logging.CRITICAL)


class Printed:
    """What an extractor printed."""

    def __init__(self, text: str) -> None:
        lines = [tuple(WORD.findall(line)) for line in seen(text).split("\n")]
        self.lines = frozenset(lines)
        self.runs = frozenset(run for line in lines for run in _runs(line))

    def has(self, block: Block) -> bool:
        """Whether the block is among it."""
        if len(block.words) < WHOLE:
            return block.words in self.lines
        runs = _runs(block.words)
        return sum(run in self.runs for run in runs) >= ENOUGH * len(runs)


def article_blocks(tree: HtmlElement, shown: Sequence[Block]) -> list[Block]:
    """Those of the blocks shown by a visible tree that are its article; none when there is no article."""
    first, second = Printed(by_trafilatura(tree)), Printed(by_resiliparse(tree))
    third = Container(shown)
    known = [first.has(block) for block in shown]
    held = [third.holds(block.element) for block in shown]
    agreed = [
        block
        for block, one, three in zip(shown, known, held, strict=True)
        if _kept(block, known=one, votes=one + second.has(block) + three)
    ]
    if FEW * _words(agreed) < _words(list(compress(shown, known))):
        return list(compress(shown, known))
    if third.named and FEW * _words(agreed) < _words(list(compress(shown, held))):
        return list(compress(shown, held))
    return agreed


def by_trafilatura(tree: HtmlElement) -> str:
    """The article as trafilatura prints it, by its own rules alone."""
    read = bare_extraction(tree, fast=True, include_comments=False, with_metadata=False)
    return "" if read is None or isinstance(read, dict) else read.text or ""


def by_resiliparse(tree: HtmlElement) -> str:
    """The article as resiliparse prints it."""
    html = tostring(tree, encoding="unicode")
    return extract_plain_text(
        html, main_content=True, alt_texts=False, links=False, list_bullets=False, comments=False
    )


def _kept(block: Block, *, known: bool, votes: int) -> bool:
    """By majority; a loose short line, such as a label, only if trafilatura knows it."""
    return votes >= MAJORITY and (known or block.prose or block.heading or block.item)


def _words(blocks: Sequence[Block]) -> int:
    return sum(len(block.words) for block in blocks)


def _runs(words: Sequence[str]) -> list[tuple[str, ...]]:
    return [tuple(words[i : i + RUN]) for i in range(len(words) - RUN + 1)]
