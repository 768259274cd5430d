"""Rule of truth 2, polarity: a statement negates what its cited sentences negate, and nothing else."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from bot.services.checks.evidence import Evidence, Lexicon, content, telling
from bot.services.checks.numbers import Number, numbers
from bot.services.checks.opposites import CUES, DENIALS, NEGATORS, opposites
from bot.services.checks.words import Word, words

_REACH = 5
_STOPS = {
    "but",
    "although",
    "though",
    "while",
    "because",
    "whereas",
    "unless",
    "until",
    "which",
    "who",
    "that",
}
_IDIOMS = (
    ("no", "longer"), ("not", "only"), ("no", "fewer"), ("no", "less"), ("no", "more"), ("no", "later"), ("no", "earlier"),
    ("no", "sooner"), ("not", "least"), ("no", "matter"), ("no", "doubt"), ("not", "just"), ("not", "merely"), ("nothing", "but"),
)  # fmt: skip
_NEGATIVE_IDIOMS = {("no", "longer")}


@dataclass(frozen=True, slots=True)
class Negation:
    """A negating word and the words that it reaches; `denial` where it is a verb such as “refused”."""

    word: Word
    scope: tuple[Word, ...]
    denial: bool


def turned_round(text: str, evidence: Evidence) -> str | None:
    """Why the text says the opposite of its cited sentences, or None."""
    said = words(text)
    theirs = [negation for sentence in evidence.words for negation in negations(sentence)]
    ours = negations(said)
    return (
        _added(said, ours, theirs, evidence)
        or _dropped(said, ours, theirs, evidence)
        or _swapped(said, ours, theirs, evidence)
    )


def negations(sentence: tuple[Word, ...]) -> list[Negation]:
    """The negations of a sentence with their scopes, idioms such as “no fewer than” left out."""
    found = []
    for at, word in enumerate(sentence):
        denial = word.stem in DENIALS and _of_a_deed(sentence, at)
        if denial or (word.folded in NEGATORS and not _idiom(sentence, at)):
            found.append(Negation(word, tuple(_scope(sentence, at)), denial))
    return found


def _of_a_deed(sentence: tuple[Word, ...], at: int) -> bool:
    """Whether the word denies something done (“refused to”, “denied that”), not a thing (“rejects the charge”)."""
    following = sentence[at + 1] if at + 1 < len(sentence) else None
    if following is None or following.clause != sentence[at].clause:
        return False
    return (
        sentence[at].stem == "deni" or following.folded in {"to", "that"} or following.folded.endswith("ing")
    )


def _idiom(sentence: tuple[Word, ...], at: int) -> bool:
    pair = (sentence[at].folded, sentence[at + 1].folded if at + 1 < len(sentence) else "")
    return pair in _IDIOMS and pair not in _NEGATIVE_IDIOMS


def _scope(sentence: tuple[Word, ...], at: int) -> Iterator[Word]:
    """The next content words, as far as the clause goes."""
    left = _REACH
    for word in sentence[at + 1 :]:
        if (
            word.clause != sentence[at].clause
            or (word.folded in _STOPS and word.folded != "that")
            or not left
        ):
            return
        if telling([word]):
            left -= 1
            yield word


def _added(
    said: tuple[Word, ...], ours: list[Negation], theirs: list[Negation], evidence: Evidence
) -> str | None:
    """A negation of ours that reaches words which no cited negation or negative word touches."""
    for negation in ours:
        if negation.word.quoted or not negation.scope:
            continue
        clause = tuple(word for word in said if word.clause == negation.word.clause)
        if not _excused(negation, clause, theirs, evidence):
            return f"it says “{negation.word.text}” where the cited sentences do not"
    return None


def _excused(
    negation: Negation, around: tuple[Word, ...], theirs: list[Negation], evidence: Evidence
) -> bool:
    reached = Lexicon(word for other in theirs for word in (*other.scope, other.word))
    if any(reached.means(word.stem) for word in negation.scope):
        return True
    if any(
        not opposites().get(word.stem, frozenset()).isdisjoint(evidence.strict.stems)
        for word in negation.scope[:2]
    ):
        return True
    return any(_negative(clause) and _shares(clause, around) for clause in _clauses(evidence.words))


def _negative(clause: Iterable[Word]) -> bool:
    return any(word.stem in CUES or word.folded in CUES or _prefixed(word) for word in clause)


def _prefixed(word: Word) -> bool:
    return word.folded.startswith(("un", "in", "im", "il", "ir", "dis", "non")) and word.folded[:4] not in {
        "into",
        "inte",
        "unit",
        "unde",
        "inde",
        "indi",
        "info",
        "inst",
        "unio",
        "dist",
        "disc",
    }


def _shares(clause: tuple[Word, ...], scope: tuple[Word, ...]) -> bool:
    lexicon = Lexicon(telling(clause))
    figures = {value for number in _figures(clause) for value in number.values}
    return any(lexicon.means(word.stem) for word in telling(scope)) or any(
        not number.values.isdisjoint(figures) for number in _figures(scope)
    )


def _figures(clause: tuple[Word, ...]) -> tuple[Number, ...]:
    return numbers(" ".join(word.text for word in clause))


def _clauses(sentences: Iterable[tuple[Word, ...]]) -> Iterator[tuple[Word, ...]]:
    for sentence in sentences:
        for number in sorted({word.clause for word in sentence}):
            yield tuple(word for word in sentence if word.clause == number)


def _dropped(
    said: tuple[Word, ...], ours: list[Negation], theirs: list[Negation], evidence: Evidence
) -> str | None:
    """A cited negation whose words the statement repeats as if they were affirmed."""
    negated = {word.stem for negation in ours for word in negation.scope}
    for negation in theirs:
        head = negation.scope[0] if negation.scope else None
        if head is None or head.stem in negated or _affirmed(head, negation, evidence):
            continue
        for word in said:
            if word.stem == head.stem and not word.quoted and not _negative_near(said, word):
                return f"it leaves out “{negation.word.text}” before “{head.text}”"
    return None


def _affirmed(head: Word, negation: Negation, evidence: Evidence) -> bool:
    """Whether the cited sentences say the word elsewhere without a negation."""
    reached = {
        (word.start, word.text)
        for sentence in evidence.words
        for other in negations(sentence)
        for word in other.scope
    }
    return any(
        word.stem == head.stem and (word.start, word.text) not in reached for word in evidence.all_words
    )


def _negative_near(said: tuple[Word, ...], word: Word) -> bool:
    return _negative(other for other in said if other.clause == word.clause)


def _swapped(
    said: tuple[Word, ...], ours: list[Negation], theirs: list[Negation], evidence: Evidence
) -> str | None:
    """A word whose opposite is cited, and not the word itself."""
    reached = {word.stem for negation in (*ours, *theirs) for word in negation.scope}
    ourselves = Lexicon(said)
    for word in content(said):
        others = {
            other
            for other in opposites().get(word.stem, ())
            if other in evidence.strict.stems and not ourselves.means(other)
        }
        if (
            others
            and not word.quoted
            and word.stem not in reached
            and not reached & others
            and not evidence.strict.means(word.stem)
        ):
            return f"it says “{word.text}”, the cited sentences say the opposite"
    return None
