"""What keeps a clause from announcing: denial, negation, doubt, habit, a date that no longer holds."""

import re
from collections.abc import Callable

from spacy.tokens import Token

from bot.domain.when import Precision
from bot.engines.offline.events import terms
from bot.engines.offline.events.carrying import LASTING, happens
from bot.engines.offline.events.clauses import AUXILIARIES, SUBJECTS, Clause, ancestors, children, is_finite
from bot.engines.offline.events.genres import about_no_occasion
from bot.engines.offline.events.mention import Grain, Mention
from bot.engines.offline.events.outlook import Outlook, outlook
from bot.services.wordlists import listed

NOT_YET = frozenset({"until", "till", "before", "earlier", "sooner"})
NEGATIVE = listed("no not n't n’t nobody none nothing neither nor never without")
DENIAL = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|dismiss(?:es|ed)|refute[sd]?|reject(?:s|ed)|contradict(?:s|ed)|dispute[sd]?)\b[^.;]{0,60}?"
    r"\b(?:that|reports?|claims?|rumou?rs?|messages?|suggestions?|allegations?|speculation|accounts?|stor(?:y|ies))\b",
    re.IGNORECASE,
)
UNTRUE = re.compile(
    r"\b(?:is|are|was|were) (?:\w+ )?(?:untrue|false|fake|not true|a hoax|a rumou?r|premature"
    r"|baseless|unfounded"
    r"|speculation|speculative|nonsense|fabricated|invented)\b"
    r"|^[^.;]{0,20}\b(?:pure |an? )?(?:invention|fabrication|fiction|nonsense|falsehood|hoax)\b",
    re.IGNORECASE,
)
TURN = re.compile(r"\bbut\b|\band (?:will|would|is|are|plans|said|says)\b|\bafter\b|\bahead\b", re.IGNORECASE)
"""Where a sentence leaves what was denied."""
HYPOTHETICAL = frozenset({"if", "unless", "whether", "provided", "lest"})
RECURRING = re.compile(r"^\W*(?:on )?(?:every|each)\b(?!.*(?:\d|until|through|from|starting))", re.IGNORECASE)
YEARLY = re.compile(
    r"\b(?:every|each) (?:year|month|week|day|spring|summer|autumn|winter)\b|\bsince (?:19|20)\d\d\b",
    re.IGNORECASE,
)
FROM_THEN_ON = re.compile(r"\b(?:every|each)\b.*\b(?:from|until|through|starting|beginning)\b", re.IGNORECASE)
USED = frozenset({"accustomed", "used", "wont"})
PASSIVE = frozenset({"auxpass"})
SUBORDINATE = frozenset({"mark", "advmod"})
NEGATION = frozenset({"neg", "det", "preconj"})


def vetoed(mention: Mention, clause: Clause) -> bool:
    """Whether anything in the sentence speaks against an announcement by this clause."""
    return any(rule(mention, clause) for rule in RULES) or about_no_occasion(mention, clause)


def denied(mention: Mention, start: Token) -> bool:
    """Whether a denial stands over a word, or before its time (“no plans to …”, “denied reports that …”)."""
    above = [start, *over(start)]
    if any(token.lower_ in terms.DENYING for token in above) or _contradicts(mention):
        return True
    return any(_rules_out(token) or _no_plan(token) for token in above)


def _contradicts(mention: Mention) -> bool:
    """“denied messages about that …”, wherever the parser hangs the rest."""
    before = mention.sentence.text[: mention.phrase.start]
    if UNTRUE.search(mention.sentence.text[mention.phrase.end :]):
        return True
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
    if any(noun.lower_ not in terms.EVENTS for noun in nouns):
        return True
    near = mention.span.doc[max(mention.span.start, mention.time.start - 2) : mention.time.end]
    stretch = mention.dated.when.precision is Precision.DAYS and "will" in clause.auxiliaries
    allowed = NOT_YET | LASTING if stretch else NOT_YET  # “trains will not run from 20 to 23 March”
    return not any(token.lower_ in allowed for token in near)


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


def _habitual(mention: Mention, clause: Clause) -> bool:
    used = [t for t in (*clause.chain, *children(clause.finite, frozenset({"acomp"}))) if t.lower_ in USED]
    if any(not children(token, PASSIVE) for token in used):  # “is used to”; but “can be used until”
        return True
    timeless = not clause.auxiliaries & {"will", "would", "may", "could"}
    printed = mention.phrase.text  # “the festival, held since 1998, opens on 4 May”
    dated = mention.grain is Grain.FINE and re.search(r"\d", printed) and not YEARLY.search(printed)
    bounded = FROM_THEN_ON.search(printed)
    yearly = (
        YEARLY.search(mention.sentence.text) and not dated and not bounded and outlook(clause) < Outlook.FIRM
    )
    if timeless and (RECURRING.search(mention.phrase.text) or yearly):
        return True
    return "will" not in clause.auxiliaries and any(
        child.lower_ in terms.HABITUAL for token in clause.chain for child in token.children
    )


def _asked(mention: Mention, _: Clause) -> bool:
    return mention.sentence.text.rstrip("”\"'’ ").endswith("?")


def _told_to_reader(mention: Mention, clause: Clause) -> bool:
    """“you must renew”, and what a writer promises: “we will bring you every word tonight”."""
    subjects = {child.lower_ for token in clause.chain for child in children(token, SUBJECTS)}
    bound = clause.auxiliaries & {"must", "should", "need", "'ll", "’ll", "will"}
    verb = clause.verb
    if verb.tag_ == "VB" and verb.dep_ in {"ccomp", "ROOT"} and not children(verb, SUBJECTS | AUXILIARIES):
        return mention.quotes(verb)  # “Ask me on Saturday,” he said
    if "i" in subjects and clause.verb.lower_ in {"have", "'ve", "’ve"}:  # “I have an interview on the 17th”
        return True
    return bool(bound) and ("you" in subjects or (mention.same_day and bool(subjects & {"i", "we"})))


def _tried(_: Mention, clause: Clause) -> bool:
    """“are trying to reopen the road by Friday”."""
    return any(token.lower_ in terms.TRYING for token in clause.chain[1:])


def _urged(mention: Mention, clause: Clause) -> bool:
    """“are urging drivers to avoid the bridge on Friday”; but “has asked the firm to answer by 24 June”."""
    limited = mention.grain is Grain.FINE and (mention.dated.when.edtf or "").startswith("../")
    told = not clause.auxiliaries & {"will", "would"} and not limited
    return (
        told
        and clause.verb.lower_ not in terms.HAPPENING
        and any(t.lower_ in terms.URGING for t in clause.chain[1:])
    )


def _only_said(mention: Mention, clause: Clause) -> bool:
    """“Things will be better on Monday,” she said: words in quotation marks must name a happening."""
    return mention.quotes(clause.verb) and outlook(clause) < Outlook.FIRM and not happens(clause)


def _superseded(mention: Mention, clause: Clause) -> bool:
    """“was to open on July 1 … will open instead in November”."""
    auxiliaries = {clause.finite.lower_} | {aux.lower_ for aux in children(clause.finite, AUXILIARIES)}
    lapsed = bool(auxiliaries & {"was", "were", "had"})
    if lapsed and any(child.lower_ in terms.FORMERLY for token in clause.chain for child in token.children):
        return True
    return lapsed and any(token.lower_ in terms.INSTEAD | {"now"} for token in mention.span)


def _long_told(_: Mention, clause: Clause) -> bool:
    """“In August he had told us that the title would be won by Easter”."""
    said = clause.finite.head if clause.finite.dep_ == "ccomp" else None
    return said is not None and any(aux.lower_ == "had" for aux in children(said, AUXILIARIES))


def _merely_able(mention: Mention, clause: Clause) -> bool:
    """“may appeal within six months”; but “comments can be made until 5 May”."""
    if "within" in mention.led and clause.auxiliaries & {"can", "may"}:
        return True
    return "can" in clause.auxiliaries and not mention.led & LASTING


def _done(mention: Mention, clause: Clause) -> bool:
    """“was declared bankrupt on Wednesday”: a past tense on a bare weekday, with nothing scheduled."""
    simple = clause.verb.tag_ == "VBD" or bool(clause.auxiliaries & {"was", "were"})
    settled = simple and len(clause.chain) == 1 and clause.verb.lower_ not in terms.SCHEDULING
    return settled and bool(re.match(r"^(?:on )?[A-Z][a-z]+day(?: \w+)?$", mention.phrase.text))


def _done_today(mention: Mention, clause: Clause) -> bool:
    """“The court on Monday set a date”, told on that Monday: an active past is no timetable."""
    active = clause.verb.tag_ == "VBD" and len(clause.chain) == 1 and not children(clause.verb, PASSIVE)
    return active and mention.same_day and mention.time.start < clause.verb.i


def _told_of_old(mention: Mention, clause: Clause) -> bool:
    """“was supposed to”; “would bring soup at noon”; “was due by 31 March”, told half a year after it."""
    backward = clause.auxiliaries & {"was", "were", "had"}
    if backward and (set(clause.words) & {"supposed", "meant", "intended", "hoped"} or mention.far_off):
        return True
    if _done(mention, clause):
        return True
    would = clause.auxiliaries & {"would", "'d", "’d"}
    return bool(would) and mention.same_day and not re.search(r"\bto(?:day|night)\b", mention.phrase.text)


RULES: tuple[Callable[[Mention, Clause], bool], ...] = (
    _denied,
    _negated,
    _hypothetical,
    _habitual,
    _asked,
    _told_to_reader,
    _tried,
    _urged,
    _only_said,
    _superseded,
    _long_told,
    _merely_able,
    _done_today,
    _told_of_old,
)
