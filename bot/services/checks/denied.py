"""What the cited sentences deny: by a negation, as banned or cancelled, or in answer to a question."""

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from bot.services.checks.lexicon import telling
from bot.services.checks.moods import REPORTS, past_form, whole_clauses
from bot.services.checks.negation import NO_HEADS, Signs, asks
from bot.services.checks.opposites import BARS, NEGATORS
from bot.services.checks.stems import stem
from bot.services.checks.words import Word

_FIRST, _SHORT = 4, 9
"""Words in which an answer says no, and words of one that only answers (“There was no sign of that.”)."""
_BARRING = BARS - {stem(word) for word in ("postpone", "delay", "suspend")}
"""Bars after which a thing does not come; the others only move it."""


class Denial(NamedTuple):
    """The word that denies, the telling words of what it denies, and whether it only sets a limit of time."""

    word: Word
    told: list[Word]
    limited: bool = False


def denials(theirs: Signs) -> Iterator[Denial]:
    """All denials that have words; those that a question asks for deny nothing."""
    asking = [sentence for sentence in theirs.sentences if asks(sentence)]
    asked = {id(word) for sentence in asking for word in sentence}
    for one in theirs.negations:
        if not one.lack and id(one.word) not in asked:
            yield Denial(one.word, told(one.scope, quoted=one.word.quoted), one.limited)
    for question, answer in pairwise(theirs.sentences):
        no = next((one.word for one in theirs.negations if one.word in answer[:_FIRST]), None)
        if no and question in asking and len(answer) < _SHORT:
            yield Denial(no, told(question))
    for sentence in theirs.sentences:
        yield from filter(None, map(_barred, whole_clauses(sentence)))


def _barred(clause: list[Word]) -> Denial | None:
    """What is said to be banned, cancelled or the like, if nothing else in the clause says no."""
    bars = [
        word
        for before, word in pairwise(clause)
        if word.stem in _BARRING and before.stem == "be" and past_form(word) and not word.quoted
    ]
    if len(bars) != 1 or any(word.folded in NEGATORS for word in clause):
        return None
    return Denial(bars[0], told(word for word in clause if word not in bars))


def told(printed: Iterable[Word], *, quoted: bool = False) -> list[Word]:
    """The words that say what is done; times, “said” and negators are none, nor those of a quotation."""
    return [
        word
        for word in telling(printed)
        if (quoted or not word.quoted)
        and word.folded not in NO_HEADS
        and word.folded not in NEGATORS
        and word.stem not in REPORTS
    ]
