"""What rests on sentences that speak to a model is taken back; `fitting` does not read them to it either."""

from collections.abc import Iterable
from dataclasses import replace
from typing import TypeVar

from bot.domain.article import Article
from bot.domain.brief import ClaimKind, Withheld
from bot.domain.reading import ActorClaim, EventClaim, Reading, StatementClaim
from bot.services.instructions import is_instruction

ORDERED = "it rests on words to whoever sums the article up, not on news"

C = TypeVar("C", StatementClaim, ActorClaim, EventClaim)


def take_back_orders(reading: Reading, article: Article) -> tuple[Reading, tuple[Withheld, ...]]:
    """The reading without what rests on orders alone, and that; all other claims cite only the news."""
    statements, no_statements = _divided(reading.statements, article)
    actors, no_actors = _divided(reading.actors, article)
    events, no_events = _divided(reading.events, article)
    withheld = (
        *(Withheld(ClaimKind.STATEMENT, claim.text, ORDERED) for claim in no_statements),
        *(Withheld(ClaimKind.ACTOR, claim.name, ORDERED) for claim in no_actors),
        *(Withheld(ClaimKind.EVENT, claim.what, ORDERED) for claim in no_events),
    )
    return Reading(statements, actors, events), withheld


def _divided(claims: Iterable[C], article: Article) -> tuple[tuple[C, ...], tuple[C, ...]]:
    kept, lost = list[C](), list[C]()
    for claim in claims:
        news = tuple(number for number in claim.sentences if not _is_order(number, article))
        if news or not claim.sentences:
            kept.append(replace(claim, sentences=news))
        else:
            lost.append(claim)
    return tuple(kept), tuple(lost)


def _is_order(number: int, article: Article) -> bool:
    return article.has(number) and is_instruction(article.sentence(number).text)
