"""The article as the checks see it: its words, who is introduced where, what stands for what."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import combinations, pairwise

from bot.domain.article import Article, Sentence
from bot.domain.countries import countries, country_of
from bot.services.checks.lexicon import Lexicon
from bot.services.checks.numbers import Number, numbers
from bot.services.checks.offices import OFFICES
from bot.services.checks.vocabulary import STOP
from bot.services.checks.words import Word, words

_ACRONYM = re.compile(r"\(([^\W\d_]{2,8})\)")
_LONGEST_STATE = 5
_INTRODUCTION = 9
_BACK = 3
_FULL_NAME = 120
_PRONOUNS = {"he", "she", "it", "they", "his", "her", "its", "their", "him", "them"}


@dataclass(frozen=True)
class Evidence:
    """The sentences that a claim cites, as words; `article` knows the rest."""

    article: "Known"
    sentences: tuple[Sentence, ...]

    @cached_property
    def words(self) -> tuple[tuple[Word, ...], ...]:
        """The words of each cited sentence."""
        return tuple(words(sentence.text) for sentence in self.sentences)

    @cached_property
    def all_words(self) -> tuple[Word, ...]:
        """The words of all cited sentences, one after the other."""
        return tuple(word for sentence in self.words for word in sentence)

    @cached_property
    def folded(self) -> frozenset[str]:
        """All cited words, folded."""
        return frozenset(word.folded for word in self.all_words)

    @cached_property
    def capitals(self) -> frozenset[str]:
        """The cited words that are printed with a capital, folded."""
        return frozenset(word.folded for word in self.all_words if word.capital)

    @cached_property
    def numbers(self) -> tuple[Number, ...]:
        """The numbers that the cited sentences print."""
        return tuple(number for sentence in self.sentences for number in numbers(sentence.text))

    @cached_property
    def states(self) -> frozenset[str]:
        """The states that the cited sentences name, by name, demonym or seat."""
        return frozenset(state for sentence in self.words for state, _, _ in states(sentence))

    @cached_property
    def lexicon(self) -> Lexicon:
        """The cited words as a lexicon of meanings, with those that introduce the cited names."""
        around = self.article.introductions(self.capitals)
        return Lexicon((*self.all_words, *self.antecedents, *(word for window in around for word in window)))

    @cached_property
    def antecedents(self) -> tuple[Word, ...]:
        """The names that a cited “he”, “she” or “it” can stand for: those of the sentence before."""
        return tuple(word for sentence in self.sentences for word in self.article.antecedents(sentence.id))

    @cached_property
    def strict(self) -> Lexicon:
        """The cited words alone as a lexicon of meanings."""
        return Lexicon(self.all_words)


class Known:
    """One article, read once for all claims about it."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self.english = article.language.startswith("en")
        self._introductions: dict[frozenset[str], tuple[tuple[Word, ...], ...]] = {}

    def cites(self, ids: tuple[int, ...]) -> bool:
        """Whether there are ids and the article has all of them."""
        return bool(ids) and all(self.article.has(number) for number in ids)

    @cached_property
    def lines(self) -> tuple[str, ...]:
        """The folded words of each sentence, one blank between and around them."""
        return tuple(
            f" {' '.join(word.folded for word in words(sentence.text))} "
            for sentence in self.article.sentences
        )

    def evidence(self, ids: Iterable[int]) -> Evidence:
        """The cited sentences, in the article's order, each once."""
        return Evidence(self, tuple(self.article.sentence(number) for number in sorted(set(ids))))

    @cached_property
    def sentences(self) -> tuple[tuple[Word, ...], ...]:
        """The words of all sentences."""
        title = (words(self.article.title),) if self.article.title else ()
        return (*(words(sentence.text) for sentence in self.article.sentences), *title)

    @cached_property
    def folded(self) -> frozenset[str]:
        """All words of the article, folded."""
        return frozenset(word.folded for sentence in self.sentences for word in sentence)

    @cached_property
    def printed_small(self) -> frozenset[str]:
        """The words that the article prints somewhere without a capital."""
        return frozenset(word.folded for sentence in self.sentences for word in sentence if not word.capital)

    @cached_property
    def proper(self) -> frozenset[str]:
        """The words that the article prints with a capital inside a sentence, and never without one."""
        inside = {
            word.folded for sentence in self.sentences for word in sentence if word.capital and not word.opens
        }
        first = {
            word.folded
            for sentence in self.sentences
            for word, after in pairwise(sentence)
            if word.opens
            and word.capital
            and after.folded in inside
            and after.start == word.end + 1
            and word.stem not in OFFICES
        }
        return frozenset((inside | (first - STOP)) - self.printed_small)

    @cached_property
    def setting(self) -> frozenset[str]:
        """The names of the headline and the first sentence."""
        opening = (*words(self.article.title or ""), *(self.sentences[0] if self.sentences else ()))
        return frozenset(word.folded for word in opening if word.capital and word.folded in self.proper)

    @cached_property
    def acronyms(self) -> dict[str, frozenset[str]]:
        """For each acronym that the article explains, the folded words of its full name."""
        found: dict[str, frozenset[str]] = {}
        for match in _ACRONYM.finditer(self.article.text):
            before = words(self.article.text[max(0, match.start() - _FULL_NAME) : match.start()])
            short = match.group(1).casefold()
            if named := _spelled_by(short, [word.folded for word in before[-10:]]):
                found[short] = frozenset(named)
        return found

    def spelled_out(self, acronym: str) -> frozenset[str]:
        """The full name of an acronym as the article explains it, or as its initials stand in the article."""
        known = self.acronyms.get(acronym)
        return known if known is not None else self._initials.get(acronym, frozenset())

    @cached_property
    def _initials(self) -> dict[str, frozenset[str]]:
        found: dict[str, frozenset[str]] = {}
        for sentence in self.sentences:
            for run in capital_runs(sentence):
                big = [word for word in run if word.capital]
                for start, end in combinations(range(len(big) + 1), 2):
                    if end - start > 1:
                        initials = "".join(word.folded[0] for word in big[start:end])
                        found.setdefault(initials, frozenset(word.folded for word in big[start:end]))
        return found

    def introductions(self, names: frozenset[str]) -> tuple[tuple[Word, ...], ...]:
        """The words around each of these names: “Kileo” brings “His Tanzanian counterpart, Asha Kileo”."""
        key = names & self.proper
        if key not in self._introductions:
            self._introductions[key] = tuple(
                window for name in sorted(key) for window in self._around.get(name, ())
            )
        return self._introductions[key]

    def antecedents(self, number: int) -> tuple[Word, ...]:
        """The names to which a pronoun of this sentence can point back."""
        if not _points_back(words(self.article.sentence(number).text), self.proper):
            return ()
        for back in range(number - 1, max(0, number - 1 - _BACK), -1):
            names = [
                word
                for word in words(self.article.sentence(back).text)
                if word.folded in self.proper and not word.quoted
            ]
            if names:
                return tuple(names)
        return ()

    @cached_property
    def _around(self) -> dict[str, list[tuple[Word, ...]]]:
        around: dict[str, list[tuple[Word, ...]]] = {}
        for sentence in self.sentences:
            for at, word in enumerate(sentence):
                if word.folded in self.proper and not word.quoted:
                    near = sentence[max(0, at - _INTRODUCTION) : at + _INTRODUCTION]
                    around.setdefault(word.folded, []).append(
                        tuple(other for other in near if not other.quoted)
                    )
        return around


def capital_runs(sentence: tuple[Word, ...]) -> list[list[Word]]:
    """The runs of capitalised words, joined by “of”, “the”, “and” or “for” inside: the names, roughly."""
    runs: list[list[Word]] = []
    run: list[Word] = []
    for word in sentence:
        name = word.capital and not word.number
        joined = run and word.clause == run[-1].clause
        if (name and not run) or (joined and (name or word.folded in _JOINTS)):
            run.append(word)
        else:
            runs, run = [*runs, run], [word] if word.capital and not word.number else []
    return [_bare(run) for run in [*runs, run] if run]


def states(sentence: tuple[Word, ...]) -> list[tuple[str, int, int]]:
    """The states named in a sentence, each with the span of its words, the longest name first."""
    found: list[tuple[str, int, int]] = []
    at = 0
    while at < len(sentence):
        state, size = _state_at(sentence, at)
        found += [(state, at, at + size)] if state else []
        at += size
    return found


_JOINTS = {"of", "the", "and", "for", "de", "da", "del", "la", "van", "von", "bin", "al", "on", "to"}


def _state_at(sentence: tuple[Word, ...], at: int) -> tuple[str, int]:
    if not sentence[at].capital or _mixed_case(sentence[at].text) not in _first_words():
        return "", 1
    for size in range(min(_LONGEST_STATE, len(sentence) - at), 0, -1):
        name = " ".join(_mixed_case(word.text) for word in sentence[at : at + size])
        if state := country_of(name):
            return state.name, size
    return "", 1


@cache
def _first_words() -> frozenset[str]:
    """The words with which the name of a state, of its people or of its seat can begin."""
    names = (
        name
        for country in countries()
        for name in (
            *country.all_names,
            *country.demonyms,
            *(f"{one}s" for one in country.demonyms),
            *country.seats,
        )
    )
    return frozenset({"The"} | {words(name.removeprefix("The "))[0].text for name in names})


def _mixed_case(text: str) -> str:
    """Datelines in capitals (“BOGOTÁ”) as names are written; short ones are acronyms."""
    return text.capitalize() if text.isupper() and len(text) > 3 else text  # noqa: PLR2004


def _points_back(sentence: tuple[Word, ...], proper: frozenset[str]) -> bool:
    """Whether a pronoun comes before any name in a sentence."""
    for word in sentence:
        if not word.quoted and word.folded in _PRONOUNS:
            return True
        if not word.quoted and word.folded in proper:
            return False
    return False


def _bare(run: list[Word]) -> list[Word]:
    while run and run[-1].folded in _JOINTS and not run[-1].capital:
        run = run[:-1]
    return run


def _spelled_by(short: str, full: list[str]) -> list[str]:
    """The tail of a run of words whose initials the letters follow (“Southern … Community” for “sadc”)."""
    for start in range(len(full) - 1, -1, -1):
        if full[start][0] == short[0] and _follows(short, full[start:]):
            return full[start:]
    return []


def _follows(letters: str, full: list[str]) -> bool:
    """Whether the letters stand in this order in the words, most of them as initials."""
    initials = "".join(word[0] for word in full)
    at = 0
    for letter in initials:
        at += at < len(letters) and letter == letters[at]
    return at >= max(2, len(letters) - 1)
