"""Rule of truth 2, polarity: a statement negates what its cited sentences negate, and nothing else."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from bot.services.checks.evidence import Evidence, Lexicon, telling
from bot.services.checks.numbers import Number, numbers
from bot.services.checks.opposites import BARS, CUES, DENIALS, NEGATORS, opposites
from bot.services.checks.words import Word, words
from bot.services.dating.words import CARDINALS, MONTHS, WEEKDAYS

_REACH = 5
_DENIAL_REACH = 14
_HEADS = 3
_STOPS = {"but", "although", "though", "while", "because", "whereas", "unless", "which", "who"}
_TIMES = {"since", "when", "after"}
_IDIOMS = {
    ("not", "only"), ("no", "fewer"), ("no", "less"), ("no", "more"), ("no", "later"), ("no", "earlier"), ("no", "sooner"),
    ("not", "least"), ("no", "matter"), ("no", "doubt"), ("not", "just"), ("not", "merely"), ("nothing", "but"),
}  # fmt: skip
_LIMITS = {"until", "till", "before"}
_NO_HEADS = {*MONTHS, *WEEKDAYS, *CARDINALS} | set(
    "year years month months week weeks day days hour hours minute minutes time times today tomorrow yesterday first last "
    "next ahead later earlier ago early late soon recently currently meanwhile moreover immediately independently".split()
)
_NOUN_NEGATORS = {"no", "without", "none"}
_CLAIMS = {
    "report",
    "reports",
    "claim",
    "claims",
    "suggestion",
    "allegation",
    "allegations",
    "rumour",
    "rumours",
    "posts",
    "that",
}


@dataclass(frozen=True, slots=True)
class Negation:
    """A negating word and the telling words that it reaches, the nearest first.

    `limited` marks one that only sets a time (“not until Tuesday”, “will not meet before May”).
    """

    word: Word
    scope: tuple[Word, ...]
    limited: bool = False

    @property
    def heads(self) -> tuple[Word, ...]:
        """The words most likely negated: the first few, times left out."""
        return tuple(word for word in self.scope if not word.number and word.folded not in _NO_HEADS)[:_HEADS]


def turned_round(text: str, evidence: Evidence) -> str | None:
    """Why the text says the opposite of its cited sentences, or None."""
    said = words(text)
    ours, theirs = Signs([said]), Signs(evidence.words)
    return _added(said, ours, theirs) or _dropped(said, ours, theirs)


class Signs:
    """Sentences with their negations: whether a word is affirmed or negated in them."""

    def __init__(self, sentences: Iterable[tuple[Word, ...]]) -> None:
        self.sentences = tuple(sentences)
        self.negations = [negation for sentence in self.sentences for negation in negations(sentence)]
        self.said = Lexicon(word for sentence in self.sentences for word in sentence)
        self._count: dict[int, int] = {}
        for negation in self.negations:
            for word in negation.scope:
                self._count[id(word)] = self._count.get(id(word), 0) + 1

    def negated(self, word: Word) -> bool:
        """Whether an odd number of negations reaches this very word."""
        return self._count.get(id(word), 0) % 2 == 1

    def signs(self, word: Word) -> set[bool]:
        """How the sentences say a word of another text: negated, affirmed, both, or not at all."""
        same = [other for other in self._words() if other.stem == word.stem]
        alike = same or [other for other in self._words() if Lexicon([other]).means(word.stem)]
        return {self.negated(other) for other in alike if not other.quoted or self._count.get(id(other))} or {
            self.negated(other) for other in alike
        }

    def elliptic(self) -> bool:
        """Whether a negation reaches nothing (“Canberra has said it is not”)."""
        return any(not negation.scope for negation in self.negations)

    def limiting(self) -> bool:
        """Whether anything in the sentences sets a limit: “only”, or a negating word, idioms included."""
        return any(
            word.folded in NEGATORS or word.folded == "only"
            for sentence in self.sentences
            for word in sentence
        )

    def _words(self) -> Iterator[Word]:
        return (word for sentence in self.sentences for word in telling(sentence))


def negations(sentence: tuple[Word, ...]) -> list[Negation]:
    """The negations of a sentence with their scopes; idioms such as “no fewer than” are none."""
    found = []
    for at, word in enumerate(sentence):
        reach = _negates(sentence, at)
        if reach:
            found.append(Negation(word, tuple(_scope(sentence, at, reach)), _limited(sentence, at)))
    return found


def _negates(sentence: tuple[Word, ...], at: int) -> int:
    """How many telling words the word here can negate; 0 for none."""
    word = sentence[at]
    following = [other.folded for other in sentence[at + 1 : at + 4] if other.clause == word.clause]
    if word.folded in NEGATORS and not (at + 1 < len(sentence) and sentence[at + 1].joined):
        return 0 if (word.folded, following[0] if following else "") in _IDIOMS else _REACH
    if word.folded == "yet":
        return _REACH if following[:1] == ["to"] else 0
    if word.folded == "unless":
        return _DENIAL_REACH
    if word.stem not in DENIALS:
        return 0
    deed = "to" in following or "that" in following or any(other.endswith("ing") for other in following[:1])
    claim = bool(_CLAIMS & set(following))
    return _DENIAL_REACH if claim or word.stem == "deni" else _REACH if deed else 0


def _limited(sentence: tuple[Word, ...], at: int) -> bool:
    """Whether the negation only sets a limit of time (“not until Tuesday”, “will not meet before May”)."""
    if sentence[at].folded not in {"not", "never", "no"}:
        return False
    rest = [word.folded for word in sentence[at + 1 : at + 12] if word.clause == sentence[at].clause]
    return any(word in _LIMITS for word in rest)


def _scope(sentence: tuple[Word, ...], at: int, reach: int) -> Iterator[Word]:
    """The next telling words, as far as the clause goes."""
    for word in sentence[at + 1 :]:
        if word.clause != sentence[at].clause or word.folded in _STOPS or not reach:
            return
        if reach <= _REACH and (word.folded in NEGATORS or word.folded in _TIMES):
            return
        if telling([word]):
            reach -= 1
            yield word


def _added(said: tuple[Word, ...], ours: Signs, theirs: Signs) -> str | None:
    """A negation of ours over words that the cited sentences affirm, or that nothing negative there touches."""
    for negation in ours.negations:
        if negation.word.quoted or not negation.heads or _compares(said, negation.word):
            continue
        if not _borne_out(said, negation, ours, theirs):
            return f"it says “{negation.word.text}” where the cited sentences do not"
    return None


def _borne_out(said: tuple[Word, ...], negation: Negation, ours: Signs, theirs: Signs) -> bool:
    if theirs.elliptic() or _last(said, negation, theirs) or (negation.limited and theirs.limiting()):
        return True
    signs = next(filter(None, (theirs.signs(head) for head in negation.heads)), None)
    if any(_opposed(head, theirs) for head in negation.heads[: 1 if theirs.signs(negation.heads[0]) else 2]):
        return True
    if any(_barred(head, theirs) for head in negation.heads[:2]):
        return True
    if signs and negation.word.folded not in _NOUN_NEGATORS:
        return ours.negated(negation.heads[0]) in signs
    around = [word for word in said if word.clause == negation.word.clause]
    return any(_negative(clause, around) for clause in _clauses(theirs.sentences))


def _opposed(head: Word, theirs: Signs) -> bool:
    """Whether the cited sentences affirm its opposite, as a word (“innocent” for “not guilty”) or with a prefix."""
    others = opposites().get(head.stem, frozenset()) | {prefix + head.stem for prefix in _PREFIXES}
    return any(
        other.stem in others and not theirs.negated(other)
        for sentence in theirs.sentences
        for other in sentence
    )


def _barred(head: Word, theirs: Signs) -> bool:
    """Whether the cited sentences speak of it only to say that it is banned, stopped or the like."""
    for clause in _clauses(theirs.sentences):
        if Lexicon(clause).same(head.stem) and head.stem not in BARS:
            return any(word.stem in BARS for word in clause)
    return False


_PREFIXES = ("un", "in", "im", "il", "ir", "dis", "non")


def _last(said: tuple[Word, ...], negation: Negation, theirs: Signs) -> bool:
    """“has not sat since 2022” for “last sat in 2022”."""
    rest = {
        word.folded
        for word in said
        if word.clause == negation.word.clause and word.start > negation.word.start
    }
    return "since" in rest and "last" in theirs.said.stems


def _compares(said: tuple[Word, ...], word: Word) -> bool:
    """“No race was as close” says in other words that it was the closest."""
    return word.folded in {"no", "never"} and any(
        other.folded in {"as", "so", "more"} for other in said[said.index(word) :][:9]
    )


def _negative(clause: tuple[Word, ...], around: list[Word]) -> bool:
    """Whether a cited clause carries a negative word and shares something with the clause of ours."""
    if not any(word.stem in CUES or word.folded in CUES for word in clause):
        return False
    lexicon = Lexicon(telling(clause))
    figures = {value for number in _figures(clause) for value in number.values}
    shared = any(lexicon.means(word.stem) for word in telling(around))
    return shared or any(not number.values.isdisjoint(figures) for number in _figures(around))


def _figures(clause: Iterable[Word]) -> tuple[Number, ...]:
    return numbers(" ".join(word.text for word in clause))


def _clauses(sentences: Iterable[tuple[Word, ...]]) -> Iterator[tuple[Word, ...]]:
    for sentence in sentences:
        for number in sorted({word.clause for word in sentence}):
            yield tuple(word for word in sentence if word.clause == number)


def _dropped(said: tuple[Word, ...], ours: Signs, theirs: Signs) -> str | None:
    """A cited negation whose first word the statement repeats as if it were affirmed."""
    for negation in theirs.negations:
        head = negation.heads[0] if negation.heads else None
        if head is None or theirs.signs(head) != {True} or (negation.limited and ours.limiting()):
            continue
        for word in telling(said):
            alike = word.stem == head.stem or (
                not ours.said.same(head.stem) and Lexicon([head]).means(word.stem)
            )
            if alike and not word.quoted and not ours.negated(word) and not _hedged(said, word):
                return f"it leaves out “{negation.word.text}” before “{head.text}”"
    return None


def _hedged(said: tuple[Word, ...], word: Word) -> bool:
    """Whether a negative word stands close to a word of ours."""
    at = said.index(word)
    near = [
        other for other in said[max(0, at - 5) : at + 3] if other.clause == word.clause and other is not word
    ]
    return any(other.stem in CUES or other.folded in CUES for other in near)
