"""Rule of truth 2, opposites: a statement does not say “rose” where its cited sentences say “fell”."""

import re

from bot.services.checks.evidence import Evidence
from bot.services.checks.lexicon import Lexicon, content, telling
from bot.services.checks.negation import Signs
from bot.services.checks.opposites import DENIALS, NEGATORS, opposites
from bot.services.checks.segments import clauses
from bot.services.checks.stems import MEANT
from bot.services.checks.support import overlap
from bot.services.checks.words import Word, words

_PAIRS = (
    ("before", "after"),
    ("above over more exceeding", "below under less fewer"),
    ("start beginning", "end"),
    ("early", "late"),
)
_SIDES = {
    word: frozenset(other.split())
    for pair in _PAIRS
    for one, other in (pair, pair[::-1])
    for word in one.split()
}
_TAKES_SIDES = re.compile(
    r"\b(?:vot|rul)(?:e|es|ed|ing)\b[^,;:.]{0,20}?\s"
    r"(against|in favou?r of|for(?!(?:\s\S+){1,2}\s(?:time|hour|day|week|month|year)s?\b))\s",
    re.IGNORECASE,
)
"""“Voted 9 to 4 against”, “ruled in favour of”; not “voted for the first time”, “ruled for ten years”."""
_ABSTAIN, _VOTE = "abstain", "vot"
"""Stems."""
_FAR = 8
_TOUCH = 0.8
_PARTICLES = {"up", "down", "back", "off", "out", "forward", "over", "away"}


def opposite_word(text: str, evidence: Evidence) -> str | None:
    """Why a word of the text is the opposite of what the cited sentences say, or None."""
    said = words(text)
    ours, theirs = Signs([said]), evidence.signs
    weighed = {negation.word for negation in ours.negations}
    for word in telling(said):
        if not (word.quoted or word in weighed or ours.negated(word)) and _contradicted(word, ours, theirs):
            return f"it says “{word.text}”, the cited sentences say the opposite"
    return _other_side(said, evidence) or _other_vote(text, evidence)


def _other_vote(text: str, evidence: Evidence) -> str | None:
    """“Voted for it” where every vote that the cited sentences tell of is “against”, or is abstained from."""
    sides = {side for sentence in evidence.sentences for side in _taken(sentence.text)}
    wrong = _taken(text) - sides
    told = sides or (_ABSTAIN in evidence.lexicon.stems and _VOTE not in evidence.lexicon.stems)
    return f"it says “{min(wrong)}”, the cited sentences say the opposite" if told and wrong else None


def _taken(text: str) -> set[str]:
    return {"against" if side.casefold() == "against" else "for" for side in _TAKES_SIDES.findall(text)}


def _contradicted(word: Word, ours: Signs, theirs: Signs) -> bool:
    """Whether an opposite of the word is cited, nothing on its side is, and the text says only this."""
    others = opposites().get(word.stem, frozenset())
    if others.isdisjoint(theirs.said.stems):
        return False
    cited = {other.stem for other in _facing(word, others, ours, theirs)}
    if not cited or theirs.said.means(word.stem) or _also_said(word, cited, ours):
        return False
    allies = {ally for other in others for ally in opposites().get(other, frozenset())}
    if allies & theirs.said.stems:
        return False
    return not any(theirs.negated(other) for other in theirs.words if other.stem in cited)


def _facing(word: Word, others: frozenset[str], ours: Signs, theirs: Signs) -> list[Word]:
    """The cited opposites of a word in clauses about the same things; particles of verbs are none."""
    around = next(run for sentence in ours.sentences for run in clauses(sentence) if word in run)
    claims = [other for other in content(around) if other is not word]
    return [
        other
        for sentence in theirs.sentences
        for run in clauses(sentence, coarse=True)
        for before, other in zip([None, *run], run, strict=False)
        if other.stem in others
        and (other.opens or not other.capital or other.text.isupper())
        and not (before and before.stem in MEANT)
        and (not claims or overlap(claims, run) >= _TOUCH)
    ]


def _also_said(word: Word, cited: set[str], ours: Signs) -> bool:
    """Whether the text says the cited opposite too, of something else or in another word."""
    rest = (other for sentence in ours.sentences for other in telling(sentence) if other.stem != word.stem)
    lexicon = Lexicon(other for other in rest if other.folded not in _PARTICLES)
    return any(lexicon.means(other) for other in cited)


def _other_side(said: tuple[Word, ...], evidence: Evidence) -> str | None:
    """“after” before the very words that the cited sentences put “before” before."""
    theirs = [side for sentence in evidence.words for side in _sides(sentence)]
    for word, meant, heads in _sides(said):
        alike = {(other, printed.text) for printed, other, others in theirs if heads & others}
        against = sorted(text for other, text in alike if other in _SIDES[meant])
        as_printed = meant != word.folded and any(
            word.folded == printed.folded and heads & others for printed, _, others in theirs
        )
        if against and not as_printed and meant not in {other for other, _ in alike} and not word.quoted:
            other = f"not {against[0]}" if against[0].casefold() == word.folded else against[0]
            return f"it says “{word.text}”, the cited sentences say “{other}”"
    return None


def _sides(sentence: tuple[Word, ...]) -> list[tuple[Word, str, set[str]]]:
    """The words of place and time that have an opposite, what they mean here, and the stems of what follows.

    “not before May”, “no earlier than May” and “May at the earliest” put a thing after May.
    """
    found = []
    for at, word in enumerate(sentence):
        negated = any(
            near.folded in NEGATORS or near.stem in DENIALS
            for near in sentence[max(0, at - _FAR) : at]
            if near.clause == word.clause
        )
        following = sentence[at + 1 :]
        if word.folded == "earliest":
            found.append((word, "after", _heads(sentence[max(0, at - 4) : at])))
        elif (
            word.folded in {"earlier", "sooner"}
            and negated
            and following[:1]
            and following[0].folded == "than"
        ):
            found.append((word, "after", _heads(following)))
        elif word.folded in _SIDES:
            turned = word.folded == "before" and negated
            found.append((word, "after" if turned else word.folded, _heads(following)))
    return found


def _heads(rest: tuple[Word, ...]) -> set[str]:
    return {word.stem for word in telling(word for word in rest[:5] if word.clause == rest[0].clause)[:2]}
