"""Sentences about no occasion: rules in law, forecasts, timetables, an outlet about itself."""

import re
from collections.abc import Callable

from spacy.tokens import Token

from bot.engines.offline.events import terms
from bot.engines.offline.events.clauses import SUBJECTS, Clause, ancestors, children
from bot.engines.offline.events.mention import Grain, Mention
from bot.engines.offline.events.outlook import MODALS
from bot.services.wordlists import listed

FORECASTERS = listed("""
analysts economists forecasters markets traders investors staff models pollsters bookmakers bookies observers
commentators strategists pundits futures forecasts projections simulations analyst economist forecaster few
most many some others experts scientists researchers climatologists
""")
GUESSING = terms.forms(
    "expect think believe predict project forecast see reckon bet foresee suggest assume fear doubt guess "
    "estimate anticipate imply price"
) | listed("saw thought foresaw")
FORECAST = re.compile(
    r"\b(?:analysts|economists|forecasters|markets|traders|investors|staff|experts|models|pollsters|bookmakers)\b"
    r"(?: \w+){0,6}? (?:project|forecast|predict|expect|estimate)s?(?:ed)? (?:that )?",
    re.IGNORECASE,
)
LAW = re.compile(
    r"^\W*(?:by law|(?:under|according to|in terms of) (?:the |this |that |its |\w+ )?(?:\w+ ){0,4}?"
    r"(?:law|laws|act|statute|statutes|constitution|rules|regulations?|code|treaty|convention|charter"
    r"|article \d+|section \d+|directive))\b",
    re.IGNORECASE,
)
ANY = frozenset({"a", "an", "any", "every", "each"})
COUNTED = re.compile(r"^(?:within|in)\b.*\b(?:days?|weeks?|months?|years?)\b", re.IGNORECASE)
OF_ANY = re.compile(
    r"^ (?:of|after|from|following) (?:an?|any|each|every|being|receiving|taking)\b", re.IGNORECASE
)
HOUSE = listed("newsletter crossword corrections")
HOUSE_OF_OURS = listed("coverage blog podcast column subscribers readers bulletin edition issue")
COLUMNS = listed("letter column briefing digest blog roundup diary")
BREAKS = listed("returns return takes take resumes resume goes")
OURS = frozenset({"our", "this", "my"})
HOURS = re.compile(
    r"\b(?:daily|every day|seven days a week|on weekdays|(?:mon|tues|wednes|thurs|fri|satur|sun)days?"
    r"(?: to | through |[-–])[a-z]+days?)\b",
    re.IGNORECASE,
)
BACK = listed("back return returns bring update")
CLOCK = re.compile(r"\d[.:]\d\d|\d ?[ap]\.?m\b|\b(?:noon|midnight|midday)\b", re.IGNORECASE)
DAY = re.compile(r"\bto(?:day|night)\b|\bthis\b|[a-z]day\b", re.IGNORECASE)
SAYING = listed("said added warned told confirmed announced")
OF_THE_MONTH = re.compile(r"\b(?:of|in) the (?:month|week|year)$", re.IGNORECASE)


def about_no_occasion(mention: Mention, clause: Clause) -> bool:
    """Whether the sentence is of a kind that looks ahead without announcing."""
    return any(rule(mention, clause) for rule in RULES)


def _plain_present(clause: Clause) -> bool:
    tensed = clause.finite.tag_ in {"VBZ", "VBP"} or clause.auxiliaries & {"is", "are"}
    return len(clause.chain) == 1 and bool(tensed) and not clause.auxiliaries & MODALS.keys()


def _guessed(mention: Mention, clause: Clause) -> bool:
    """“Most economists expect the first cut to come in June”: others guess, and name no day."""
    if mention.grain is Grain.FINE and mention.time[0].lower_ != "by":
        return False
    if FORECAST.search(mention.sentence.text[: mention.phrase.start]):
        return True
    return any(_guesses(token, clause) for token in [*clause.chain[1:], *ancestors(clause.finite)])


def _guesses(token: Token, clause: Clause) -> bool:
    """Whether a verb over the clause guesses about a subject other than its own."""
    own = clause.verb is not token and children(clause.verb, SUBJECTS)
    guessing = token.lower_ in GUESSING and bool(own)
    return guessing and any(subject.lower_ in FORECASTERS for subject in children(token, SUBJECTS))


def _by_law(mention: Mention, clause: Clause) -> bool:
    """“Under the act, an appeal must be filed within 28 days”: a rule, for any case."""
    behind = mention.sentence.text[mention.phrase.end :]
    if not COUNTED.match(mention.phrase.text):
        return bool(re.match(r" of (?:any|each|every) year\b", behind))
    subject = clause.subject
    general = subject is not None and any(child.lower_ in ANY for child in subject.children)
    framed = general and LAW.match(mention.sentence.text)
    return bool(framed or OF_ANY.match(behind))


def _of_the_house(mention: Mention, clause: Clause) -> bool:
    """“We will be back tomorrow”, “the newsletter returns on Monday”: the outlet speaks of itself."""
    if mention.quotes(clause.verb):
        return False
    subjects = [s for token in clause.chain for s in children(token, SUBJECTS)]
    ours = [s for s in subjects if any(child.lower_ in OURS for child in s.children)]
    if any(s.lower_ in HOUSE for s in subjects) or any(s.lower_ in HOUSE_OF_OURS for s in ours):
        return True
    if any(s.lower_ == "i" for s in subjects) and clause.auxiliaries & {"will", "'ll", "’ll", "shall"}:
        return True
    if clause.verb.lower_ in BREAKS and any(s.lower_ in COLUMNS for s in subjects):
        return True
    said = {clause.verb.lower_, *(child.lower_ for child in clause.verb.children)}
    return bool(said & BACK) and any(s.lower_ in {"we", "i"} for s in subjects)


def _timetabled(mention: Mention, clause: Clause) -> bool:
    """“The last bus leaves at 11.40pm”, “opens from 10am to 6pm, Tuesday to Sunday”: hours, but no day."""
    text = mention.phrase.text
    present = _plain_present(clause) or "must" in clause.auxiliaries
    if not present or not mention.same_day or not CLOCK.search(text) or DAY.search(text):
        return False
    subject = clause.subject
    if "must" in clause.auxiliaries:  # “guests must leave by 11am”
        return True
    ordinal = subject is not None and any(child.lower_ in {"last", "first"} for child in subject.children)
    return ordinal or bool(HOURS.search(mention.sentence.text))


def _every_month(mention: Mention, clause: Clause) -> bool:
    """“receive their money on the last Friday of the month”."""
    return _plain_present(clause) and bool(OF_THE_MONTH.search(mention.phrase.text))


def _came_to_nothing(mention: Mention, clause: Clause) -> bool:
    """“was to be signed on Monday, but the minister fell ill”."""
    if len(clause.chain) == 1 or not clause.auxiliaries & {"was", "were"}:
        return False
    behind = list(mention.span.doc[mention.time.end : mention.span.end])
    turn = next((i for i, token in enumerate(behind) if token.lower_ in {"but", "before"}), None)
    return turn is not None and any(t.tag_ == "VBD" and t.lower_ not in SAYING for t in behind[turn:])


RULES: tuple[Callable[[Mention, Clause], bool], ...] = (
    _guessed,
    _by_law,
    _of_the_house,
    _timetabled,
    _every_month,
    _came_to_nothing,
)
