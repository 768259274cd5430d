"""How far a name goes: what a capital means where it stands, and what may stand between capitals."""

from bot.domain.countries import country_of
from bot.engines.offline.actors.lines import Line
from bot.engines.offline.actors.phrases import singular
from bot.engines.offline.actors.words import bodies, grammar, people, things
from bot.services.wordlists import listed

OPENERS = frozenset("(“\"‘'«„‹:;.!?—–•*[|")

DASHES = frozenset(("–", "—", "-", "--", "―"))

FEWEST = 3
SHOUTED = 0.6
TOP = 2
"""Paragraphs in which a dateline may be a single word."""

DATELINE_REACH = 18
"""A dateline's dash stands within this many tokens: city, country, date and agency."""

HEADS = bodies.ORG_HEADS | things.PLACE_HEADS | things.OTHER_HEADS

BONDS = listed("friends sons daughters knights order voice voices guardians sisters children society")
"""Heads before “of” that are no institution."""


def opens(line: Line, i: int) -> bool:
    """Whether the token opens a sentence, a quotation or a bracket, where a capital proves nothing."""
    return i == 0 or line.words[i - 1] in OPENERS or not line.words[i - 1].strip()


def is_capital(line: Line, i: int) -> bool:
    """Whether the token is capitalised and no date, pronoun or article."""
    if not 0 <= i < len(line) or not line.words[i][0].isupper():
        return False
    lower = line.word(i).rstrip(".")
    if len(lower) == 1 and line.words[i].endswith("."):  # the initial of “A. Okafor”
        return True
    if lower in grammar.DAYS | grammar.MONTHS and line.ents[i] != "PERSON":
        return len(lower) == len("thu") and not _is_date(line, i)
    return lower not in grammar.NEVER_NAMES


def _is_date(line: Line, i: int) -> bool:
    """Whether a short word that can be a month or a day (“Jan”, “Thu”) is one here."""
    beside = line.tag(i - 1) == "CD" or line.tag(i + 1) == "CD" or line.words[i].endswith(".")
    named = i > 0 and line.ents[i - 1] == "PERSON"
    return beside or not (named or (line.word(i + 1) == "-" and line.glued(i + 1)))


def head_positions(line: Line, i: int, j: int) -> list[int]:
    """Where the run holds heads of organization names that need no other evidence."""
    return [k for k in range(i, j) if line.word(k) in bodies.STRONG_ORG_HEADS]


def is_within(line: Line, j: int) -> bool:
    """Whether the model saw one organization or place on both sides of a token."""
    return (
        j + 1 < len(line)
        and line.ents[j] in ("ORG", "FAC", "LOC", "GPE")
        and not line.begins[j]
        and not line.begins[j + 1]
        and line.ents[j + 1] == line.ents[j]
    )


def shouts(line: Line) -> bool:
    """Whether the sentence is printed in capitals."""
    letters = [word for word in line.words if word.isalpha() and len(word) > 1]
    return len(letters) >= FEWEST and sum(word.isupper() for word in letters) > SHOUTED * len(letters)


def dateline_end(line: Line) -> int:
    """The token behind “GENEVA, March 4 (Agency) -”; 0 where the sentence has no dateline."""
    for i in range(1, min(DATELINE_REACH, len(line) - 1)):
        if line.tags[i] in ("VBD", "VBZ", "MD", "VBP") and not line.words[i].isupper():
            return 0
        if line.words[i] in DASHES and not line.glued(i):
            dated = any(line.word(k).rstrip(".") in grammar.MONTHS | grammar.DAYS for k in range(i))
            return i + 1 if dated or line.words[0].isupper() or (i == 1 and line.paragraph <= TOP) else 0
        if line.words[i] == ":" and all(map(str.isupper, line.words[:i])):
            return i + 1
    return 0


PAIR = 2
LONGEST_NUMBER = 3
LONGEST_SYLLABLE = 5
LONGEST_PARTICLES = 3
_PORTFOLIOS = listed(
    "ministry department office bureau committee commission secretariat directorate faculty school minister"
    " secretary trust institute council agency"
)
"""What is named for a list of things (“Ministry of Agriculture, Livestock and Fisheries”)."""

_PREFIXES = listed("co non anti pre pro sub multi inter trans re self vice ex under")

_WORDS = frozenset(("NN", "NNS", "NNP", "NNPS", "FW", "IN", "DT", "JJ"))

_TOPICS = listed("council committee commission panel conference center centre institute")

_CAUSES = frozenset(("campaign", "centre", "center", "forum", "front", "fund", "initiative", "movement"))
"""What is there for something (“Office for Refugees”)."""

FIRM_HEADS = listed("""
inc ltd llc plc gmbh corp holdings motors airlines airways technologies systems laboratories labs software
industries pharmaceuticals pharma logistics shipping foods solutions ventures partners studios energy brewery
bakery
""")
"""Firms end with these; “of” behind them says where they are."""

_OWNERS = listed(
    "people women men children workers farmers teachers students doctors citizens king queen veterans lloyd"
    " world mother father players lawyers drivers writers girls boys consumers parents residents widows"
)


def run_end(line: Line, i: int) -> int:
    """Where the name that starts at i ends."""
    end = i + 1
    while end < len(line):
        joined = _joined(line, i, end)
        if joined == end:
            return _seen_longer(line, end)
        end = joined
    return end


def _seen_longer(line: Line, end: int) -> int:
    """The end of the organization that the model saw, if at a capital (“Comité des fêtes de Lyon”)."""
    k = end
    if line.tags[end - 1] not in ("NNP", "NNPS"):
        return end
    while k < len(line) and _continues(line, k):
        k += 1
    while k > end and not line.words[k - 1][0].isupper():
        k -= 1
    return k


def _continues(line: Line, k: int) -> bool:
    return line.ents[k] == "ORG" and not line.begins[k] and line.tags[k] in _WORDS and line.word(k) != "to"


def _joined(line: Line, i: int, j: int) -> int:
    """The new end of the run i…j, or j when it ends there."""
    if is_capital(line, j):
        return j + 1
    word = line.word(j)
    if line.words[j] in ("Our", "My", "Your", "We", "It") and is_capital(line, j + 1):
        return j + 2
    if word in ("-", "'", "’") and line.glued(j) and line.glued(j + 1) and _goes_on(line, i, j + 1):
        return j + 2
    if word in ("“", '"'):
        return _nicknamed(line, j)
    if word in ("'s", "’s", "'", "’"):
        return j + 2 if is_capital(line, j + 1) and _owns_name(line, i, j) else j
    return _linked(line, i, j, word)


def _linked(line: Line, i: int, j: int, word: str) -> int:
    if word == ",":
        return _listed(line, i, j)
    if word.isdigit() and len(word) <= LONGEST_NUMBER:
        return _numbered(line, j)
    if word in grammar.PARTICLES:
        return _particle(line, j)
    return _connected(line, i, j) if word in grammar.CONNECTORS else j


def _nicknamed(line: Line, j: int) -> int:
    """The surname behind a nickname (Jaden “Tall Boy” Persaud), or j."""
    for close in range(j + 2, min(j + 5, len(line) - 1)):
        if line.words[close] in ("”", '"'):
            return close + 2 if is_capital(line, j + 1) and is_capital(line, close + 1) else j
    return j


def _listed(line: Line, i: int, j: int) -> int:
    """The end of “Ministry of Agriculture, Livestock and Fisheries”, j being its comma; j for no list."""
    if not any(line.word(k) in _PORTFOLIOS for k in range(i, j)) or not {"of", "for"} & set(line.words[i:j]):
        return j
    if line.word(j + 1) == "and":
        return j
    k, ended = j, False
    while line.word(k) in (",", "and", "&") and not ended:
        ended = line.word(k) != ","
        start = k = k + 1 + (line.word(k) == "," and line.word(k + 1) == "and")
        ended = ended or line.word(k - 1) == "and"
        while is_capital(line, k) and not country_of(line.words[k]) and line.ents[k] != "PERSON":
            k += 1
        if k == start or head_positions(line, start, k):
            return j
    return k if ended else j


def _goes_on(line: Line, i: int, j: int) -> bool:
    """Whether the part behind a hyphen belongs to the name (“Ji-won”, not “Dublin-based”)."""
    if is_capital(line, j) or line.word(j - 2) in _PREFIXES:
        return True
    syllable = (
        len(line.word(j)) <= LONGEST_SYLLABLE
        and line.word(j) not in grammar.HYPHENED
        and line.word(j).isalpha()
    )
    return syllable and (
        line.ents[j] == "PERSON" or (j - i > PAIR and line.tag(j + 1) not in ("NN", "NNS", "JJ"))
    )


def _numbered(line: Line, j: int) -> int:
    """“Region 5 Appeal Court”, “Channel 4”; not “United 2-1” nor “Section 5 residents”."""
    if is_capital(line, j + 1):
        return j + 2
    plain = line.tag(j + 1) in ("VBD", "VBZ", "MD", "IN", "POS") or line.word(j + 1) in (",", ".", "’s", "'s")
    return j + 1 if plain and line.ents[j] in ("ORG", "PRODUCT", "EVENT", "FAC") else j


def _owns_name(line: Line, i: int, j: int) -> bool:
    """Whether the possessive at j is part of a name (“Women's Union”, “Sheriff's Office”)."""
    owner = line.word(j - 1)
    saint = any(line.word(k).rstrip(".") in ("st", "saint") for k in range(i, j))
    head = line.word(j + 1) in HEADS or (line.word(j + 2) in HEADS and is_capital(line, j + 2))
    office = people.is_person_noun(owner) and head
    return (
        owner in _OWNERS
        or saint
        or office
        or (is_within(line, j) and head and not country_of(line.words[j - 1]))
    )


def _particle(line: Line, j: int) -> int:
    k = j + 1
    while line.word(k) in grammar.PARTICLES or (line.word(k) == "-" and line.glued(k)):
        k += 1
    return k + 1 if is_capital(line, k) and k - j <= LONGEST_PARTICLES else j


def _connected(line: Line, i: int, j: int) -> int:
    word = line.word(j)
    if word in ("and", "&"):
        return _conjoined(line, i, j)
    k = j + 2 if line.word(j + 1) == "the" and word != "the" else j + 1
    if not is_capital(line, k):
        return j
    last = line.word(j - 1)
    named = is_within(line, j) and line.tags[j - 1] in ("NNP", "NNPS")
    joins = {
        "of": last not in FIRM_HEADS
        and (
            last in HEADS | people.TITLES | BONDS
            or line.words[j - 1].isupper()
            or named
            or bool(head_positions(line, i, j))
        ),
        "for": named
        or bool(head_positions(line, i, j))
        or any(line.word(k) in people.TITLES for k in range(i, j))
        or last in _PORTFOLIOS | _CAUSES,
        "on": named or last in _TOPICS,
        "in": named or last in ("mission", "force"),
        "to": (named and last in HEADS) or last in ("committee", "campaign", "coalition"),
        "against": named or last in ("campaign", "coalition", "mothers", "alliance"),
        "the": named or last == "save",
    }
    defined = line.word(k + 1) == "(" and bool(head_positions(line, i, j))
    return k + 1 if joins.get(word) or defined else j


def _of_several(line: Line, i: int) -> bool:
    """Whether a plural stands before the names: “their daughters, Celia and Frances”."""
    before = line.words[i - 1 - (line.word(i - 1) == ",")] if i > 1 else ""
    return singular(before) != before


def _conjoined(line: Line, i: int, j: int) -> int:
    k = j + 1
    while is_capital(line, k):
        k += 1
    apart = line.word(i - 1) == "between" or k == j + 1
    if apart or country_of(line.printed(i, j)) or country_of(line.printed(j + 1, k)):
        return j
    if line.word(j) == "&":
        return k
    person = "PERSON" in line.ents[i:j] or line.ents[j + 1] == "PERSON"
    left, right = head_positions(line, i, j), head_positions(line, j + 1, k)
    if is_within(line, j) and (j - 1) not in left:
        return j if _of_several(line, i) else k
    if j - i == 1 and line.word(i).endswith("s"):
        left = []  # “Securities and Exchange Board”: one plural is no body
    left = left or [m for m in range(i, j) if j - i > 1 and line.word(m) in bodies.ORG_HEADS]
    governed = any(line.word(m) in ("of", "for") for m in range(i, j))
    if person or any(line.words[m].isupper() for m in (j - 1, j + 1)):
        return j
    if right and right[-1] == k - 1 and k - j > PAIR and not left and line.word(i) not in people.TITLES:
        return k
    return k if governed and not right and (left or line.word(i) in people.TITLES) else j
