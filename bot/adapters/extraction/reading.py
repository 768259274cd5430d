"""A page from its HTML to the text of its article, in order."""

from collections.abc import Sequence

from bot.adapters.extraction.blocks import MOST_LINKED, WORD, Block, blocks, joined
from bot.adapters.extraction.metadata import metadata
from bot.adapters.extraction.trees import hide, parse
from bot.adapters.extraction.voting import article_blocks
from bot.adapters.extraction.walls import Look, refuse_walls
from bot.domain.article import Extract, PublishedFrom
from bot.domain.errors import UnusableSource


def read_page(html: str, url: str | None = None) -> Extract:
    """The article of a page, an empty line between blocks, with what the page says of it.

    `url` is where the page was found. UnusableSource `not_an_article`, `wall` or `not_found` when the page
    holds no article, or something stands in for it.
    """
    whole = parse(html)
    said = metadata(whole, url)
    tree = parse(html)
    hide(tree)
    shown = blocks(tree)
    kept = article_blocks(tree, shown)
    refuse_walls(Look(whole, tree, said, shown, kept))
    return Extract(
        joined(_without_title(kept, said.title)),
        title=said.title,
        url=url or said.canonical,
        canonical=said.canonical,
        site=said.site,
        author=said.author,
        language=said.language,
        published=said.published,
        published_from=PublishedFrom.PAGE if said.published else PublishedFrom.UNKNOWN,
        removed=_left_out(shown, kept),
    )


def _left_out(shown: Sequence[Block], kept: Sequence[Block]) -> tuple[str, ...]:
    """Each other text that the page shows, once; menus and lists of links are none."""
    printed = {block.words for block in kept}
    others = (block for block in shown if block.words not in printed and block.linked < MOST_LINKED)
    return tuple(dict.fromkeys(" ".join(block.text.split()) for block in others))


def _without_title(kept: list[Block], title: str | None) -> list[Block]:
    """Without the headings that only print the title, which is known already."""
    words = tuple(WORD.findall(title or ""))
    return [block for block in kept if not (block.heading and block.words == words)] or kept


def visible_text(html: str) -> str:
    """All that a page shows, an empty line between blocks; "" where it shows nothing."""
    try:
        tree = parse(html)
    except UnusableSource:
        return ""
    hide(tree)
    return joined(blocks(tree))
