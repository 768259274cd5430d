"""Two mentions of one happening are one event, with the finer value."""

import re
from dataclasses import dataclass, replace

from bot.domain.reading import EventClaim, Status
from bot.domain.when import When

NEIGHBOURS = 40
"""How many earlier events a new one is compared with; it keeps long texts linear."""

ALIKE = 0.5
"""Share of the shorter wording's content words that two mentions of one happening have in common."""

EMPTY = frozenset(
    "the and for with will would that this which from have has had been are was were its their his her they who next "
    "new first second held take place due expected scheduled set meet hold begin start said".split()
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
            if _same(kept[index], new):
                kept[index] = _joined(kept[index], new)
                break
        else:
            kept.append(new)
    return tuple(one.claim for one in kept)


def _same(one: Found, other: Found) -> bool:
    if one.claim.sentences == other.claim.sentences and one.claim.what != other.claim.what:
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
