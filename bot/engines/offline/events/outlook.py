"""How firmly a clause announces, by tense, modal and verbs, and the status that follows from it."""

import re
from enum import IntEnum

from spacy.tokens import Span, Token

from bot.domain.reading import Status
from bot.engines.offline.events import terms
from bot.engines.offline.events.clauses import AUXILIARIES, TIMES, Clause, children, is_finite, is_mistagged
from bot.engines.offline.events.mention import Mention


class Outlook(IntEnum):
    """How much a clause commits itself to what lies ahead."""

    NONE = 0
    POSSIBLE = 1
    PLAIN = 2
    FIRM = 3


WILL = frozenset({"will", "'ll", "’ll"})
MODALS = {
    "will": Outlook.PLAIN,
    "'ll": Outlook.PLAIN,
    "’ll": Outlook.PLAIN,
    "shall": Outlook.PLAIN,
    "would": Outlook.PLAIN,
    "'d": Outlook.PLAIN,
    "’d": Outlook.PLAIN,
    "should": Outlook.PLAIN,
    "must": Outlook.FIRM,
    "may": Outlook.POSSIBLE,
    "might": Outlook.POSSIBLE,
    "could": Outlook.POSSIBLE,
    "can": Outlook.POSSIBLE,
}


def outlook(clause: Clause) -> Outlook:
    """What tense, modal and chain promise, before anything speaks against it."""
    auxiliaries = set(clause.auxiliaries)
    modal = next((MODALS[word] for word in auxiliaries if word in MODALS), None)
    if "ought" in auxiliaries or "unlikely" in clause.words:
        return Outlook.NONE
    if (modal is not None or len(clause.chain) > 1) and _unreal(clause):
        return Outlook.NONE
    if modal is not None:
        return _raised(modal, clause)
    if "had" in clause.auxiliaries and (len(clause.chain) > 1 or set(clause.words) & terms.DECIDING):
        return Outlook.NONE  # “had been due to open”, “had promised a deal”: it did not
    if any(word in terms.PLANS for word in clause.words[1:]):
        return Outlook.FIRM
    plain = _is_present(clause.finite, auxiliaries) or _for_purpose(clause)
    return _raised(Outlook.PLAIN if plain else Outlook.NONE, clause)


def _for_purpose(clause: Clause) -> bool:
    """“have gathered to sign the pact”; but neither “have failed to” nor “have managed to”."""
    infinitive = len(clause.chain) > 1 and any(aux.tag_ == "TO" for aux in children(clause.verb, AUXILIARIES))
    perfect = clause.auxiliaries & {"has", "have", "'ve", "’ve"} and clause.finite.tag_ == "VBN"
    return bool(infinitive and perfect) and not set(clause.words[1:]) & terms.OUTCOME


def _unreal(clause: Clause) -> bool:
    """“would have gone”, “was to have gone”: it did not come; “expects to have gone” may be."""
    hoped = set(clause.words[1:]) & terms.EXPECTING and clause.finite.tag_ != "VBD"
    if clause.auxiliaries & WILL or (hoped and not clause.auxiliaries & {"was", "were", "had"}):
        return False
    modal = any(word in MODALS for word in clause.auxiliaries)
    below = clause.verb is not clause.finite and any(
        a.lower_ == "have" for a in children(clause.verb, AUXILIARIES)
    )
    return below or (modal and any(a.lower_ == "have" for a in children(clause.finite, AUXILIARIES)))


def _raised(plain: Outlook, clause: Clause) -> Outlook:
    """Firm where the chain schedules or decides; in a past or perfect that is the only way to look ahead."""
    words = set(clause.words)
    if _is_to(clause) or words & terms.SCHEDULING or words & {"due"}:
        return Outlook.FIRM
    if words & terms.DECIDING:
        return Outlook.FIRM
    if words & terms.EXPECTING and len(words) > 1:
        return max(plain, Outlook.FIRM)
    return plain


def _is_to(clause: Clause) -> bool:
    """“is to begin”, “were to meet”; and “have until June to ask”."""
    below = clause.chain[-2] if len(clause.chain) > 1 else None
    infinitive = below is not None and any(aux.tag_ == "TO" for aux in children(below, AUXILIARIES))
    return infinitive and clause.finite.lower_ in {"is", "are", "'s", "’s", "was", "were", "has", "have"}


def _is_present(finite: Token, auxiliaries: set[str]) -> bool:
    if auxiliaries & {"was", "were", "had", "did"}:
        return False
    if auxiliaries & {"has", "have"} and finite.tag_ in {"VBN", "VBD"}:
        return False
    return finite.tag_ in {"VBZ", "VBP", "VB", "VBN", "VBG"} or is_mistagged(finite)


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
        token.lower_ in terms.CANCELLING
        or (token.lower_ == "called" and _has_particle(token, frozenset({"off"})))
        for token in clause.chain
    )


def is_postponed(clause: Clause) -> bool:
    """“postponed”, “put off”, “moved to Friday”."""
    return any(_postpones(token) for token in clause.chain)


def status_of(mention: Mention, clause: Clause) -> Status:
    """The status that the clause around a phrase gives its event."""
    if clause.auxiliaries & MODALS.keys() and is_conditional(mention, clause):
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
    if any(token.lower_ in terms.PROVISIONAL for token in _frame(mention)):
        return True
    return bool(OPENING_CONDITION.match(_part(mention, clause)) or CONDITION.search(_part(mention, clause)))


def _announced(mention: Mention, clause: Clause) -> Status:
    words = {*clause.words[1:], *(token.lower_ for token in _reporters(clause))}
    if len(clause.chain) == 1 and not clause.auxiliaries & MODALS.keys():
        words |= set(clause.words)
    modal = clause.auxiliaries & MAYBE
    if words & terms.PROPOSING:
        return Status.PROPOSED
    permitted = modal & {"may", "can"} and any(token.lower_ in PERMISSION for token in mention.time)
    if (modal and not permitted) or words & terms.EXPECTING:
        return Status.EXPECTED
    return Status.SCHEDULED


def _reporters(clause: Clause) -> list[Token]:
    """The verb that a clause is the content of: “France has proposed that …”."""
    return [clause.finite.head] if clause.finite.dep_ == "ccomp" else []


def _postpones(token: Token) -> bool:
    if token.lower_ in terms.POSTPONING:
        return True
    if token.lower_ in terms.POSTPONING_WITH and _has_particle(token, terms.PARTICLES):
        return True
    later = [pobj for to in token.children if to.lower_ in terms.TO for pobj in to.children]
    return token.lower_ in terms.POSTPONING_TO and any(
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
    return any(child.lower_ in terms.CONDITIONS for child in token.children if child.i < token.i)


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
