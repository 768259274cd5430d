"""Rule of truth 2, polarity: words that are copied in a row have the same “not” between them, or none."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.services.checks.negation import Signs
from bot.services.checks.opposites import DENIALS, NEGATORS, negative
from bot.services.checks.vocabulary import STOP
from bot.services.checks.words import Word
from bot.services.wordlists import listed

_BEFORE, _AFTER, _LEAST = 2, 3, 3
"""Words that have to be the same on the two sides, and how few may do if one is more than grammar."""
_LOOSE = listed("a an the any some do yet already even ever still also longer")
"""Stems and words that come and go with a “not” (“did not sell any” → “sold some”)."""
_REPLACED = listed("without nobody nothing none neither")
"""Negators that one word can stand for (“with”, “somebody”)."""
_DENYING = listed("to having")
"""What follows a word of denial that goes with it (“refused to”)."""


def omitted(ours: Signs, theirs: Signs) -> str | None:
    """Why ours copies the words on both sides of a cited “not”, but not the “not”; or None."""
    gap = _closed(theirs, ours)
    return f"it leaves out “{gap.word.text}” before “{gap.after[0].text}”" if gap else None


def inserted(ours: Signs, theirs: Signs) -> str | None:
    """Why ours puts a “not” between words that it copies, or None."""
    gap = _closed(ours, theirs)
    return f"it says “{gap.word.text}” where the cited sentences do not" if gap else None


@dataclass(frozen=True, slots=True)
class Gap:
    """A “not” with the words around it, which close up where it is left out."""

    word: Word
    before: list[Word]
    after: list[Word]

    def place(self, within: list[Word]) -> list[Word]:
        """The words that these are in another text, in a row; none if they aren't there."""
        run = [*self.before, *([self.word] if self.word.folded in _REPLACED else []), *self.after]
        for at in range(len(within) - len(run) + 1):
            found = within[at : at + len(run)]
            if all(map(self._fits, run, found)):
                return found
        return []

    def _fits(self, one: Word, other: Word) -> bool:
        return not negative(other) if one is self.word else one.stem == other.stem


def _closed(full: Signs, short: Signs) -> Gap | None:
    """A “not” that the short text leaves out between words that it has; it says no in no other way there."""
    within, also = ([_bare(sentence) for sentence in one.sentences] for one in (short, full))
    for gap in (gap for sentence in full.sentences for gap in _gaps(sentence)):
        found = next(filter(None, map(gap.place, within)), None)
        if not found or any(map(gap.place, also)):
            continue
        said = {word.stem for word in full.words if word is not gap.word}
        new = [negation for negation in short.negations if negation.word.stem not in said]
        if not any(word.quoted or any(word in negation.scope for negation in new) for word in found):
            return gap
    return None


def _bare(sentence: Sequence[Word]) -> list[Word]:
    return [word for word in sentence if word.stem not in _LOOSE and word.folded not in _LOOSE]


def _gaps(sentence: tuple[Word, ...]) -> Iterator[Gap]:
    """Each “not” or “refused to” outside quotations that stands between enough words to know them again."""
    for at, word in enumerate(sentence):
        denies = word.stem in DENIALS and at + 1 < len(sentence) and sentence[at + 1].folded in _DENYING
        if word.quoted or not (denies or word.folded in NEGATORS):
            continue
        before = _bare([other for other in sentence[:at] if other.clause == word.clause])[-_BEFORE:]
        rest = sentence[at + 1 + denies :]
        after = _bare([other for other in rest if other.clause == word.clause])[:_AFTER]
        around = before + after
        plain = not any(other.folded not in STOP for other in around)
        if after and len(around) >= _LEAST + plain:
            yield Gap(word, before, after)
