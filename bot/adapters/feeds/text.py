"""Titles and summaries of feeds as plain text."""

from bot.adapters.extraction.blocks import blocks
from bot.adapters.extraction.trees import hide, parse, seen
from bot.domain.errors import UnusableSource

LONGEST = 1_000
"""Characters of a summary: more than the lead of an article, which is what feeds give."""


def plain(value: str) -> str:
    """A text in one line, without control characters."""
    return " ".join("".join(sign if sign.isprintable() else " " for sign in value).split())


def text_of(html: str) -> str:
    """What a reader sees of a piece of HTML, in one line."""
    try:
        tree = parse(html)
    except UnusableSource:
        return ""
    hide(tree)
    return plain(" ".join(block.text for block in blocks(tree)) or seen(tree.text_content()))


def beginning(text: str) -> str:
    """The first whole words, up to LONGEST characters."""
    return text if len(text) <= LONGEST else text[:LONGEST].rpartition(" ")[0] + " …"
