"""What the article prints about who a name is: titles, appositions, clauses, “X is the chair of Y”."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from bot.domain.countries import country_of_demonym
from bot.domain.reading import Kind
from bot.engines.offline.actors import words as w
from bot.engines.offline.actors.capitals import head_positions, is_capital
from bot.engines.offline.actors.lines import Line
from bot.engines.offline.actors.phrases import (
    ATTRIBUTIVE,
    FINITE,
    MODIFIERS,
    STARTERS,
    compound,
    first_head,
    is_noun,
    phrase_before,
    phrase_end,
    role_before,
    singular,
)
from bot.engines.offline.actors.runs import run_end
from bot.engines.offline.actors.spotting import Mention

MAX_WORDS = 18
"""Longer phrases say more than a role; they are cut out."""

PLAIN = 2.2
"""Patterns of at least this weight are evidence of a kind."""

AMBIGUOUS = frozenset(word for word in w.ORG_NOUNS if w.is_person_noun(word)) - {
    "member",
    "neighbour",
    "neighbor",
}
"""Nouns that name people as well as firms (“the promoter, X”): no evidence."""

ASIDES = frozenset(
    [
        "now",
        "aged",
        "age",
        "himself",
        "herself",
        "itself",
        "also",
        "once",
        "formerly",
        "currently",
        "still",
        "previously",
        "long",
    ]
)
COPULAS = frozenset(("is", "was", "becomes", "became", "remains", "’s"))
BREAKS = frozenset((",", "–", "—", "(", "--"))
RELATIVES = frozenset(
    ("who", "which", "that", "whose", "where", "when", "whom", "while", "because", "but", "as")
)
OFFICE_VERBS = frozenset(
    [
        "led",
        "headed",
        "chaired",
        "founded",
        "ran",
        "served",
        "represented",
        "managed",
        "owned",
        "coached",
        "taught",
        "commanded",
        "edited",
        "directed",
    ]
)
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
    return w.is_person_noun if kind is Kind.PERSON else _is_org_noun


def _is_org_noun(word: str) -> bool:
    return word in w.ORG_NOUNS or (word.endswith("s") and word[:-1] in w.ORG_NOUNS)


def roles(mention: Mention, kind: Kind, taken: frozenset[int]) -> Iterator[Role]:
    """All roles that the sentence prints for this mention; `taken` are the first tokens of its names."""
    yield from _before(mention, kind)
    yield from _comma_before(mention, kind)
    yield from _named(mention, kind)
    yield from _after(mention, kind, taken)
    yield from _copula(mention, kind, mention.after, 2.2)
    if kind is Kind.PERSON:
        yield from _pronoun(mention, taken)


def _role(line: Line, start: int, end: int, weight: float) -> Iterator[Role]:
    plain = weight >= PLAIN and line.word(end - 1) not in AMBIGUOUS
    mixed = weight >= PLAIN and not plain
    related = line.tag(start) == "PRP$" or any(line.tag(i) == "POS" for i in range(start, end))
    start = _trimmed(line, start, end)
    while end > start and line.words[end - 1][0].isupper() and line.word(end - 1).rstrip(".") in w.POLITE:
        end -= 1
    content = [line.word(i) for i in range(start, end) if line.word(i)[0].isalnum()]
    if not content or len(content) > MAX_WORDS or set(content) <= VAGUE:
        return
    size = sum(word not in w.FUNCTION_WORDS and word not in w.HONORIFICS for word in content)
    head = first_head(line, start)
    weight += 0.35 * min(size, 5) - 0.8 * related - 2.0 * _is_kin(line, head, size)
    weight -= 1.6 * bool(FADED & set(content)) + 1.5 * (set(content) <= w.HONORIFICS | w.RANKS)
    yield Role(line.printed(start, end), line.id, weight, plain, mixed)


def _is_kin(line: Line, head: int | None, size: int) -> bool:
    """Whether the role only relates to somebody (“his wife”); an “ambulance man” is more than a man."""
    word = line.word(head) if head is not None else ""
    return word in w.KIN and not (word in VAGUE and size > 1)


def _trimmed(line: Line, start: int, end: int) -> int:
    """Behind a leading article or pronoun, unless a possessor needs it (“the group's director”)."""
    possessed = any(line.tag(i) == "POS" for i in range(start, end))
    if line.tag(start) == "PRP$" or (line.tag(start) == "DT" and not possessed) or line.tag(start) == "WP$":
        return start + 1 + (line.word(start + 1) == "own")
    return start


def _before(mention: Mention, kind: Kind) -> Iterator[Role]:
    line, end = mention.line, mention.start
    if line.word(end - 1) in ("is", "was", "be", "are"):
        start = role_before(line, end - 1 - (line.word(end - 2) == "will"), fits(kind))
        if start is not None:
            yield from _role(line, start, end - 1 - (line.word(end - 2) == "will"), 2.4)
    start = phrase_before(line, end)
    if start == end:
        return
    if kind is Kind.PERSON:
        found = role_before(line, end, w.is_person_noun)
        if found is not None and not _is_plural(line, found, end):
            yield from _role(line, found, end, 3.0)
    elif _is_org_noun(line.words[end - 1]) and line.words[end - 1].islower():
        yield from _role(line, start, end, 3.0)


def _is_plural(line: Line, start: int, end: int) -> bool:
    """Whether the role is that of several people."""
    heads = [line.words[i] for i in range(start, end) if w.is_person_noun(line.words[i])]
    head = heads[-1] if heads and heads[-1] == line.words[end - 1] else heads[0] if heads else ""
    return singular(head) != head


def _opening(mention: Mention, kind: Kind) -> int:
    """Where the name begins with all that belongs to it (“the former judge X”)."""
    line = mention.line
    start = phrase_before(line, mention.start)
    direct = start < mention.start and fits(kind)(compound(line, mention.start - 1))
    if direct or line.word(start) == "the" or line.word(start - 1) in BREAKS:
        return start
    return mention.title


def _comma_before(mention: Mention, kind: Kind) -> Iterator[Role]:
    line, begin = mention.line, _opening(mention, kind)
    if line.word(begin - 1) not in BREAKS - {"("} or line.tag(mention.after) in FINITE:
        return
    start = role_before(line, begin - 1, fits(kind))
    if start is None:
        start = _before_relative(line, begin - 1, kind)
    if start is not None:
        yield from _role(line, start, _cut(line, start, begin - 1), 3.0)
    elif kind is Kind.PERSON:
        start = phrase_before(line, begin - 1)
        if (
            line.tag(start) in STARTERS
            and line.tag(start - 1) != "IN"
            and w.is_agentive(line.word(begin - 2))
        ):
            yield from _role(line, start, begin - 1, 1.5)


def _before_relative(line: Line, end: int, kind: Kind) -> int | None:
    """Where “A group that campaigned against X” starts."""
    for i in range(end - 1, max(0, end - 9), -1):
        if line.word(i) in ("that", "which", "who"):
            return role_before(line, i, fits(kind))
    return None


def _named(mention: Mention, kind: Kind) -> Iterator[Role]:
    line, k = mention.line, mention.title
    if line.word(k - 1) == "the":
        k -= 1
    k -= 1
    if line.word(k) == "as" and line.word(k - 1) == "known":
        k -= 1
    elif line.word(k) not in ("named", "called", "nicknamed"):
        return
    start = role_before(line, k - (line.word(k - 1) == ","), fits(kind))
    if start is not None:
        yield from _role(line, start, k - (line.word(k - 1) == ","), 2.6)


def _after(mention: Mention, kind: Kind, taken: frozenset[int]) -> Iterator[Role]:
    line = mention.line
    if line.word(mention.after) == "of" and kind is Kind.PERSON:
        yield from _member(line, mention.after)
    start = _past_age(line, mention.after)
    if start is None:
        return
    word = line.word(start)
    if word in ("who", "which"):
        yield from _clause(line, start, kind)
    elif word == "one" and line.word(start + 1) == "of":
        yield from _one_of(line, start, kind)
    elif (
        word == "of"
        and kind is Kind.PERSON
        and (line.word(start + 1) == "the" or line.words[start + 1][0].isupper())
    ):
        yield from _role(line, start, phrase_end(line, start), 1.0)
    else:
        yield from _apposition(line, start, kind, taken)


def _past_age(line: Line, i: int) -> int | None:
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


def _member(line: Line, of: int) -> Iterator[Role]:
    """“X of the Institute for Fiscal Studies” without a comma; not “X of Des Moines”."""
    start = of + 1 + (line.word(of + 1) == "the")
    end = run_end(line, start) if is_capital(line, start) else start
    if head_positions(line, start, end):
        yield from _role(line, of, end, 0.6)


def _apposition(line: Line, start: int, kind: Kind, taken: frozenset[int]) -> Iterator[Role]:
    verbal = line.tag(start) == "VBN" and line.word(start) not in ATTRIBUTIVE
    opens = (
        (line.tag(start) in STARTERS | MODIFIERS and not verbal)
        or is_noun(line, start)
        or line.word(start) == "then"
    )
    head = first_head(line, start) if opens else None
    if head is None or line.tag(head + 1) in FINITE or head + 1 in taken:
        return
    article = line.word(start) in ("a", "an")
    national = line.word(start) in ("a", "an", "the") and country_of_demonym(line.words[head]) is not None
    loose = (
        kind is Kind.PERSON
        and (article or national)
        and not _is_org_noun(line.words[head])
        and (line.tag(head) == "NN" or national)
    )
    if fits(kind)(compound(line, head)) or loose:
        weight = 3.0 if fits(kind)(compound(line, head)) else 1.5
        yield from _role(line, start, _cut(line, start, phrase_end(line, start)), weight)


def _one_of(line: Line, start: int, kind: Kind) -> Iterator[Role]:
    head = first_head(line, start + 2)
    if head is not None and fits(kind)(line.words[head]):
        yield from _role(line, start, _cut(line, start, phrase_end(line, start)), 2.5)


def _cut(line: Line, start: int, end: int) -> int:
    """The end of a phrase without its relative clause or second verb."""
    vague = any(line.word(i) in VAGUE for i in range(start, min(start + 3, end)))
    for i in range(start + 1, end):
        if vague and line.word(i) == "who":
            return end
        if line.word(i) in RELATIVES or line.tag(i) in FINITE:
            return i - (line.word(i - 1) == "and")
    return end


def _clause(line: Line, start: int, kind: Kind) -> Iterator[Role]:
    """“who is also Samoa's climate minister” gives the noun phrase; “who heads X”, the clause."""
    for i in range(start + 1, min(start + 6, len(line))):
        if line.word(i) in ("is", "was"):
            yield from _complement(line, i, kind, 2.6 if line.word(i) == "is" else 2.0)
            return
        if line.tag(i) in ("VBD", "VBZ", "MD", ","):
            break
    k = start + 1 + (line.tag(start + 1) == "RB")
    doing = line.tag(k) == "VBZ" and line.word(k) not in w.SPEECH | {"has", "does", "is"}
    held = line.word(k) == "has" and line.tag(k + 1) == "VBN" and line.word(k + 1) not in w.SPEECH | {"been"}
    if doing or held or line.word(k) in OFFICE_VERBS:
        yield from _role(line, start, phrase_end(line, start), 0.5)


def _copula(mention: Mention, kind: Kind, at: int, weight: float) -> Iterator[Role]:
    line = mention.line
    if line.word(at) == ",":
        start = _past_age(line, at)
        at = phrase_end(line, start) + 1 if start is not None else at
    if line.word(at) not in COPULAS or line.tag(at) == "POS":
        return
    if line.word(at + 1) in ("named", "appointed", "elected", "re-elected", "chosen", "made"):
        yield from _complement(line, at + 1 + (line.word(at + 2) == "as"), kind, weight - 0.4)
    else:
        yield from _complement(line, at, kind, weight if line.word(at) != "was" else weight - 1.0)


def _complement(line: Line, verb: int, kind: Kind, weight: float) -> Iterator[Role]:
    start = verb + 1
    while line.tag(start) == "RB" and line.word(start) not in ("not", "n't", "no"):
        start += 1
    head = first_head(line, start)
    if head is None or not fits(kind)(compound(line, head)):
        return
    end = _cut(line, start, phrase_end(line, start))
    stop = next(
        (i for i in range(head, end) if line.word(i) == "and" and line.tag(i + 1).startswith("VB")), end
    )
    yield from _role(line, start, stop, weight)


def _pronoun(mention: Mention, taken: frozenset[int]) -> Iterator[Role]:
    """“… led by NAME; he is a deputy minister”, where the sentence has no other name between."""
    line = mention.line
    for i in range(mention.after, min(mention.after + 12, len(line) - 2)):
        if i in taken:
            return
        if line.word(i) in ("he", "she") and line.word(i + 1) in ("is", "was"):
            yield from _complement(line, i + 1, Kind.PERSON, 2.0)
            return
