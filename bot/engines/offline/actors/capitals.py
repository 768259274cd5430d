"""What a capital means where it stands."""

from bot.engines.offline.actors.lines import Line
from bot.engines.offline.actors.words import bodies, grammar, things
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
