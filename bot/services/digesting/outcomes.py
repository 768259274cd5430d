"""What a statement says became of an event that it is about, by its verbs; omit rather than guess.

A verb counts in the past, in a clause where no word before it leaves open, denies, asks for or only tells of
another time what it says (“could be postponed”, “was not held”, “a year ago”). Some events come about under
another verb than their own: a vote passes a bill, a final is won.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from bot.domain.post import Word
from bot.services.checks import words as printed
from bot.services.checks.stems import is_past, stem
from bot.services.wordlists import listed


def _stems(words: str) -> frozenset[str]:
    return frozenset(map(stem, listed(words)))


CANCELLED = _stems("cancel abandon scrap scrub axe withdraw annul")
MOVED = _stems("postpone reschedule delay defer adjourn advance suspend")
"""Phrasal verbs are among them: “called off” has the stem of “cancel” (`bot.services.checks.words`)."""
SHIFTED = _stems("move extend shift")
"""Verbs that say it of an event in the passive only: “the talks were moved”, not “the army moved”."""
HAPPENED = _stems("hold begin start open end close conclude finish happen occur expire")
KINDS: tuple[tuple[frozenset[str], frozenset[str]], ...] = tuple(
    (_stems(events), _stems(verbs))
    for events, verbs in (
        ("vote bill law motion referendum parliament", "pass approve adopt reject back endorse defeat vote"),
        ("play match final game semifinal derby", "beat win lose draw defeat overcome"),
        ("verdict trial ruling sentence judgment", "convict acquit sentence find rule clear jail"),
        ("launch rocket probe satellite", "lift blast launch"),
        ("present unveil show launch publish report", "present unveil show release publish introduce"),
        ("decision rate meeting", "raise lower leave keep cut hold"),
        ("election elect", "vote elect win"),
        ("strike walkout", "walk strike"),
        ("meet talks summit", "meet agree sign"),
    )
)
"""Verbs under which events of a kind come about; an event is of a kind by the words that it is told in."""
WENT_ON_STRIKE = re.compile(r"\bwent on strike\b", re.IGNORECASE)

OPEN = listed("""
will shall would may might could can should to be if unless whether not no never nobody none without
denied threatened demanded ago
""")
"""Words that leave open, deny or put off what a clause says after them."""
ASIDE = listed("if unless whether tomorrow")
"""Words that leave open all that their clause says."""
PASSIVE = listed("was were been is are being")
IRREGULAR = listed("put set held brought took beat cut")
SAME = listed("beat cut put set")
"""Past forms that are the present, too, and nouns: they count only right after a name or a form of “be”."""
EARLIER = re.compile(
    r"\b(?:last (?:year|month|spring|summer|autumn|fall|winter)|previous(?:ly)?)\b", re.IGNORECASE
)
YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def word_of(text: str, about: frozenset[str], year: str) -> Word | None:
    """What a statement about an event of a year says became of it; None when it does not say."""
    if EARLIER.search(text) or any(found != year for found in YEAR.findall(text)):
        return None
    found = printed.words(text)
    done = list(_done(found))
    stems = {word.stem for word in done}
    if stems & CANCELLED:
        return Word.CANCELLED
    if stems & MOVED or any(word.stem in SHIFTED and _passive(word, found) for word in done):
        return Word.MOVED
    struck = stem("strike") in about and WENT_ON_STRIKE.search(text)
    return Word.HELD if struck or stems & (HAPPENED | about | _verbs_of(about)) else None


def _verbs_of(about: frozenset[str]) -> frozenset[str]:
    return frozenset[str]().union(*(verbs for kind, verbs in KINDS if kind & about))


def _done(found: Sequence[printed.Word]) -> Iterator[printed.Word]:
    """Verbs that say of something that it was done."""
    aside = {word.clause for word in found if word.folded in ASIDE}
    loose: set[int] = set()
    before: printed.Word | None = None
    for word in found:
        if word.folded in OPEN:
            loose.add(word.clause)
        elif word.clause not in loose | aside and _is_past_form(word, before):
            yield word
        before = word


def _is_past_form(word: printed.Word, before: printed.Word | None) -> bool:
    if word.capital:
        return False
    if word.folded in SAME:
        return before is not None and (before.capital or before.folded in PASSIVE)
    return word.folded.endswith("ed") or word.folded in IRREGULAR or is_past(word.folded)


def _passive(verb: printed.Word, found: Iterable[printed.Word]) -> bool:
    """Whether a form of “be” stands before a verb in its clause."""
    return any(
        word.folded in PASSIVE and word.clause == verb.clause and word.start < verb.start for word in found
    )
