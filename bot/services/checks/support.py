"""Rule of truth 2, content: the words of every clause are supported by the cited sentences."""

from bot.services.checks.evidence import Evidence, states
from bot.services.checks.lexicon import content
from bot.services.checks.numbers import numbers
from bot.services.checks.segments import clauses
from bot.services.checks.words import Word, words

_WHOLE = 0.5
"""Share of a whole statement (FACTS: faithful free wording has 0.62 at its 5th percentile)."""
_CLAUSE = 0.25


def unsupported(text: str, evidence: Evidence) -> str | None:
    """Why the words of the text, or of one of its clauses, are not supported; None if they are."""
    said = words(text)
    claims = _claims(said)
    if sum(_known(word, evidence) for word in claims) < _WHOLE * len(claims):
        return "its words are not in the cited sentences"
    states_said = _states(said, evidence)
    for clause in clauses(said):
        if _invented(clause, states_said, evidence):
            return f"“{' '.join(word.text for word in clause)}” is not in the cited sentences"
    return None


def _invented(clause: list[Word], states_said: set[int], evidence: Evidence) -> bool:
    """Whether a clause of some length shares next to nothing with the cited sentences."""
    claims = _claims(clause)
    same = sum(word.start in states_said or _printed(word, evidence) for word in claims) + _figures(
        clause, evidence
    )
    known = same + sum(not _printed(word, evidence) and _known(word, evidence) for word in claims)
    size = len(claims)
    if size < 2:  # noqa: PLR2004
        return False
    return not known or (size > 2 and not same) or (size > 3 and known <= _CLAUSE * size)  # noqa: PLR2004


def _claims(said: list[Word] | tuple[Word, ...]) -> list[Word]:
    return [word for word in content(said) if not word.quoted]


def _printed(word: Word, evidence: Evidence) -> bool:
    return word.folded in evidence.folded or evidence.lexicon.same(word.stem)


def _known(word: Word, evidence: Evidence) -> bool:
    return word.folded in evidence.folded or evidence.lexicon.means(word.stem)


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
