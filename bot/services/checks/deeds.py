"""Rule of truth 2, deeds: a plan is not told as done, nor a deed as a plan."""

from collections.abc import Iterator

from bot.services.checks.dates import Printed, agree, dates
from bot.services.checks.evidence import Evidence
from bot.services.checks.lexicon import content, synonymous
from bot.services.checks.moods import Mood, Told, hopeful, told
from bot.services.checks.opposites import NEGATORS, cue
from bot.services.checks.support import overlap
from bot.services.checks.thesaurus import SAME, Senses
from bot.services.checks.words import Word, words
from bot.services.dating.verbs import MOVES

_ABOUT = 0.5
"""Share of a clause that a cited clause has to speak of for a synonym there to be the same deed."""
_TOPIC, _RIVAL = 0.5, 0.7
"""Share of a clause that the nearest cited one speaks of, and how near to it others count too."""
_BESIDE = 45
"""Characters between a verb and a date that goes with it."""
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
    near = _of_its_days(clause, verbs, cited)
    known = [set(_told(word, clause, near)) for word in content(verbs)]
    if any(clause.mood in moods for moods in known):
        return False
    opposite, moods = {_OPPOSITE[clause.mood]}, {run.mood for run in near}
    if done:
        return opposite in known or opposite == _nearest(clause, near)
    return opposite in known and clause.mood not in moods


def _shifts(word: Word) -> bool:
    """Whether a word says no, or moves a date."""
    return cue(word) or word.folded in MOVES


def _of_its_days(clause: Told, verbs: list[Word], cited: list[Told]) -> list[Told]:
    """The cited clauses without a date and, if the clause has one beside a verb, those of the same date."""
    days = [day for day in dates(clause.text) if _beside(day, verbs, clause)]
    dated = [_governing(cited, at) for at, run in enumerate(cited) if _shares_a_day(days, run)]
    return [run for run in cited if run in dated or not (days and dates(run.text))]


def _beside(day: Printed, verbs: list[Word], clause: Told) -> bool:
    """Whether a date stands close enough to a verb of its clause to tell when that was or will be."""
    at = clause.words[0].start + day.start
    return any(0 < at - verb.end < _BESIDE or 0 < verb.start - at < _BESIDE for verb in verbs)


def _governing(cited: list[Told], at: int) -> Told:
    """The clause here or, where it has no verb (“…, May 27, …”), the one before that has."""
    return next((run for run in cited[at::-1] if not run.verbless), cited[at])


def _shares_a_day(days: list[Printed], run: Told) -> bool:
    """Whether a clause prints one of these dates."""
    return any(agree(one, other) for one in days for other in dates(run.text))


def _told(word: Word, clause: Told, cited: list[Told]) -> Iterator[Mood]:
    """How the cited clauses tell what the verb says; synonyms that look ahead only in a clause alike."""
    claims = [other for other in content(clause.words) if other is not word]
    senses = Senses([word.stem])
    for run in cited:
        alike = not claims or overlap(claims, list(run.words)) >= _ABOUT * len(claims)
        for other, mood in zip(run.words, run.moods, strict=True):
            same = other.stem == word.stem
            means = same or synonymous(other.stem, word.stem) or senses.support(other.stem) >= SAME
            if means and (same or alike or mood is not Mood.AHEAD):
                yield mood


def _nearest(clause: Told, cited: list[Told]) -> set[Mood]:
    """The moods of the cited clauses that speak most of what this one speaks of; none where all are far."""
    claims = [word for word in content(clause.words) if not (word.quoted or word.capital or hopeful(word))]
    figures = {word.folded for word in clause.words if word.number}
    if len(claims) < 2:  # noqa: PLR2004
        return set()
    near = [
        (overlap(claims, list(run.words)) + len(figures & {word.folded for word in run.words}), run.mood)
        for run in cited
        if not run.verbless
    ]
    top = max((score for score, _ in near), default=0.0)
    return {mood for score, mood in near if score >= _RIVAL * top} if top >= _TOPIC * len(claims) else set()
