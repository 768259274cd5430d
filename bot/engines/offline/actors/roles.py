"""What the article prints about who a name is: titles, appositions, clauses, “X is the chair of Y”."""

import re
from collections.abc import Iterator

from bot.domain.countries import country_of_demonym
from bot.domain.reading import Kind
from bot.engines.offline.actors.clauses import appointed, copula, pronoun, relative_clause
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
from bot.engines.offline.actors.role import BREAKS, Role, cut, fits, is_org_noun, make_role, past_age
from bot.engines.offline.actors.runs import head_positions, is_capital, run_end
from bot.engines.offline.actors.spotting import Mention
from bot.engines.offline.actors.words import bodies, grammar, people

SIDE = re.compile(
    r"(?:prosecuting|defending|mitigating|for the (?:prosecution|defen[cs]e|crown))", re.IGNORECASE
)
"""How a barrister is introduced: “Ann Lee, prosecuting, said”."""


def roles(mention: Mention, kind: Kind, taken: frozenset[int]) -> Iterator[Role]:
    """All roles that the sentence prints for this mention; `taken` are the first tokens of its names."""
    yield from _before(mention, kind)
    yield from _comma_before(mention, kind)
    if office := list(appointed(mention)):
        yield from office if kind is Kind.PERSON else ()
    else:
        yield from _named(mention, kind)
    yield from _after(mention, kind, taken)
    yield from copula(mention, kind, mention.after, 2.2)
    if kind is Kind.PERSON:
        yield from pronoun(mention, taken)


def _before(mention: Mention, kind: Kind) -> Iterator[Role]:
    line, end = mention.line, mention.start
    if line.word(end - 1) in ("is", "was", "be", "are"):
        start = role_before(line, end - 1 - (line.word(end - 2) == "will"), fits(kind))
        if start is not None:
            yield from make_role(line, start, end - 1 - (line.word(end - 2) == "will"), 2.4)
    start = phrase_before(line, end)
    if start == end:
        return
    if kind is Kind.PERSON:
        found = role_before(line, end, people.is_person_noun)
        if found is not None and not _is_plural(line, found, end):
            yield from make_role(line, found, end, 3.0)
        elif found is None and line.tag(end - 1) == "NN" and people.is_agentive(line.word(end - 1)):
            yield from make_role(line, start, end, 1.5)  # “Met Éireann forecaster Siobhán Kilbride”
    elif is_org_noun(line.word(end - 1)) and (
        line.words[end - 1].islower() or line.word(end - 1) in bodies.TRADES
    ):
        yield from make_role(line, start, end, 3.0)


def _is_plural(line: Line, start: int, end: int) -> bool:
    """Whether the role is that of several people."""
    heads = [line.words[i] for i in range(start, end) if people.is_person_noun(line.words[i])]
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
        yield from make_role(line, start, cut(line, start, begin - 1), 3.0)
    elif kind is Kind.PERSON:
        start = phrase_before(line, begin - 1)
        if (
            line.tag(start) in STARTERS
            and line.tag(start - 1) != "IN"
            and people.is_agentive(line.word(begin - 2))
        ):
            yield from make_role(line, start, begin - 1, 1.5)


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
    if line.word(k) == "as" and (named := _known_as(line, k - 1)) is not None:
        k = named
    elif line.word(k) not in ("named", "called", "nicknamed"):
        return
    start = role_before(line, k - (line.word(k - 1) == ","), fits(kind))
    if start is not None:
        yield from make_role(line, start, k - (line.word(k - 1) == ","), 2.6)


def _known_as(line: Line, i: int) -> int | None:
    """Where “known”, “identified only” begins before “as”; None for another verb."""
    i -= line.word(i) in ("only", "locally")
    return i if line.word(i) in ("known", "identified") else None


def _after(mention: Mention, kind: Kind, taken: frozenset[int]) -> Iterator[Role]:
    line = mention.line
    if line.word(mention.after) in ("of", "at") and kind is Kind.PERSON:
        yield from _member(line, mention.after)
    start = past_age(line, mention.after)
    if start is None:
        return
    word = line.word(start)
    if (side := _in_court(line, start)) is not None and kind is Kind.PERSON:
        yield from make_role(line, start, side, 1.0)
    elif word in ("who", "which"):
        yield from relative_clause(line, start, kind)
    elif word == "of" and kind is Kind.PERSON and _is_of_body(line, start):
        yield from make_role(line, start, phrase_end(line, start), 1.0)
    else:
        yield from _apposition(line, start, kind, taken)


def _in_court(line: Line, start: int) -> int | None:
    """The end of “prosecuting”, “for the defence” and the like behind a name; None for anything else."""
    end = (
        phrase_end(line, start)
        if line.word(start) in ("prosecuting", "defending", "mitigating", "for")
        else start
    )
    return end if SIDE.fullmatch(line.printed(start, end)) else None


def _is_of_body(line: Line, of: int) -> bool:
    """“X, of the Institute”, “X, of Bruegel”; behind an age (“X, 58, of Clifden”) a capital tells a home."""
    return line.word(of + 1) == "the" or (line.words[of + 1][0].isupper() and line.tag(of - 2) != "CD")


def _member(line: Line, of: int) -> Iterator[Role]:
    """“X of the Institute for Fiscal Studies” without a comma; not “X of Des Moines”."""
    start = of + 1 + (line.word(of + 1) == "the")
    end = run_end(line, start) if is_capital(line, start) else start
    speaks = line.word(of) == "at" and line.word(end) in grammar.SPEECH  # “Ann Lee at Barclays said”
    if head_positions(line, start, end) or speaks:
        yield from make_role(line, of, end, 0.6)


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
        and not is_org_noun(line.words[head])
        and (line.tag(head) == "NN" or national)
    )
    if fits(kind)(compound(line, head)) or loose:
        weight = 3.0 if fits(kind)(compound(line, head)) else 1.5
        yield from make_role(line, start, cut(line, start, phrase_end(line, start)), weight)


_SHARED = re.compile(r",|\band\b")


def shared_roles(names: list[Mention]) -> Iterator[tuple[Mention, Role]]:
    """Plural roles shared out: “the presidents of A and B, X and Y”, “judges A, B and C”."""
    for i in range(len(names)):
        group = _chain(names[i:])
        if len(group) > 1:
            yield from _shared_out(group)
            yield from _passed_on(group)


def _chain(names: list[Mention]) -> list[Mention]:
    """The names that follow each other with only commas and “and” between."""
    group = names[:1]
    for after in names[1:]:
        line = after.line
        between = range(group[-1].after, after.title)
        if not between or any(line.word(k) not in (",", "and", "&") for k in between):
            break
        group.append(after)
    return group


def _shared_out(group: list[Mention]) -> Iterator[tuple[Mention, Role]]:
    line, comma = group[0].line, group[0].title - 1
    if line.word(comma) != ",":
        return
    for of in range(comma - 2, max(0, comma - 24), -1):
        if line.tag(of) in FINITE:
            return
        head = line.words[of - 1]
        if line.word(of) == "of" and people.is_person_noun(head) and singular(head) != head:
            items = [item.strip() for item in _SHARED.split(line.printed(of + 1, comma)) if item.strip()]
            if len(items) == len(group):
                for mention, item in zip(group, items, strict=True):
                    yield mention, Role(f"{singular(head)} of {item}", line.id, 4.0)
            return


def _passed_on(group: list[Mention]) -> Iterator[tuple[Mention, Role]]:
    first = group[0]
    line = first.line
    end = first.start if line.word(first.title - 1) != "," else first.title - 1
    start = phrase_before(line, end)
    head = line.words[end - 1] if start < end else ""
    if not head or not people.is_person_noun(head) or singular(head) == head:
        return
    while line.tag(start) in ("DT", "CD", "PRP$"):
        start += 1
    text = " ".join(filter(None, (line.printed(start, end - 1), singular(head))))
    for mention in group:
        yield mention, Role(text, line.id, 2.5)
