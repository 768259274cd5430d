"""Which blocks of a page are the article: what two of three extractors say.

trafilatura knows sites, resiliparse knows elements, the container knows where prose stands; where one of them
is wrong, the others rarely are in the same way (majority votes do best in Bevendorff et al. 2023,
doi:10.1145/3539618.3591920).
"""

import logging
from collections.abc import Sequence
from dataclasses import dataclass

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
EDGE = 0.15
"""Share of the words that may stand before the first paragraph, or behind the last, that all three print."""
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


@dataclass(frozen=True, slots=True)
class Vote:
    """Which of the three take a block for the article's."""

    block: Block
    trafilatura: bool
    resiliparse: bool
    container: bool

    @property
    def whole(self) -> bool:
        """All three."""
        return self.trafilatura and self.resiliparse and self.container

    @property
    def won(self) -> bool:
        """By majority; a loose short line, such as a label, only if trafilatura knows it; captions never."""
        block, votes = self.block, self.trafilatura + self.resiliparse + self.container
        worth = self.trafilatura or block.prose or block.heading or block.item
        return votes >= MAJORITY and worth and not block.caption


def article_blocks(tree: HtmlElement, shown: Sequence[Block]) -> list[Block]:
    """Those of the blocks shown by a visible tree that are its article; none when there is no article."""
    first, second, third = Printed(by_trafilatura(tree)), Printed(by_resiliparse(tree)), Container(shown)
    votes = [Vote(block, first.has(block), second.has(block), third.holds(block.element)) for block in shown]
    agreed = [vote for vote in votes if vote.won]
    known = [vote.block for vote in votes if vote.trafilatura]
    held = [vote.block for vote in votes if vote.container]
    enough = FEW * _words([vote.block for vote in agreed])
    if enough < _words(known):
        return [block for block in known if block.prose or block.heading] or known
    if third.named and enough < _words(held):
        return held
    return _within_edges(agreed)


def _within_edges(agreed: Sequence[Vote]) -> list[Block]:
    """Without the few doubtful blocks before the first paragraph that is certain, and behind the last.

    Where many stand there, the extractors disagree about the article itself.
    """
    sure = [place for place, vote in enumerate(agreed) if vote.whole and vote.block.prose]
    blocks = [vote.block for vote in agreed]
    if not sure:
        return blocks
    start, end, most = sure[0], sure[-1] + 1, EDGE * _words(blocks)
    start = start if _words(blocks[:start]) <= most else 0
    end = end if _words(blocks[end:]) <= most else len(blocks)
    kept = [vote.block for place, vote in enumerate(agreed) if start <= place < end or vote.whole]
    while kept[-1].heading:  # of what was left out below it
        kept.pop()
    return kept


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


def _words(blocks: Sequence[Block]) -> int:
    return sum(len(block.words) for block in blocks)


def _runs(words: Sequence[str]) -> list[tuple[str, ...]]:
    return [tuple(words[i : i + RUN]) for i in range(len(words) - RUN + 1)]
