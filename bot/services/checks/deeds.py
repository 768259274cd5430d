"""Rule of truth 2, deeds: a plan is not told as done, nor a deed as a plan."""

from collections.abc import Iterator

from bot.services.checks.evidence import Evidence
from bot.services.checks.lexicon import content, synonymous
from bot.services.checks.moods import FINITE, Mood, Told, hopeful, told
from bot.services.checks.opposites import NEGATORS, cue
from bot.services.checks.support import overlap
from bot.services.checks.thesaurus import SAME, Senses
from bot.services.checks.words import Word, words
from bot.services.dating.verbs import MOVES

_ABOUT = 0.5
"""Share of a clause that a cited clause has to speak of for a synonym there to be the same deed."""
_TOPIC, _RIVAL = 0.5, 0.7
"""Share of a clause that the nearest cited one speaks of, and how near to it others count too."""
_OPPOSITE = {Mood.DONE: Mood.AHEAD, Mood.AHEAD: Mood.DONE}
_OTHERWISE = NEGATORS | {"yet", "until", "once"}


def wrong_deed(text: str, evidence: Evidence) -> str | None:
    """Why a verb of the text tells as done what the cited sentences see coming, or the other way round."""
    cited = [clause for sentence in evidence.sentences for clause in told(sentence.text)]
    otherwise = {word.clause for word in words(text) if word.folded in _OTHERWISE}
    for clause in told(text):
        if any(word.clause in otherwise for word in clause.words) or not _mistimed(clause, cited):
            continue
        verb = next((word.text for word in clause.verbs if not hopeful(word)), clause.words[0].text)
        if clause.mood is Mood.DONE:
            return f"it says “{verb}” of what the cited sentences only say may come"
        return f"it puts “{verb}” ahead, the cited sentences say it is done"
    return None


def _mistimed(clause: Told, cited: list[Told]) -> bool:
    """Whether the cited sentences tell what a clause tells in the opposite mood only.

    To announce what is done is the lesser lie, and said in more ways: then the very verb has to be cited.
    """
    done = clause.mood is Mood.DONE
    verbs = [word for word in clause.verbs if not (word.quoted or (done and hopeful(word)))]
    if clause.mood not in _OPPOSITE or not verbs or not (done or clause.certain):
        return False
    if done and (" to have " in f" {clause.text}" or any(map(_shifts, clause.words))):
        return False
    known = [set(_told(word, clause, cited)) for word in content(verbs)]
    if any(clause.mood in moods for moods in known):
        return False
    opposite, moods = {_OPPOSITE[clause.mood]}, {run.mood for run in cited}
    if done:
        return opposite in known or opposite == _nearest(clause, cited)
    return opposite in known and clause.mood not in moods


def _shifts(word: Word) -> bool:
    """Whether a word says no, or moves a date."""
    return cue(word) or word.folded in MOVES


def _told(word: Word, clause: Told, cited: list[Told]) -> Iterator[Mood]:
    """How the cited clauses tell what the verb says; synonyms that look ahead only in a clause alike."""
    claims = [other for other in content(clause.words) if other is not word]
    senses = Senses([word.stem])
    for run in cited:
        alike = overlap(claims, list(run.words)) >= _ABOUT * len(claims)
        for other, mood in zip(run.words, run.moods, strict=True):
            means = synonymous(other.stem, word.stem) or senses.support(other.stem) >= SAME
            if means and (alike or other.stem == word.stem or mood is not Mood.AHEAD):
                yield mood


def _nearest(clause: Told, cited: list[Told]) -> set[Mood]:
    """The moods of the cited clauses that speak most of what this one speaks of; none where all are far."""
    claims = [word for word in content(clause.words) if not word.capital]
    figures = {word.folded for word in clause.words if word.number}
    if len(claims) < 2:  # noqa: PLR2004
        return set()
    near = [
        (overlap(claims, list(run.words)) + len(figures & {word.folded for word in run.words}), run.mood)
        for run in cited
        if run.verbs or any(word.folded in FINITE for word in run.words)
    ]
    top = max((score for score, _ in near), default=0.0)
    return {mood for score, mood in near if score >= _RIVAL * top} if top >= _TOPIC * len(claims) else set()
