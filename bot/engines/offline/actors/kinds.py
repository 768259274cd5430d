"""What a name is: what its words, its neighbours and its mentions say, as weights of evidence; most wins."""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping

from bot.domain.countries import country_of, country_of_demonym
from bot.domain.reading import Kind
from bot.engines.offline.actors.lines import Line
from bot.engines.offline.actors.phrases import NOUNS, first_head, phrase_before
from bot.engines.offline.actors.roles import roles
from bot.engines.offline.actors.runs import HEADS
from bot.engines.offline.actors.spotting import Mention
from bot.engines.offline.actors.words import bodies, grammar, people, things
from bot.services.wordlists import listed

PERSON, ORG, PLACE, OTHER = "person", "organization", "place", "other"
SPEAKS = "speaks"
"""Not a kind: counts the sentences in which the name says or does what only somebody can."""

Ballot = defaultdict[str, float]
"""Weights by kind."""


def add(ballot: Ballot, more: Mapping[str, float]) -> None:
    """Add weights to a ballot."""
    for kind, weight in more.items():
        ballot[kind] += weight


OWNED = bodies.ORG_PARTS | people.BODY_PARTS_OF_PEOPLE
PRONOUN_REACH = 12
OWNED_REACH = 5
OBJECTS = ("dobj", "npadvmod")
"""The parser takes “Everton” in “beat Everton 2-1” for the second."""

LED = listed("led headed chaired coached captained presided commanded hosted written fronted")
TEAM_OR_FIRM = re.compile(r"chief executive\b|\d[-–]\d(?!\d|,? \d)")
"""“Norvik chief executive”; “beat Gornik Zabrze 3-1”: one score, where players of tennis have two."""
TOLD = listed(
    "hear hears heard speak speaks spoke spoken talk talks talked write writes wrote written letter"
)
"""What is done “to” and “from” people."""
SCORED = re.compile(r"who (?:beat|lost to|drew with) \D*\d[-–]\d(?!\d|,? \d)")
"""“Calder Town, who beat Marsh United 3-0”: clubs are people, too."""
SHARES = frozenset(("shares", "stock", "stake", "stakes", "investors", "shareholders", "interest"))
PRONOUNS: Mapping[str, Mapping[str, float]] = {
    pronoun: weights
    for pronouns, weights in (
        (("he", "she", "his", "her", "him", "himself", "herself"), {PERSON: 1.0}),
        (("they", "their"), {ORG: 0.7}),
        (("its", "itself"), {ORG: 1.0, PLACE: 0.5}),
    )
    for pronoun in pronouns
}


def by_left(mention: Mention, ballot: Ballot) -> None:
    """Titles, articles and prepositions before the name."""
    line, before = mention.line, mention.title - 1
    if mention.title < mention.start:
        ballot[PERSON] += 4.0
        return
    if line.word(before) == "(" and line.word(mention.after) == ")" and before:
        add(ballot, {ORG: 1.0, PERSON: -2.0})  # “Tom Pritchard (Labour)”
    start = phrase_before(line, mention.start)
    within = start < mention.start and line.word(start) == "the" and line.words[before][0].isupper()
    if line.word(before) == "the" or within:
        ballot[ORG] += 0.7
        ballot[PERSON] -= 2.0
        before -= 1
    add(ballot, _governed(line, before))


def _governed(line: Line, i: int) -> Mapping[str, float]:
    """What the word before a name, mostly a preposition, says about its kind."""
    word, earlier = line.word(i), line.word(i - 1)
    if word in things.THINGS | things.VESSELS:
        return {OTHER: 3.0}
    if word in things.PLACE_NOUNS or (word == "of" and earlier in things.PLACE_NOUNS):
        return {PLACE: 2.5, PERSON: -1.5}
    if word == "of":
        return _owner(line, i, earlier)
    if word in ("at", "for", "with") and _employed(line, i - 1):
        return {ORG: 1.5, PERSON: -1.0}
    if word in grammar.PLACE_PREPOSITIONS and earlier not in TOLD:
        return {ORG: 2.0} if word == "in" and earlier in SHARES else {PLACE: 1.5, PERSON: -1.0}
    return _done(line, i, word, earlier)


def _owner(line: Line, i: int, earlier: str) -> Mapping[str, float]:
    """What stands before “of” and a name: somebody (“mayor of X”), a body (“Sunda Motors of X”), an age."""
    if earlier == "," and line.tag(i - 2) == "CD":  # “NAME, 34, of Novi Sad”
        return {PLACE: 2.5, PERSON: -1.5}
    if line.words[i - 1][:1].isupper() and earlier in bodies.ORG_HEADS:
        return {PLACE: 1.5, PERSON: -1.5}
    return {ORG: 0.7, PLACE: 0.7, PERSON: -1.0} if _employed(line, i - 1) else {}


def _done(line: Line, i: int, word: str, earlier: str) -> Mapping[str, float]:
    """What a participle or a verb before the name says (“led by X”, “founded X”, “plays for X”)."""
    if word in ("to", "on") and earlier not in TOLD:
        return {PLACE: 0.5, PERSON: -0.3}
    k = i - 1 - (line.tag(i - 1) == "RP")  # “taken over by”
    if word == "by" and line.tag(k) == "VBN":
        earlier = line.word(k)
        if earlier in bodies.OWNED_BY:
            return {ORG: 2.0}
        return {PERSON: 2.0 if earlier in LED else 0.5}
    if word == "for" and line.tag(i - 1).startswith("VB"):
        return {ORG: 0.7}
    return {ORG: 2.0} if earlier != "been" and word in bodies.FOUNDED else {}


def _employed(line: Line, i: int) -> bool:
    word = line.word(i)
    return i >= 0 and line.words[i].islower() and people.is_person_noun(word) and word not in people.KIN


def by_verb(mention: Mention, ballot: Ballot) -> None:
    """What the name does as a subject, and the pronoun that takes it up (“Norvik said its …”)."""
    line, i = mention.line, mention.after
    subject = _first_of_list(line, mention.end - 1)
    verb = line.word(line.heads[subject])
    deed = verb in grammar.AGENTS_DO and line.deps[subject] == "nsubj"
    ballot[SPEAKS] += 1.0 * (deed or _suffers(mention))
    ballot[ORG] += 0.5 * deed
    if subject != mention.end - 1 or not line.deps[subject].startswith("nsubj"):
        return
    plural = _plural(line, i, line.heads[mention.end - 1]) and line.word(mention.start - 1) != "and"
    ballot[ORG] += 1.5 * plural + 1.0 * (verb in bodies.FIRMS_DO) + 2.0 * (verb in bodies.FOUNDED)
    ballot[PERSON] += 1.0 * (verb in people.PEOPLE_DO)
    if verb in grammar.SPEECH:
        add(ballot, {PERSON: 0.5, ORG: 0.5, SPEAKS: 1.0})
    for k in range(i, min(i + PRONOUN_REACH, len(line))):
        if line.word(k) in PRONOUNS:
            add(ballot, PRONOUNS[line.word(k)])
            return
        if line.words[k][0].isupper() and k > i + 1:
            return


def _first_of_list(line: Line, i: int) -> int:
    """The first of the names that “and” and commas join to this one; this one itself where there are none."""
    while line.deps[i] == "conj" and line.heads[i] < i and line.tags[line.heads[i]] in NOUNS:
        i = line.heads[i]
    return i


def _suffers(mention: Mention) -> bool:
    """Whether it is a party to what is done, or a source: “accused Labour”, “according to Bruegel”."""
    line, i = mention.line, mention.end - 1
    head = line.heads[i]
    party = line.deps[i] in OBJECTS and line.word(head) in grammar.CONTESTS
    return party or (
        line.deps[i] == "pobj" and line.word(head) == "to" and line.word(head - 1) == "according"
    )


def _plural(line: Line, after: int, verb: int) -> bool:
    """Whether a singular name has a plural verb, as clubs and bands have (“Paper Moon are …”)."""
    if line.word(after) == "and":
        return False
    return line.tag(after) in ("VB", "VBP") or (
        verb > after and any(line.word(k) in ("have", "are", "were") for k in range(after, verb + 1))
    )


def by_right(mention: Mention, ballot: Ballot) -> None:
    """What belongs to the name (“Norvik’s board”) and what is said of it behind a comma."""
    line, i = mention.line, mention.after
    if line.tag(i) == "POS":
        reach = range(i + 1, min(i + OWNED_REACH, len(line)))
        owned = next((line.word(k) for k in reach if line.word(k) in OWNED), "")
        ballot[ORG] += 1.5 * (owned in bodies.ORG_PARTS)
        ballot[PERSON] += 1.2 * (owned in people.BODY_PARTS_OF_PEOPLE)
    elif line.word(i) in bodies.GROUP_NOUNS and line.tag(i + 1) not in ("NNP", "NNPS"):  # “the Devon firm X”
        ballot[ORG] += 2.5
    elif line.word(i) in bodies.BRANCHES and line.word(i + 1) == "of":
        ballot[PLACE] += 2.0
    elif line.word(i) in bodies.ORG_PARTS or TEAM_OR_FIRM.match(line.printed(i, min(i + 4, len(line)))):
        ballot[ORG] += 2.0
    elif line.word(i) == "who":
        ballot[PERSON] += 2.0
    elif line.word(i) in (",", "–", "—", "("):
        add(ballot, _set_off(line, i + 1))


def _set_off(line: Line, i: int) -> Mapping[str, float]:
    """What the first word behind the comma says: an age, “who”, “which”, “founded in …”."""
    word = line.word(i)
    if line.tag(i) == "CD" and word.isdigit() and line.word(i + 1) in (",", ")"):
        return {PERSON: 2.5 * (len(word) < len("100"))}
    if word in ("who", "himself", "herself") or _defined(line, i) == "who":
        return {ORG: 3.0} if SCORED.match(line.printed(i, min(i + 9, len(line)))) else {PERSON: 2.0}
    head = first_head(line, i) if word in ("a", "an", "the", "its") else None
    if head is not None and line.word(head) in things.THINGS:
        return {OTHER: 3.0}
    if word == "which":
        return {ORG: 0.8 + 1.2 * (line.word(i + 1) in bodies.FIRMS_DO), PERSON: -1.0}
    return {ORG: 0.8} if word == "itself" else {}


def _defined(line: Line, i: int) -> str:
    """The pronoun that goes on from “a Briton”, “the Ghanaian”: “who”, “that”, “” for none."""
    if line.word(i) not in ("a", "an", "the"):
        return ""
    head = first_head(line, i)
    return line.word(head + 1) if head is not None and line.word(head + 1) in ("who", "that", "which") else ""


PLACE_OPENERS = listed(
    "lake mount river wat cape fort camp co county calle rue via plaza piazza jalan wadi tell bab rio río"
    " isla"
)
"""First words of names of places."""

NO_GIVEN_NAMES = listed(
    "port new san santa los las north south east west upper lower great air royal national grand"
)
"""First words of names that are no person's, whatever the model says."""
NO_SURNAMES = frozenset(("town", "city", "county"))
STORMS = frozenset(("storm", "hurricane", "typhoon", "cyclone"))

ORG_OPENERS = frozenset(("friends", "sons", "daughters", "knights", "mothers", "save"))
LEGAL_FORMS = listed(
    "inc ltd llc plc gmbh ag sa nv bv corp corporation dac pty srl spa oy ab oyj kk se asa a/s aps fc afc cf"
)
"""What the name of a firm or a club ends with."""

SIGHTED = {
    "PERSON": (PERSON, 1.2),
    "ORG": (ORG, 1.0),
    "NORP": (ORG, 0.7),
    "GPE": (PLACE, 1.0),
    "LOC": (PLACE, 1.0),
    "FAC": (PLACE, 1.0),
    "EVENT": (OTHER, 1.0),
    "LAW": (OTHER, 1.0),
    "PRODUCT": (OTHER, 0.7),
    "WORK_OF_ART": (OTHER, 1.0),
}
"""What the small model's entity types count for: one witness among several."""

DOUBLE = re.compile(r"[^\W\d_]+ [A-Z][^\W\d_]+[-‐][A-Z][^\W\d_]+")
"""“Simone Arsenault-Pye”: two surnames, which firms put first."""
CAMEL = re.compile(r"(?<!\bMc)(?<!\bMac)(?<!\bDe)(?<!\bLe)(?<!\bLa)(?<=[a-z])[A-Z]|\.(?:com|org|net|io)\b")
PLURAL = frozenset(("NNPS", "NNS"))
ACRONYM_LENGTHS = range(2, 7)
ALONE = frozenset(("opposition", "government", "military", "centre"))
USUAL_LENGTHS = (2, 3)
"""Words of most people's names."""

WEAK_CAP = 2.0
"""However often the model and the shape say so, they weigh no more than this."""


def votes(mention: Mention) -> Ballot:
    """What one mention says about the kind of its name, beside the model."""
    ballot = Ballot(float)
    ballot[ORG] += 6.0 * (mention.line.words[mention.end - 1] in bodies.INSTITUTIONS)
    by_left(mention, ballot)
    by_right(mention, ballot)
    by_verb(mention, ballot)
    personal = list(roles(mention, Kind.PERSON, frozenset()))
    bodily = list(roles(mention, Kind.ORGANIZATION, frozenset()))
    ballot[PERSON] += 2.5 * any(role.plain for role in personal)
    ballot[ORG] += max((2.0 * role.plain + 1.5 * role.mixed for role in bodily), default=0.0)
    return ballot


def sight(mention: Mention) -> Ballot:
    """What the model and the mere shape say: weak witnesses, to be capped over all mentions."""
    ballot = Ballot(float)
    line = mention.line
    seen = Counter(line.ents[mention.start : mention.end]).most_common(1)[0][0]
    if seen in SIGHTED:
        kind, weight = SIGHTED[seen]
        ballot[kind] += weight
    words = line.words[mention.start : mention.end]
    parts = mention.text.replace("-", "").split()
    usual = len(parts) in USUAL_LENGTHS and all(part.isalpha() or part[-1] == "." for part in parts)
    double = bool(DOUBLE.fullmatch(mention.text))
    plain = usual and not PLURAL & {line.tags[mention.end - 1]} and not set(map(str.casefold, parts)) & HEADS
    ballot[PERSON] += (
        0.7 * usual + 0.4 * plain + 0.5 * double + 2.0 * any(word in ("“", '"') for word in words)
    )
    return ballot


def shape(mention: Mention) -> Ballot:
    """What the words of the name itself say: heads, legal forms, acronyms."""
    ballot = Ballot(float)
    words = [mention.line.word(i) for i in range(mention.start, mention.end)]
    add(ballot, _heads(words) if len(words) > 1 else _alone(mention.text))
    firm = mention.text.endswith(" AS") or words[-1].rstrip(".") in LEGAL_FORMS or "&" in words
    national = len(words) > 1 and country_of_demonym(mention.line.words[mention.start]) is not None
    ballot[ORG] += 1.0 * national
    ballot[PERSON] -= 1.5 * (national or (words[0] in NO_GIVEN_NAMES and len(words) > 1))
    ballot[ORG] += 2.5 * (len(words) > 1 and country_of(mention.line.words[mention.end - 1]) is not None)
    ballot[PERSON] -= 2.0 * (words[-1] in NO_SURNAMES)
    plural = mention.line.tags[mention.end - 1] in PLURAL and len(words) > 1
    camel = any(CAMEL.search(word) for word in mention.text.split())
    ballot[ORG] += 4.0 * firm + 0.8 * plural + 1.0 * camel + 2.0 * bool(mention.acronym)
    return ballot


def _heads(words: list[str]) -> Ballot:
    ballot = Ballot(float)
    of = next((i for i, word in enumerate(words) if i and word in ("of", "without")), len(words))
    head, last = words[of - 1], words[-1]
    if any(word in bodies.STRONG_ORG_HEADS for word in (*words[:of], last)):
        ballot[ORG] += 3.0
    elif {head, last} & bodies.WEAK_ORG_HEADS:
        ballot[ORG] += 1.2
    ballot[OTHER] += 4.0 * bool({head, last} & things.OTHER_HEADS or words[0] in things.VESSELS | STORMS)
    ballot[PLACE] += 2.5 * (
        bool({head, head.removesuffix("s")} & things.PLACE_HEADS) or words[0] in PLACE_OPENERS
    )
    ballot[ORG] += 1.5 * (words[0] in ORG_OPENERS and len(words) > len(USUAL_LENGTHS))
    return ballot


def _alone(text: str) -> Ballot:
    acronym = text.isupper() and len(text) in ACRONYM_LENGTHS
    return Ballot(float, {ORG: 1.5 * (text.casefold() in bodies.STRONG_ORG_HEADS | ALONE) + 1.5 * acronym})
