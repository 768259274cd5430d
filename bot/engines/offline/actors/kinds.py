"""Witnesses for what a name is; the votes of all its mentions decide."""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping

from bot.domain.reading import Kind
from bot.engines.offline.actors import words as w
from bot.engines.offline.actors.lines import Line
from bot.engines.offline.actors.phrases import phrase_before
from bot.engines.offline.actors.roles import roles
from bot.engines.offline.actors.spotting import Mention

PERSON, ORG, PLACE, OTHER = "person", "organization", "place", "other"
PLACE_OPENERS = frozenset(
    [
        "lake",
        "mount",
        "river",
        "wat",
        "cape",
        "fort",
        "camp",
        "co",
        "county",
        "calle",
        "rue",
        "via",
        "plaza",
        "piazza",
        "jalan",
        "wadi",
        "tell",
        "bab",
        "rio",
        "río",
        "isla",
    ]
)
LEGAL_FORMS = frozenset(
    [
        "inc",
        "ltd",
        "llc",
        "plc",
        "gmbh",
        "ag",
        "sa",
        "nv",
        "bv",
        "corp",
        "corporation",
        "dac",
        "pty",
        "srl",
        "spa",
        "oy",
        "ab",
        "oyj",
        "kk",
        "se",
        "asa",
        "a/s",
        "fc",
        "afc",
        "cf",
    ]
)
OWNED = w.ORG_PARTS | w.BODY_PARTS_OF_PEOPLE
PRONOUN_REACH = 12
LED = frozenset(
    [
        "led",
        "headed",
        "chaired",
        "coached",
        "captained",
        "presided",
        "commanded",
        "hosted",
        "written",
        "authored",
        "fronted",
    ]
)
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


Ballot = defaultdict[str, float]
"""Weights by kind."""

SPEAKS = "speaks"
"""Not a kind: counts the sentences in which the name says something."""

CAMEL = re.compile(r"(?<!\bMc)(?<!\bMac)(?<!\bDe)(?<!\bLe)(?<!\bLa)(?<=[a-z])[A-Z]|\.(?:com|org|net|io)\b")
WEAK_CAP = 2.0
"""However often the model and the shape say so, they weigh no more than this."""


def add(ballot: Ballot, more: Mapping[str, float]) -> None:
    """Add weights to a ballot."""
    for kind, weight in more.items():
        ballot[kind] += weight


def votes(mention: Mention) -> Ballot:
    """What one mention says about the kind of its name, beside the model."""
    ballot = Ballot(float)
    if mention.line.words[mention.end - 1] in w.INSTITUTIONS:
        ballot[ORG] += 6.0
    _by_left(mention, ballot)
    _by_right(mention, ballot)
    _by_pronoun(mention, ballot)
    ballot[PERSON] += 2.5 * any(role.plain for role in roles(mention, Kind.PERSON, frozenset()))
    bodily = list(roles(mention, Kind.ORGANIZATION, frozenset()))
    ballot[ORG] += 2.0 * any(role.plain for role in bodily) or 1.5 * any(role.mixed for role in bodily)
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
    if len(words) in (2, 3) and all(word.isalpha() or word[-1] in ".-" for word in words):
        ballot[PERSON] += 0.7
    if any(word in '“"' for word in words):
        ballot[PERSON] += 2.0
    return ballot


def shape(mention: Mention) -> Ballot:
    """What the words of the name itself say: heads, legal forms, acronyms."""
    ballot = Ballot(float)
    line = mention.line
    words = [line.word(i) for i in range(mention.start, mention.end)]
    of = words.index("of") if "of" in words[1:] else len(words)
    head, last = words[of - 1], words[-1]
    if len(words) > 1:
        if any(word in w.STRONG_ORG_HEADS for word in (*words[:of], last)):
            ballot[ORG] += 3.0
        elif head in w.WEAK_ORG_HEADS or last in w.WEAK_ORG_HEADS:
            ballot[ORG] += 1.2
        if last in w.OTHER_HEADS or head in w.OTHER_HEADS:
            ballot[OTHER] += 4.0
        if head in w.PLACE_HEADS or words[0] in PLACE_OPENERS:
            ballot[PLACE] += 2.5
    if any(CAMEL.search(word) for word in line.words[mention.start : mention.end]):
        ballot[ORG] += 1.0
    if line.words[mention.end - 1] == "AS" or words[-1].rstrip(".") in LEGAL_FORMS or "&" in words:
        ballot[ORG] += 4.0
    if words[0] in ("friends", "sons", "daughters", "knights", "mothers", "save") and len(words) > 2:
        ballot[ORG] += 1.5
    if line.tags[mention.end - 1] in ("NNPS", "NNS") and len(words) > 1:
        ballot[ORG] += 0.8
    if mention.acronym:
        ballot[ORG] += 2.0
    if len(words) == 1 and words[0] in w.STRONG_ORG_HEADS:
        ballot[ORG] += 1.5
    if len(words) == 1 and mention.text.isupper() and 1 < len(mention.text) < 7:
        ballot[ORG] += 1.5
    return ballot


def _by_left(mention: Mention, ballot: Ballot) -> None:
    line, before = mention.line, mention.title - 1
    if mention.title < mention.start:
        ballot[PERSON] += 4.0
        return
    word, earlier = line.word(before), line.word(before - 1)
    start = phrase_before(line, mention.start)
    if word == "the" or (
        start < mention.start and line.word(start) == "the" and line.words[before][0].isupper()
    ):
        ballot[ORG] += 0.7
        ballot[PERSON] -= 2.0
        before, word, earlier = before - 1, earlier, line.word(before - 2)
    if word in w.PLACE_NOUNS or (word == "of" and earlier in w.PLACE_NOUNS):
        ballot[PLACE] += 2.5
        ballot[PERSON] -= 1.5
    elif word in ("at", "of", "for", "with") and _employed(line, before - 1):
        ballot[ORG] += 0.7 if word == "of" else 1.5
        ballot[PLACE] += 0.7 * (word == "of")
        ballot[PERSON] -= 1.0
    elif word == "in" and earlier in (
        "shares",
        "stock",
        "stake",
        "stakes",
        "investors",
        "shareholders",
        "interest",
    ):
        ballot[ORG] += 2.0
    elif word in w.PLACE_PREPOSITIONS:
        ballot[PLACE] += 1.5
        ballot[PERSON] -= 1.0
    elif word in ("from", "to", "on"):
        ballot[PLACE] += 0.5
        ballot[PERSON] -= 0.3
    elif word == "by" and line.tag(before - 1) == "VBN":
        ballot[PERSON] += 2.0 if earlier in LED else 0.5
        ballot[ORG] += 1.5 * (earlier in w.OWNED_BY)
    elif word == "for" and line.tag(before - 1).startswith("VB"):
        ballot[ORG] += 0.7
    elif earlier != "been" and word in w.FOUNDED:
        ballot[ORG] += 2.0


def _employed(line: Line, i: int) -> bool:
    word = line.word(i)
    return i >= 0 and line.words[i].islower() and w.is_person_noun(word) and word not in w.KIN


def _plural(line: Line, after: int, verb: int) -> bool:
    """Whether a singular name has a plural verb, as clubs and bands have (“Paper Moon are …”)."""
    return line.tag(after) == "VBP" or (
        verb > after and any(line.word(k) in ("have", "are", "were") for k in range(after, verb + 1))
    )


def _by_right(mention: Mention, ballot: Ballot) -> None:
    line, i = mention.line, mention.after
    verb = line.heads[mention.end - 1]
    if line.deps[mention.end - 1].startswith("nsubj"):
        ballot[ORG] += 1.5 * (_plural(line, i, verb) and line.word(mention.start - 1) != "and")
        if line.word(verb) in w.SPEECH:
            ballot[PERSON] += 0.5
            ballot[ORG] += 0.5
            ballot[SPEAKS] += 1.0
        ballot[ORG] += 1.0 * (line.word(verb) in w.FIRMS_DO) + 2.0 * (line.word(verb) in w.FOUNDED)
        ballot[PERSON] += 1.0 * (line.word(verb) in w.PEOPLE_DO)
    if line.tag(i) == "POS":
        owned = next((line.word(k) for k in range(i + 1, min(i + 5, len(line))) if line.word(k) in OWNED), "")
        ballot[ORG] += 1.5 * (owned in w.ORG_PARTS)
        ballot[PERSON] += 1.2 * (owned in w.BODY_PARTS_OF_PEOPLE)
    elif line.word(i) in w.GROUP_NOUNS:
        ballot[ORG] += 2.5
    elif line.word(i) in w.ORG_PARTS or (line.word(i) == "chief" and line.word(i + 1) == "executive"):
        ballot[ORG] += 2.0
    if line.word(i) not in (",", "–", "—", "("):
        ballot[PERSON] += 2.0 * (line.word(i) == "who")
    elif line.tag(i + 1) == "CD" and line.word(i + 1).isdigit() and line.word(i + 2) in (",", ")"):
        ballot[PERSON] += 2.5 * (len(line.word(i + 1)) < 3)
    elif line.word(i + 1) in w.FOUNDED:
        ballot[ORG] += 2.0
    elif line.word(i + 1) == "who" and line.tag(i + 2) == "VBP":
        ballot[ORG] += 1.5
    elif line.word(i + 1) in ("who", "himself", "herself"):
        ballot[PERSON] += 2.0
    elif line.word(i + 1) in ("which", "itself"):
        ballot[ORG] += 0.8


def _by_pronoun(mention: Mention, ballot: Ballot) -> None:
    """The pronoun that a subject is taken up with (“Kileo said her …”, “Norvik said it …”)."""
    line = mention.line
    if not line.deps[mention.end - 1].startswith("nsubj"):
        return
    for i in range(mention.after, min(mention.after + PRONOUN_REACH, len(line))):
        word = line.word(i)
        if word in ("he", "she", "his", "her", "him", "himself", "herself"):
            ballot[PERSON] += 1.0
            return
        if word in ("their", "they"):
            ballot[ORG] += 0.7
            return
        if word in ("its", "itself"):
            ballot[ORG] += 1.0
            ballot[PLACE] += 0.5
            return
        if line.words[i][0].isupper() and i > mention.after + 1:
            return
