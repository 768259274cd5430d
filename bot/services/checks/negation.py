"""Which words of a sentence are negated, by which negating word, and how far it reaches."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from bot.services.checks.lexicon import Lexicon, content, telling
from bot.services.checks.listing import listed
from bot.services.checks.opposites import DENIALS, NEGATORS
from bot.services.checks.words import Word
from bot.services.dating.words import CARDINALS, MONTHS, WEEKDAYS

_REACH = 5
_DENIAL_REACH = 14
_HEADS = 3
_SHORT = 9
_STOPS = {"but", "although", "though", "while", "because", "whereas", "unless", "which", "who"}
_ASKING = listed("is are was were does did do will would can could should has have had")
_TIMES = {"since", "when", "after"}
_IDIOMS = {
    ("not", "only"), ("no", "fewer"), ("no", "less"), ("no", "more"), ("no", "later"), ("no", "earlier"),
    ("no", "sooner"), ("not", "least"), ("no", "matter"), ("no", "doubt"), ("not", "just"),
    ("not", "merely"), ("nothing", "but"),
}  # fmt: skip
_LIMITS = {"until", "till", "before"}
_NO_HEADS = {*MONTHS, *WEEKDAYS, *CARDINALS} | listed(
    "year years month months week weeks day days hour hours minute minutes time times today tomorrow "
    "yesterday first last next ahead later earlier ago early late soon recently currently meanwhile "
    "moreover immediately independently"
)
_CLAIMS = listed(
    "report reports claim claims suggestion allegation allegations rumour rumours talk posts that"
)


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
        return tuple(
            word for word in self.scope if not word.number and word.folded not in _NO_HEADS | _CLAIMS
        )[:_HEADS]


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
        same = [other for other in self._stated() if other.stem == word.stem]
        alike = same or [other for other in self._stated() if Lexicon([other]).means(word.stem)]
        return {self.negated(other) for other in alike if not other.quoted or self._count.get(id(other))} or {
            self.negated(other) for other in alike
        }

    def agrees(self, word: Word, *, negated: bool) -> bool:
        """Whether a word with the same root stands negated here, and so it is said to be there."""
        return negated and any(
            self.negated(other) and Lexicon([other]).same(word.stem)
            for negation in self.negations
            for other in content(negation.scope)
        )

    def elliptic(self) -> bool:
        """Whether a negation stands for a clause (“Canberra has said it is not”, “No sign of that”)."""
        short = any(
            len(sentence) < _SHORT
            and any(word.folded in {"that", "so", "it", "this"} for word in sentence[-2:])
            for sentence in self.sentences
            if any(negation.word in sentence for negation in self.negations)
        )
        return short or any(not negation.scope for negation in self.negations)

    def limiting(self) -> bool:
        """Whether anything in the sentences sets a limit: “only”, or a negating word, idioms included."""
        return any(
            word.folded in NEGATORS or word.folded == "only"
            for sentence in self.sentences
            for word in sentence
        )

    def _stated(self) -> Iterator[Word]:
        """The telling words of sentences that state something; questions leave it open."""
        return (word for sentence in self.sentences if not _asks(sentence) for word in telling(sentence))


def _pairs(sentence: tuple[Word, ...]) -> list[tuple[str, str]]:
    return [(word.folded, after.folded) for word, after in pairwise(sentence)]


def _asks(sentence: tuple[Word, ...]) -> bool:
    """Whether a sentence begins as a question does (“Was the drug unsafe?”)."""
    first = sentence[0].folded if sentence else ""
    second = sentence[1].folded if len(sentence) > 1 else ""
    return first in _ASKING or (first in {"what", "why", "how", "who", "where"} and second in _ASKING)


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
    if word.stem not in DENIALS or (word.folded.startswith("failure") and following[:1] != ["to"]):
        return 0
    deed = "to" in following or "that" in following or any(other.endswith("ing") for other in following[:1])
    claim = bool(_CLAIMS & set(following))
    if word.stem == "dismiss":
        return _DENIAL_REACH if claim else 0
    return _DENIAL_REACH if claim or word.stem == "deni" else _REACH if deed else 0


def _limited(sentence: tuple[Word, ...], at: int) -> bool:
    """Whether the negation only sets a limit of time (“not until Tuesday”, “will not meet before May”)."""
    if sentence[at].folded not in {"not", "never", "no"}:
        return False
    rest = [word.folded for word in sentence[at + 1 : at + 12] if word.clause == sentence[at].clause]
    return any(word in _LIMITS for word in rest)


def _scope(sentence: tuple[Word, ...], at: int, reach: int) -> Iterator[Word]:
    """The next telling words, as far as the clause goes; what is denied may itself be a negation."""
    near = reach == _REACH
    for word in sentence[at + 1 :]:
        if word.clause != sentence[at].clause or word.folded in _STOPS or not reach:
            return
        if word.quoted and not sentence[at].quoted:
            return
        if near and (
            word.folded in NEGATORS
            or word.folded in _TIMES
            or (word.folded in {"and", "or"} and reach < _REACH)
        ):
            return
        if telling([word]):
            reach -= 1
            yield word
