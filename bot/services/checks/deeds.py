"""Rule of truth 2, deeds: a plan is not told as done, nor a deed as a plan, and no deed is made up."""

from collections.abc import Iterator

from bot.services.checks.dates import Printed, agree, ahead_in, dates
from bot.services.checks.evidence import Evidence
from bot.services.checks.lexicon import content, synonymous
from bot.services.checks.listing import listed
from bot.services.checks.moods import REPORTS, Mood, Told, hopeful, told
from bot.services.checks.opposites import CUES, NEGATORS
from bot.services.checks.stems import stem
from bot.services.checks.support import exactness, overlap, support
from bot.services.checks.thesaurus import SAME, Senses
from bot.services.checks.vocabulary import STOP
from bot.services.checks.words import Word, words
from bot.services.dating.verbs import MOVES

_ABOUT = 0.5
"""Share of a clause that a cited clause has to speak of for a synonym there to be the same deed."""
_TOPIC, _RIVAL = 0.5, 0.7
"""Share of a clause that the nearest cited one speaks of, and how near to it others count too."""
_HEARD, _CLOSE = 0.3, 0.55
"""Support of a verb that is borne out, and the share of cited words from which on a statement needs that.

In a statement in words of its own an unknown verb says little: of 67 such at first sight 16 were withheld for
one, with the share asked for 5; of ten invented verbs that were found nine still are.
"""
_BESIDE = 45
"""Characters between a verb and a date that goes with it."""
_PREFIXES = ("un", "re", "mis", "dis")
_OPPOSITE = {Mood.DONE: Mood.AHEAD, Mood.AHEAD: Mood.DONE}
_OTHERWISE = NEGATORS | {"yet", "until"}
_GENERAL = frozenset(
    stem(word)
    for word in listed("""
say tell declare warn promise insist describe compare credit start begin continue resume end finish move
reach receive hold send bring find meet provide show name undergo suffer stage follow consider plan expect
mean appear look stand sit see want need require remain stay become turn try seek use include involve
cause lead result come go run carry place set hand deliver submit list return contact replace appoint
decide note report state announce mention claim believe think know hear feel write draw drive raise date
call ask play release stop miss slip handle offer work serve act concern affect face rule authorise repeat
trigger design build devote shut close open win lose spend pay cost leave keep let help allow prevent
avoid visit succeed fail implement sign postpone intend hope aim choose pick select get give take make put
agree total amount lie live die grow fall rise happen occur differ exist contain cover last wait add amass
climb present unlock seem agree receive clear debate occupy experience sum
""")
)
"""Stems of verbs that news uses of almost anything, so that they claim little."""
_SPEECH = frozenset(stem(word) for word in listed("say tell deny warn argue insist claim confirm"))
_ASSENT = frozenset(
    stem(word) for word in listed("approve accept support back endorse admit acknowledge confirm")
)
_DISSENT = frozenset(stem(word) for word in listed("reject dismiss deny refuse decline oppose exclude"))
_JUDGEMENT = frozenset(stem(word) for word in listed("criticise condemn denounce welcome praise"))


def wrong_deed(text: str, evidence: Evidence) -> str | None:
    """Why a verb of the text is not what the cited sentences say happened, or will; None if it is."""
    cited = [clause for sentence in evidence.sentences for clause in told(sentence.text)]
    close = exactness(text, evidence) >= _CLOSE
    for clause in told(text):
        plain = not any(word.folded in _OTHERWISE for word in clause.words)
        if plain and _mistimed(clause, cited, evidence):
            verb = next((word.text for word in clause.verbs if not hopeful(word)), clause.words[0].text)
            if clause.mood is Mood.DONE:
                return f"it says “{verb}” of what the cited sentences only say may come"
            return f"it puts “{verb}” ahead, the cited sentences say it is done"
        for word in clause.verbs:
            if close and plain and not word.quoted and not _heard(word, evidence):
                return f"the cited sentences do not say “{word.text}”"
    return None


def _mistimed(clause: Told, cited: list[Told], evidence: Evidence) -> bool:
    """Whether a clause tells as done what the cited sentences see coming, or the other way round."""
    verbs = [word for word in clause.verbs if not (word.quoted or (_plain(clause) and hopeful(word)))]
    if clause.mood not in _OPPOSITE or not verbs or (clause.mood is Mood.AHEAD and not clause.certain):
        return False
    if _plain(clause) and any(word.stem in CUES or word.folded in MOVES for word in clause.words):
        return False
    days = [day for day in dates(clause.text) if _beside(day, verbs, clause)]
    there = [_governing(cited, at) for at, run in enumerate(cited) if _shares_a_day(days, run)]
    undated = [run for run in cited if run in there or not (days and dates(run.text))]
    known = [set(_told(word, clause, undated)) for word in content(verbs)]
    if any(clause.mood in moods for moods in known):
        return False
    opposite = {_OPPOSITE[clause.mood]}
    foretold = clause.mood is Mood.AHEAD and (_foretold(verbs, cited) or _all_past(cited))
    if foretold or opposite in known or opposite in (_nearest(clause, undated), {run.mood for run in there}):
        return True
    sides = {
        ahead_in(day, evidence.sentences, evidence.article.timeline)
        for day in days
        if day.day or day.weekday is not None
    }
    return bool(there) and not any(known) and sides == {_plain(clause)}


def _plain(clause: Told) -> bool:
    """Whether a clause tells something as done."""
    return clause.mood is Mood.DONE


def _foretold(verbs: list[Word], cited: list[Told]) -> bool:
    """Whether a coming word of somebody is announced, and no cited clause looks ahead with such a verb."""
    said = any(word.stem in _SPEECH for word in verbs)
    return said and not any(
        word.stem in REPORTS and mood is Mood.AHEAD
        for run in cited
        for word, mood in zip(run.words, run.moods, strict=True)
    )


def _all_past(cited: list[Told]) -> bool:
    """Whether nothing in the cited sentences is told but as done."""
    return {run.mood for run in cited if not run.verbless} == {Mood.DONE}


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


def _heard(word: Word, evidence: Evidence) -> bool:
    """Whether the cited sentences bear a verb out, in another word or without a prefix."""
    if word.stem in _GENERAL or word.capital or word.folded in STOP:
        return True
    bare = [word.folded.removeprefix(prefix) for prefix in _PREFIXES if word.folded.startswith(prefix)]
    forms = [word, *(form for rest in bare for form in words(rest))]
    return any(support(form, evidence) >= _HEARD for form in forms) or _implied(word, evidence)


def _implied(word: Word, evidence: Evidence) -> bool:
    """Whether a verb of stance sums up a “no”, or what somebody is quoted with."""
    said_no = any(other.stem in CUES or other.folded in NEGATORS for other in evidence.all_words)
    quoted = any(other.quoted for other in evidence.all_words)
    return (word.stem in _DISSENT and (said_no or quoted)) or (word.stem in _ASSENT | _JUDGEMENT and quoted)
