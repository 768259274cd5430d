"""Rule of truth 2, names: every name of a statement stands in the sentences that it cites."""

from bot.services.checks.evidence import Evidence
from bot.services.checks.german import noun
from bot.services.checks.likeness import common
from bot.services.checks.naming import capital_runs, states
from bot.services.checks.references import attributive, stands_for
from bot.services.checks.stems import is_past
from bot.services.checks.vocabulary import DATES, STOP, TITLES
from bot.services.checks.words import Word, words
from bot.services.wordlists import listed

_NO_NAMES = TITLES | DATES | listed("i gmt utc am pm ex mt co corp inc ltd plc")
_STATES = {"countries", "states", "nations", "neighbours", "neighbors", "capitals"}


def foreign_name(text: str, evidence: Evidence) -> str | None:
    """The first name of the text that its cited sentences neither print nor stand for, as printed."""
    said = words(text)
    named, states_said = _states_spans(said, evidence), {start for _, start, _ in states(said)}
    for at, word in enumerate(said):
        if at in named or not (at in states_said or _is_name(said, at, evidence)):
            continue
        if not stands_for(said, at, evidence):
            return _whole(said, word)
    return None


def _states_spans(said: tuple[Word, ...], evidence: Evidence) -> set[int]:
    """Where states are named that the cited sentences name, or the article.

    Those of the article pass before a noun (“Danish firm”), or where “the two countries” are cited.
    """
    both = not evidence.folded.isdisjoint(_STATES)
    return {
        at
        for state, start, end in states(said)
        if state in evidence.states or (state in evidence.article.states and (both or attributive(said, end)))
        for at in range(start, end)
    }


def _is_name(said: tuple[Word, ...], at: int, evidence: Evidence) -> bool:
    word = said[at]
    glued = at and said[at - 1].number and said[at - 1].end == word.start
    if not word.capital or word.number or glued or word.folded in _NO_NAMES:
        return False
    if evidence.article.article.language == "de" and noun(said, at):
        return False
    if not word.opens:
        return word.folded not in STOP or word.folded in evidence.article.proper
    return _opening_name(said, at, evidence)


def _opening_name(said: tuple[Word, ...], at: int, evidence: Evidence) -> bool:
    """Whether a first word, whose capital says nothing, is a name by what follows it."""
    word = said[at]
    if word.folded in STOP or word.folded in evidence.article.printed_small:
        return False
    if word.folded in evidence.article.proper or common(word.folded):
        return word.folded in evidence.article.proper
    if not evidence.article.english or at + 1 == len(said):
        return False
    following = said[at + 1]
    if following.clause != word.clause:
        return following.folded in _APPOSITION and not word.folded.endswith("ly")
    if following.capital and not following.number:
        return True
    return word.text.isupper() or (not word.folded.endswith(_COMMON_ENDINGS) and _verb_like(following))


_COMMON_ENDINGS = ("s", "ing", "ed", "ly", "ion", "ment", "ity", "ance", "ence", "ship", "ness", "ism")


def _verb_like(word: Word) -> bool:
    return (
        word.folded in _AUXILIARIES
        or word.folded.endswith("ed")
        or word.stem == "say"
        or is_past(word.folded)
    )


_AUXILIARIES = listed("is was has had will would may might could can should did does")
_APPOSITION = listed("who whose which her his a an the secretary head chairman chair leader")
"""Words with which an apposition to a bare name begins (“Okafor, her brother-in-law, …”)."""


def _whole(said: tuple[Word, ...], word: Word) -> str:
    run = next((run for run in capital_runs(said) if word in run), [word])
    return " ".join(part.text for part in run)
