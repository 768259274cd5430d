"""Orders to whoever sums up, and what rests on them, are taken back; `fitting` reads them to no model."""

from collections.abc import Iterable
from dataclasses import replace
from typing import TypeVar

from bot.domain.article import Article
from bot.domain.brief import ClaimKind, Withheld
from bot.domain.reading import ActorClaim, EventClaim, Reading, StatementClaim
from bot.services.instructions import is_instruction

ORDERED = "it repeats words to whoever sums the article up, not news"

C = TypeVar("C", StatementClaim, ActorClaim, EventClaim)


def take_back_orders(reading: Reading, article: Article) -> tuple[Reading, tuple[Withheld, ...]]:
    """The reading without what repeats an order or cites nothing else, and that; the rest cites only news."""
    news = [claim for claim in reading.statements if not is_instruction(claim.text)]
    obeyed = [claim for claim in reading.statements if is_instruction(claim.text)]
    statements, no_statements = _divided(news, article)
    actors, no_actors = _divided(reading.actors, article)
    events, no_events = _divided(reading.events, article)
    withheld = (
        *(Withheld(ClaimKind.STATEMENT, claim.text, ORDERED) for claim in (*obeyed, *no_statements)),
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
