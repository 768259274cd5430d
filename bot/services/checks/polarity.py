"""Rule of truth 2, polarity: a statement negates what its cited sentences negate, and nothing else."""

from bot.services.checks.added import added
from bot.services.checks.affirmed import affirmed
from bot.services.checks.copies import inserted, omitted
from bot.services.checks.dropped import dropped
from bot.services.checks.evidence import Evidence
from bot.services.checks.lexicon import synonymous, telling
from bot.services.checks.negation import Signs
from bot.services.checks.opposites import ASSENTS, LACKS, UNDOING, cue, prefixed
from bot.services.checks.stems import stem
from bot.services.checks.words import Word, words

_OPEN = frozenset(stem(word) for word in ("agree", "approve", "acknowledge", "admit", "concede"))
"""Assents that answer more than what is denied (“acknowledged mistakes”)."""


def turned_round(text: str, evidence: Evidence) -> str | None:
    """Why the text says the opposite of its cited sentences, or None."""
    said = words(text)
    ours, theirs = Signs([said]), Signs(evidence.words)
    return (
        _doubled(ours, theirs)
        or added(said, ours, theirs)
        or omitted(ours, theirs)
        or inserted(ours, theirs)
        or _left_out(said, ours, theirs)
        or _assented(said, ours, theirs)
        or affirmed(said, ours, theirs)
        or dropped(said, ours, theirs)
    )


def _doubled(ours: Signs, theirs: Signs) -> str | None:
    """A “not” in or before another negation (“denied that … never”, “never rejected”), and not so there."""
    if theirs.doubled():
        return None
    if word := ours.doubled():
        return f"it says “{word.text}” where the cited sentences do not"
    undone = next((word for word in ours.undone() if not word.quoted), None)
    if undone and any(word.stem in UNDOING and not word.quoted for word in theirs.words):
        return f"it says “{undone.text}” where the cited sentences do not"
    return None


def _left_out(said: tuple[Word, ...], ours: Signs, theirs: Signs) -> str | None:
    """A cited negation whose very word the statement has as if it were affirmed."""
    for negation in theirs.negations:
        head = negation.heads[0] if negation.heads else None
        limits = negation.limited and ours.limiting()
        if head is None or negation.word.quoted or theirs.signs(head) != {True} or limits:
            continue
        alike = [word for word in telling(said) if not word.quoted and _repeats(word, head, ours)]
        affirmed = [
            word for word in alike if not (ours.negated(word) or _hedged(said, word) or _lacks(said, word))
        ]
        if affirmed and (len(affirmed) == len(alike) or any(word.stem == head.stem for word in affirmed)):
            return f"it leaves out “{negation.word.text}” before “{head.text}”"
    return None


def _lacks(said: tuple[Word, ...], word: Word) -> bool:
    """Whether the clause of a word of ours says no by a lack or a prefix (“lacks funds”, “unconnected”)."""
    clause = [other for other in said if other.clause == word.clause and other is not word]
    return any(other.stem in LACKS or prefixed(other) for other in clause)


def _repeats(word: Word, head: Word, ours: Signs) -> bool:
    """Whether a word of ours is the negated one or, where that is not said, another for it."""
    meant = head.stem != "say" and not ours.said.same(head.stem) and synonymous(head.stem, word.stem)
    return word.stem == head.stem or meant


def _assented(said: tuple[Word, ...], ours: Signs, theirs: Signs) -> str | None:
    """A yes of ours (“confirmed”, “accepted”) where the cited sentences only say no."""
    denying = any(map(cue, theirs.words)) or bool(theirs.negations)
    if not denying or any(word.stem in ASSENTS and not theirs.negated(word) for word in theirs.words):
        return None
    yes = (
        word
        for word in said
        if word.stem in ASSENTS - _OPEN and not (word.quoted or ours.negated(word) or _hedged(said, word))
    )
    return next((f"the cited sentences do not say “{word.text}”" for word in yes), None)


def _hedged(said: tuple[Word, ...], word: Word) -> bool:
    """Whether a negative word stands close to a word of ours."""
    at = said.index(word)
    near = [
        other for other in said[max(0, at - 5) : at + 3] if other.clause == word.clause and other is not word
    ]
    return any(cue(other) and other.folded != "still" for other in near)
