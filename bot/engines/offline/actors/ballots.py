"""Weights of evidence for what a name is."""

from collections import defaultdict
from collections.abc import Mapping

PERSON, ORG, PLACE, OTHER = "person", "organization", "place", "other"
SPEAKS = "speaks"
"""Not a kind: counts the sentences in which the name says or does what only somebody can."""

Ballot = defaultdict[str, float]
"""Weights by kind."""


def add(ballot: Ballot, more: Mapping[str, float]) -> None:
    """Add weights to a ballot."""
    for kind, weight in more.items():
        ballot[kind] += weight
