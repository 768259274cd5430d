"""Rule of truth 2, content: the words of every clause are supported by the cited sentences."""

from operator import mul
from typing import NamedTuple

from bot.services.checks.evidence import Evidence
from bot.services.checks.lexicon import content, synonymous, telling
from bot.services.checks.likeness import likeness
from bot.services.checks.naming import states
from bot.services.checks.numbers import numbers
from bot.services.checks.opposites import negative
from bot.services.checks.qualifiers import QUALIFIERS
from bot.services.checks.segments import clauses
from bot.services.checks.thesaurus import SAME
from bot.services.checks.vocabulary import DATES, OFFICES
from bot.services.checks.words import Word, words

_WHOLE = 0.4
"""Support of a whole statement in a language whose words the thesaurus does not know."""
_ELSEWHERE = 0.5
_STRANGE = 0.2
_SLIP = 0.7
"""Words that a statement may lack however short it is."""
_MOST_WORDS, _MOST_TOLD, _MOST_FIGURES, _MOST_QUOTED = 8, 12, 3, 4
_NAME = 2


def unsupported(text: str, evidence: Evidence) -> str | None:
    """Why the words of the text, or of one of its clauses, are not supported; None if they are."""
    said = words(text)
    named = states_named(said, evidence)
    if _made_up(said, evidence, named):
        return "its words are not in the cited sentences"
    for at, clause in enumerate(clauses(said)):
        if _invented(clause, evidence, named, opening=at == 0):
            return f"“{' '.join(word.text for word in clause)}” is not in the cited sentences"
    return None


class Whole(NamedTuple):
    """What speaks for a whole statement to be made up and what against it, all counted in words.

    Of the `words` that neither name nor quote, nor negate where the cited sentences do (these have rules of
    their own), `missing` is the share of support that they lack: a name says who is meant, not that what is
    told of them is true.
    `figures` are the cited numbers and dates, `quoted` the words between quotation marks, `names` those
    beyond one person's.
    """

    always: float
    words: float
    missing: float
    figures: float
    quoted: float
    names: float


WHOLE = Whole(always=0.3, words=-0.88, missing=4.14, figures=-2.64, quoted=-1.19, names=-0.44)
"""Logistic weights, above 0 for made up: `python -m tests.evals.weights` makes them."""


class Signals(NamedTuple):
    """What speaks for a clause to be invented and what against it, all counted in words.

    `missing` is the support that its words lack, `strange` how many have next to none in the whole article;
    `exact` are the words that are cited, `figures` the cited numbers; `opening` says that the statement opens
    with it: what is made up is put behind what was read.
    """

    always: float
    missing: float
    strange: float
    words: float
    exact: float
    figures: float
    opening: float


WEIGHTS = Signals(
    always=-4.65, missing=2.47, strange=0.24, words=0.24, exact=-1.72, figures=-4.79, opening=-5.35
)
"""Logistic weights of the signals, above 0 for invented: `python -m tests.evals.weights` makes them."""


def signals(clause: list[Word], evidence: Evidence, named: set[int], *, opening: bool) -> Signals:
    """The signals of one clause; `named` is where words begin that name a cited state."""
    claims = _claims(clause)
    cited = [support(word, evidence, named) for word in claims]
    known = [_trusted(word, share, evidence) for word, share in zip(claims, cited, strict=True)]
    exact = sum(share == 1 for share in cited)
    strange = sum(share < _STRANGE for share in known)
    figures = min(_figures(clause, evidence), _MOST_FIGURES)
    return Signals(
        1, len(claims) - sum(known), strange, min(len(claims), _MOST_WORDS), exact, figures, opening
    )


def whole(said: tuple[Word, ...], evidence: Evidence, named: set[int]) -> Whole:
    """The signals of a whole statement."""
    claims = _claims(said)
    shares = {word: support(word, evidence, named) for word in claims if not _names(word, evidence)}
    denied = any(map(negative, evidence.all_words))
    told = [share for word, share in shares.items() if share == 1 or not (denied and negative(word))]
    lacking = len(told) - sum(told)
    dated = sum(word.folded in DATES and word.folded in evidence.folded for word in said)
    quoted = sum(word.quoted for word in content(said))
    return Whole(
        1,
        min(len(told), _MOST_TOLD),
        lacking / max(1, len(told)),
        min(_figures(list(said), evidence) + dated, _MOST_FIGURES),
        min(quoted, _MOST_QUOTED),
        min(max(0, sum(_names(word, evidence) for word in claims) - _NAME), _MOST_QUOTED),
    )


def _names(word: Word, evidence: Evidence) -> bool:
    """Whether a word says who is meant: a name, an office or what comes before one."""
    proper = word.capital and (not word.opens or word.folded in evidence.article.proper)
    return proper or word.stem in OFFICES or word.folded in QUALIFIERS


def _made_up(said: tuple[Word, ...], evidence: Evidence, named: set[int]) -> bool:
    """Whether a statement is more likely made up than another wording of what the sentences say."""
    if evidence.article.english:
        found = whole(said, evidence, named)
        return found.missing * found.words > _SLIP and sum(map(mul, WHOLE, found)) > 0
    claims, figures = _claims(said), _figures(list(said), evidence)
    cited = sum(support(word, evidence, named) for word in claims) + figures
    return cited < _WHOLE * (len(claims) + figures)


def _invented(clause: list[Word], evidence: Evidence, named: set[int], *, opening: bool) -> bool:
    """Whether a clause is more likely made up than another wording of what the article says."""
    found = signals(clause, evidence, named, opening=opening)
    return found.words > 0 and sum(map(mul, WEIGHTS, found)) > 0


def trust(word: Word, evidence: Evidence, named: set[int] | frozenset[int] = frozenset()) -> float:
    """The support of a word, at least a half where the article prints it somewhere."""
    return _trusted(word, support(word, evidence, named), evidence)


def _trusted(word: Word, share: float, evidence: Evidence) -> float:
    return max(share, _ELSEWHERE * evidence.article.lexicon.same(word.stem))


def support(word: Word, evidence: Evidence, named: set[int] | frozenset[int] = frozenset()) -> float:
    """From 0 to 1: cited in this or another form, by a synonym, or by a word of like use."""
    if word.start in named or word.folded in evidence.folded or evidence.lexicon.same(word.stem):
        return 1.0
    if evidence.lexicon.means(word.stem) or word.stem in evidence.turned:
        return SAME
    sense = evidence.senses.support(word.stem)
    return sense if sense >= SAME else max(sense, likeness(word.folded, evidence.telling))


def overlap(claims: list[Word], clause: list[Word]) -> float:
    """How much of some claims a clause speaks of, in words of any likeness."""
    cited = telling(clause)
    stems, folded = {word.stem for word in cited}, {word.folded for word in cited}
    return sum(
        1.0 if any(synonymous(word.stem, stem) for stem in stems) else likeness(word.folded, folded)
        for word in claims
    )


def _claims(said: list[Word] | tuple[Word, ...]) -> list[Word]:
    """The words that claim something; dates have a check of their own."""
    return [word for word in content(said) if not word.quoted and word.folded not in DATES]


def _figures(clause: list[Word], evidence: Evidence) -> int:
    said = numbers(" ".join(word.text for word in clause))
    return sum(any(not one.values.isdisjoint(other.values) for other in evidence.numbers) for one in said)


def states_named(said: tuple[Word, ...], evidence: Evidence) -> set[int]:
    """Where the words begin that name a state which the cited sentences name too, perhaps otherwise."""
    return {
        said[at].start
        for state, start, end in states(said)
        if state in evidence.states
        for at in range(start, end)
    }
