"""How much a clause must say for a time of its grain: the vaguer the time, the more."""

import re

from spacy.tokens import Token

from bot.domain.when import Precision
from bot.engines.offline.events import terms
from bot.engines.offline.events.clauses import Clause, auxiliaries_of, children
from bot.engines.offline.events.mention import Grain, Mention
from bot.engines.offline.events.outlook import Outlook

COMPLEMENTS = frozenset({"acomp", "attr", "oprd"})
BEING = frozenset({"be", "is", "are", "'s", "’s"})
WISHING = terms.forms("hope expect want aim wish like") - {"expected"}
LATER = re.compile(r"\b(?:tonight|later|evening|afternoon)\b|\d[.:]\d\d|\d ?[ap]\.?m\b", re.IGNORECASE)
CLOCK = re.compile(r"\d{1,2}(?:[.:]\d\d)?\s?[ap]\.?m\b\.?|\d{1,2}[.:]\d\d", re.IGNORECASE)
PART = re.compile(r"\b(?:early|mid|late|start|beginning|middle|end|close|turn)\b", re.IGNORECASE)
"""Of a year: “will move early next year” names more than a habit."""
ALLOWED = frozenset({"had", "given", "granted", "allowed"})
UNTIL = frozenset({"until", "till", "through"})
LASTING = UNTIL | {"from", "between"}
FUTURE = frozenset({"will", "'ll", "’ll", "shall", "would", "may", "could"})
STAGING = terms.forms("assume argue recall")
"""With an object and a day these are done: “assume office”, “argue the case”, “recall parliament”."""
SHOWING = terms.forms("show")
REPORTING = frozenset({"report", "reports"})
REACHING = terms.forms("reach")
DEALS = frozenset({"agreement", "deal", "accord", "settlement", "verdict", "compromise", "decision"})
TELLING = frozenset({"argue", "say", "tell", "warn"})
DIRECT = frozenset({"dobj"})
OBJECTS = frozenset({"dobj", "attr", "nsubj", "nsubjpass", "pobj"})


def _runs_until(mention: Mention, clause: Clause) -> bool:
    """“waived fees until Feb. 6”, “had until Friday to appeal”: what began has its end ahead."""
    exact = re.search(r"\d", CLOCK.sub("", mention.phrase.text)) or clause.verb.lower_ in ALLOWED
    return bool(mention.led & UNTIL) and mention.grain is Grain.FINE and bool(exact)


def _looks_back(mention: Mention, clause: Clause) -> bool:
    """“agreed in June to meet”: where nothing else tells, a past tense dates what is past."""
    past = clause.finite.tag_ in {"VBD", "VBN"} and not clause.auxiliaries & FUTURE
    return past and (len(clause.chain) == 1 or mention.grain is not Grain.FINE)


def _later_today(mention: Mention, clause: Clause) -> bool:
    return bool(clause.auxiliaries & FUTURE) or bool(LATER.search(mention.phrase.text))


def carries(mention: Mention, clause: Clause, look: Outlook) -> bool:
    """The vaguer the time, the more the verb must say that something takes place."""
    if look is Outlook.NONE:
        return _runs_until(mention, clause)
    return not _speaks_against(mention, clause, look) and _says_enough(mention, clause, look)


def _speaks_against(mention: Mention, clause: Clause, look: Outlook) -> bool:
    if _opines(mention, clause) or (look < Outlook.FIRM and _stands_still(mention, clause)):
        return True
    if mention.dated.ahead is None and _looks_back(mention, clause):
        return True
    loose = look < Outlook.FIRM and not (happens(clause) and _later_today(mention, clause))
    return mention.same_day and loose


def _says_enough(mention: Mention, clause: Clause, look: Outlook) -> bool:
    if mention.grain is Grain.FINE:
        return mention.dated.ahead is True or look >= Outlook.PLAIN
    if "had" in clause.auxiliaries or _drifts(clause) or (look < Outlook.FIRM and _recurs(clause)):
        return False
    return _carries_loosely(mention, clause, look)


def _carries_loosely(mention: Mention, clause: Clause, look: Outlook) -> bool:
    whole = mention.dated.when.precision is Precision.YEAR and not PART.search(mention.phrase.text)
    if whole and look < Outlook.FIRM and _generic(clause):
        return False
    if clause.verb.lower_ in {"have", "has"} and _lasts(mention, clause.verb):
        return True
    if look < Outlook.FIRM and _distant(mention):
        return False
    if mention.grain is Grain.COARSE:
        firm = look is Outlook.FIRM and not set(clause.words) & WISHING
        return happens(clause) or _passive(clause) or firm
    if mention.grain is Grain.FAR:
        return (happens(clause) or _passive(clause)) and look >= Outlook.PLAIN and not _distant(mention)
    return happens(clause) and (look is Outlook.FIRM or _named_subject(clause))


def _generic(clause: Clause) -> bool:
    """“will pay more next year”: a verb of habit, with no event named."""
    nouns = [child for token in clause.chain for child in children(token, OBJECTS)]
    bare = not children(clause.verb, frozenset({"prt"}))  # “will stand down”
    return (
        bare
        and clause.verb.lower_ in terms.GENERIC
        and not any(noun.lower_ in terms.EVENTS for noun in nouns)
    )


def _named_subject(clause: Clause) -> bool:
    """“The talks will begin”: the subject is itself a happening."""
    return (
        clause.subject is not None and clause.subject.lower_ in terms.EVENTS and "will" in clause.auxiliaries
    )


def _passive(clause: Clause) -> bool:
    """“will be broken”, “will be rolled out”: something is done, and not thought."""
    done = clause.verb.tag_ == "VBN" or bool(children(clause.verb, frozenset({"auxpass"})))
    being = clause.auxiliaries | {aux.lower_ for aux in auxiliaries_of(clause.verb)}
    return done and "be" in being and clause.verb.lower_ not in terms.COGNITION | terms.TREND


def _distant(mention: Mention) -> bool:
    """“by 2030”: a target, not an appointment, when years away."""
    when = mention.dated.when
    if not mention.today or not when.end or not (when.edtf or "").startswith("../"):
        return False
    return int(when.end[:4]) > int(mention.today[:4]) + 2


def _recurs(clause: Clause) -> bool:
    """“the rains, which begin in May”: a plain present of something that is no event of its own."""
    subject = clause.subject
    relative = subject is not None and subject.tag_ in {"WDT", "WP"} and clause.finite.tag_ in {"VBZ", "VBP"}
    return (
        relative
        and len(clause.chain) == 1
        and clause.finite.head.lower_ not in terms.EVENTS
        and clause.verb.lower_ != "is"
    )


def _drifts(clause: Clause) -> bool:
    """“will fall”, “will reach 3 percent”; but “will reach Jupiter”, “will reach a deal”."""
    if _settles(clause):
        return False
    objects = children(clause.verb, frozenset({"dobj", "attr"}))
    placed = any(noun.tag_ == "NNP" for noun in objects)
    moving = clause.verb.lower_ in {"come", "go"} and any(
        c.lower_ in {"up", "down"} for c in clause.verb.children
    )
    return (moving or clause.verb.lower_ in terms.TREND) and not placed and "due" not in clause.words


def _settles(clause: Clause) -> bool:
    return clause.verb.lower_ in REACHING and any(
        noun.lower_ in DEALS for noun in children(clause.verb, DIRECT)
    )


def _opines(mention: Mention, clause: Clause) -> bool:
    """“traders bet”, “he thinks”; but “will be known”, “assume office”, “will tell MPs on Friday”."""
    plain = len(clause.chain) == len(clause.auxiliaries) == 1
    if plain and clause.verb.lower_ in REPORTING and not children(clause.verb, DIRECT):
        return True  # “researchers report this week in a journal”
    if clause.verb.lower_ not in terms.COGNITION or len(clause.chain) > 1 or "be" in clause.auxiliaries:
        return False
    if clause.verb.lower_ in terms.HAPPENING and "will" in clause.auxiliaries:  # “will appear in 2028”
        return False
    if mention.grain is Grain.FINE and children(clause.verb, DIRECT) and _stages(mention, clause):
        return False
    told = mention.grain is Grain.FINE and "will" in clause.auxiliaries and not mention.same_day
    return not (told and clause.verb.lower_ in TELLING)


def _stages(mention: Mention, clause: Clause) -> bool:
    """“will show the film on Friday”, “shows her work until 3 May”; but “the figures show a fall”."""
    lasting = mention.time[0].lower_ in UNTIL
    named = clause.subject is not None and clause.subject.tag_ == "NNP"  # “Sky shows the match on Friday”
    shown = (
        lasting or named or "will" in clause.auxiliaries or mention.dated.when.precision is Precision.MINUTE
    )
    return clause.verb.lower_ in STAGING or (clause.verb.lower_ in SHOWING and shown)


def _stands_still(mention: Mention, clause: Clause) -> bool:
    """“will remain difficult”, “there will be showers”; but “will be open”, “have until Friday”."""
    verb = clause.verb
    if verb.lower_ not in terms.STATIVE:
        return False
    complements = [c for c in children(verb, COMPLEMENTS | {"dobj"}) if not mention.holds(c)]
    named = [noun for noun in (clause.subject, *complements) if noun is not None]
    if any(noun.lower_ in terms.EVENTS or noun.tag_ == "VBN" for noun in named):
        return False
    if any(child.lower_ in terms.READY for child in verb.children) or _lasts(mention, verb):
        return False
    if mention.grain is Grain.FINE and any(noun.tag_ == "EX" for noun in named):
        return False
    if verb.lower_ == "have" and "will" in clause.auxiliaries and mention.grain is Grain.FINE:
        return not any(c.lower_ in {"a", "an"} for noun in complements for c in noun.children)  # “a scan”
    return bool(complements) or verb.lower_ not in BEING


def _lasts(mention: Mention, verb: Token) -> bool:
    if mention.led & LASTING:
        return True
    return verb.lower_ in {"have", "has"} and mention.time.root.dep_ == "dobj"


def _is_when(clause: Clause) -> bool:
    """“the next opportunity is in March”: nothing else is said of it."""
    bare = clause.verb.lower_ in {"is", "are"} and not children(
        clause.verb, COMPLEMENTS | {"advmod", "agent"}
    )
    return bare and clause.subject is not None and clause.subject.tag_ in {"NN", "NNS"}


def happens(clause: Clause) -> bool:
    """Whether verb, subject or object names something that takes place."""
    if clause.verb.lower_ in terms.HAPPENING or _is_when(clause) or _settles(clause):
        return True
    into = [prep for prep in children(clause.verb, frozenset({"prep"})) if prep.lower_ == "into"]
    nouns = [child for token in (*clause.chain, *into) for child in children(token, OBJECTS)]
    return any(noun.lower_ in terms.EVENTS for noun in nouns)
