"""Which English words can mean the same, by WordNet as it stands in `data/synsets.gz` (see NOTICE)."""

import gzip
from collections.abc import Iterable
from functools import cache
from importlib.resources import files

SAME, KIN = 0.9, 0.8
"""Support of a word by one that shares a sense, and by a more general or specific one or a derived one."""


class Senses:
    """The senses of some words: their own, and those one step up or aside (“strike” for “walkout”)."""

    def __init__(self, stems: Iterable[str]) -> None:
        read = [_table()[word] for word in stems if word in _table()]
        self.own: frozenset[str] = frozenset().union(*(own for own, _ in read))
        self.near: frozenset[str] = frozenset().union(*(near for _, near in read))

    def support(self, stem: str) -> float:
        """How well these words support one with this stem: 0 where they share no sense."""
        own, near = _table().get(stem, _UNKNOWN)
        if not own.isdisjoint(self.own):
            return SAME
        return KIN if not (own.isdisjoint(self.near) and near.isdisjoint(self.own)) else 0.0


_UNKNOWN: tuple[frozenset[str], frozenset[str]] = (frozenset(), frozenset())


@cache
def _table() -> dict[str, tuple[frozenset[str], frozenset[str]]]:
    """For each stem the numbers of its senses, and of the senses one step from them."""
    raw = gzip.decompress(files("bot.services.checks").joinpath("data/synsets.gz").read_bytes())
    found = {}
    for line in raw.decode().split("\n"):
        word, _, senses = line.partition(" ")
        own, _, near = senses.partition("|")
        found[word] = frozenset(own.split()), frozenset(near.split())
    return found
