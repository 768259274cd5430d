"""The names of a sentence."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from bot.domain.countries import country_of
from bot.engines.offline.actors.lines import Line
from bot.engines.offline.actors.phrases import NOUNS
from bot.engines.offline.actors.runs import BONDS, DASHES, dateline_end, is_capital, opens, run_end, shouts
from bot.engines.offline.actors.segments import part_of_whole, segments
from bot.engines.offline.actors.words import bodies, grammar, people

PARTY_AND_STATE = re.compile(r"[A-Z]-[A-Z][\w.]*")
"""“R-Ga.”: a party's letter and a state."""

CODE_LENGTHS = range(2, 5)
TIME = re.compile(r"\d{1,2}[:.]?\d{2}")
ACRONYM = re.compile(r"(?=(?:.*[A-Z]){2})[A-Z][A-Za-z&./-]{1,9}|[A-Z][a-z]{2,6}")


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
        """The name with the owner or the whole that is printed with it (“Kenya's Supreme Court”)."""
        if self.whole:
            return self.line.printed(self.start, self.whole)
        k = self.start - 1
        if self.line.tag(k) != "POS":
            return None
        while k > 0 and is_capital(self.line, k - 1):
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
    alone: frozenset[str]
    """Those that stand there as a name of one word."""


def vocabulary(lines: Iterable[Line]) -> Vocabulary:
    """The article's own evidence on what is a name and what only starts a sentence."""
    lower: set[str] = set()
    capital: set[str] = set()
    alone: set[str] = set()
    for line in lines:
        for i, word in enumerate(line.words):
            if word.islower():
                lower.add(word)
            elif word[0].isupper() and not line.heading and not opens(line, i):
                capital.add(word)
                if not is_capital(line, i - 1) and not is_capital(line, i + 1):
                    alone.add(word)
    return Vocabulary(frozenset(lower), frozenset(capital), frozenset(alone))


def spot(line: Line, vocabulary: Vocabulary) -> Iterator[Mention]:
    """All names of a sentence, in order; none in headings and lines in capitals."""
    if line.heading or shouts(line):
        return
    dateline = dateline_end(line)
    i = 0
    while i < len(line):
        if not _starts(line, i, vocabulary):
            i += 1
            continue
        end = run_end(line, i)
        whole = end if part_of_whole(line, i, end) else 0
        for title, start, stop in segments(line, _with_article(line, i), _before_letters(line, i, end)):
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


def _before_letters(line: Line, i: int, end: int) -> int:
    """The end of a name without an office or honour in letters behind it (“Emer Duggan TD”)."""
    while end - i > 2 and line.words[end - 1].isupper() and line.word(end - 1) in people.LETTERS:  # noqa: PLR2004
        end -= 1
    return end


def _starts(line: Line, i: int, vocabulary: Vocabulary) -> bool:
    if not is_capital(line, i) or line.tags[i] == "CD":
        return False
    return not opens(line, i) or _opens_with_name(line, i, vocabulary)


def _opens_with_name(line: Line, i: int, vocabulary: Vocabulary) -> bool:
    """Whether the capital at the start of a sentence or quotation is more than that."""
    word, proper = line.words[i], line.tags[i] in ("NNP", "NNPS")
    if line.word(i) in grammar.FUNCTION_WORDS:
        return line.word(i) in grammar.NAMING_WORDS and word in vocabulary.capital and is_capital(line, i + 1)
    described = line.word(i) in bodies.TRADES and is_capital(line, i + 1)
    if described or (line.word(i) in bodies.RIVALS and word not in vocabulary.capital):
        return False
    if line.tags[i] == "VB" and line.word(i + 1) and line.tag(i + 1) == "NNP" and line.ents[i] == "":
        return False  # “Expect Ann Lee to ask”
    if word == "Save" or (line.word(i) in BONDS and line.word(i + 1) == "of"):
        behind = i + 1 + (line.word(i + 1) == "of")
        return is_capital(line, behind + (line.word(behind) == "the"))
    if not is_capital(line, i + 1):
        proper = proper or word in vocabulary.alone
    proper = proper or (word in vocabulary.capital and line.word(i) not in bodies.ORG_HEADS)
    if is_capital(line, i + 1) or (line.word(i + 1) in grammar.PARTICLES and is_capital(line, i + 2)):
        return proper or line.word(i) not in vocabulary.lower
    return line.word(i) not in vocabulary.lower and (proper or line.ents[i] in ("PERSON", "ORG", "GPE"))


def _is_name(line: Line, start: int, stop: int) -> bool:
    words = [line.word(k).rstrip(".") for k in range(start, stop)]
    if PARTY_AND_STATE.fullmatch(line.printed(start, stop)) or _is_code(line, start, stop):
        return False
    if (
        words
        and people.is_person_noun(words[-1])
        and ({"'s", "’s"} & set(words) or _is_office(line, start, words))
    ):
        return False
    if not words or all(
        word in grammar.NOT_NAMES or word in people.TITLES or not word[0].isalnum() for word in words
    ):
        return False
    if (
        line.word(stop) in DASHES
        and line.glued(stop)
        and line.glued(stop + 1)
        and not is_capital(line, stop + 1)
    ):
        return False
    if all(word in ("-", "–") or country_of(line.words[start + k]) for k, word in enumerate(words)):
        return len(words) == 1 or "-" not in words
    return len(line.printed(start, stop)) > 1 and not (
        len(words) == 1 and people.is_person_noun(words[0]) and line.tags[start] != "NNP"
    )


def _is_office(line: Line, start: int, words: list[str]) -> bool:
    """“The Divisional Police Commander”: not who, but what somebody is."""
    defined = line.word(start - 1) == "the" and len(words) > 1 and "of" not in words
    return defined and words[-1] in people.TITLES and words[-1] not in bodies.ORG_HEADS


def _is_code(line: Line, start: int, stop: int) -> bool:
    """Whether capitals are a currency, a time zone or an honour (“SRD 900”, “9 am NZDT”, “appointed OBE”)."""
    text = line.printed(start, stop)
    if not text.isupper() or not text.isalpha() or len(text) not in CODE_LENGTHS:
        return False
    if line.word(start - 1) in ("a", "an") and line.tag(stop) not in NOUNS | {"JJ", "HYPH", "VBN"}:
        return True  # “turned down a CBE”
    if line.word(start - 1) == ":" and line.word(start - 3) == "(" and line.word(stop) == ")":
        return True  # “(NYSE: CVN)”
    amount = line.tag(stop) == "CD" and not line.glued(stop)
    timed = line.word(start - 1) in grammar.DAYS | {"am", "pm", "a.m.", "p.m."} or TIME.fullmatch(
        line.word(start - 1)
    )
    return amount or bool(timed) or line.word(start - 1) in ("appointed", "awarded", "made")


def _acronym(line: Line, end: int) -> str | None:
    """The short form in brackets right behind a name, if it is one of that name (“(Labour)” is not)."""
    if line.word(end) != "(" or line.word(end + 2) != ")" or not ACRONYM.fullmatch(line.words[end + 1]):
        return None
    short = line.words[end + 1]
    letters = iter(line.printed(0, end).casefold())
    return short if not short[1:].islower() or all(c in letters for c in short.casefold()) else None
