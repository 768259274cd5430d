"""Roles in clauses: “who heads X”, “X is the chair of Y”, “… X; he is a deputy minister”."""

import re
from collections.abc import Iterator

from bot.domain.reading import Kind
from bot.engines.offline.actors.lines import Line
from bot.engines.offline.actors.phrases import compound, first_head, phrase_end
from bot.engines.offline.actors.role import PLAIN, Role, cut, fits, make_role, past_age
from bot.engines.offline.actors.spotting import Mention
from bot.engines.offline.actors.words import grammar
from bot.services.wordlists import listed

COPULAS = frozenset(("is", "was", "becomes", "became", "remains", "’s", "been", "be", "become"))

TAKING = re.compile(r"(?:t(?:ook|akes) (?:over|office)|serve[sd]|act(?:s|ed)) as\b")
"""What somebody does who has an office, before “as” and what it is."""

SHORT = 10
"""Words of a clause that tells what a body once did (“which backed the motion”)."""

OFFICE_VERBS = listed(
    "led headed chaired founded ran served represented managed owned coached taught commanded edited directed"
)


def relative_clause(line: Line, start: int, kind: Kind) -> Iterator[Role]:
    """“who is also Samoa's climate minister” gives the noun phrase; “who heads X”, the clause."""
    for i in range(start + 1, min(start + 6, len(line))):
        if line.word(i) in ("is", "was"):
            yield from _complement(line, i, kind, 2.6 if line.word(i) == "is" else 2.0)
            return
        if line.tag(i) in ("VBD", "VBZ", "MD", ","):
            break
    k = start + 1 + (line.tag(start + 1) == "RB")
    doing = line.tag(k) == "VBZ" and line.word(k) not in grammar.SPEECH | {"has", "does", "is"}
    held = (
        line.word(k) == "has"
        and line.tag(k + 1) == "VBN"
        and line.word(k + 1) not in grammar.SPEECH | {"been", "died"}
    )
    end = phrase_end(line, start)
    short = end - start <= SHORT and "CD" not in line.tags[start:end]
    past = line.tag(k) == "VBD" and line.word(k) not in grammar.SPEECH | {"was", "were", "had"}
    did = kind is Kind.ORGANIZATION and past and short
    if doing or held or did or line.word(k) in OFFICE_VERBS:
        yield from make_role(line, start, end, 0.5)


def copula(mention: Mention, kind: Kind, at: int, weight: float) -> Iterator[Role]:
    """The role in “X is the chair of Y”, “X was named chair”; `at` is the first token behind the name."""
    line = mention.line
    if line.word(at) == ",":
        start = past_age(line, at)
        at = phrase_end(line, start) + 1 if start is not None else at
    if (taken := TAKING.match(" ".join(line.words[at : at + 3]))) is not None:
        yield from _complement(line, at + len(taken[0].split()) - 1, kind, weight)
    if line.word(at) in ("has", "had", "will") and line.word(at + 1) in ("been", "be", "become"):
        at += 1
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
    end = cut(line, start, phrase_end(line, start))
    stop = next(
        (i for i in range(head, end) if line.word(i) == "and" and line.tag(i + 1).startswith("VB")), end
    )
    yield from make_role(line, start, stop, weight)


def appointed(mention: Mention) -> Iterator[Role]:
    """The role of a person in “named NAME chief executive”, “appointed NAME as its chair”."""
    line, at = mention.line, mention.after
    if line.word(mention.title - 1) in ("named", "appointed", "elected", "re-elected"):
        yield from _complement(line, at - (line.word(at) != "as"), Kind.PERSON, PLAIN)


def pronoun(mention: Mention, taken: frozenset[int]) -> Iterator[Role]:
    """“… led by NAME; he is a deputy minister”, where the sentence has no other name between."""
    line = mention.line
    for i in range(mention.after, min(mention.after + 12, len(line) - 2)):
        if i in taken:
            return
        if line.word(i) in ("he", "she") and line.word(i + 1) in ("is", "was"):
            yield from _complement(line, i + 1, Kind.PERSON, 2.0)
            return
