"""Two mentions of one happening are one event, with the finer value: in one part or in two."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from bot.domain.reading import EventClaim, Status
from bot.domain.when import Precision, When
from bot.services.wordlists import listed

NEIGHBOURS = 40
"""How many earlier events a new one is compared with; it keeps long texts linear."""

SOON = 2
"""Sentences within which an older plan and the one that replaces it stand."""

PRONOUN = re.compile(r"(?:it|they|this|that|these|those)\b", re.IGNORECASE)

LAPSED = re.compile(r"\b(?:was|were|had been) (?:due|to|set|scheduled|planned|meant|supposed|expected)\b")
"""What an older plan is told by."""

ORDINAL = re.compile(r"\b(?:first|second|third|fourth|fifth|sixth|\d+(?:st|nd|rd|th))\b")

ALIKE = 0.5
"""Share of the shorter wording's content words that two mentions of one happening have in common."""

EMPTY = listed(
    "the and for with will would that this which from have has had been are was were its their his her they"
    " who next new first second held take place due expected scheduled set meet hold begin start said"
)
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


@dataclass(frozen=True, slots=True)
class Found:
    """A claim with what its phrase means."""

    claim: EventClaim
    when: When


def merge_events(found: Iterable[Found]) -> tuple[EventClaim, ...]:
    """The claims in order of first mention, each happening once."""
    kept: list[Found] = []
    for new in found:
        for index in range(max(0, len(kept) - NEIGHBOURS), len(kept)):
            if (one := _one(kept[index], new)) is not None:
                kept[index] = one
                break
        else:
            kept.append(new)
    return tuple(one.claim for one in kept)


def _one(old: Found, new: Found) -> Found | None:
    """What two mentions say together; None where they are of two happenings."""
    if _continues(old, new):  # the words of the first, which name the event, with the date of the second
        claim = replace(new.claim, what=old.claim.what, who=old.claim.who, status=Status.POSTPONED)
        return _with_evidence(Found(claim, new.when), old)
    if _replaces(new, old):
        return _with_evidence(new, old)
    return _joined(old, new) if _same(old, new) else None


def _continues(one: Found, new: Found) -> bool:
    """“The fair has been put off. It will now open on 5 May.”: two sentences, one event."""
    open_date = one.claim.status is Status.POSTPONED and one.when.edtf is None
    told = open_date and new.when.edtf is not None and bool(PRONOUN.match(new.claim.what))
    return told and _sentences_on(one, new) == 1


def _replaces(new: Found, one: Found) -> bool:
    """“It was due to open in 2027. Floods would delay it until 2028”: the older date holds no more."""
    moved = (
        new.claim.status is Status.POSTPONED and new.when.edtf and one.claim.status is not Status.POSTPONED
    )
    lapsed = bool(moved and LAPSED.search(one.claim.what))
    return lapsed and 0 <= _sentences_on(one, new) <= SOON and _named_alike(one, new)


def _sentences_on(one: Found, new: Found) -> int:
    """How many sentences behind the one the new mention stands."""
    first, second = (next(iter(found.claim.sentences), 0) for found in (one, new))
    return second - first


def _named_alike(one: Found, new: Found) -> bool:
    """Whether a word of the one begins as a word of the other does (“open”, “opening”)."""
    words_of_one, words_of_new = ({w[:4] for w in _content(found.claim.what)} for found in (one, new))
    return not words_of_one.isdisjoint(words_of_new) or bool(PRONOUN.match(new.claim.what))


def _with_evidence(new: Found, old: Found) -> Found:
    ids = tuple(dict.fromkeys((*new.claim.sentences, *old.claim.sentences)))
    return Found(replace(new.claim, sentences=ids), new.when)


def _same(one: Found, other: Found) -> bool:
    if one.claim.sentences == other.claim.sentences and one.claim.what != other.claim.what:
        return False
    counted = [set(ORDINAL.findall(found.claim.what.casefold())) for found in (one, other)]
    if all(counted) and counted[0].isdisjoint(counted[1]):  # “the second flight”, “the third flight”
        return False
    return _times_agree(one.when, other.when) and _alike(one, other)


def _times_agree(one: When, other: When) -> bool:
    """One time lies within the other; those without value agree where they are printed in the same words.

    A deadline (“by June”) is no wider printing of a day before it, but “from 5 May” is one of “on 5 May”.
    """
    if one.edtf == other.edtf:
        return one.edtf is not None or one.phrase.casefold() == other.phrase.casefold()
    if not (one.start and one.end and other.start and other.end):
        begins = {(when.start or "")[:10] for when in (one, other)}
        return one.edtf is not None is not other.edtf and len(begins) == 1 and "" not in begins
    first, last, start, end = (day[:10] for day in (one.start, one.end, other.start, other.end))
    return (first <= start and end <= last) or (start <= first and last <= end)


def _alike(one: Found, other: Found) -> bool:
    a, b = (_content(found.claim.what.replace(found.when.phrase, "")) for found in (one, other))
    return bool(a and b) and len(a & b) / min(len(a), len(b)) >= ALIKE


def _content(text: str) -> set[str]:
    return {word[:5] for word in re.findall(r"\w{3,}", text.casefold()) if word not in EMPTY}


def _joined(one: Found, other: Found) -> Found:
    """The finer of two, with the evidence of both and whoever acts in either."""
    main, rest = (other, one) if _fineness(other.when) > _fineness(one.when) else (one, other)
    claim = replace(
        main.claim,
        where=main.claim.where or rest.claim.where,
        who=tuple(dict.fromkeys((*main.claim.who, *rest.claim.who))),
        status=min(main.claim.status, rest.claim.status, key=FIRMEST_FIRST.index),
    )
    return _with_evidence(Found(claim, main.when), rest)


def _fineness(when: When) -> tuple[bool, bool, int]:
    """Known, closed on both sides, and narrow."""
    bounded = bool(when.start and when.end)
    return when.edtf is not None, bounded, -FINEST_FIRST.index(when.precision)
