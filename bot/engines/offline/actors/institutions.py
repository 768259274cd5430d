"""Bodies known by what they are: “Tanzania's foreign ministry”, “the Congolese army”."""

from collections.abc import Iterator

from bot.domain.countries import country_named, country_of_demonym
from bot.engines.offline.actors import words as w
from bot.engines.offline.actors.lines import Line
from bot.engines.offline.actors.phrases import compound, phrase_before
from bot.engines.offline.actors.spotting import Mention

ACTING = frozenset(("nsubj", "nsubjpass", "pobj", "dobj", "conj", "appos"))
SUBJECTS = frozenset(("nsubj", "nsubjpass", "appos"))
LONGEST = 4
"""Words before the head of such a body."""

ALONE = frozenset(["army", "navy", "military", "presidency"])
"""Institutions that need no country before them, when they speak."""


def institutions(line: Line) -> Iterator[Mention]:
    """All unnamed bodies that the sentence ties to a country or an office, as names in lower case."""
    if line.heading:
        return
    for i, word in enumerate(line.words):
        if word in w.INSTITUTIONS and line.deps[i] in ACTING and line.tag(i + 1) not in ("NN", "NNS", "POS"):
            start = _start(line, i)
            if start is not None:
                yield Mention(line, start, start, i + 1)


def _start(line: Line, i: int) -> int | None:
    start = phrase_before(line, i + 1)
    if line.tag(start) in ("DT", "PRP$"):
        start += 1
    for k in range(start, i):
        if country_of_demonym(line.words[k]) or country_named(line.words[k]):
            return k
    if line.deps[i] in SUBJECTS and _has_place(line, start, i):
        return start
    if line.tag(i - 1) == "POS":
        return start if line.word(i) == "office" and w.is_person_noun(compound(line, i - 2)) else None
    speaks = line.deps[i] == "nsubj" and line.word(line.heads[i]) in w.SPEECH
    return start if line.word(i) in ALONE and start == i and speaks else None


def _has_place(line: Line, start: int, i: int) -> bool:
    """Whether a capital names the body (“Milan prosecution office”); an owner's board is the owner's part."""
    words = line.words[start:i]
    owned = any(line.tag(k) == "POS" for k in range(start, i))
    capital = any(word[0].isupper() for word in words) and line.word(start) not in w.FUNCTION_WORDS | w.DAYS
    return capital and not owned and len(words) <= LONGEST
