"""All checks of one reading."""

from dataclasses import dataclass, replace
from datetime import datetime

from bot.domain.brief import Actor, ClaimKind, Event, Statement, Withheld
from bot.domain.reading import Reading
from bot.services.checks import actors, events, statements
from bot.services.checks.evidence import Known


@dataclass(frozen=True, slots=True)
class Checked:
    """What passed, what was withheld and why, and what the person should know about it."""

    summary: tuple[Statement, ...] = ()
    actors: tuple[Actor, ...] = ()
    events: tuple[Event, ...] = ()
    withheld: tuple[Withheld, ...] = ()
    notes: tuple[str, ...] = ()


def check(reading: Reading, known: Known, now: datetime) -> Checked:
    """Hold every claim against the sentences it cites; `now` decides which events are past."""
    withheld: list[Withheld] = []
    summary = _summary(reading, known, withheld)
    shown = _actors(reading, known, withheld)
    ahead, notes = _events(reading, known, now, withheld)
    return Checked(summary, shown, ahead, tuple(withheld), notes)


def _summary(reading: Reading, known: Known, withheld: list[Withheld]) -> tuple[Statement, ...]:
    passed = []
    for claim in reading.statements:
        if reason := statements.doubt(claim, known):
            withheld.append(Withheld(ClaimKind.STATEMENT, claim.text, reason))
        else:
            passed.append(Statement(claim.text, claim.sentences))
    return tuple(passed)


def _actors(reading: Reading, known: Known, withheld: list[Withheld]) -> tuple[Actor, ...]:
    passed = []
    for claim in reading.actors:
        if reason := actors.doubt(claim, known):
            withheld.append(Withheld(ClaimKind.ACTOR, claim.name, reason))
            continue
        role = claim.role
        if reason := actors.role_doubt(claim, known):
            withheld.append(Withheld(ClaimKind.ACTOR, f"{claim.name}, {role}", reason))
            role = None
        passed.append(actors.traced(replace(claim, role=role), known))
    return tuple(passed)


def _events(
    reading: Reading, known: Known, now: datetime, withheld: list[Withheld]
) -> tuple[tuple[Event, ...], tuple[str, ...]]:
    passed: list[Event] = []
    notes: list[str] = []
    for claim in reading.events:
        if reason := events.doubt(claim, known):
            withheld.append(Withheld(ClaimKind.EVENT, claim.what, reason))
            continue
        found = events.dated(claim, known)
        passed.append(events.traced(claim, known, found.when, now))
        notes += [found.note] if found.note else []
    return events.merged(passed), tuple(dict.fromkeys(notes))
