"""Which words of a sentence are negated, by which negating word, and how far it reaches."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from bot.services.checks.lexicon import Lexicon, akin, telling
from bot.services.checks.opposites import DENIALS, LACKS, NEGATORS, UNDOING
from bot.services.checks.words import Word
from bot.services.dating.words import CARDINALS, MONTHS, WEEKDAYS
from bot.services.wordlists import listed

_REACH = 5
_DENIAL_REACH = 14
_HEADS = 3
_LACK_REACH = 2
_STOPS = {"but", "although", "though", "while", "because", "whereas", "unless", "which", "who"}
_TIMES = {"since", "when", "after"}
_IDIOMS = {
    ("not", "only"), ("no", "fewer"), ("no", "less"), ("no", "more"), ("no", "later"), ("no", "earlier"),
    ("no", "sooner"), ("not", "least"), ("no", "matter"), ("no", "doubt"), ("not", "just"),
    ("not", "merely"), ("nothing", "but"), ("not", "later"), ("not", "earlier"), ("not", "sooner"),
    ("not", "more"), ("not", "less"), ("not", "fewer"),
}  # fmt: skip
_UNREALISED = {("going", "to"), ("to", "have"), ("supposed", "to"), ("meant", "to")}
_BEEN = {"been", "was", "were"}
_NEARLY = {"barely", "hardly", "scarcely"}
_COUNTED = {*CARDINALS, "a", "half", "more"}
_LIMITS = {"until", "till", "before"}
NO_HEADS = {*MONTHS, *WEEKDAYS, *CARDINALS} | listed(
    "year years month months week weeks day days hour hours minute minutes time times today tomorrow "
    "yesterday first last next ahead later earlier ago early late soon recently currently meanwhile "
    "moreover immediately independently"
)
_NEGATING = NEGATORS | {"yet", "unless"}
_DENYING = LACKS | DENIALS
_CLAIMS = listed(
    "report reports claim claims suggestion allegation allegations rumour rumours talk posts that"
)


@dataclass(frozen=True, slots=True)
class Negation:
    """A negating word and the telling words that it reaches, the nearest first.

    `reach` is what it could undo if that were a negation. `limited` marks one that only sets a time (“not
    until Tuesday”, “will not meet before May”), `of_claim` one that answers a claim (“denied reports of …”).
    """

    word: Word
    scope: tuple[Word, ...]
    reach: tuple[Word, ...] = ()
    limited: bool = False
    of_claim: bool = False

    @property
    def lack(self) -> bool:
        """Whether it is no “not” but a “lack of”."""
        return self.word.stem in LACKS

    @property
    def heads(self) -> tuple[Word, ...]:
        """The words most likely negated: the first few, times left out."""
        return tuple(
            word for word in self.scope if not word.number and word.folded not in NO_HEADS | _CLAIMS
        )[:_HEADS]


class Signs:
    """Sentences with their negations: whether a word is affirmed or negated in them."""

    def __init__(self, sentences: Iterable[tuple[Word, ...]]) -> None:
        self.sentences = tuple(sentences)
        self.negations = [negation for sentence in self.sentences for negation in negations(sentence)]
        self.words = tuple(word for sentence in self.sentences for word in sentence)
        self._count: dict[int, int] = {}
        for negation in self.negations:
            for word in negation.scope:
                self._count[id(word)] = self._count.get(id(word), 0) + 1

    @cached_property
    def said(self) -> Lexicon:
        """The words as a lexicon of meanings."""
        return Lexicon(self.words)

    def negated(self, word: Word) -> bool:
        """Whether an odd number of negations reaches this very word."""
        return self._count.get(id(word), 0) % 2 == 1

    def doubled(self) -> Word | None:
        """A plain “not” that stands inside the reach of another negation."""
        inside = {id(word) for negation in self.negations for word in negation.reach}
        return next(
            (
                negation.word
                for negation in self.negations
                if negation.word.folded in NEGATORS
                and id(negation.word) in inside
                and not negation.word.quoted
            ),
            None,
        )

    def undone(self) -> list[Word]:
        """The words of denial that a “not” right before them undoes."""
        return [
            sentence[at + 1]
            for sentence in self.sentences
            for at in range(len(sentence) - 1)
            if sentence[at].folded in NEGATORS and _undone(sentence, at)
        ]

    def unrealised(self, word: Word) -> bool:
        """Whether a sentence speaks of this word as planned, and it did not come (“was supposed to”)."""
        return any(
            pair in _UNREALISED and before.folded in _BEEN
            for sentence in self.sentences
            if any(akin(other.stem, word.stem) for other in sentence)
            for before, pair in zip(sentence, _pairs(sentence)[1:], strict=False)
        )


def _pairs(sentence: tuple[Word, ...]) -> list[tuple[str, str]]:
    return [(word.folded, after.folded) for word, after in pairwise(sentence)]


def negations(sentence: tuple[Word, ...]) -> list[Negation]:
    """The negations of a sentence with their scopes; idioms such as “no fewer than” are none."""
    found = []
    for at, word in enumerate(sentence):
        reach = _negates(sentence, at)
        if reach:
            scope = tuple(_scope(sentence, at, reach))
            inside = _inside(sentence, at, far=reach == _DENIAL_REACH)
            found.append(Negation(word, scope, inside, _limited(sentence, at), _answers(sentence, at)))
    return found


def _negates(sentence: tuple[Word, ...], at: int) -> int:
    """How many telling words the word here can negate; 0 for none."""
    word = sentence[at]
    if word.folded not in _NEGATING and word.stem not in _DENYING:
        return 0
    following = [other.folded for other in sentence[at + 1 : at + 4] if other.clause == word.clause]
    if word.folded in NEGATORS and not (at + 1 < len(sentence) and sentence[at + 1].joined):
        idiom = (word.folded, following[0] if following else "") in _IDIOMS
        undone = _undone(sentence, at) or (
            word.folded == "without" and at > 0 and sentence[at - 1].folded in NEGATORS
        )
        return 0 if idiom or undone or _numbered(sentence, at) else _REACH
    if word.folded == "yet":
        return _REACH if following[:1] == ["to"] else 0
    if word.stem in LACKS:
        return _LACK_REACH if following[:1] == ["of"] else 0
    return _DENIAL_REACH if word.folded == "unless" else _denies(sentence, at, following)


def _denies(sentence: tuple[Word, ...], at: int, following: list[str]) -> int:
    """How many telling words a word of denial negates: all of a claim, less of a deed; 0 for none."""
    word = sentence[at]
    if word.stem not in DENIALS or (word.folded.startswith("failure") and following[:1] != ["to"]):
        return 0
    doing = any(other.endswith("ing") and other != "during" for other in following[:1])
    deed = doing or "to" in following or "that" in following
    claim = _answers(sentence, at)
    return _DENIAL_REACH if claim or word.stem == "deni" else _REACH if deed else 0


def _inside(sentence: tuple[Word, ...], at: int, *, far: bool) -> tuple[Word, ...]:
    """The words of the clause that follow a negation, a few of them or, after a denial, all."""
    rest = sentence[at + 1 :] if far else sentence[at + 1 : at + 1 + _HEADS]
    found = []
    for word in rest:
        if word.clause != sentence[at].clause or word.folded in _STOPS | {"and", "or", "nor"}:
            break
        found.append(word)
    return tuple(found)


def _answers(sentence: tuple[Word, ...], at: int) -> bool:
    """Whether a word of denial is about something said (“denied that”, “rejected online claims”)."""
    near = {word.folded for word in sentence[at + 1 : at + 4] if word.clause == sentence[at].clause}
    return sentence[at].stem in DENIALS and bool(near & _CLAIMS)


def _reports(sentence: tuple[Word, ...], word: Word) -> bool:
    """“denied that and said …”: a new report begins."""
    return any(near.stem == "say" for near in sentence[sentence.index(word) + 1 :][:1])


def _numbered(sentence: tuple[Word, ...], at: int) -> bool:
    """“No. 8 Middle School”, “barely 30 per cent”, which is only 30."""
    after = sentence[at + 1] if at + 1 < len(sentence) else None
    if after is None or sentence[at].folded not in {"no", *_NEARLY}:
        return False
    return after.number or (sentence[at].folded in _NEARLY and after.folded in _COUNTED)


def _undone(sentence: tuple[Word, ...], at: int) -> bool:
    """“would not rule out”, “has not denied”, “not without”: a negation that another one undoes at once."""
    return any(word.stem in UNDOING or word.folded == "without" for word in sentence[at + 1 : at + 2])


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
        if word.quoted != sentence[at].quoted:
            return
        if word.folded == "and" and _reports(sentence, word):
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
