"""Whether the words around a time phrase announce something, and which words those are."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from bot.domain.reading import Status
from bot.engines.offline.events.carrying import FUTURE, carries, happens
from bot.engines.offline.events.clauses import (
    AUXILIARIES,
    FINITE,
    NOMINAL,
    Clause,
    ancestors,
    chain_of,
    clause_of,
    misread_verb,
)
from bot.engines.offline.events.mention import Grain, Mention
from bot.engines.offline.events.outlook import Outlook, outlook
from bot.engines.offline.events.statuses import MAYBE, is_cancelled, is_postponed, status_of
from bot.engines.offline.events.vetoes import denied, vetoed
from bot.engines.offline.events.words import (
    EVENTS,
    EXPECTING,
    FINANCE,
    HAPPENING,
    SCHEDULING,
)

ORDINALS = frozenset({"second", "third", "fourth", "last", "another", "others"})
EXPLICIT = re.compile(
    r"\d|\b(?:tomorrow|next|coming|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)", re.IGNORECASE
)
NEAR = 3
"""Words between a noun and the time that goes with it."""
THE_DAY_ON_WHICH = re.compile(r"^,? ?the (?:same )?(?:day|date|week|month) (?:that|when|on which|in which) ")
TO = frozenset({"to", "until", "till"})


@dataclass(frozen=True, slots=True)
class Announcement:
    """What a phrase dates: a clause, or the `noun` it hangs on. `dated` is False for a date that fell."""

    mention: Mention
    clause: Clause | None
    noun: Token | None
    status: Status
    dated: bool = True


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
    main = announcement(mention) or _companion(mention, earlier)
    found = [main, _when(mention)]
    return [announced for announced in found if announced is not None]


def _companion(mention: Mention, earlier: Sequence[Announcement]) -> Announcement | None:
    """“…, with a second dose 14 days later”: what goes along with something announced."""
    if not earlier or mention.grain is not Grain.FINE:
        return None
    above = list(ancestors(mention.time.root))
    noun = next((token for token in above if token.dep_ == "pobj" and not mention.holds(token)), None)
    if noun is None or not mention.time.start - NEAR <= noun.i < mention.time.start:
        return None
    before = noun.head.lower_ == "with" or {"followed", "by"} <= {noun.head.lower_, noun.head.head.lower_}
    along = before and noun.left_edge.i >= earlier[-1].mention.time.end and noun.lower_ in EVENTS | ORDINALS
    return Announcement(mention, None, noun, earlier[-1].status) if along else None


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
    """The same verb, unless “and” joins two days (“in Bonn on Monday and in Paris on Tuesday”)."""
    if one.clause is None or other.clause is None or one.noun is not None or other.noun is not None:
        return False
    between = one.mention.span.doc[one.mention.time.end : other.mention.time.start]
    apart = any(token.lower_ in {"and", "then"} for token in between)
    return one.clause.verb == other.clause.verb and not apart


def _rank(announced: Announcement) -> tuple[bool, int, bool]:
    """A new date over an old one, the finer over the coarser, after the verb over before it."""
    mention, clause = announced.mention, announced.clause
    after = clause is not None and mention.time.start > clause.verb.i
    return announced.dated, mention.grain, after


def announcement(mention: Mention) -> Announcement | None:
    """What the phrase announces; None when it announces nothing."""
    clause = _meant(mention, clause_of(mention))
    if clause is None or (clause.noun is not None and clause.finite.i > mention.time.end):
        misread = _misread(mention)
        if clause is None or misread is not None:
            return misread
    return _fallen(mention, clause) or _by_clause(mention, clause) or _by_noun(mention, clause)


def _meant(mention: Mention, clause: Clause | None) -> Clause | None:
    """Behind “which officials clarified to mean by the end of May”, what was to happen before that."""
    before = mention.span.doc[mention.time.start - 1] if mention.time.start else None
    if before is None or before.lower_ not in {"mean", "means", "meaning"}:
        return clause
    modals = [t for t in mention.span if t.tag_ == "MD" and t.dep_ in AUXILIARIES and t.i < before.i]
    return Clause(chain_of(modals[-1].head)) if modals else clause


def _misread(mention: Mention) -> Announcement | None:
    """A sentence without a verb to go by: “Nominations close at 4pm”, “Doors opening at 7pm”."""
    if mention.grain is not Grain.FINE or not mention.sentence.text.rstrip('”"').endswith("."):
        return None
    verb = misread_verb(mention) or _bare_verb(mention)
    return Announcement(mention, Clause((verb,)), None, Status.SCHEDULED) if verb is not None else None


def _bare_verb(mention: Mention) -> Token | None:
    if mention.same_day or any(token.tag_ in FINITE for token in mention.span):
        return None
    above = [token for token in ancestors(mention.time.root) if token.tag_ in {"VBG", "VBN"}]
    return next((token for token in above if token.lower_ in HAPPENING | SCHEDULING), None)


def _fallen(mention: Mention, clause: Clause) -> Announcement | None:
    """A date that the sentence takes back: “the visit on Friday was called off”, “… was put off”."""
    of_subject = clause.noun is not None and clause.noun.dep_ in {"nsubj", "nsubjpass", "dobj"}
    called_off = is_cancelled(clause) and (clause.participle or clause.noun or _passive(clause))
    if called_off or (_lapsed(clause) and any(map(is_cancelled, _others(mention, clause)))):
        return None if clause.auxiliaries & MAYBE else _of_clause(mention, clause)
    old = of_subject or clause.participle is not None
    if old and clause.verb.lower_ == "suspended":
        return Announcement(mention, clause, None, Status.POSTPONED, dated=False)
    if not is_postponed(clause):
        return None
    if _is_new_date(mention, clause):
        return _of_clause(mention, clause)
    return Announcement(mention, clause, None, Status.POSTPONED, dated=False) if old else None


def _of_clause(mention: Mention, clause: Clause) -> Announcement:
    return Announcement(mention, clause, None, status_of(mention, clause))


def _lapsed(clause: Clause) -> bool:
    """“was to speak”, “had been due to open”."""
    past = bool(clause.auxiliaries & {"was", "were", "had"})
    return past and len(clause.chain) > 1


def _others(mention: Mention, clause: Clause) -> list[Clause]:
    """The other clauses of the sentence, behind this one."""
    return [
        Clause((t,))
        for t in mention.span
        if t.i > clause.finite.i and t not in clause.chain and t.tag_ == "VBN"
    ]


def _passive(clause: Clause) -> bool:
    return clause.verb.tag_ == "VBN"


def _is_new_date(mention: Mention, clause: Clause) -> bool:
    """What follows the verb, but for “from Friday” and “on Friday” (when it was put off)."""
    if clause.participle is not None or clause.noun is not None or mention.time.start < clause.verb.i:
        return False
    before = {token.lower_ for token in mention.span.doc[mention.time.start - 1 : mention.time.start + 1]}
    return bool(before & TO) or not before & {"from", "of", "on", "by"}


def _by_clause(mention: Mention, clause: Clause) -> Announcement | None:
    if clause.participle is not None or _within_subject(mention, clause) or _around_event(mention, clause):
        return None
    if vetoed(mention, clause):
        return None
    if not carries(mention, clause, outlook(clause)):
        return None
    return _of_clause(mention, clause)


def _around_event(mention: Mention, clause: Clause) -> bool:
    """“faces a test ahead of elections in May”: the date is the elections'."""
    noun = clause.noun
    if noun is None or noun.lower_ not in EVENTS or noun.dep_ != "pobj" or noun.i > mention.time.start:
        return False
    return noun.head.lower_ in {"before", "after"} or noun.head.head.lower_ == "ahead"


def _within_subject(mention: Mention, clause: Clause) -> bool:
    """“the results of 5 May are known”: the date belongs to the subject, not to the verb."""
    subject = clause.subject
    if clause.auxiliaries & FUTURE and happens(clause) and not mention.same_day:
        return False
    inside = subject is not None and subject.left_edge.i <= mention.time.start <= subject.right_edge.i
    return inside and clause.noun is not None and subject is not None and not mention.holds(subject)


def _by_noun(mention: Mention, clause: Clause) -> Announcement | None:
    """“ahead of the election on 3 November”, “a hearing scheduled for Friday”."""
    noun, participle = clause.noun, clause.participle
    if noun is None or mention.dated.ahead is not True or mention.same_day or mention.grain < Grain.COARSE:
        return None
    if denied(mention, noun) or (participle is None and _is_reported(mention, clause)):
        return None
    named = _names_event(mention, noun) if participle is None else _schedules(participle)
    return Announcement(mention, clause, noun, Status.SCHEDULED) if named else None


def _is_reported(mention: Mention, clause: Clause) -> bool:
    """“said in an interview on Tuesday”: a bare weekday beside a past tense is last Tuesday."""
    return clause.finite.tag_ in {"VBD", "VBN"} and not EXPLICIT.search(mention.phrase.text)


def _schedules(participle: Token) -> bool:
    """“planned for Friday”, “starting on Friday”."""
    running = participle.tag_ == "VBG" and participle.lower_ in HAPPENING
    return running or participle.lower_ in SCHEDULING | EXPECTING


def _names_event(mention: Mention, noun: Token) -> bool:
    if noun.lower_ in FINANCE or noun.i > mention.time.end:
        return False
    return noun.lower_ in EVENTS


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
    if before.tag_ not in NOMINAL or before.lower_ not in EVENTS or before.dep_ != "pobj":
        return None
    prepositions = {token.lower_ for token in [before.head, *ancestors(before.head)][:4]}
    return (
        before
        if prepositions & {"margins", "sidelines", "during", "ahead", "before", "after", "at"}
        else None
    )
