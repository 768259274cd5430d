"""Shards: which part of the bot's guilds a process is told of (docs: Gateway, Sharding)."""

import re
from dataclasses import dataclass

RANGE = re.compile(r"(\d+)(?:-(\d+))?/(\d+)")
AUTO = "auto"


@dataclass(frozen=True, slots=True)
class Shards:
    """Shards by their ids, of so many in all; without either, all that Discord recommends."""

    ids: tuple[int, ...] | None = None
    total: int | None = None


def read_shards(text: str) -> Shards | None:
    """`auto`, or the first and last id and the total, such as `0-3/16`; None when it is neither."""
    if text == AUTO:
        return Shards()
    if not (found := RANGE.fullmatch(text)):
        return None
    first, last, total = int(found[1]), int(found[2] or found[1]), int(found[3])
    return Shards(tuple(range(first, last + 1)), total) if first <= last < total else None
