"""Bodies known by what they are: “the Congolese army”, “the planning committee”."""

from collections.abc import Iterator

from bot.domain.countries import country_named, country_of_demonym
from bot.engines.offline.actors.lines import Line
from bot.engines.offline.actors.phrases import NOUNS, compound, phrase_before
from bot.engines.offline.actors.spotting import Mention
from bot.engines.offline.actors.words import bodies, grammar, people
from bot.services.wordlists import listed

ACTING = frozenset(("nsubj", "nsubjpass", "pobj", "dobj", "conj", "appos"))
SUBJECTS = frozenset(("nsubj", "nsubjpass", "appos"))
LONGEST = 4
"""Words before the head of such a body."""

ALONE = frozenset(["army", "navy", "military", "presidency", "coastguard", "opposition"])
"""Institutions that need no country before them, when they speak."""

UNKNOWN = frozenset(("a", "an", "any", "every", "each", "another", "no", "some"))
"""Words before bodies that the reader is not meant to know."""

JOINT = listed("association council union federation league cooperative committee assembly")
"""What many have in common."""

CHARGED = frozenset(["committee", "commission", "court", "panel", "ministry", "department", "tribunal"])
"""What is set up for something: “committee on banking”, “court of disputed returns”."""


CLASSING = ("al", "ic", "ar", "ary", "ern", "eign", "ed", "an")
"""How adjectives end that say of what kind a thing is, not how it is."""


def institutions(line: Line) -> Iterator[Mention]:
    """All unnamed bodies that the sentence ties to a country, an office or a task, as names in lower case."""
    if line.heading:
        return
    for i, word in enumerate(line.words):
        if (
            word in bodies.INSTITUTIONS | JOINT
            and line.deps[i] in ACTING
            and line.tag(i + 1) not in ("NN", "NNS", "POS")
        ):
            start = _start(line, i)
            if start is not None:
                yield Mention(line, start, start, _end(line, i))


def _start(line: Line, i: int) -> int | None:
    start = phrase_before(line, i + 1)
    if line.tag(start) in ("DT", "PRP$"):
        start += 1
    for k in range(start, i):
        if country_of_demonym(line.words[k]) or country_named(line.words[k]):
            return k
    if line.deps[i] in SUBJECTS:
        if _has_place(line, start, i):
            return start
        tasked = _tasked(line, i)
        if tasked is not None:
            return tasked
    if line.tag(i - 1) == "POS":
        if line.word(i) == "office" and people.is_person_noun(compound(line, i - 2)):
            return start
        return i - 2 if _is_joint(line, i) else None
    speaks = line.deps[i] == "nsubj" and line.word(line.heads[i]) in grammar.SPEECH | grammar.AGENTS_DO
    return start if line.word(i) in ALONE and start == i and speaks else None


def _is_joint(line: Line, i: int) -> bool:
    """Whether many have it in common, and the reader is meant to know it: “the residents' association”."""
    many = line.tag(i - 2) == "NNS" and line.words[i - 2].islower()
    return many and line.word(i) in JOINT and line.word(i - 3) not in UNKNOWN


def _tasked(line: Line, i: int) -> int | None:
    """Where “ways and means committee” begins: at the words that say what a body is for."""
    k = i
    while i - k <= LONGEST and (
        _is_task(line, k - 1) or (line.word(k - 1) == "and" and _is_task(line, k - 2))
    ):
        k -= 1
    while k < i and line.word(k) == "and":
        k += 1
    known = line.word(i) in bodies.TASKED and line.word(k - 1) not in UNKNOWN
    return k if k < i and known else None


def _is_task(line: Line, k: int) -> bool:
    """A noun, an adjective of bodies, or one that a plural needs: “natural resources committee”."""
    classing = line.tag(k) == "JJ" and line.word(k).endswith(CLASSING) and line.words[k].islower()
    if classing and line.tag(k + 1) == "NNS" and line.words[k + 1].islower():
        return True
    plain = line.tag(k) in NOUNS or (line.tag(k) == "VBG" and line.words[k].islower())
    return (plain and not people.is_person_noun(line.words[k])) or line.word(k) in bodies.OFFICIAL


def _end(line: Line, i: int) -> int:
    """Behind “commission on communications”."""
    if line.word(i) not in CHARGED or line.word(i + 1) not in ("of", "on", "for"):
        return i + 1
    k = i + 2
    while line.tag(k) in ("NN", "NNS", "JJ", "VBN") and line.words[k].islower():
        k += 1
    return k if k > i + 2 and line.tag(k - 1) in NOUNS else i + 1


def _has_place(line: Line, start: int, i: int) -> bool:
    """Whether a capital names the body (“Milan prosecution office”); an owner's board is the owner's part."""
    words = line.words[start:i]
    owned = any(line.tag(k) == "POS" for k in range(start, i))
    capital = (
        any(word[0].isupper() for word in words)
        and line.word(start) not in grammar.FUNCTION_WORDS | grammar.DAYS
    )
    return capital and not owned and len(words) <= LONGEST
