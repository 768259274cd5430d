"""Merging what was read from parts, or said twice: names by alias and surname, events by date and words.

Rules only: the same actor or event in two readings becomes one, with all its evidence.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import lru_cache

from bot.domain import folding
from bot.domain.countries import country_of
from bot.domain.reading import ActorClaim, EventClaim, Kind, Reading, StatementClaim
from bot.domain.when import When
from bot.services.mentions import Found, merge_events

Dated = Callable[[EventClaim], When]
"""What an event's time phrase means."""

WORD = re.compile(r"[^\W_]+")


def merge(readings: Sequence[Reading], dated: Dated) -> Reading:
    """One reading with each statement, actor and event once, in order of first appearance."""
    statements: dict[str, StatementClaim] = {}
    for claim in (claim for reading in readings for claim in reading.statements):
        statements.setdefault(fold(claim.text), claim)
    return Reading(
        tuple(statements.values()),
        merge_actors(claim for reading in readings for claim in reading.actors),
        merge_events(Found(claim, dated(claim)) for reading in readings for claim in reading.events),
    )


@lru_cache(maxsize=16384)
def fold(text: str) -> str:
    """Letters and digits alone, without case, accents and possessives."""
    return " ".join(WORD.findall(folding.fold(re.sub(r"['’]s\b", "", text))))


def merge_actors(claims: Iterable[ActorClaim]) -> tuple[ActorClaim, ...]:
    """Each actor once: the same name, alias, state, acronym, or a surname that only one of them has."""
    found: list[list[ActorClaim]] = []
    named: dict[str, dict[int, None]] = {}
    for claim in sorted(claims, key=lambda claim: -len(fold(claim.name).split())):
        near = sorted({at for name in _names(claim) for at in named.get(name, ())})
        same = [at for at in near if any(_same_actor(claim, other) for other in found[at])]
        if len(same) == 1 or (same and _named_alike(claim, found[same[0]])):
            found[same[0]].append(claim)
        else:
            same = [len(found)]
            found.append([claim])
        for name in _names(claim):
            named.setdefault(name, {})[same[0]] = None
    merged = [_one_actor(actor) for actor in found]
    return tuple(sorted(merged, key=lambda actor: min(actor.sentences, default=0)))


def _names(claim: ActorClaim) -> set[str]:
    """What an actor is found by: two claims that `_same_actor` takes for one have some of these in common."""
    name, state = fold(claim.name), country_of(claim.name)
    ends = name.split()[:: max(1, len(name.split()) - 1)]
    aliases = (fold(alias) for alias in claim.aliases)
    return {name, *ends, *aliases, claim.name, _initials(claim.name), state.name if state else name}


def _named_alike(claim: ActorClaim, actor: Sequence[ActorClaim]) -> bool:
    return any(fold(claim.name) == fold(other.name) for other in actor)


def _same_actor(short: ActorClaim, long: ActorClaim) -> bool:
    name, other = fold(short.name), fold(long.name)
    if name == other:
        return True
    if short.kind is not long.kind:
        return False
    if short.kind is Kind.STATE:
        state = country_of(short.name)
        return state is not None and state == country_of(long.name)
    if short.kind is Kind.PERSON:
        words = other.split() or [""]
        return name in (words[0], words[-1]) or _is_alias(short, long)
    return _is_alias(short, long) or short.name == _initials(long.name)


def _is_alias(claim: ActorClaim, other: ActorClaim) -> bool:
    return fold(claim.name) in map(fold, other.aliases) or fold(other.name) in map(fold, claim.aliases)


def _initials(name: str) -> str:
    return "".join(word[0] for word in name.split() if word[0].isupper())


def _one_actor(same: Sequence[ActorClaim]) -> ActorClaim:
    """The longest name first printed; the role most readings agree on, the fuller one where they are even."""
    first = same[0]
    names = dict.fromkeys(name for claim in same for name in (claim.name, *claim.aliases))
    roles = Counter(claim.role for claim in same if claim.role)
    role = max(roles, key=lambda role: (roles[role], len(role)), default=None)
    aliases = tuple(name for name in names if name != first.name)
    sentences = tuple(sorted({number for claim in same for number in claim.sentences}))
    return replace(first, role=role, aliases=aliases, sentences=sentences)
