"""Merging what was read from parts, or said twice: names by alias and surname, events by date and words.

Rules only: the same actor or event in two readings becomes one, with all its evidence.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache

from bot.domain import folding
from bot.domain.countries import country_of
from bot.domain.reading import ActorClaim, EventClaim, Kind, Reading, StatementClaim, Status
from bot.domain.when import Precision, When

Dated = Callable[[EventClaim], When]
"""What an event's time phrase means."""

SAME_WORDS = 0.5
"""Share of the shorter event's content words that the other must have too, for the two to be one."""

STEM = 5
"""Letters by which two words count as the same one."""

FINEST_FIRST = tuple(Precision)
FIRMEST_FIRST = (
    Status.CANCELLED,
    Status.POSTPONED,
    Status.CONDITIONAL,
    Status.PROPOSED,
    Status.EXPECTED,
    Status.SCHEDULED,
)
"""A change of plan outweighs the plan, and a doubt outweighs certainty."""

WORD = re.compile(r"[^\W_]+")
SHORT_WORD = 4


def merge(readings: Sequence[Reading], dated: Dated) -> Reading:
    """One reading with each statement, actor and event once, in order of first appearance."""
    statements: dict[str, StatementClaim] = {}
    for claim in (claim for reading in readings for claim in reading.statements):
        statements.setdefault(fold(claim.text), claim)
    return Reading(
        tuple(statements.values()),
        merge_actors(claim for reading in readings for claim in reading.actors),
        merge_events((claim for reading in readings for claim in reading.events), dated),
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
    return replace(first, role=role, aliases=aliases, sentences=_all_sentences(same))


def merge_events(claims: Iterable[EventClaim], dated: Dated) -> tuple[EventClaim, ...]:
    """Each event once: words in common and times of which one lies within the other; the finer time stays."""
    merged: list[tuple[EventClaim, When]] = []
    for claim in claims:
        when = dated(claim)
        twin = next((n for n, other in enumerate(merged) if _same_event(claim, when, *other)), None)
        if twin is None:
            merged.append((claim, when))
        else:
            merged[twin] = _one_event((claim, when), merged[twin])
    return tuple(claim for claim, _ in merged)


def _same_event(claim: EventClaim, when: When, other: EventClaim, then: When) -> bool:
    return _same_time(claim, when, other, then) and _words_shared(claim.what, other.what) >= SAME_WORDS


def _same_time(claim: EventClaim, when: When, other: EventClaim, then: When) -> bool:
    if when.edtf is None or then.edtf is None:
        return fold(claim.phrase) == fold(other.phrase)
    return when.edtf == then.edtf or _within(when, then) or _within(then, when)


def _within(inner: When, outer: When) -> bool:
    """A deadline (“by June”) is not a wider printing of a day before it: both ends must be known."""
    if not (inner.start and inner.end and outer.start and outer.end):
        return False
    days = [date.fromisoformat(value[:10]) for value in (outer.start, inner.start, inner.end, outer.end)]
    return days == sorted(days)


def _words_shared(one: str, two: str) -> float:
    left, right = _stems(one), _stems(two)
    return len(left & right) / max(1, min(len(left), len(right)))


def _stems(text: str) -> set[str]:
    words = fold(text).split()
    return {word[:STEM] for word in words if len(word) >= SHORT_WORD} or set(words)


def _one_event(new: tuple[EventClaim, When], old: tuple[EventClaim, When]) -> tuple[EventClaim, When]:
    finer, other = sorted((old, new), key=lambda item: FINEST_FIRST.index(item[1].precision))
    claims = (finer[0], other[0])
    event = replace(
        finer[0],
        where=finer[0].where or other[0].where,
        who=tuple(dict.fromkeys(name for claim in claims for name in claim.who)),
        status=min((claim.status for claim in claims), key=FIRMEST_FIRST.index),
        sentences=_all_sentences(claims),
    )
    return event, finer[1]


def _all_sentences(claims: Sequence[ActorClaim] | Sequence[EventClaim]) -> tuple[int, ...]:
    return tuple(sorted({number for claim in claims for number in claim.sentences}))
