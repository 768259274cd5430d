"""Rule of truth 4: an event has a printed time that lies ahead, and its words are supported."""

import re
from datetime import date, datetime, timedelta
from functools import lru_cache

from bot.domain.article import Article, Sentence
from bot.domain.brief import Event
from bot.domain.reading import EventClaim, Status
from bot.domain.when import When
from bot.services.checks.evidence import Evidence, Known
from bot.services.checks.figures import Cited, wrong_number
from bot.services.checks.lexicon import content
from bot.services.checks.names import foreign_name
from bot.services.checks.smuggling import smuggled
from bot.services.checks.stems import stem
from bot.services.checks.support import trust
from bot.services.checks.verbatim import copied, runs
from bot.services.checks.words import words
from bot.services.dating import Dated, is_past, order

_SUPPORT = 0.65
_SAME = 0.8
_OPEN = 1_000_000
_DAY = len("2021-11-30")
_UNTIL = re.compile(r"(until|till|through)\b", re.IGNORECASE)
_ENDS = frozenset(map(stem, ("end", "close", "expire", "finish", "conclude", "lapse")))
"""What happens when an “until” is over."""
_STATUS_WORDS = {
    Status.CANCELLED: "cancel scrap call abandon drop axe off withdraw shelve annul abort scratch ditch "
    "rule nix",
    Status.POSTPONED: "postpone delay defer put push back off move until instead adjourn suspend shift "
    "transfer reset reschedule carry now hold later rearrange new originally pend bring forward "
    "change adjust extend switch slip slide slid push prepone relist refix post",
}


def doubt(claim: EventClaim, article: Known) -> str | None:
    """Why an event is withheld, in plain words; None when it passes."""
    if not article.cites(claim.sentences):
        return "it cites no sentence of the article"
    evidence = article.evidence(claim.sentences)
    texts = filter(None, (claim.what, claim.where, *claim.who))
    smuggles = (smuggled(text, verbatim=copied(text, evidence), phrase=True) for text in texts)
    if reason := next(filter(None, smuggles), None):
        return reason
    return _wrong_time(claim, evidence) or _wrong_words(claim, evidence)


def dated(claim: EventClaim, article: Known) -> Dated:
    """What the phrase of an event means in the first cited sentence that prints it."""
    sentence = _printing(claim.phrase, article.evidence(claim.sentences))
    return article.timeline.resolve(claim.phrase, sentence) if sentence else Dated(When(claim.phrase))


def traced(claim: EventClaim, article: Known, when: When, now: datetime) -> Event:
    """The event as it is shown: without names that only other sentences print."""
    evidence = article.evidence(claim.sentences)
    where = claim.where if claim.where and _placed(claim.where, evidence) else None
    who = tuple(name for name in claim.who if _placed(name, evidence))
    past = is_past(when, article.article.published, now)
    return Event(claim.what, where, who, claim.status, when, past, claim.sentences)


def merged(events: list[Event]) -> tuple[Event, ...]:
    """One event for each happening, in order of time: of two with the same words the finer one stays."""
    kept: list[Event] = []
    for event in events:
        twin = next((other for other in kept if _one(event, other)), None)
        if twin is None:
            kept.append(event)
        elif _coarseness(event.when) < _coarseness(twin.when):
            kept[kept.index(twin)] = event
    return tuple(sorted(kept, key=lambda event: order(event.when)))


def _one(event: Event, other: Event) -> bool:
    """Whether two events are one happening: the same words, and times of which one holds the other.

    One sentence that prints two times mostly announces two events.
    """
    left, right = _stems(event.what), _stems(other.what)
    apart = event.when.phrase != other.when.phrase and not set(event.sentences).isdisjoint(other.sentences)
    size = max(len(left), len(right)) if apart else min(len(left), len(right))
    same = left == right or len(left & right) >= _SAME * size > 0
    return same and (_holds if apart else _overlap)(event.when, other.when)


@lru_cache(maxsize=4096)
def _stems(what: str) -> frozenset[str]:
    """What an event's words claim; each event is held against each other."""
    return frozenset(word.stem for word in content(words(what)))


def _holds(one: When, other: When) -> bool:
    """Whether one of two times lies within the other."""
    if not (one.start and one.end and other.start and other.end):
        return False
    first, last, start, end = (day[:_DAY] for day in (one.start, one.end, other.start, other.end))
    return (first <= start and end <= last) or (start <= first and last <= end)


def _overlap(one: When, other: When) -> bool:
    """Whether two times share a day; a deadline (“by June”) shares none but its last."""
    if one.edtf is None or other.edtf is None:
        return one.phrase == other.phrase
    if not (one.start and other.start) and one.end and other.end:
        return one.end[:_DAY] == other.end[:_DAY]
    starts, ends = max(one.start or "", other.start or ""), min(one.end or "9", other.end or "9")
    return starts[:10] <= ends[:10]


def _coarseness(when: When) -> tuple[int, int]:
    """How many days a time covers, open and unknown ones last; of equals the longer phrase says more."""
    if not (when.start and when.end):
        return _OPEN, -len(when.phrase)
    days = date.fromisoformat(when.end[:_DAY]) - date.fromisoformat(when.start[:_DAY])
    return days.days, -len(when.phrase)


def _printing(phrase: str, evidence: Evidence) -> Sentence | None:
    for sentence in evidence.sentences:
        if phrase in sentence.text or any(True for _ in runs(words(phrase), words(sentence.text))):
            return sentence
    return None


def _wrong_time(claim: EventClaim, evidence: Evidence) -> str | None:
    sentence = _printing(claim.phrase, evidence) if claim.phrase.strip() else None
    if sentence is None:
        return "its time is not in the cited sentences"
    found = evidence.article.timeline.resolve(claim.phrase, sentence)
    if (
        claim.status in _STATUS_WORDS
        and found.ahead is not None
        and found.when.edtf
        and not _long_ago(found, evidence)
    ):
        return None
    return None if _ahead(found, evidence.article.article) else "it does not lie ahead of the article"


def _long_ago(found: Dated, evidence: Evidence) -> bool:
    """Whether a time lies over a week back: what is called off may have been due yesterday."""
    published, end = evidence.article.article.published.value or "", found.when.end or ""
    if len(published) < _DAY or len(end) < _DAY:
        return False
    return date.fromisoformat(end[:_DAY]) < date.fromisoformat(published[:_DAY]) - timedelta(days=7)


def _ahead(found: Dated, article: Article) -> bool:
    """Whether the value ends after the article's date or, if that is open, the words look ahead."""
    published, end = article.published.value or "", found.when.end or ""
    if len(published) < _DAY or len(end) < _DAY or end[:_DAY] == published[:_DAY]:
        return found.ahead is not False
    return end[:_DAY] > published[:_DAY]


def _wrong_words(claim: EventClaim, evidence: Evidence) -> str | None:
    name = foreign_name(claim.what, evidence)
    if name and not _elsewhere(name, evidence.article):
        return f"“{name}” is not in the cited sentences"
    for part in (claim.where or "", *claim.who):
        if part and not _placed(part, evidence) and not _elsewhere(part, evidence.article):
            return f"“{part}” is not in the article"
    number = wrong_number(claim.what, Cited(" ".join(sentence.text for sentence in evidence.sentences)))
    if number and wrong_number(claim.what, Cited(evidence.article.article.text)):
        return f"“{number}” is not in the article"
    if not _supported(claim.what, evidence, _ENDS if _UNTIL.match(claim.phrase) else frozenset()):
        return "its words are not in the cited sentences"
    return _wrong_status(claim, evidence)


def _placed(part: str, evidence: Evidence) -> bool:
    """Whether a place or a participant stands in the cited sentences."""
    return not foreign_name(f"the {part}", evidence) and _supported(part, evidence)


def _elsewhere(part: str, article: Known) -> bool:
    return all(word.folded in article.folded for word in words(part))


def _supported(text: str, evidence: Evidence, implied: frozenset[str] = frozenset()) -> bool:
    """Whether the words of a text, less those whose stems its time implies, are those that are cited."""
    found = content(words(text)) or list(words(text))
    said = [word for word in found if word.stem not in implied] or found
    return sum(trust(word, evidence) for word in said) >= _SUPPORT * len(said)


def _wrong_status(claim: EventClaim, evidence: Evidence) -> str | None:
    needed = _STATUS_WORDS.get(claim.status)
    if needed is None or not evidence.article.english:
        return None
    if any(evidence.strict.same(word.stem) for word in words(needed)):
        return None
    return f"nothing in the cited sentences says that it is {claim.status}"
