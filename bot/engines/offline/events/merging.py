"""Two mentions of one happening are one event, with the finer value."""

import re
from dataclasses import dataclass, replace

from bot.domain.reading import EventClaim, Status
from bot.domain.when import When
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
SETTLED = {Status.CANCELLED: 2, Status.POSTPONED: 1}


@dataclass(frozen=True, slots=True)
class Found:
    """A claim with what its phrase means."""

    claim: EventClaim
    when: When


def merged(found: list[Found]) -> tuple[EventClaim, ...]:
    """The claims in order of first mention, each happening once."""
    kept: list[Found] = []
    for new in found:
        for index in range(max(0, len(kept) - NEIGHBOURS), len(kept)):
            if _continues(kept[index], new):
                kept[index] = _moved(kept[index], new)
                break
            if _replaces(new, kept[index]):
                kept[index] = _with_evidence(new, kept[index])
                break
            if _same(kept[index], new):
                kept[index] = _joined(kept[index], new)
                break
        else:
            kept.append(new)
    return tuple(one.claim for one in kept)


def _continues(one: Found, new: Found) -> bool:
    """“The fair has been put off. It will now open on 5 May.”: two sentences, one event."""
    near = new.claim.sentences[0] - one.claim.sentences[0] == 1
    open_date = one.claim.status is Status.POSTPONED and one.when.edtf is None
    return near and open_date and new.when.edtf is not None and bool(PRONOUN.match(new.claim.what))


def _moved(one: Found, new: Found) -> Found:
    """The words of the first, which name the event, with the date of the second."""
    claim = replace(new.claim, what=one.claim.what, who=one.claim.who, status=Status.POSTPONED)
    return _with_evidence(Found(claim, new.when), one)


def _replaces(new: Found, one: Found) -> bool:
    """“It was due to open in 2027. Floods would delay it until 2028”: the older date holds no more."""
    near = 0 <= new.claim.sentences[0] - one.claim.sentences[0] <= SOON
    moved = (
        new.claim.status is Status.POSTPONED and new.when.edtf and one.claim.status is not Status.POSTPONED
    )
    return near and bool(moved and LAPSED.search(one.claim.what)) and _named_alike(one, new)


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
    return _times_agree(one.when, other.when) and _alike(one.claim.what, other.claim.what)


def _times_agree(one: When, other: When) -> bool:
    """One time lies within the other; times without value agree when both lack it."""
    if one.edtf is None or other.edtf is None:
        return one.edtf == other.edtf
    a, b = _days(one), _days(other)
    return (a[0] >= b[0] and a[1] <= b[1]) or (b[0] >= a[0] and b[1] <= a[1])


def _days(when: When) -> tuple[str, str]:
    return (when.start or "")[:10], (when.end or "9999")[:10]


def _alike(one: str, other: str) -> bool:
    a, b = _content(one), _content(other)
    return bool(a and b) and len(a & b) / min(len(a), len(b)) >= ALIKE


def _content(text: str) -> set[str]:
    return {word[:5] for word in re.findall(r"\w{3,}", text.casefold()) if word not in EMPTY}


def _joined(one: Found, other: Found) -> Found:
    """The finer of two, with the evidence of both; a cancellation or postponement is the newer word."""
    main, rest = (other, one) if _fineness(other.when) > _fineness(one.when) else (one, other)
    status = max(main.claim.status, rest.claim.status, key=lambda status: SETTLED.get(status, 0))
    ids = tuple(dict.fromkeys((*main.claim.sentences, *rest.claim.sentences)))
    claim = replace(main.claim, status=status, where=main.claim.where or rest.claim.where, sentences=ids)
    return Found(claim, main.when)


def _fineness(when: When) -> tuple[bool, bool, bool, int]:
    """Known, closed on both sides, narrow, and to the minute."""
    start, end = _days(when)
    bounded = bool(when.start and when.end)
    return when.edtf is not None, bounded, bounded and start == end, len(when.start or "")
