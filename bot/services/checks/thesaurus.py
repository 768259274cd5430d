"""Which English words can mean the same, by WordNet as it stands in `data/synsets.gz` (see NOTICE)."""

import gzip
from collections.abc import Iterable
from functools import cache, lru_cache
from importlib.resources import files

SAME, KIN = 0.9, 0.8
"""Support of a word by one that shares a sense, and by a more general or specific one or a derived one."""


class Senses:
    """The senses of some words: their own, and those one step up or aside (“strike” for “walkout”)."""

    def __init__(self, stems: Iterable[str]) -> None:
        read = [_read(stem) for stem in stems]
        self.own: frozenset[str] = frozenset().union(*(own for own, _ in read))
        self.near: frozenset[str] = frozenset().union(*(near for _, near in read))

    def support(self, stem: str) -> float:
        """How well these words support one with this stem: 0 where they share no sense."""
        own, near = _read(stem)
        if not own.isdisjoint(self.own):
            return SAME
        return KIN if not (own.isdisjoint(self.near) and near.isdisjoint(self.own)) else 0.0


@lru_cache(maxsize=8192)
def _read(stem: str) -> tuple[frozenset[str], frozenset[str]]:
    """The numbers of a stem's senses, and of the senses one step from them."""
    own, _, near = _table().get(stem, "").partition("|")
    return frozenset(own.split()), frozenset(near.split())


@cache
def _table() -> dict[str, str]:
    """What the file says of each stem."""
    raw = gzip.decompress(files("bot.services.checks").joinpath("data/synsets.gz").read_bytes())
    lines = (line.partition(" ") for line in raw.decode().split("\n"))
    return {stem: senses for stem, _, senses in lines}
