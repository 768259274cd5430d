"""A page from its HTML to the text of its article, in order."""

from bot.adapters.extraction.blocks import WORD, Block, blocks, joined
from bot.adapters.extraction.metadata import Metadata, metadata
from bot.adapters.extraction.trees import hide, parse
from bot.adapters.extraction.voting import article_blocks
from bot.adapters.extraction.walls import Look, refuse_walls
from bot.domain.errors import UnusableSource


def read(html: str, url: str | None) -> tuple[str, Metadata]:
    """The article's text, an empty line between blocks, and what the page says about itself.

    UnusableSource `not_an_article`, `wall` or `not_found` when there is none.
    """
    whole = parse(html)
    said = metadata(whole, url)
    tree = parse(html)
    hide(tree)
    shown = blocks(tree)
    kept = article_blocks(tree, shown)
    refuse_walls(Look(whole, tree, said, shown, kept))
    return joined(_without_title(kept, said.title)), said


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
