"""Rule of truth 2, content: the words of every clause are supported by the cited sentences."""

from bot.services.checks.evidence import Evidence
from bot.services.checks.lexicon import Lexicon, content, telling
from bot.services.checks.likeness import likeness
from bot.services.checks.naming import states
from bot.services.checks.numbers import numbers
from bot.services.checks.segments import clauses
from bot.services.checks.thesaurus import SAME
from bot.services.checks.words import Word, words
from bot.services.dating.words import MONTHS, WEEKDAYS

_WHOLE = 0.4
"""Support of a whole statement: faithful free wording stays above 0.5 but for 1 in 60."""
_CLAUSE, _GRACE = 0.6, 0.55
"""Support of a clause, half a word granted: 5 of 6 invented ones stay below, 1 of 40 faithful ones."""
_ELSEWHERE = 0.5
_DATES = {*MONTHS, *WEEKDAYS}


def unsupported(text: str, evidence: Evidence) -> str | None:
    """Why the words of the text, or of one of its clauses, are not supported; None if they are."""
    said = words(text)
    named = _states(said, evidence)
    claims, figures = _claims(said), _figures(list(said), evidence)
    if sum(support(word, evidence, named) for word in claims) + figures < _WHOLE * (len(claims) + figures):
        return "its words are not in the cited sentences"
    for clause in clauses(said):
        if _invented(clause, evidence, named):
            return f"“{' '.join(word.text for word in clause)}” is not in the cited sentences"
    return None


def _invented(clause: list[Word], evidence: Evidence, named: set[int]) -> bool:
    """Whether a clause of at least two claims shares little with the cited sentences and the article."""
    claims, figures = _claims(clause), _figures(clause, evidence)
    known = sum(trust(word, evidence, named) for word in claims)
    return len(claims) > 1 and known + figures / 2 + _GRACE < _CLAUSE * (len(claims) + figures / 2)


def trust(word: Word, evidence: Evidence, named: set[int] | frozenset[int] = frozenset()) -> float:
    """The support of a word, at least a half where the article prints it somewhere."""
    return max(support(word, evidence, named), _ELSEWHERE * evidence.article.lexicon.same(word.stem))


def support(word: Word, evidence: Evidence, named: set[int] | frozenset[int] = frozenset()) -> float:
    """From 0 to 1: cited in this or another form, by a synonym, or by a word of like use."""
    if word.start in named or word.folded in evidence.folded or evidence.lexicon.same(word.stem):
        return 1.0
    if evidence.lexicon.means(word.stem):
        return SAME
    sense = evidence.senses.support(word.stem)
    return sense if sense >= SAME else max(sense, likeness(word.folded, evidence.telling))


def overlap(claims: list[Word], clause: list[Word]) -> float:
    """How much of some claims a clause speaks of, in words of any likeness."""
    cited = telling(clause)
    lexicon, folded = Lexicon(cited), [word.folded for word in cited]
    return sum(1.0 if lexicon.means(word.stem) else likeness(word.folded, folded) for word in claims)


def _claims(said: list[Word] | tuple[Word, ...]) -> list[Word]:
    """The words that claim something; dates have a check of their own."""
    return [word for word in content(said) if not word.quoted and word.folded not in _DATES]


def _figures(clause: list[Word], evidence: Evidence) -> int:
    said = numbers(" ".join(word.text for word in clause))
    return sum(any(not one.values.isdisjoint(other.values) for other in evidence.numbers) for one in said)


def _states(said: tuple[Word, ...], evidence: Evidence) -> set[int]:
    """Where the words begin that name a state which the cited sentences name too, perhaps otherwise."""
    return {
        said[at].start
        for state, start, end in states(said)
        if state in evidence.states
        for at in range(start, end)
    }
