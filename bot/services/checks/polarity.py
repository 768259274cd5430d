"""Rule of truth 2, polarity: a statement negates what its cited sentences negate, and nothing else."""

from collections.abc import Iterable
from itertools import pairwise

from bot.services.checks.added import added
from bot.services.checks.copies import inserted, omitted
from bot.services.checks.dropped import dropped
from bot.services.checks.evidence import Evidence
from bot.services.checks.moods import past_form
from bot.services.checks.negation import Signs
from bot.services.checks.opposites import ASSENTS, UNDOING, cue
from bot.services.checks.stems import stem
from bot.services.checks.words import Word, words

_OPEN = frozenset(stem(word) for word in ("agree", "approve", "acknowledge", "admit", "concede"))
"""Assents that answer more than what is denied (“acknowledged mistakes”)."""

_AWAY = {"out", "away", "off", "closed", "shut", "gone"}


def turned_round(text: str, evidence: Evidence) -> str | None:
    """Why the text says the opposite of its cited sentences, or None."""
    ours, theirs = Signs([words(text)]), evidence.signs
    rules = (_doubled, added, omitted, inserted, _lasting, _assented, dropped)
    return next(filter(None, (rule(ours, theirs) for rule in rules)), None)


def _doubled(ours: Signs, theirs: Signs) -> str | None:
    """A “not” in or before another no (“denied that … never”, “did not rule out”) on one side only."""
    undone, cited = (_stems(one.undone()) for one in (ours, theirs))
    if (cited - undone) & _stems(ours.words):
        return "the cited sentences do not rule it out"
    if theirs.doubled():
        return None
    if word := ours.doubled():
        return f"it says “{word.text}” where the cited sentences do not"
    if undone and not cited and UNDOING & _stems(theirs.words):
        return "it undoes a no that the cited sentences say"
    return None


def _stems(said: Iterable[Word]) -> set[str]:
    return {word.stem for word in said if not word.quoted}


def _lasting(ours: Signs, theirs: Signs) -> str | None:
    """“has sat since 2022” for “last sat in 2022”, “had lost since April” for the first defeat since."""
    since = next((word for word in ours.words if word.folded == "since" and not word.quoted), None)
    if since is None or any(word.folded in {"first", "last"} for word in ours.words):
        return None
    clause = [word for word in ours.words if word.clause == since.clause and word.start < since.start]
    denied = any(negation.word in clause for negation in ours.negations)
    lasts = not denied and any(word.folded in {"has", "have", "had"} for word in clause)
    ended = any(
        word.folded == "last" and past_form(after)
        for sentence in theirs.sentences
        for word, after in pairwise(sentence)
    )
    first = any({"first", "since"} <= {word.folded for word in sentence} for sentence in theirs.sentences)
    away = any(word.folded in _AWAY for word in clause)
    if lasts and not away and (ended or first):
        return f"it says “{since.text}” where the cited sentences do not"
    return None


def _assented(ours: Signs, theirs: Signs) -> str | None:
    """A yes of ours (“confirmed”, “accepted”) where the cited sentences only say no."""
    denying = any(map(cue, theirs.words)) or bool(theirs.negations)
    if not denying or any(word.stem in ASSENTS and not theirs.negated(word) for word in theirs.words):
        return None
    plain = (word for word in ours.words if word.stem in ASSENTS - _OPEN and not word.quoted)
    yes = (word for word in plain if not ours.negated(word))
    return next((f"the cited sentences do not say “{word.text}”" for word in yes), None)
