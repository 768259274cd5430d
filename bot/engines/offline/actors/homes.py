"""Places after which local bodies are named: “the Makgato clinic” is not Makgato High School."""

from collections.abc import Iterable

from bot.engines.offline.actors.spotting import Mention
from bot.services.wordlists import listed

LOCAL = listed("school clinic hospital college university church parish museum library theatre")
"""Heads of bodies that are named after their town."""
WHERE = frozenset(("in", "at", "near", "from", "to", "around", "outside"))


def is_home(head: str, mentions: Iterable[Mention]) -> bool:
    """Whether the first word of a body's name, alone, means the place: `head` is what the body is."""
    return head in LOCAL and all(map(_locates, mentions))


def _locates(mention: Mention) -> bool:
    line, end = mention.line, mention.end
    named = line.tag(end) in ("NN", "NNS") and line.words[end].islower()
    return named or line.word(mention.start - 1) in WHERE
