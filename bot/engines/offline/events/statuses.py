"""How firmly an event is announced, in the words of the clause."""

import re

from spacy.tokens import Span, Token

from bot.domain.reading import Status
from bot.engines.offline.events.clauses import TIMES, Clause, children, is_finite
from bot.engines.offline.events.mention import Mention
from bot.engines.offline.events.words import (
    CANCELLING,
    CONDITIONS,
    EXPECTING,
    PARTICLES,
    POSTPONING,
    POSTPONING_TO,
    POSTPONING_WITH,
    PROPOSING,
    PROVISIONAL,
    TO,
)

NO_NEW_DATE = re.compile(
    r"\b(?:indefinitely|sine die|(?:for|on) (?:an )?indefinite (?:term|time|period)|until further notice"
    r"|to (?:a|an) (?:later|unspecified|unknown|undisclosed) date|until (?:a later date|[a-z][^,.;]{3,60})"
    r"|(?:(?:still )?(?:does not|do not|did not) have|without|no)(?: a| any)? new dates?"
    r"(?: (?:has|have) been \w+)?)\b",
    re.IGNORECASE,
)
"""What is printed where a date would stand."""

CONDITION = re.compile(
    r"\b(?:subject to|depending on|conditional on|contingent on|provided(?: that)?|providing"
    r"|on condition that|as long as|in case|in the event(?: that| of)?|pending)\b",
    re.IGNORECASE,
)
OPENING_CONDITION = re.compile(r"^\W*(?:if|unless|should|in case|in the event|provided)\b", re.IGNORECASE)
PERMISSION = frozenset({"until", "till", "from", "between", "by"})
MODALS = frozenset({"will", "would", "'ll", "’ll", "may", "might", "could", "can", "should", "shall"})
MAYBE = frozenset({"may", "might", "could", "can", "should"})


def is_put_off(span: Span) -> bool:
    """Whether any word of a sentence puts something off."""
    return any(_postpones(token) for token in span)


def looks_replaced(clause: Clause) -> bool:
    """“will now take place”: of something that the sentence before put off."""
    return "will" in clause.auxiliaries and _has_particle(clause.finite, frozenset({"now"}))


def is_cancelled(clause: Clause) -> bool:
    """“called off”, “scrapped”, “has been dropped”."""
    return any(
        token.lower_ in CANCELLING or (token.lower_ == "called" and _has_particle(token, frozenset({"off"})))
        for token in clause.chain
    )


def is_postponed(clause: Clause) -> bool:
    """“postponed”, “put off”, “moved to Friday”."""
    return any(_postpones(token) for token in clause.chain)


def status_of(mention: Mention, clause: Clause) -> Status:
    """The status that the clause around a phrase gives its event."""
    if clause.auxiliaries & MODALS and is_conditional(mention, clause):
        return Status.CONDITIONAL
    if is_cancelled(clause):
        return Status.CANCELLED
    if is_postponed(clause) or _replaces(clause) or _put_off_before(clause):
        return Status.POSTPONED
    if is_conditional(mention, clause):
        return Status.CONDITIONAL
    return _announced(mention, clause)


def is_conditional(mention: Mention, clause: Clause) -> bool:
    """An “if” on the clause itself, or one that opens the sentence right before it."""
    conditions = [child for token in clause.chain for child in children(token, frozenset({"advcl", "prep"}))]
    if any(_is_condition(child) for child in conditions):
        return True
    if any(token.lower_ in PROVISIONAL for token in _frame(mention)):
        return True
    return bool(OPENING_CONDITION.match(_part(mention, clause)) or CONDITION.search(_part(mention, clause)))


def _announced(mention: Mention, clause: Clause) -> Status:
    words = {*clause.words[1:], *(token.lower_ for token in _reporters(clause))}
    if len(clause.chain) == 1 and not clause.auxiliaries & MODALS:
        words |= set(clause.words)
    modal = clause.auxiliaries & MAYBE
    if words & PROPOSING:
        return Status.PROPOSED
    permitted = modal & {"may", "can"} and any(token.lower_ in PERMISSION for token in mention.time)
    if (modal and not permitted) or words & EXPECTING:
        return Status.EXPECTED
    return Status.SCHEDULED


def _reporters(clause: Clause) -> list[Token]:
    """The verb that a clause is the content of: “France has proposed that …”."""
    return [clause.finite.head] if clause.finite.dep_ == "ccomp" else []


def _postpones(token: Token) -> bool:
    if token.lower_ in POSTPONING:
        return True
    if token.lower_ in POSTPONING_WITH and _has_particle(token, PARTICLES):
        return True
    later = [pobj for to in token.children if to.lower_ in TO for pobj in to.children]
    return token.lower_ in POSTPONING_TO and any(
        pobj.ent_type_ in TIMES or pobj.tag_ == "CD" for pobj in later
    )


def _has_particle(token: Token, words: frozenset[str]) -> bool:
    return any(child.lower_ in words for child in children(token, frozenset({"prt", "advmod"})))


def _replaces(clause: Clause) -> bool:
    """“will be introduced instead on”."""
    return "will" in clause.auxiliaries and _has_particle(clause.finite, frozenset({"instead"}))


def _put_off_before(clause: Clause) -> bool:
    """“It put the meeting off and now says it will sit …”."""
    subject = clause.subject
    if subject is None or subject.tag_ != "PRP":
        return False
    return any(_postpones(token) for token in clause.finite.ancestors if is_finite(token))


def _is_condition(token: Token) -> bool:
    return any(child.lower_ in CONDITIONS for child in token.children if child.i < token.i)


def _frame(mention: Mention) -> list[Token]:
    """“According to the bill, …”, “Under the draft, …”: the words before the first comma."""
    first = [token for token in mention.span if token.text == ","][:1]
    opening = list(mention.span.doc[mention.span.start : first[0].i]) if first else []
    framed = opening and opening[0].lower_ in {"according", "under", "by", "in"}
    return opening if framed else []


def _part(mention: Mention, clause: Clause) -> str:
    """The stretch between semicolons and independent “and”s that holds the clause."""
    doc, start, end = mention.span.doc, mention.span.start, mention.span.end
    for token in mention.span:
        if token.text == ";" or _joins(token):
            if token.i < clause.finite.i:
                start = token.i + 1
            elif token.i > mention.time.end:
                end = min(end, token.i)
    return str(doc[start:end].text)


def _joins(token: Token) -> bool:
    if token.dep_ != "cc":
        return False
    return any(c.dep_ == "conj" and is_finite(c) and c.i > token.i for c in token.head.children)
