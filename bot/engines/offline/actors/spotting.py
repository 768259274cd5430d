"""Capitalised runs of a sentence, cut into titles and names."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from bot.domain.countries import country_named, country_of
from bot.engines.offline.actors import words as w
from bot.engines.offline.actors.lines import Line

ACRONYM = re.compile(r"(?=(?:.*[A-Z]){2})[A-Z][A-Za-z&./-]{1,9}|[A-Z][a-z]{2,6}")
OPENERS = frozenset("(“\"‘'«„‹:;.!?—–•*[|")
DASHES = frozenset(("–", "—", "-", "--", "―"))
MIN_RUN = 2
PAIR = 2
"""Most names of people are two words."""

DATELINE_REACH = 18
"""A dateline's dash stands within this many tokens: city, country, date and agency."""

_HEADS = w.ORG_HEADS | w.PLACE_HEADS | w.OTHER_HEADS
_BONDS = frozenset(
    "friends sons daughters knights order voice voices guardians sisters children society".split()
)
"""Heads before “of” that are no institution."""

_PORTFOLIOS = frozenset(
    "ministry department office bureau committee commission secretariat directorate faculty school minister secretary"
    " trust institute council agency".split()
)
"""What is named for a list of things (“Ministry of Agriculture, Livestock and Fisheries”)."""

_PREFIXES = frozenset("co non anti pre pro sub multi inter trans re self vice ex under".split())
_WORDS = frozenset(("NN", "NNS", "NNP", "NNPS", "FW", "IN", "DT", "JJ"))
_EPONYMS = frozenset(
    "st saint king queen prince princess sister brother father major general captain".split()
)
"""Titles that also name hospitals, schools and stations."""

_TOPICS = frozenset(
    ("council", "committee", "commission", "panel", "conference", "center", "centre", "institute")
)
_OWNERS = frozenset(
    "people women men children workers farmers teachers students doctors citizens king queen veterans lloyd"
    " world mother father players lawyers drivers writers girls boys consumers parents residents widows".split()
)


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in a sentence: tokens `start` to `end`, and before it capitalised titles from `title`."""

    line: Line
    title: int
    start: int
    end: int
    acronym: str | None = None
    venue: bool = False
    whole: int = 0
    """Where the longer name ends that this one is a part of (“Committee of the Assembly”); 0 for none."""

    @property
    def text(self) -> str:
        """The name as printed, without its titles."""
        return self.line.printed(self.start, self.end)

    @property
    def after(self) -> int:
        """The first token behind the name and its acronym in brackets."""
        return self.end + 3 if self.acronym else self.end

    def longer(self) -> str | None:
        """The name with its owner or with the whole it belongs to (“Kenya's Supreme Court”), where one is printed."""
        if self.whole:
            return self.line.printed(self.start, self.whole)
        k = self.start - 1
        if self.line.tag(k) != "POS":
            return None
        while k > 0 and _capital(self.line, k - 1):
            k -= 1
        return self.line.printed(k, self.end) if k < self.start - 1 else None

    def addressed(self) -> tuple[str, ...]:
        """The lower-cased titles before the name."""
        return tuple(self.line.word(i).rstrip(".") for i in range(self.title, self.start))


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Which words the article prints in lower case, and which with a capital inside a sentence."""

    lower: frozenset[str]
    capital: frozenset[str]


def vocabulary(lines: Iterable[Line]) -> Vocabulary:
    """The article's own evidence on what is a name and what only starts a sentence."""
    lower: set[str] = set()
    capital: set[str] = set()
    for line in lines:
        for i, word in enumerate(line.words):
            if word.islower():
                lower.add(word)
            elif word[0].isupper() and not line.heading and not _opens(line, i):
                capital.add(word)
    return Vocabulary(frozenset(lower), frozenset(capital))


def spot(line: Line, vocabulary: Vocabulary) -> Iterator[Mention]:
    """All names of a sentence, in order; none in headings and lines in capitals."""
    if line.heading or _shouts(line):
        return
    dateline = _dateline(line)
    i = 0
    while i < len(line):
        if not _starts(line, i, vocabulary):
            i += 1
            continue
        end = _run(line, i)
        whole = end if _part_of_whole(line, i, end) else 0
        for title, start, stop in _segments(line, _with_article(line, i), end):
            if _is_name(line, start, stop):
                part = whole if start == i else 0
                yield Mention(line, title, start, stop, _acronym(line, stop), start < dateline, part)
        i = end + 2 if _acronym(line, end) else end


def _with_article(line: Line, i: int) -> int:
    """The run with the lower-cased particle that opens it (“al-Shabaab”, “van der Berg”)."""
    if (
        line.word(i - 1) == "-"
        and line.glued(i)
        and line.words[i - 2] in ("al", "el", "ash", "as", "an", "ar")
    ):
        return i - 2
    return i - 1 if i and line.words[i - 1] in ("al", "el", "van", "von", "bin") else i


def _shouts(line: Line) -> bool:
    letters = [word for word in line.words if word.isalpha() and len(word) > 1]
    return len(letters) > 2 and sum(word.isupper() for word in letters) > 0.6 * len(letters)


def _dateline(line: Line) -> int:
    """The token behind “GENEVA, March 4 (Agency) -”; 0 where the sentence has no dateline."""
    for i in range(1, min(DATELINE_REACH, len(line) - 1)):
        if line.tags[i] in ("VBD", "VBZ", "MD", "VBP"):
            return 0
        if line.words[i] in DASHES and not line.glued(i):
            dated = any(line.word(k).rstrip(".") in w.MONTHS | w.DAYS for k in range(i))
            return i + 1 if dated or line.words[0].isupper() or (i == 1 and line.paragraph < 3) else 0
        if line.words[i] == ":" and all(map(str.isupper, line.words[:i])):
            return i + 1
    return 0


def _opens(line: Line, i: int) -> bool:
    return i == 0 or line.words[i - 1] in OPENERS or not line.words[i - 1].strip()


def _capital(line: Line, i: int) -> bool:
    if not 0 <= i < len(line) or not line.words[i][0].isupper():
        return False
    lower = line.word(i).rstrip(".")
    if lower in w.DAYS | w.MONTHS and line.ents[i] != "PERSON":
        return len(lower) == len("thu") and i > 0 and line.ents[i - 1] == "PERSON"
    return lower not in w.NEVER_NAMES


def _starts(line: Line, i: int, vocabulary: Vocabulary) -> bool:
    if not _capital(line, i) or line.tags[i] == "CD":
        return False
    if not _opens(line, i):
        return True
    word, proper = line.words[i], line.tags[i] in ("NNP", "NNPS")
    if line.word(i) in w.FUNCTION_WORDS:
        return word in vocabulary.capital and _capital(line, i + 1)
    if line.word(i) in w.RIVALS and word not in vocabulary.capital:
        return False
    if line.word(i) in _BONDS and line.word(i + 1) == "of":
        return _capital(line, i + 2 + (line.word(i + 2) == "the"))
    if _capital(line, i + 1) or (line.word(i + 1) in w.PARTICLES and _capital(line, i + 2)):
        return proper or word in vocabulary.capital or line.word(i) not in vocabulary.lower
    if line.word(i) in vocabulary.lower:
        return False
    return proper or word in vocabulary.capital or line.ents[i] in ("PERSON", "ORG", "GPE")


def _run(line: Line, i: int) -> int:
    end = i + 1
    while end < len(line):
        joined = _joined(line, i, end)
        if joined == end:
            return _seen_longer(line, end)
        end = joined
    return end


def _seen_longer(line: Line, end: int) -> int:
    """The end of the organization that the model saw, if it goes on to a capital (“Comité des fêtes de Lyon”)."""
    k = end
    if line.tags[end - 1] not in ("NNP", "NNPS"):
        return end
    while k < len(line) and line.ents[k] == "ORG" and not line.begins[k] and line.tags[k] in _WORDS:
        k += 1
    while k > end and not line.words[k - 1][0].isupper():
        k -= 1
    return k


def _joined(line: Line, i: int, j: int) -> int:
    """The new end of the run i…j, or j when it ends there."""
    if _capital(line, j):
        return j + 1
    word = line.word(j)
    if line.words[j] in ("Our", "My", "Your", "We", "It") and _capital(line, j + 1):
        return j + 2
    if word in ("-", "'", "’") and line.glued(j) and line.glued(j + 1) and _goes_on(line, i, j + 1):
        return j + 2
    if word in ("“", '"'):
        return _nicknamed(line, j)
    if word == ",":
        return _listed(line, i, j)
    if word.isdigit() and len(word) < 4:
        return _numbered(line, j)
    if word in w.PARTICLES:
        return _particle(line, j)
    if word in ("'s", "’s", "'", "’"):
        return j + 2 if _capital(line, j + 1) and _owns_name(line, i, j) else j
    return _connected(line, i, j) if word in w.CONNECTORS else j


def _nicknamed(line: Line, j: int) -> int:
    """The surname behind a nickname (Jaden “Tall Boy” Persaud), or j."""
    for close in range(j + 2, min(j + 5, len(line) - 1)):
        if line.words[close] in ("”", '"'):
            return close + 2 if _capital(line, j + 1) and _capital(line, close + 1) else j
    return j


def _listed(line: Line, i: int, j: int) -> int:
    """The end of “Ministry of Agriculture, Livestock and Fisheries” at its first comma; j where no such list goes on."""
    if not any(line.word(k) in _PORTFOLIOS for k in range(i, j)) or not {"of", "for"} & set(line.words[i:j]):
        return j
    if line.word(j + 1) == "and":
        return j
    k, ended = j, False
    while line.word(k) in (",", "and", "&") and not ended:
        ended = line.word(k) != ","
        start = k = k + 1 + (line.word(k) == "," and line.word(k + 1) == "and")
        ended = ended or line.word(k - 1) == "and"
        while _capital(line, k) and not country_of(line.words[k]) and line.ents[k] != "PERSON":
            k += 1
        if k == start or _heads(line, start, k):
            return j
    return k if ended else j


def _goes_on(line: Line, i: int, j: int) -> bool:
    """Whether the part behind a hyphen belongs to the name (“Ji-won”, not “Dublin-based”)."""
    if _capital(line, j) or line.word(j - 2) in _PREFIXES:
        return True
    syllable = len(line.word(j)) < 6 and line.word(j) not in w.HYPHENED and line.word(j).isalpha()
    return syllable and (
        line.ents[j] == "PERSON" or (j - i > 2 and line.tag(j + 1) not in ("NN", "NNS", "JJ"))
    )


def _numbered(line: Line, j: int) -> int:
    """“Region 5 Appeal Court”, “Channel 4”; not “United 2-1” nor “Section 5 residents”."""
    if _capital(line, j + 1):
        return j + 2
    plain = line.tag(j + 1) in ("VBD", "VBZ", "MD", "IN", "POS") or line.word(j + 1) in (",", ".", "’s", "'s")
    return j + 1 if plain and line.ents[j] in ("ORG", "PRODUCT", "EVENT", "FAC") else j


def _owns_name(line: Line, i: int, j: int) -> bool:
    """Whether the possessive at j is part of a name (“Women's Union”, “St Mary's Hospital”, “Sheriff's Office”)."""
    owner = line.word(j - 1)
    saint = any(line.word(k).rstrip(".") in ("st", "saint") for k in range(i, j))
    head = line.word(j + 1) in _HEADS or line.word(j + 2) in _HEADS
    office = w.is_person_noun(owner) and head
    return (
        owner in _OWNERS
        or saint
        or office
        or (is_within(line, j) and head and not country_of(line.words[j - 1]))
    )


def _particle(line: Line, j: int) -> int:
    k = j + 1
    while line.word(k) in w.PARTICLES or (line.word(k) == "-" and line.glued(k)):
        k += 1
    return k + 1 if _capital(line, k) and k - j < 4 else j


def _connected(line: Line, i: int, j: int) -> int:
    word = line.word(j)
    if word in ("and", "&"):
        return _conjoined(line, i, j)
    k = j + 2 if line.word(j + 1) == "the" and word != "the" else j + 1
    if not _capital(line, k):
        return j
    last = line.word(j - 1)
    named = is_within(line, j) and line.tags[j - 1] in ("NNP", "NNPS")
    joins = {
        "of": last in _HEADS | w.TITLES | _BONDS
        or line.words[j - 1].isupper()
        or named
        or bool(_heads(line, i, j)),
        "for": named or bool(_heads(line, i, j)) or any(line.word(k) in w.TITLES for k in range(i, j)),
        "on": named or last in _TOPICS,
        "in": named or last in ("mission", "force"),
        "to": named or last in ("committee", "campaign", "coalition"),
        "against": named or last in ("campaign", "coalition", "mothers", "alliance"),
        "the": named,
    }
    defined = line.word(k + 1) == "(" and bool(_heads(line, i, j))
    return k + 1 if joins.get(word) or defined else j


def is_within(line: Line, j: int) -> bool:
    """Whether the model saw one organization or place on both sides of a token."""
    return (
        j + 1 < len(line)
        and line.ents[j] in ("ORG", "FAC", "LOC", "GPE")
        and not line.begins[j]
        and not line.begins[j + 1]
        and line.ents[j + 1] == line.ents[j]
    )


def _heads(line: Line, i: int, j: int) -> list[int]:
    """Where the run holds heads of organization names that need no other evidence."""
    return [k for k in range(i, j) if line.word(k) in w.STRONG_ORG_HEADS]


def _conjoined(line: Line, i: int, j: int) -> int:
    k = j + 1
    while _capital(line, k):
        k += 1
    if k == j + 1 or country_of(line.printed(i, j)) or country_of(line.printed(j + 1, k)):
        return j
    if line.word(j) == "&":
        return k
    person = "PERSON" in line.ents[i:j] or line.ents[j + 1] == "PERSON"
    left, right = _heads(line, i, j), _heads(line, j + 1, k)
    if is_within(line, j) and (j - 1) not in left:
        return k
    left = left or [m for m in range(i, j) if line.word(m) in w.ORG_HEADS]
    governed = any(line.word(m) in ("of", "for") for m in range(i, j))
    if person or any(line.words[m].isupper() for m in (j - 1, j + 1)):
        return j
    if right and right[-1] == k - 1 and k - j > 2 and not left and line.word(i) not in w.TITLES:
        return k
    return k if governed and not right and (left or line.word(i) in w.TITLES) else j


def _segments(line: Line, i: int, j: int) -> Iterator[tuple[int, int, int]]:
    """Title start, name start and end of each name in the run i…j."""
    person = _person_start(line, i, j)
    parts = _part_of_whole(line, i, j)
    if parts:
        yield i, i, parts
        yield parts + 2, parts + 2, j
    elif person == i:
        yield i, i, j
    elif person and _is_title(line, person - 1):
        yield i, person, j
    elif person:
        yield from _segments(line, i, person)
        yield person, person, j
    else:
        start = _behind_office(line, i, j)
        if start is not None:
            yield start, start, j


def _part_of_whole(line: Line, i: int, j: int) -> int | None:
    """Where “Water Commission of the Consultative Assembly” falls into a part and its whole; None for one name."""
    strong = set(_heads(line, i, j))
    for k in range(i + 2, j - 2):
        if line.word(k) == "of" and line.word(k + 1) == "the" and {k - 1, j - 1} <= strong:
            return k
    return None


def _behind_office(line: Line, i: int, j: int) -> int | None:
    """Where the name in “Deputy Director for North America of the Ministry of Energy” begins; None for none."""
    k = i
    while k < j and line.word(k) in w.TITLES | w.OFFICE_QUALIFIERS | {"-"}:
        k += 1
    if k == i or (k < j and line.word(k) not in ("of", "for", "to")):
        office = any(line.word(m) in w.TITLES and line.word(m + 1) in ("of", "for") for m in range(i, j))
        return i if (k < j or k == i) and not (office and not _heads(line, i, j)) else None
    starts = (m + 1 for m in range(k, j) if line.word(m) in ("of", "for", "the", "to"))
    found = [m for m in starts if m < j and _heads(line, m, j) and line.word(m) not in w.CONNECTORS]
    return found[-1] if found and line.word(found[-1] - 1) == "the" else (found[0] if found else None)


def _person_start(line: Line, i: int, j: int) -> int | None:
    """Where in the run a person's name begins, behind titles, countries and organizations; None for none."""
    if j - i > MIN_RUN and country_named(line.words[i]) and not any(line.word(k) in _HEADS for k in range(i, j)):
        return i + 1
    titles = [k for k in range(i, j - 1) if _is_title(line, k)]
    heads = _heads(line, i, j)
    if titles and line.word(j - 1) in w.ORG_HEADS | w.OTHER_HEADS and not _polite(line, titles):
        return None
    if titles and line.word(j - 1) in _HEADS and line.word(titles[-1]) in _EPONYMS:
        return None
    if titles and titles[-1] > max(heads, default=-1) and _is_plain(line, titles[-1] + 1, j):
        return titles[-1] + 1
    return _seen_behind(line, i, j, max([*titles, *heads], default=-1) + 1, heads)


def _seen_behind(line: Line, i: int, j: int, behind: int, heads: list[int]) -> int | None:
    """Where the model, or two words behind an organization, say that a person begins."""
    seen = _seen_person(line, i, j)
    if seen is not None and seen > i and line.words[seen][0].isupper():
        if seen >= behind > 0 and (seen == behind or not _is_plain(line, behind, j)):
            return seen
        if country_of(line.printed(i, seen)):
            return seen
    if heads and j - behind == PAIR and heads[-1] + 1 == behind and "ORG" not in line.ents[behind:j]:
        return behind if line.words[behind][0].isupper() else None
    office = _is_title(line, behind - 1) and line.word(behind) == "of" and j - behind > PAIR + 1
    return j - PAIR if office and _is_plain(line, j - PAIR, j) else None


def _is_plain(line: Line, i: int, j: int) -> bool:
    """Whether the words are all capitals and particles, as in people's names."""
    return i < j and all(
        line.words[k][0].isupper() or line.word(k) in w.PARTICLES | {"-", "“", '"', "”"} or line.glued(k)
        for k in range(i, j)
    )


def _polite(line: Line, titles: list[int]) -> bool:
    return any(line.word(k).rstrip(".") in w.POLITE for k in titles)


def _is_title(line: Line, k: int) -> bool:
    """Whether a capitalised word is an office, a rank or, where a sentence starts, what somebody does."""
    word = line.word(k).rstrip(".")
    if word in _EPONYMS and line.word(k - 1) == "of":
        return False
    described = _opens(line, k) and w.is_person_noun(word) and word not in w.ORG_NOUNS | _BONDS
    described = described and line.word(k + 1) not in w.FUNCTION_WORDS
    return word in w.TITLES or (described and line.ents[k] != "ORG")


def _seen_person(line: Line, i: int, j: int) -> int | None:
    """Where the model began a person that lasts to the end of the run."""
    k = j
    while k > i and line.ents[k - 1] == "PERSON":
        k -= 1
        if line.begins[k]:
            break
    return k if k < j else None


def _is_name(line: Line, start: int, stop: int) -> bool:
    words = [line.word(k).rstrip(".") for k in range(start, stop)]
    if not words or all(word in w.NOT_NAMES or word in w.TITLES or not word[0].isalnum() for word in words):
        return False
    if (
        line.word(stop) in DASHES
        and line.glued(stop)
        and line.glued(stop + 1)
        and not _capital(line, stop + 1)
    ):
        return False
    if all(word in ("-", "–") or country_of(line.words[start + k]) for k, word in enumerate(words)):
        return len(words) == 1 or "-" not in words
    return len(line.printed(start, stop)) > 1 and not (
        len(words) == 1 and w.is_person_noun(words[0]) and line.tags[start] != "NNP"
    )


def _acronym(line: Line, end: int) -> str | None:
    """The short form in brackets right behind a name."""
    if line.word(end) == "(" and line.word(end + 2) == ")" and ACRONYM.fullmatch(line.words[end + 1]):
        return line.words[end + 1]
    return None
