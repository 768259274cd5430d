"""Whether the words around a time phrase announce something, and which words those are."""

import re
from dataclasses import dataclass

from spacy.tokens import Token

from bot.domain.reading import Status
from bot.engines.offline.events import terms
from bot.engines.offline.events.carrying import FUTURE, carries, happens
from bot.engines.offline.events.clauses import (
    AUXILIARIES,
    FINITE,
    Clause,
    ancestors,
    chain_of,
    children,
    clause_of,
    headline_verb,
    is_finite,
    is_verb,
    misread_verb,
)
from bot.engines.offline.events.mention import Grain, Mention
from bot.engines.offline.events.outlook import MAYBE, is_cancelled, is_postponed, outlook, status_of
from bot.engines.offline.events.vetoes import denied, vetoed

EXPLICIT = re.compile(
    r"\d|\b(?:tomorrow|next|coming|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)", re.IGNORECASE
)
SET_ASIDE = re.compile(r"\b(?:rather than|instead of)\s+(?:on\s+)?$", re.IGNORECASE)
"""What stands before a date that holds no more: “in June rather than by the end of May”."""
PRESENT = frozenset({"is", "are", "'s", "’s"})


@dataclass(frozen=True, slots=True)
class Announcement:
    """What a phrase dates: a clause, or the `noun` it hangs on; `dated` is False where it no longer does."""

    mention: Mention
    clause: Clause | None
    noun: Token | None
    status: Status
    dated: bool = True


def announcement(mention: Mention) -> Announcement | None:
    """What the phrase announces; None when it announces nothing."""
    if mention.of_a_year or SET_ASIDE.search(mention.sentence.text[: mention.phrase.start]):
        return None
    clause = _meant(mention, clause_of(mention))
    if clause is None or (clause.noun is not None and clause.finite.i > mention.time.end):
        misread = _misread(mention)
        if clause is None or misread is not None:
            return misread
    if (ahead := _ahead_of(mention, clause)) is not None:
        return ahead
    found = _fallen(mention, clause) or _by_clause(mention, clause) or _by_noun(mention, clause)
    over = _over_aside(mention, clause)
    return found if found is not None or over is None else _fallen(mention, over) or _by_clause(mention, over)


def _ahead_of(mention: Mention, clause: Clause) -> Announcement | None:
    """“Ahead of Thursday's summit, the two spoke by phone”: the day is that of the noun behind it."""
    first, last, doc = mention.time[0], mention.time[-1], mention.span.doc
    if first.lower_ not in {"ahead", "before"} or mention.time.end >= mention.span.end:
        return None
    noun = last.head.head if last.tag_ == "POS" else doc[mention.time.end]
    if noun.lower_ not in terms.EVENTS or mention.grain is not Grain.FINE or mention.dated.ahead is not True:
        return None
    return None if denied(mention, noun) else Announcement(mention, clause, noun, Status.SCHEDULED)


def _over_aside(mention: Mention, clause: Clause) -> Clause | None:
    """“agreed to move the game, which fell between, to May 5”: behind the comma the clause above goes on."""
    finite, doc = clause.finite, mention.span.doc
    aside = finite.dep_ in {"relcl", "acl", "advcl"} and doc[mention.time.start - 1].text == ","
    above = next((token for token in ancestors(finite) if is_verb(token)), None) if aside else None
    chain = chain_of(above) if above is not None else ()
    return Clause(chain) if chain and is_finite(chain[-1]) else None


def _meant(mention: Mention, clause: Clause | None) -> Clause | None:
    """Behind “which officials clarified to mean by the end of May”, what was to happen before that."""
    before = mention.span.doc[mention.time.start - 1] if mention.time.start else None
    if before is None or before.lower_ not in {"mean", "means", "meaning"}:
        return clause
    modals = [t for t in mention.span if t.tag_ == "MD" and t.dep_ in AUXILIARIES and t.i < before.i]
    return Clause(chain_of(modals[-1].head)) if modals else clause


def _misread(mention: Mention) -> Announcement | None:
    """A sentence without a verb to go by: “Nominations close at 4pm”, “Doors opening at 7pm”."""
    if mention.grain < Grain.COARSE:
        return None
    headed = headline_verb(mention)
    if headed is not None and not mention.same_day:
        return of_clause(mention, Clause((headed,)))
    if not mention.sentence.text.rstrip('”"').endswith("."):
        return None
    verb = misread_verb(mention) or (_bare_verb(mention) if mention.grain is Grain.FINE else None)
    return Announcement(mention, Clause((verb,)), None, Status.SCHEDULED) if verb is not None else None


def _bare_verb(mention: Mention) -> Token | None:
    if mention.same_day or any(token.tag_ in FINITE for token in mention.span):
        return None
    above = [token for token in ancestors(mention.time.root) if token.tag_ in {"VBG", "VBN"}]
    return next((token for token in above if token.lower_ in terms.HAPPENING | terms.SCHEDULING), None)


def _fallen(mention: Mention, clause: Clause) -> Announcement | None:
    """A date that the sentence takes back: “the visit on Friday was called off”, “… was put off”."""
    if is_cancelled(clause) or (_lapsed(clause) and any(map(is_cancelled, _others(mention, clause)))):
        return _called_off(mention, clause)
    return _put_off(mention, clause)


def _called_off(mention: Mention, clause: Clause) -> Announcement | None:
    past = mention.far_off and "will" not in clause.auxiliaries
    doubtful = past or clause.auxiliaries & MAYBE or denied(mention, clause.verb)
    return None if doubtful else of_clause(mention, clause)


def _put_off(mention: Mention, clause: Clause) -> Announcement | None:
    """The new date where there is one; else the old one, which no longer holds."""
    moved = next((token for token in clause.chain if _moves(token)), None)
    if moved is not None and _names_new_date(mention) and mention.grain is Grain.FINE:
        return Announcement(mention, Clause((moved,)), None, Status.POSTPONED)
    if is_postponed(clause) and _is_new_date(mention, clause):
        return of_clause(mention, clause)
    of_subject = clause.noun is not None and clause.noun.dep_ in {"nsubj", "nsubjpass", "dobj"}
    fell = is_postponed(clause) or clause.verb.lower_ == "suspended"
    if not fell or not (of_subject or clause.participle is not None):
        return None
    return Announcement(mention, clause, None, Status.POSTPONED, dated=False)


def _moves(token: Token) -> bool:
    """“moved”, “brought forward”."""
    forward = {"forward", "back"} & {child.lower_ for child in token.children}
    return token.lower_ in terms.POSTPONING_TO or (token.lower_ in terms.POSTPONING_WITH and bool(forward))


def _names_new_date(mention: Mention) -> bool:
    """“to Sunday”, “from Saturday to Sunday”."""
    words = [token.lower_ for token in mention.time]
    return words[0] in terms.TO or (words[0] == "from" and "to" in words)


def of_clause(mention: Mention, clause: Clause) -> Announcement:
    """What a clause announces, with its status."""
    return Announcement(mention, clause, None, status_of(mention, clause))


def _lapsed(clause: Clause) -> bool:
    """“was to speak”, “had been due to open”."""
    past = bool(clause.auxiliaries & {"was", "were", "had"})
    return past and len(clause.chain) > 1


def _others(mention: Mention, clause: Clause) -> list[Clause]:
    """The other clauses of the sentence."""
    return [Clause((t,)) for t in mention.span if t not in clause.chain and t.tag_ == "VBN"]


def _is_new_date(mention: Mention, clause: Clause) -> bool:
    """What follows the verb, but for “from Friday” and “on Friday” (when it was put off)."""
    noun = clause.noun  # “to the afternoon of April 26”
    if clause.participle is not None or (noun is not None and noun.head.lower_ not in terms.TO):
        return False
    if mention.time.start < clause.verb.i:
        return False
    if _names_new_date(mention):
        return True
    before = {token.lower_ for token in mention.span.doc[mention.time.start - 1 : mention.time.start + 1]}
    return bool(before & terms.TO) or not before & {"from", "of", "on", "by"}


def _by_clause(mention: Mention, clause: Clause) -> Announcement | None:
    if clause.participle is not None or _within_subject(mention, clause) or _around_event(mention, clause):
        return None
    if vetoed(mention, clause):
        return None
    if not carries(mention, clause, outlook(clause)):
        return None
    return of_clause(mention, clause)


def _around_event(mention: Mention, clause: Clause) -> bool:
    """“faces a test ahead of elections in May”: the date is the elections'."""
    noun = clause.noun
    if noun is None or noun.lower_ not in terms.EVENTS or noun.dep_ != "pobj" or noun.i > mention.time.start:
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
    past = _is_past(clause) and (
        mention.far_off or (participle is None and not EXPLICIT.search(mention.phrase.text))
    )
    mine = clause.subject is not None and clause.subject.lower_ == "i"
    if denied(mention, noun) or past or mine or _of_the_past(mention, noun):
        return None
    if participle is not None and any(t.lower_ in terms.INSTEAD | {"now"} for t in _behind(mention)):
        return None  # “scheduled for May 28 will now be held on June 11”
    named = _names_event(mention, noun) if participle is None else _schedules(participle)
    return Announcement(mention, clause, noun, Status.SCHEDULED) if named else None


def _behind(mention: Mention) -> list[Token]:
    return [token for token in mention.span if token.i >= mention.time.end]


def _of_the_past(mention: Mention, noun: Token) -> bool:
    """“The May Day rally of 1968”: the year behind the noun is over."""
    behind = mention.span.doc[noun.i + 1 : noun.i + 3]
    year = behind[-1].text if len(behind) > 1 and behind[0].lower_ in {"of", "in"} else ""
    return year.isdecimal() and mention.today is not None and "1000" < year < mention.today[:4]


def _is_past(clause: Clause) -> bool:
    """“said in an interview on Tuesday”: a bare weekday beside a past tense is last Tuesday."""
    return clause.finite.tag_ in {"VBD", "VBN"} and not clause.auxiliaries & (FUTURE | PRESENT)


def _schedules(participle: Token) -> bool:
    """“planned for Friday”, “starting on Friday”."""
    auxiliaries = {aux.lower_ for aux in children(participle, AUXILIARIES)}
    if "to" in auxiliaries:  # “the elections, to be held on 8 November”
        return participle.lower_ in terms.HAPPENING | terms.SCHEDULING
    if auxiliaries:  # “which had been promised by Friday”
        return False
    before = participle.doc[max(0, participle.i - 1)]
    if any(word.lower_ in terms.FORMERLY for word in (before, *participle.children)):
        return False
    running = participle.tag_ == "VBG" and participle.lower_ in terms.HAPPENING
    return running or participle.lower_ in terms.SCHEDULING | terms.EXPECTING


def _names_event(mention: Mention, noun: Token) -> bool:
    return noun.lower_ in terms.EVENTS and noun.i <= mention.time.end
