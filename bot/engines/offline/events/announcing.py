"""Whether the words around a time phrase announce something, and which words those are."""

from dataclasses import dataclass

from spacy.tokens import Token

from bot.domain.reading import Status
from bot.engines.offline.events.clauses import NOMINAL, Clause, ancestors, children, clause_of, misread_verb
from bot.engines.offline.events.mention import Grain, Mention
from bot.engines.offline.events.outlook import Outlook, outlook
from bot.engines.offline.events.statuses import is_cancelled, is_postponed, status_of
from bot.engines.offline.events.vetoes import denied, vetoed
from bot.engines.offline.events.words import (
    COGNITION,
    EVENTS,
    FINANCE,
    HAPPENING,
    READY,
    SCHEDULING,
    STATIVE,
    TREND,
)

FUTURE = frozenset({"will", "'ll", "’ll", "shall", "would", "may", "could"})
OBJECTS = frozenset({"dobj", "attr", "nsubj", "nsubjpass", "pobj"})
TO = frozenset({"to", "until", "till"})


@dataclass(frozen=True, slots=True)
class Announcement:
    """What a phrase dates: a clause, or the `noun` that it hangs on. `dated` is False for an old date that fell."""

    mention: Mention
    clause: Clause | None
    noun: Token | None
    status: Status
    dated: bool = True


def announcement(mention: Mention) -> Announcement | None:
    """What the phrase announces; None when it announces nothing."""
    clause = clause_of(mention)
    if clause is None or (clause.noun is not None and clause.finite.i >= mention.time.end):
        misread = _misread(mention)
        if clause is None or misread is not None:
            return misread
    return _fallen(mention, clause) or _by_clause(mention, clause) or _by_noun(mention, clause)


def _misread(mention: Mention) -> Announcement | None:
    verb = misread_verb(mention)
    if verb is None or mention.grain is not Grain.FINE or not mention.sentence.text.rstrip("”\"").endswith("."):
        return None
    return Announcement(mention, Clause((verb,)), None, Status.SCHEDULED)


def _fallen(mention: Mention, clause: Clause) -> Announcement | None:
    """A date that the sentence takes back: “the visit on Friday was called off”, “… was put off”."""
    of_subject = clause.noun is not None and clause.noun.dep_ in {"nsubj", "nsubjpass", "dobj"}
    if is_cancelled(clause) and (clause.participle or clause.noun or _passive(clause)):
        return Announcement(mention, clause, None, Status.CANCELLED)
    if not is_postponed(clause):
        return None
    if _is_new_date(mention, clause):
        return Announcement(mention, clause, None, Status.POSTPONED)
    old = of_subject or clause.participle is not None
    return Announcement(mention, clause, None, Status.POSTPONED, dated=False) if old else None


def _passive(clause: Clause) -> bool:
    return clause.verb.tag_ == "VBN"


def _is_new_date(mention: Mention, clause: Clause) -> bool:
    if clause.participle is not None or mention.time.start < clause.verb.i:
        return False
    before = mention.span.doc[mention.time.start - 1 : mention.time.start + 1]
    return any(token.lower_ in TO for token in before)


def _by_clause(mention: Mention, clause: Clause) -> Announcement | None:
    if clause.participle is not None or vetoed(mention, clause):
        return None
    if not _carries(mention, clause, outlook(clause)):
        return None
    return Announcement(mention, clause, None, status_of(mention, clause))


def _carries(mention: Mention, clause: Clause, look: Outlook) -> bool:
    """The vaguer the time, the more the verb must say that something takes place."""
    if look is Outlook.NONE or _opines(clause):
        return False
    if mention.same_day and look < Outlook.FIRM and not (clause.auxiliaries & FUTURE and happens(clause)):
        return False
    if mention.grain is Grain.FINE:
        return mention.dated.ahead is True or look >= Outlook.PLAIN
    if clause.verb.lower_ in TREND or _stands_still(clause):
        return False
    if mention.grain is Grain.COARSE:
        return look is Outlook.FIRM or happens(clause)
    if mention.grain is Grain.FAR:
        return happens(clause) and look >= Outlook.PLAIN and not _open(mention)
    return look is Outlook.FIRM and happens(clause)


def _open(mention: Mention) -> bool:
    return (mention.dated.when.edtf or "").startswith("../")


def _opines(clause: Clause) -> bool:
    return clause.verb.lower_ in COGNITION and len(clause.chain) == 1


def _stands_still(clause: Clause) -> bool:
    """“will remain difficult”, “will be cold”; but “will be open”."""
    return clause.verb.lower_ in STATIVE and not any(child.lower_ in READY for child in clause.verb.children)


def happens(clause: Clause) -> bool:
    """Whether verb, subject or object names something that takes place."""
    if any(word in HAPPENING for word in clause.words):
        return True
    nouns = [child for token in clause.chain for child in children(token, OBJECTS)]
    return any(noun.lower_ in EVENTS for noun in nouns)


def _by_noun(mention: Mention, clause: Clause) -> Announcement | None:
    """“ahead of the election on 3 November”, “a hearing scheduled for Friday”."""
    noun = clause.noun
    if noun is None or mention.dated.ahead is not True or denied(mention, noun):
        return None
    if clause.participle is not None and clause.participle.lower_ not in SCHEDULING:
        return None
    if mention.grain < Grain.COARSE or not _names_event(mention, noun):
        return None
    return Announcement(mention, clause, noun, Status.SCHEDULED)


def _names_event(mention: Mention, noun: Token) -> bool:
    if noun.lower_ in FINANCE or noun.i > mention.time.end:
        return False
    return noun.lower_ in EVENTS


def shared_date(announced: Announcement) -> Token | None:
    """The event noun right before the phrase, when the clause around it is not certain itself.

    “could sign a deal on the margins of the council on Monday”: the council stands.
    """
    mention = announced.mention
    if announced.clause is None or announced.status not in {Status.CONDITIONAL, Status.PROPOSED, Status.EXPECTED}:
        return None
    before = mention.span.doc[max(mention.span.start, mention.time.start - 1)]
    if before.tag_ not in NOMINAL or before.lower_ not in EVENTS or before.dep_ != "pobj":
        return None
    prepositions = {token.lower_ for token in [before.head, *ancestors(before.head)][:4]}
    return before if prepositions & {"margins", "sidelines", "during", "ahead", "before", "after", "at"} else None
