"""A page from its HTML to the text of its article, in order."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.adapters.extraction.blocks import MOST_LINKED, WORD, Block, blocks, joined
from bot.adapters.extraction.metadata import Metadata, metadata
from bot.adapters.extraction.trees import hide, parse
from bot.adapters.extraction.voting import article_blocks
from bot.adapters.extraction.walls import Look, refuse_walls
from bot.domain.errors import UnusableSource


@dataclass(frozen=True, slots=True)
class Page:
    """A page as it was read: its article, an empty line between blocks, and the other texts that it shows."""

    text: str
    said: Metadata
    left_out: tuple[str, ...]


def read(html: str, url: str | None) -> Page:
    """What a page holds; UnusableSource `not_an_article`, `wall` or `not_found` when there is no article."""
    whole = parse(html)
    said = metadata(whole, url)
    tree = parse(html)
    hide(tree)
    shown = blocks(tree)
    kept = article_blocks(tree, shown)
    refuse_walls(Look(whole, tree, said, shown, kept))
    return Page(joined(_without_title(kept, said.title)), said, _left_out(shown, kept))


def _left_out(shown: Sequence[Block], kept: Sequence[Block]) -> tuple[str, ...]:
    """Each other text that the page shows, once; menus and lists of links are none."""
    printed = {block.words for block in kept}
    others = (block for block in shown if block.words not in printed and block.linked < MOST_LINKED)
    return tuple(dict.fromkeys(" ".join(block.text.split()) for block in others))


def _without_title(kept: list[Block], title: str | None) -> list[Block]:
    """Without the headings that only print the title, which is known already."""
    words = tuple(WORD.findall(title or ""))
    return [block for block in kept if not (block.heading and block.words == words)] or kept


def visible(html: str) -> str:
    """The text of every visible block; "" where there is none."""
    try:
        tree = parse(html)
    except UnusableSource:
        return ""
    hide(tree)
    return joined(blocks(tree))
