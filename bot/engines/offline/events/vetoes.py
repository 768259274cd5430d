"""What keeps a clause from announcing: denial, negation, doubt, habit, a date that no longer holds."""

import re
from collections.abc import Callable

from spacy.tokens import Token

from bot.engines.offline.events.clauses import (
    AUXILIARIES,
    SUBJECTS,
    Clause,
    ancestors,
    children,
    is_finite,
)
from bot.engines.offline.events.mention import Mention
from bot.engines.offline.events.words import DENYING, EVENTS, HABITUAL, INSTEAD

NOT_YET = frozenset({"until", "till", "before", "earlier", "sooner"})
NEGATIVE = frozenset(
    {"no", "not", "n't", "n’t", "nobody", "none", "nothing", "neither", "nor", "never", "without"}
)
DENIAL = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|dismiss(?:es|ed)|refute[sd]?)\b[^.;]{0,60}?"
    r"\b(?:that|reports?|claims?|rumou?rs?|messages?|suggestions?|allegations?|speculation)\b",
    re.IGNORECASE,
)
TURN = re.compile(r"\bbut\b|\band (?:will|would|is|are|plans|said|says)\b|\bafter\b|\bahead\b", re.IGNORECASE)
"""Where a sentence leaves what was denied."""
HYPOTHETICAL = frozenset({"if", "unless", "whether", "provided", "lest"})
SUBORDINATE = frozenset({"mark", "advmod"})
NEGATION = frozenset({"neg", "det", "preconj"})


def vetoed(mention: Mention, clause: Clause) -> bool:
    """Whether anything in the sentence speaks against an announcement by this clause."""
    return any(rule(mention, clause) for rule in RULES)


def denied(mention: Mention, start: Token) -> bool:
    """Whether a denial stands over a word, or before its time (“no plans to …”, “denied reports that …”)."""
    above = [start, *over(start)]
    if any(token.lower_ in DENYING for token in above) or _contradicts(mention):
        return True
    return any(_rules_out(token) or _no_plan(token) for token in above)


def _contradicts(mention: Mention) -> bool:
    """“denied messages about that …”, wherever the parser hangs the rest."""
    before = mention.sentence.text[: mention.phrase.start]
    return any(not TURN.search(before[denial.end() :]) for denial in DENIAL.finditer(before))


def over(token: Token) -> list[Token]:
    """The words over a token, without those that it is only coordinated with."""
    found: list[Token] = []
    coordinated = token.dep_ == "conj" and is_finite(token)
    for head in ancestors(token):
        if not coordinated:
            found.append(head)
        coordinated = head.dep_ == "conj" and is_finite(head)
    return found


def _rules_out(token: Token) -> bool:
    ruling = token.lower_ in {"rule", "rules", "ruled", "ruling"}
    return ruling and any(child.lower_ == "out" for child in token.children)


def _no_plan(token: Token) -> bool:
    nominal = token.tag_ in {"NN", "NNS"}
    return nominal and any(child.lower_ in NEGATIVE for child in children(token, NEGATION))


def _denied(mention: Mention, clause: Clause) -> bool:
    return denied(mention, clause.verb)


def _negated(mention: Mention, clause: Clause) -> bool:
    """“will not be held on Friday”; “not … until Friday” and “not before Friday” announce all the same."""
    if not any(_is_negated(token, mention) for token in clause.chain):
        return False
    nouns = [noun for token in clause.chain for noun in _named(token) if _is_none(noun)]
    if any(noun.lower_ not in EVENTS for noun in nouns):
        return True
    near = mention.span.doc[max(mention.span.start, mention.time.start - 2) : mention.time.end]
    return not any(token.lower_ in NOT_YET for token in near)


def _is_negated(token: Token, mention: Mention) -> bool:
    if any(child.dep_ == "neg" and not mention.holds(child) for child in token.children):
        return True
    return any(_is_none(noun) for noun in _named(token))


def _named(token: Token) -> list[Token]:
    """The subjects; behind “there is”, what there is."""
    subjects = children(token, SUBJECTS)
    return children(token, frozenset({"attr"})) if any(s.lower_ == "there" for s in subjects) else subjects


def _is_none(noun: Token) -> bool:
    return noun.lower_ in NEGATIVE or any(child.lower_ in NEGATIVE for child in children(noun, NEGATION))


def _hypothetical(mention: Mention, clause: Clause) -> bool:
    """The clause itself stands under “if”, “unless” or “whether”."""
    finite = clause.finite
    links = [child for token in clause.chain for child in children(token, SUBORDINATE)]
    if any(child.lower_ in HYPOTHETICAL and child.i < finite.i for child in links):
        return True
    first = next(iter(sorted([finite, *children(finite, AUXILIARIES)], key=lambda token: token.i)))
    return first.lower_ in {"had", "should", "were"} and first.i == mention.span.start


def _habitual(_: Mention, clause: Clause) -> bool:
    return any(child.lower_ in HABITUAL for token in clause.chain for child in token.children)


def _asked(mention: Mention, _: Clause) -> bool:
    return mention.sentence.text.rstrip("”\"'’ ").endswith("?")


def _told_to_reader(_: Mention, clause: Clause) -> bool:
    bound = clause.auxiliaries & {"must", "should", "need", "'ll", "’ll", "will"}
    return bool(bound) and any(
        child.lower_ == "you" for token in clause.chain for child in children(token, SUBJECTS)
    )


def _superseded(mention: Mention, clause: Clause) -> bool:
    """“was to open on July 1 … will open instead in November”."""
    auxiliaries = {clause.finite.lower_} | {aux.lower_ for aux in children(clause.finite, AUXILIARIES)}
    lapsed = bool(auxiliaries & {"was", "were", "had"})
    return lapsed and any(token.lower_ in INSTEAD for token in mention.span)


RULES: tuple[Callable[[Mention, Clause], bool], ...] = (
    _denied,
    _negated,
    _hypothetical,
    _habitual,
    _asked,
    _told_to_reader,
    _superseded,
)
