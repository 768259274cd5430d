"""All checks of one reading."""

from dataclasses import dataclass
from datetime import datetime

from bot.domain.article import Article
from bot.domain.brief import Actor, ClaimKind, Event, Statement, Withheld
from bot.domain.reading import ActorClaim, EventClaim, Reading, StatementClaim
from bot.domain.when import When
from bot.services.dating.timeline import Dated, Timeline


@dataclass(frozen=True, slots=True)
class Checked:
    """What passed, what was withheld and why, and what the person should know about it."""

    summary: tuple[Statement, ...] = ()
    actors: tuple[Actor, ...] = ()
    events: tuple[Event, ...] = ()
    withheld: tuple[Withheld, ...] = ()
    notes: tuple[str, ...] = ()


def check(reading: Reading, article: Article, now: datetime) -> Checked:
    """Hold every claim against the sentences it cites; `now` decides which events are past."""
    timeline = Timeline(article)
    withheld: list[Withheld] = []
    summary = [
        Statement(claim.text, claim.sentences)
        for claim in reading.statements
        if _cited(claim, article, withheld)
    ]
    actors = [_actor(claim, article) for claim in reading.actors if _cited(claim, article, withheld)]
    dated = [
        (claim, _dated(claim, article, timeline))
        for claim in reading.events
        if _cited(claim, article, withheld)
    ]
    events = [
        Event(
            claim.what,
            claim.where,
            claim.who,
            claim.status,
            dated.when,
            _past(dated.when, now),
            claim.sentences,
        )
        for claim, dated in dated
    ]
    notes = tuple(dict.fromkeys(dated.note for _, dated in dated if dated.note))
    return Checked(tuple(summary), tuple(actors), tuple(events), tuple(withheld), notes)


def _cited(
    claim: StatementClaim | ActorClaim | EventClaim, article: Article, withheld: list[Withheld]
) -> bool:
    if claim.sentences and all(article.has(number) for number in claim.sentences):
        return True
    match claim:
        case StatementClaim():
            kind, text = ClaimKind.STATEMENT, claim.text
        case ActorClaim():
            kind, text = ClaimKind.ACTOR, claim.name
        case EventClaim():
            kind, text = ClaimKind.EVENT, claim.what
    withheld.append(Withheld(kind, text, "it cites no sentence of the article"))
    return False


def _actor(claim: ActorClaim, article: Article) -> Actor:
    names = (claim.name, *claim.aliases)
    mentions = sum(any(name in sentence.text for name in names) for sentence in article.sentences)
    return Actor(claim.name, claim.kind, claim.role, claim.aliases, mentions, claim.sentences)


def _dated(claim: EventClaim, article: Article, timeline: Timeline) -> Dated:
    for number in claim.sentences:
        sentence = article.sentence(number)
        if claim.phrase in sentence.text:
            try:
                return timeline.resolve(claim.phrase, sentence)
            except NotImplementedError:
                break
    return Dated(When(claim.phrase))


def _past(when: When, now: datetime) -> bool:
    return when.end is not None and when.end[:10] < now.date().isoformat()
