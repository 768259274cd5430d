"""Which pieces of news tell the same story: copies are found first, then what is about the same event.

Copies have one address, one text, or nearly one text: at least COPIED of the four-word runs of the shorter
one (Broder 1997, doi:10.1109/SEQUEN.1997.666900). Events are found within a window of time by average-link
agglomeration of what `resemblance` says; average, so that no chain of half-alike pieces makes a story.
`tests/evals/stories.py` measures it.
"""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache
from itertools import combinations

from bot.domain.errors import UnusableSource
from bot.services.checks.words import words
from bot.services.digesting.resemblance import lead, profile, rarity, resemblance
from bot.services.links import normalise

ALIKE = 0.3
"""The average resemblance from which pieces tell one story."""
WINDOW = timedelta(hours=48)
"""How far apart reports of one event are published at most."""
COPIED = 0.8
TELLING = 8
"""Words of title and text together below which being the same says little (“News in brief”)."""
MOST_HELD = 20
"""Pieces compared for one run of words: more have it as a set phrase."""
SHORTEST = 20
"""Words below which nearly one text says little."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A report of some outlet: `text` is the article's, or its summary where no more is known.

    `published` is when it appeared, else when it was first seen. `reactions` are readers'.
    """

    id: str
    title: str
    text: str
    link: str
    outlet: str
    published: datetime
    reactions: int = 0

    @property
    def bare(self) -> bool:
        """Whether it is a link of which nothing is known before it is opened."""
        return not (self.title or self.text)


Run = tuple[str, str, str, str]
"""Four words in a row, folded."""
Pair = tuple[int, int]
"""Two places in a list of pieces, the smaller first."""
Reports = tuple[Piece, ...]
"""What tells one event, the earliest first."""


def stories(pieces: Sequence[Piece]) -> tuple[Reports, ...]:
    """The stories that these pieces tell, copies among them too, in the order of their earliest."""
    copies = _components(range(len(pieces)), _copies(pieces))
    alike = _alike([pieces[group[0]] for group in copies])
    near = [pair for pair, found in alike.items() if found >= ALIKE]
    clusters = [
        cluster for places in _components(range(len(copies)), near) for cluster in _clusters(places, alike)
    ]
    told = ([pieces[at] for place in cluster for at in copies[place]] for cluster in clusters)
    in_order = [tuple(sorted(story, key=lambda piece: piece.published)) for story in told]
    return tuple(sorted(in_order, key=lambda story: story[0].published))


def distinct(story: Reports) -> Reports:
    """The story without copies: the earliest of each."""
    later = {max(pair) for pair in _copies(story)}
    return tuple(piece for at, piece in enumerate(story) if at not in later)


def _copies(pieces: Sequence[Piece]) -> Iterator[Pair]:
    """Pairs of places whose pieces are one and the same, or nearly."""
    keys: dict[str, int] = {}
    for at, piece in enumerate(pieces):
        for key in filter(None, (address(piece.link), _digest(piece))):
            if (first := keys.setdefault(key, at)) != at:
                yield first, at
    yield from _near_copies([_runs(lead(piece.text)) for piece in pieces])


def _near_copies(runs: Sequence[frozenset[Run]]) -> Iterator[Pair]:
    """Pairs of places whose texts share nearly all runs of words."""
    holders: dict[Run, list[int]] = defaultdict(list)
    for at, held in enumerate(runs):
        for run in held:
            holders[run].append(at)
    for one, other in {pair for held in holders.values() for pair in combinations(held[:MOST_HELD], 2)}:
        least = min(len(runs[one]), len(runs[other]))
        if least >= SHORTEST and len(runs[one] & runs[other]) >= COPIED * least:
            yield one, other


def _alike(pieces: Sequence[Piece]) -> dict[Pair, float]:
    """How surely two places tell one story, where they have anything in common."""
    profiles = [profile(piece.title, piece.text) for piece in pieces]
    rare = rarity(profiles)
    named: dict[str, list[int]] = defaultdict(list)
    for at, each in enumerate(profiles):
        for name in each.names:
            named[name].append(at)
    near = {
        pair
        for places in named.values()
        for pair in combinations(places, 2)
        if abs(pieces[pair[0]].published - pieces[pair[1]].published) <= WINDOW
    }
    return {pair: resemblance(profiles[pair[0]], profiles[pair[1]], rare) for pair in near}


def _clusters(places: Sequence[int], alike: Mapping[Pair, float]) -> list[list[int]]:
    """Average-link agglomeration: the nearest two are joined, until none are alike on average."""
    clusters = [[at] for at in places]

    def average(pair: tuple[list[int], list[int]]) -> float:
        one, other = pair
        found = (alike.get((min(left, right), max(left, right)), 0.0) for left in one for right in other)
        return sum(found) / (len(one) * len(other))

    while len(clusters) > 1:
        one, other = nearest = max(combinations(clusters, 2), key=average)
        if average(nearest) < ALIKE:
            break
        one += other
        clusters.remove(other)
    return clusters


def _components(places: Iterable[int], pairs: Iterable[Pair]) -> list[list[int]]:
    """The places that are joined by pairs, directly or by others."""
    group = {at: [at] for at in places}
    for one, other in pairs:
        if group[one] is not group[other]:
            joined = group[one]
            joined += group[other]
            group.update(dict.fromkeys(group[other], joined))
    return [sorted(joined) for at, joined in group.items() if at == min(joined)]


@lru_cache(maxsize=2048)
def _runs(text: str) -> frozenset[Run]:
    folded = [word.folded for word in words(text)]
    return frozenset(zip(folded, folded[1:], folded[2:], folded[3:], strict=False))


def _digest(piece: Piece) -> str | None:
    """What is the same for the same text under the same title; None where they say too little."""
    said = [word.folded for word in (*words(piece.title), *words(lead(piece.text)))]
    return (
        hashlib.sha256(" ".join(said).encode(errors="replace")).hexdigest() if len(said) >= TELLING else None
    )


@lru_cache(maxsize=4096)
def address(link: str) -> str:
    """The one form of a link; one that can't be fetched as it stands."""
    try:
        return normalise(link)
    except UnusableSource:
        return link
