"""A run of capitals cut into titles, people and bodies."""

from collections.abc import Iterator

from bot.domain.countries import country_named, country_of
from bot.engines.offline.actors.lines import Line
from bot.engines.offline.actors.phrases import singular
from bot.engines.offline.actors.runs import BONDS, HEADS, head_positions, opens
from bot.engines.offline.actors.words import bodies, grammar, people, things

MIN_RUN = 2

PAIR = 2
"""Most names of people are two words."""


def segments(line: Line, i: int, j: int) -> Iterator[tuple[int, int, int]]:
    """Title start, name start and end of each name in the run i…j."""
    person = _person_start(line, i, j)
    parts = part_of_whole(line, i, j)
    if parts:
        yield i, i, parts
        yield parts + 2, parts + 2, j
    elif person and _is_title(line, person - 1):
        yield i, person, j
    elif person:
        yield from segments(line, i, person)
        yield person, person, j
    else:
        start = _behind_office(line, i, j)
        if start is not None:
            yield start, start, j


def part_of_whole(line: Line, i: int, j: int) -> int | None:
    """Where “Water Commission of the Consultative Assembly” falls into a part and its whole."""
    strong = set(head_positions(line, i, j))
    for k in range(i + 2, j - 2):
        if line.word(k) == "of" and line.word(k + 1) == "the" and {k - 1, j - 1} <= strong:
            return k
    return None


def _behind_office(line: Line, i: int, j: int) -> int | None:
    """Where the name in “Deputy Director for America of the Ministry of Energy” begins."""
    k = i
    while k < j and line.word(k) in people.TITLES | people.OFFICE_QUALIFIERS | {"-"}:
        k += 1
    if k == i or (k < j and line.word(k) not in ("of", "for", "to")):
        office = any(line.word(m) in people.TITLES and line.word(m + 1) in ("of", "for") for m in range(i, j))
        return i if (k < j or k == i) and not (office and not head_positions(line, i, j)) else None
    starts = (m + 1 for m in range(k, j) if line.word(m) in ("of", "for", "the", "to"))
    found = [
        m for m in starts if m < j and head_positions(line, m, j) and line.word(m) not in grammar.CONNECTORS
    ]
    return found[-1] if found and line.word(found[-1] - 1) == "the" else (found[0] if found else None)


def _person_start(line: Line, i: int, j: int) -> int | None:
    """Where in the run a person's name begins, behind titles, countries and organizations; None for none."""
    if (
        j - i > MIN_RUN
        and country_named(line.words[i])
        and not any(line.word(k) in HEADS for k in range(i, j))
    ):
        return i + 1
    titles = [k for k in range(i, j - 1) if _is_title(line, k)]
    heads = head_positions(line, i, j)
    if titles and line.word(j - 1) in bodies.ORG_HEADS | things.OTHER_HEADS:
        return None
    if titles and titles[-1] > max(heads, default=-1) and _is_plain(line, titles[-1] + 1, j):
        return titles[-1] + 1
    return _seen_behind(line, i, j, max([*titles, *heads], default=-1) + 1, heads)


def _seen_behind(line: Line, i: int, j: int, behind: int, heads: list[int]) -> int | None:
    """Where the model, or two words behind an organization, say that a person begins."""
    if heads and behind == i + 1 and line.word(i) not in people.TITLES:
        return None  # “Holding Graz Linien”: a head alone is no body before a person
    seen = _seen_person(line, i, j)
    if seen is not None and seen > i and line.words[seen][0].isupper():
        placed = line.word(behind) == "of" and seen == behind + 1
        if seen >= behind > 0 and not placed and (seen == behind or not _is_plain(line, behind, j)):
            return seen
        if country_of(line.printed(i, seen)):
            return seen
    if heads and j - behind == PAIR and heads[-1] + 1 == behind and "ORG" not in line.ents[behind:j]:
        return behind if line.words[behind][0].isupper() else None
    office = _is_title(line, behind - 1) and line.word(behind) in ("of", "for") and j - behind > PAIR + 1
    return j - PAIR if office and _is_plain(line, j - PAIR, j) else None


def _is_plain(line: Line, i: int, j: int) -> bool:
    """Whether the words are all capitals and particles, as in people's names."""
    return (
        i < j
        and line.words[i][0].isalpha()
        and all(
            line.words[k][0].isupper()
            or line.word(k) in grammar.PARTICLES | {"-", "“", '"', "”"}
            or line.glued(k)
            for k in range(i, j)
        )
    )


def _is_title(line: Line, k: int) -> bool:
    """Whether a capitalised word is an office, a rank or, where a sentence starts, what somebody does."""
    word = line.word(k).rstrip(".")
    if not word:
        return False
    described = opens(line, k) and people.is_person_noun(word) and word not in bodies.ORG_NOUNS | BONDS
    described = described and line.word(k + 1) not in grammar.FUNCTION_WORDS
    pair = k + 2 < len(line) and line.words[k + 2][0].isupper()
    certain = word in people.PERSON_NOUNS or pair  # not “Lindqvist Bygg”
    return singular(word) in people.TITLES or bool(described and certain and line.ents[k] != "ORG")


def _seen_person(line: Line, i: int, j: int) -> int | None:
    """Where the model began a person that lasts to the end of the run."""
    k = j
    while k > i and line.ents[k - 1] == "PERSON":
        k -= 1
        if line.begins[k]:
            break
    return k if k < j else None
