"""All that one sentence announces: its times taken one by one, and what goes along with them."""

import re
from collections.abc import Sequence

from spacy.tokens import Token

from bot.domain.reading import Status
from bot.engines.offline.events import terms
from bot.engines.offline.events.announcing import Announcement, announcement, of_clause
from bot.engines.offline.events.clauses import (
    AUXILIARIES,
    FINITE,
    NOMINAL,
    Clause,
    ancestors,
    chain_of,
    clause_of,
)
from bot.engines.offline.events.mention import Grain, Mention
from bot.engines.offline.events.outlook import Outlook, outlook, status_of
from bot.engines.offline.events.vetoes import vetoed

THE_DAY_ON_WHICH = re.compile(r"^,? ?the (?:same )?(?:day|date|week|month) (?:that|when|on which|in which) ")


def announcements(dated: Sequence[Mention]) -> list[Announcement]:
    """What the phrases of one sentence announce; of several times of one verb the finest."""
    kept: list[Announcement] = []
    for mention in dated:
        for announced in _all(mention, kept):
            twin = next((i for i, one in enumerate(kept) if _twins(one, announced)), None)
            if twin is None:
                kept.append(announced)
            elif _rank(announced) > _rank(kept[twin]):
                kept[twin] = announced
    return kept


def _all(mention: Mention, earlier: Sequence[Announcement]) -> list[Announcement]:
    main = announcement(mention) or _sibling(mention, earlier)
    found = [main, _when(mention)]
    return [announced for announced in found if announced is not None]


def _sibling(mention: Mention, earlier: Sequence[Announcement]) -> Announcement | None:
    """“would go down to 11 percent in July, and to 10 percent in 2028”: a second time of one verb."""
    clause = clause_of(mention)
    one = next((e for e in earlier if clause and e.clause and e.clause.verb == clause.verb), None)
    if clause is None or one is None or one.noun is not None or vetoed(mention, clause):
        return None
    between = mention.span.doc[one.mention.time.end : mention.time.start]
    along = any(token.lower_ == "and" for token in between) and mention.grain >= Grain.FAR
    return of_clause(mention, clause) if along and mention.dated.ahead else None


def _when(mention: Mention) -> Announcement | None:
    """“on May 31, the day on which Colombians vote”."""
    doc, i = mention.span.doc, mention.time.end
    opening = THE_DAY_ON_WHICH.match(doc[i : mention.span.end].text) if mention.grain is Grain.FINE else None
    if opening is None:
        return None
    start = doc[i].idx + opening.end()
    verb = next(
        (token for token in doc[i : mention.span.end] if token.idx >= start and token.tag_ in FINITE), None
    )
    clause = (
        Clause(chain_of(verb if verb is not None and verb.dep_ not in AUXILIARIES else verb.head))
        if verb
        else None
    )
    if clause is None or outlook(clause) < Outlook.PLAIN or vetoed(mention, clause):
        return None
    return Announcement(mention, clause, None, status_of(mention, clause))


def _twins(one: Announcement, other: Announcement) -> bool:
    """The same verb, unless “and” or a comma joins two days (“in Bonn on Monday and in Paris on Tuesday”)."""
    if one.clause is None or other.clause is None or one.noun is not None or other.noun is not None:
        return False
    between = one.mention.span.doc[one.mention.time.end : other.mention.time.start]
    listed = between.text == "," and one.mention.grain is other.mention.grain
    apart = listed or any(token.lower_ in {"and", "then"} for token in between)
    return one.clause.verb == other.clause.verb and not apart


def _rank(announced: Announcement) -> tuple[bool, int, bool]:
    """A new date over an old one, the finer over the coarser, after the verb over before it."""
    mention, clause = announced.mention, announced.clause
    after = clause is not None and mention.time.start > clause.verb.i
    return announced.dated, mention.grain, after


def shared_date(announced: Announcement) -> Token | None:
    """The event noun right before the phrase, when the clause around it is not certain itself.

    “could sign a deal on the margins of the council on Monday”: the council stands.
    """
    mention = announced.mention
    if announced.clause is None or announced.status not in {
        Status.CONDITIONAL,
        Status.PROPOSED,
        Status.EXPECTED,
    }:
        return None
    before = mention.span.doc[max(mention.span.start, mention.time.start - 1)]
    if before.tag_ not in NOMINAL or before.lower_ not in terms.EVENTS or before.dep_ != "pobj":
        return None
    prepositions = {token.lower_ for token in [before.head, *ancestors(before.head)][:4]}
    return (
        before
        if prepositions & {"margins", "sidelines", "during", "ahead", "before", "after", "at"}
        else None
    )
