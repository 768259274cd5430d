"""A role as printed, and how much it is trusted."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from bot.domain.reading import Kind
from bot.engines.offline.actors.lines import Line
from bot.engines.offline.actors.phrases import FINITE, first_head
from bot.engines.offline.actors.words import bodies, grammar, people
from bot.services.wordlists import listed

MAX_WORDS = 18
"""Longer phrases say more than a role; they are cut out."""

PLAIN = 2.2
"""Patterns of at least this weight are evidence of a kind."""

OFFICE = 0.7
"""What an office weighs more than a description (“coach”, “41-year-old hydrologist”)."""
ADDRESS = people.HONORIFICS | people.RANKS | {"rear", "vice", "first", "high", "right"}
OFFICES = people.TITLES - people.HONORIFICS - people.RANKS

AMBIGUOUS = frozenset(word for word in bodies.ORG_NOUNS if people.is_person_noun(word)) - listed(
    "member neighbour neighbor"
)
"""Nouns that name people as well as firms (“the promoter, X”): no evidence."""

ASIDES = listed("now aged age himself herself itself also once formerly currently still previously long")

BREAKS = frozenset((",", "–", "—", "(", "--"))

RELATIVES = listed("who which that whose where when whom while because but as")

FADED = frozenset(("former", "ex", "retired", "onetime", "ex-", "late", "then"))

VAGUE = frozenset(("man", "woman", "boy", "girl", "person", "men", "women", "people", "son", "victim"))


@dataclass(frozen=True, slots=True)
class Role:
    """A role as printed, where, and how much its pattern is trusted."""

    text: str
    line: int
    weight: float
    plain: bool = False
    """Whether pattern and head leave no doubt what kind of actor has this role."""
    mixed: bool = False
    """Whether the head can name a person as well as a firm (“the operator, X”)."""


def fits(kind: Kind) -> Callable[[str], bool]:
    """Whether a noun can head a role of this kind of actor."""
    return people.is_person_noun if kind is Kind.PERSON else is_org_noun


def is_org_noun(word: str) -> bool:
    """Whether a common noun can head the role of an organization or a state."""
    return word in bodies.ORG_NOUNS | bodies.TRADES or (word.endswith("s") and word[:-1] in bodies.ORG_NOUNS)


def make_role(line: Line, start: int, end: int, weight: float) -> Iterator[Role]:
    """One role with its weight, or none where the words say nothing or are those of a speaker."""
    if line.quoted(end - 1):
        return
    plain = weight >= PLAIN and line.word(end - 1) not in AMBIGUOUS
    mixed = weight >= PLAIN and not plain
    related = line.tag(start) == "PRP$" or any(line.tag(i) == "POS" for i in range(start, end))
    start = _trimmed(line, start, end)
    while (
        end > start and line.words[end - 1][0].isupper() and line.word(end - 1).rstrip(".") in people.POLITE
    ):
        end -= 1
    content = [line.word(i) for i in range(start, end) if line.word(i)[0].isalnum()]
    if not content or len(content) > MAX_WORDS or set(content) <= VAGUE:
        return
    size = sum(word not in grammar.FUNCTION_WORDS and word not in people.HONORIFICS for word in content)
    head = first_head(line, start)
    weight += 0.35 * min(size, 5) - 0.8 * related - 2.0 * _is_kin(line, head, size)
    described = head is not None and line.word(head) in VAGUE and head < end - 1  # “the first woman to”
    weight += OFFICE * _is_office(line, head) - 1.0 * described
    weight -= 1.6 * bool(FADED & set(content)) + 1.5 * ({word.rstrip(".") for word in content} <= ADDRESS)
    yield Role(line.printed(start, end), line.id, weight, plain, mixed)


def _is_office(line: Line, head: int | None) -> bool:
    word = line.word(head) if head is not None else ""
    return word in OFFICES


def _is_kin(line: Line, head: int | None, size: int) -> bool:
    """Whether the role only relates to somebody (“his wife”); an “ambulance man” is more than a man."""
    word = line.word(head) if head is not None else ""
    return word in people.KIN and not (word in VAGUE and size > 1)


def _trimmed(line: Line, start: int, end: int) -> int:
    """Behind a leading article or pronoun, unless a possessor needs it (“the group's director”)."""
    possessed = any(line.tag(i) == "POS" for i in range(start, end))
    if line.tag(start) == "PRP$" or (line.tag(start) == "DT" and not possessed) or line.tag(start) == "WP$":
        return start + 1 + (line.word(start + 1) == "own")
    return start


def past_age(line: Line, i: int) -> int | None:
    """The first token of what follows “NAME,” or “NAME, 44,”; None where nothing is set off."""
    if line.word(i) == "(":
        i = next((k + 1 for k in range(i + 2, min(i + 6, len(line))) if line.word(k) == ")"), i)
    if line.word(i) not in BREAKS:
        return None
    i += 1
    while line.word(i) in ASIDES:
        i += 1
    if line.tag(i) == "CD" and line.word(i + 1) in BREAKS:
        i += 2
    return i if i < len(line) - 1 else None


def cut(line: Line, start: int, end: int) -> int:
    """The end of a phrase without its relative clause, second verb or date."""
    vague = any(line.word(i) in VAGUE for i in range(start, min(start + 3, end)))
    for i in range(start + 1, end):
        if vague and line.word(i) == "who":
            return end
        dated = line.tag(i) == "IN" and line.word(i) != "of" and line.ents[i + 1 : i + 2] == ["DATE"]
        if dated or line.word(i) in RELATIVES or line.tag(i) in FINITE:
            return i - (line.word(i - 1) == "and")
    return end
