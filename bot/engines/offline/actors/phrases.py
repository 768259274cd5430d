"""Noun phrases beside a name: where they start, where they end, and what they are about."""

from collections.abc import Callable

from bot.engines.offline.actors.lines import Line
from bot.engines.offline.actors.words import people
from bot.services.wordlists import listed

NOUNS = frozenset(("NN", "NNS", "NNP", "NNPS"))
MODIFIERS = NOUNS | {"JJ", "JJR", "JJS", "HYPH", "CD", "VBN", "AFX", "FW", "ADD"}
REACH = frozenset(("of", "for", "in", "at", "on", "to", "from", "with", "under"))
"""Prepositions that a role may hold."""
FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
STARTERS = frozenset(("DT", "PRP$"))
ATTRIBUTIVE = listed(
    "acting outgoing incoming sitting managing leading founding ruling visiting reigning presiding"
    " commanding prosecuting defending investigating examining retired former ex then deputy vice"
)
NAMING = frozenset(("named", "called", "nicknamed", "known"))

HOPS = 4
"""How many prepositions a role may reach over before its head (“the head of the office in the town of X”)."""


def is_noun(line: Line, i: int) -> bool:
    """Whether the token can head a phrase; a known noun for people counts whatever its tag."""
    return line.tag(i) in NOUNS or (0 <= i < len(line) and people.is_person_noun(compound(line, i)))


def compound(line: Line, i: int) -> str:
    """The token with all that hyphens glue before it (“brother-in-law”)."""
    start = i
    while start > 1 and line.words[start - 1] == "-" and line.glued(start) and line.glued(start - 1):
        start -= 2
    return "".join(line.words[start : i + 1])


def phrase_before(line: Line, end: int) -> int:
    """The start of the simple noun phrase, with possessors, that ends right before `end`; `end` for none."""
    k = end
    while k > 0:
        word, tag = line.word(k - 1), line.tag(k - 1)
        if tag in STARTERS:
            return k - 1
        if not _inside(line, k - 1, word, tag, end):
            break
        k -= 1
    while (
        k < end
        and (line.tag(k) in ("POS", "HYPH", "CD", "VBN") or line.word(k) in ("-", ".", "'s"))
        and line.word(k) not in ATTRIBUTIVE
    ):
        k += 1
    return k


def _inside(line: Line, i: int, word: str, tag: str, end: int) -> bool:
    if word in NAMING:
        return False
    if tag == "POS" or word in ATTRIBUTIVE or tag in MODIFIERS:
        return True
    if tag == "VBG" and line.tag(i - 1) in NOUNS and i + 1 < end:
        return people.is_person_noun(line.words[i + 1])
    if word == "and":
        return is_noun(line, i - 1) and people.is_person_noun(line.words[i - 1]) and i + 1 < end
    return people.is_person_noun(word) or (word in ("-", "/") and line.glued(i)) or _hyphened(line, i)


def _hyphened(line: Line, i: int) -> bool:
    """Whether a hyphen glues the token to its neighbour (“Dublin-based”, “brother-in-law”)."""
    return (line.word(i + 1) == "-" and line.glued(i + 1)) or (line.word(i - 1) == "-" and line.glued(i))


def role_before(
    line: Line, end: int, fits: Callable[[str], bool], links: frozenset[str] = REACH
) -> int | None:
    """The start of the phrase that ends right before `end` and whose head fits, over `links` if need be."""
    stop = end
    for _ in range(HOPS):
        start = phrase_before(line, stop)
        head = head_of(line, start, stop)
        if head is None:
            return None
        if fits(compound(line, head)):
            return start
        if line.word(start - 1) not in links and (line.tag(start - 1) != "VBG" or links is not REACH):
            return None
        stop = start - 1
    return None


def head_of(line: Line, start: int, end: int) -> int | None:
    """The last noun of a simple phrase; None where there is none."""
    return next((i for i in range(end - 1, start - 1, -1) if is_noun(line, i)), None)


def first_head(line: Line, start: int) -> int | None:
    """The head of the simple phrase that starts here: the last noun before a link, a verb or a mark."""
    head = None
    for i in range(start, len(line)):
        if line.tag(i) in STARTERS and i == start:
            continue
        if not (
            line.tag(i) in MODIFIERS
            or line.tag(i) in ("POS", "VBG", "RB")
            or is_noun(line, i)
            or line.word(i) in ATTRIBUTIVE
            or _hyphened(line, i)
            or (line.words[i] in ("-", "&", "/", "’", "“", '"'))
        ):
            break
        if (
            line.tag(i) in ("VBN", "VBG")
            and head is not None
            and line.word(i) not in ATTRIBUTIVE
            and not is_noun(line, i)
            and not _hyphened(line, i)
        ):
            break
        if is_noun(line, i):
            head = i
    return head


def phrase_end(line: Line, start: int) -> int:
    """Where an apposition ends: at its comma, dash, bracket or stop."""
    i = start
    while i < len(line):
        word = line.words[i]
        if word in (",", ";", "–", "—", "(", ")", ":", ".", "!", "?", "”", "“", '"', "--") or (
            word == "-" and not line.glued(i)
        ):
            break
        i += 1
    return i


def singular(word: str) -> str:
    """The singular of a noun for people; other words as they are."""
    lower = word.casefold()
    if lower.endswith("men"):
        return word[:-3] + "man"
    if lower.endswith("ies"):
        return word[:-3] + "y"
    if lower.endswith("s") and not lower.endswith("ss") and people.is_person_noun(lower[:-1]):
        return word[:-1]
    return word
