"""Rule of truth 2, polarity: a statement negates what its cited sentences negate, and nothing else."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from bot.services.checks.evidence import Evidence, Lexicon, content, telling
from bot.services.checks.numbers import Number, numbers
from bot.services.checks.opposites import BARS, CUES, DENIALS, NEGATORS, opposites
from bot.services.checks.segments import clauses
from bot.services.checks.words import Word, words
from bot.services.dating.words import CARDINALS, MONTHS, WEEKDAYS

_REACH = 5
_DENIAL_REACH = 14
_HEADS = 3
_SHORT = 9
_STOPS = {"but", "although", "though", "while", "because", "whereas", "unless", "which", "who"}
_ASKING = {
    "is",
    "are",
    "was",
    "were",
    "does",
    "did",
    "do",
    "will",
    "would",
    "can",
    "could",
    "should",
    "has",
    "have",
    "had",
}
_COMPARED = {
    "further",
    "more",
    "later",
    "longer",
    "beyond",
    "less",
    "fewer",
    "earlier",
    "older",
    "younger",
    "higher",
    "lower",
}
_FINITE = set("is are was were will would has have had can could may might should must did does do".split())
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
        return tuple(
            word for word in self.scope if not word.number and word.folded not in _NO_HEADS | _CLAIMS
        )[:_HEADS]


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
        """Whether a negation stands for a whole clause (“Canberra has said it is not”, “There was no sign of that”)."""
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
    return [(word.folded, after.folded) for word, after in zip(sentence, sentence[1:], strict=False)]


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


def _added(said: tuple[Word, ...], ours: Signs, theirs: Signs) -> str | None:
    """A negation of ours over words that the cited sentences affirm, or that nothing negative there touches."""
    for negation in ours.negations:
        if negation.word.quoted or not negation.scope or _compares(said, negation.word):
            continue
        if not _borne_out(said, negation, ours, theirs):
            return f"it says “{negation.word.text}” where the cited sentences do not"
    return None


def _borne_out(said: tuple[Word, ...], negation: Negation, ours: Signs, theirs: Signs) -> bool:
    """Whether the cited sentences negate the same words, or say the negated thing in other words."""
    if theirs.elliptic() or _last(said, negation, theirs) or (negation.limited and theirs.limiting()):
        return True
    if any(theirs.agrees(word, negated=ours.negated(word)) for word in content(negation.scope)):
        return True
    if not negation.heads:
        return _otherwise(said, negation, theirs)
    first, *rest = negation.heads
    signs, exact = theirs.signs(first), theirs.said.same(first.stem)
    heads = [first] if signs else [first, *rest[:1]]
    if any(_opposed(head, theirs) or _barred(head, theirs) for head in heads):
        return True
    if negation.word.folded in _NOUN_NEGATORS:
        return _otherwise(said, negation, theirs)
    if signs and exact:
        return ours.negated(first) in signs
    if first.stem in CUES:
        return False
    return _near_a_cue(first, theirs) if signs else _otherwise(said, negation, theirs)


def _near_a_cue(head: Word, theirs: Signs) -> bool:
    """Whether a word of the same meaning stands close to a negative word in the cited sentences."""
    return any(
        Lexicon([word]).means(head.stem) and (theirs.negated(word) or _hedged(sentence, word))
        for sentence in theirs.sentences
        for word in sentence
    )


def _otherwise(said: tuple[Word, ...], negation: Negation, theirs: Signs) -> bool:
    """Whether a negation or a negative word of the cited sentences goes with words that ours goes with too.

    “no” and “without” before a noun are said in so many ways that any negative word will do.
    """
    if negation.word.folded in _NOUN_NEGATORS:
        return any(
            word.stem in CUES or word.folded in CUES for sentence in theirs.sentences for word in sentence
        )
    around = next(run for run in clauses(said) if negation.word in run)
    if any(_shares(other.scope, around) for other in theirs.negations):
        return True
    return any(_negative(run, around) for sentence in theirs.sentences for run in clauses(sentence))


def _shares(scope: Iterable[Word], others: Iterable[Word]) -> bool:
    """Whether a content word of one is in the other, too."""
    lexicon = Lexicon(content(others))
    return any(lexicon.same(word.stem) for word in content(scope))


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
    if head.stem in BARS:
        return False
    places = [
        [word for word in sentence if word.clause == other.clause]
        for sentence in theirs.sentences
        for other in sentence
        if Lexicon([other]).same(head.stem)
    ]
    return bool(places) and all(any(word.stem in BARS for word in clause) for clause in places)


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
    """“No race was as close” says in other words that it was the closest; “not further than” sets a limit."""
    rest = [other.folded for other in said[said.index(word) + 1 :][:9]]
    return (word.folded in {"no", "never"} and "as" in rest) or (
        "than" in rest and bool(_COMPARED & set(rest))
    )


def _negative(clause: list[Word], around: list[Word]) -> bool:
    """Whether a cited clause carries a negative word and shares something with the clause of ours."""
    if not any((word.stem in CUES or word.folded in CUES) and not word.quoted for word in clause):
        return False
    lexicon = Lexicon(telling(clause))
    figures = {value for number in _figures(clause) for value in number.values}
    shared = any(lexicon.means(word.stem) for word in telling(around))
    return shared or any(not number.values.isdisjoint(figures) for number in _figures(around))


def _figures(clause: Iterable[Word]) -> tuple[Number, ...]:
    return numbers(" ".join(word.text for word in clause))


def _dropped(said: tuple[Word, ...], ours: Signs, theirs: Signs) -> str | None:
    """A cited negation whose words the statement repeats as if they were affirmed."""
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
    return _affirmed(said, ours, theirs)


def _affirmed(said: tuple[Word, ...], ours: Signs, theirs: Signs) -> str | None:
    """A clause without any negative word whose every claim the cited sentences only make under a negation."""
    for run in clauses(said):
        claims = [word for word in content(run) if not word.capital and not word.quoted]
        negative = any(word.stem in CUES or word.folded in CUES or ours.negated(word) for word in run)
        if (
            claims
            and not negative
            and any(word.folded in _FINITE for word in run)
            and _all_denied(claims, theirs)
        ):
            return f"the cited sentences deny “{' '.join(word.text for word in run)}”"
    return None


def _all_denied(claims: list[Word], theirs: Signs) -> bool:
    """Whether none of these words is affirmed in the cited sentences and most are negated."""
    signs = [theirs.signs(word) for word in claims]
    return not any(False in sign for sign in signs) and 2 * sum(sign == {True} for sign in signs) > len(
        claims
    )


def _hedged(said: tuple[Word, ...], word: Word) -> bool:
    """Whether a negative word stands close to a word of ours."""
    at = said.index(word)
    near = [
        other for other in said[max(0, at - 5) : at + 3] if other.clause == word.clause and other is not word
    ]
    return any(other.stem in CUES or other.folded in CUES for other in near)
