"""Witnesses for what a name is; the votes of all its mentions decide."""

import re
from collections import Counter

from bot.domain.countries import country_of, country_of_demonym
from bot.domain.reading import Kind
from bot.engines.offline.actors.ballots import ORG, OTHER, PERSON, PLACE, Ballot, add
from bot.engines.offline.actors.capitals import HEADS
from bot.engines.offline.actors.context import by_left, by_right, by_verb
from bot.engines.offline.actors.roles import roles
from bot.engines.offline.actors.spotting import Mention
from bot.engines.offline.actors.words import bodies, things
from bot.services.wordlists import listed

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
