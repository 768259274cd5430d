"""A page from its HTML to the text of its article, in order."""

from bot.adapters.extraction.blocks import blocks, joined
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
    return joined(kept), said


def visible(html: str) -> str:
    """The text of every visible block; "" where there is none."""
    try:
        tree = parse(html)
    except UnusableSource:
        return ""
    hide(tree)
    return joined(blocks(tree))
