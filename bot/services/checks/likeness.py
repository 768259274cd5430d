"""How alike two English words are in use, by the word vectors in `data/vectors.gz` (see NOTICE)."""

import gzip
from collections.abc import Iterable
from functools import cache, lru_cache
from importlib.resources import files
from operator import mul

_SIZE = 50
_SCALE = 200 * 200
_STRANGE, _ALIKE = 0.35, 0.65
"""Half of the unknown words of faithful wordings reach 0.5 with a cited word, of invented ones an eighth."""


def likeness(word: str, others: Iterable[str]) -> float:
    """How close a folded word comes to the nearest of the others: 0 for unrelated, 1 for as good as same."""
    nearest = max((_cosine(word, other) for other in others), default=0.0)
    return min(1.0, max(0.0, (nearest - _STRANGE) / (_ALIKE - _STRANGE)))


def common(word: str) -> bool:
    """Whether a folded word is one of the 20,000 most frequent that are no names."""
    return word in _table()[0]


@lru_cache(maxsize=65536)
def _cosine(one: str, other: str) -> float:
    left, right = _vector(one), _vector(other)
    return sum(map(mul, left, right)) / _SCALE if left and right else 0.0


@lru_cache(maxsize=8192)
def _vector(word: str) -> tuple[int, ...]:
    places, body = _table()
    at = places.get(word)
    return () if at is None else tuple(memoryview(body)[at : at + _SIZE].cast("b"))


@cache
def _table() -> tuple[dict[str, int], bytes]:
    """Where each word's vector begins, and the vectors: 50 signed bytes each, of length 200."""
    raw = gzip.decompress(files("bot.services.checks").joinpath("data/vectors.gz").read_bytes())
    listed, _, body = raw.partition(b"\n\n")
    return {word: _SIZE * at for at, word in enumerate(listed.decode().split("\n"))}, body
