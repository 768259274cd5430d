"""The article as the checks see it: its words, who is introduced where, what stands for what."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations, pairwise

from bot.domain.article import Article, Sentence
from bot.domain.reading import StatementClaim
from bot.services.checks.contraries import contraries
from bot.services.checks.lexicon import Lexicon, telling
from bot.services.checks.likeness import common
from bot.services.checks.naming import capital_runs, spelled_by, states
from bot.services.checks.negation import Signs
from bot.services.checks.numbers import Number, numbers
from bot.services.checks.thesaurus import Senses
from bot.services.checks.vocabulary import DATES, OFFICES, STOP
from bot.services.checks.words import Word, words
from bot.services.dating.timeline import Timeline

_ACRONYM = re.compile(r"\(([^\W\d_]{2,8})\)")
_NICKNAME = re.compile(r"(?<=\w) [“\"‘'(][^“”\"()]{2,20}[”\"’')] (?=[^\W\d_])")
_NEAR = 9
_BACK = 4
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
    def initials(self) -> frozenset[str]:
        """What the initials of two to four cited words in a row spell (“physical education”: pe)."""
        runs = (
            sentence[at : at + size]
            for sentence in self.words
            for size in (2, 3, 4)
            for at in range(len(sentence))
        )
        return frozenset("".join(word.folded[0] for word in run) for run in runs)

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

    @cached_property
    def signs(self) -> Signs:
        """What the cited sentences negate."""
        return Signs(self.words)

    @cached_property
    def turned(self) -> frozenset[str]:
        """The stems that say what the cited negations mean (“passed” for “did not fail”)."""
        denied = (word.stem for negation in self.signs.negations for word in negation.heads)
        return frozenset(other for stem in denied for other in contraries().get(stem, ()))

    @cached_property
    def senses(self) -> Senses:
        """The senses of the cited words that are more than grammar."""
        return Senses({word.stem for word in telling(self.all_words)})

    @cached_property
    def telling(self) -> frozenset[str]:
        """The cited words that are more than grammar, folded."""
        return frozenset(word.folded for word in telling(self.all_words))


SPACELESS = frozenset({"zh", "ja", "ko", "th"})
"""Languages in which spaces do not part a name from what stands beside it: names are found as they stand."""


class Known:
    """One article, read once for all claims about it; `doubts` are those that were found before."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self.english = article.language.startswith("en")
        self.spaceless = article.language in SPACELESS
        self.timeline = Timeline(article)
        self.doubts: dict[StatementClaim, str | None] = {}
        self._introductions: dict[frozenset[str], tuple[tuple[Word, ...], ...]] = {}

    def prepare(self) -> None:
        """Read what every check asks for, tables too, so that it is there when the first claim comes."""
        if self.english:
            common("")
            Senses({""})
            states(words("A"))
            self._around.get("")
            self.lexicon.means("")
            self.places.get("")
            _ = self.stems, self.folded, self.printed_small, self.proper
            self.timeline.prepare()

    @property
    def year(self) -> int | None:
        """The year of the article, where it is known."""
        published = self.article.published.value
        return int(published[:4]) if published else None

    def cites(self, ids: tuple[int, ...]) -> bool:
        """Whether there are ids and the article has all of them."""
        return bool(ids) and all(self.article.has(number) for number in ids)

    def printing(self, name: tuple[str, ...]) -> Iterator[int]:
        """The ids of the sentences that print these folded words in a row."""
        line = f" {' '.join(name)} "
        rarest = min((self.places.get(word, []) for word in name), key=len, default=[])
        for at in rarest:
            if line in f" {' '.join(word.folded for word in self.sentences[at])} ":
                yield self.article.sentences[at].id

    @cached_property
    def plain_lines(self) -> tuple[str, ...]:
        """The folded words of each sentence with a quoted nickname, without it (“Corazon "Cory" Diaz”)."""
        return tuple(
            f" {' '.join(word.folded for word in words(_NICKNAME.sub(' ', sentence.text)))} "
            for sentence in self.article.sentences
            if _NICKNAME.search(sentence.text)
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
    def places(self) -> dict[str, list[int]]:
        """For each folded word the places, from 0, of the sentences that print it."""
        found: dict[str, list[int]] = {}
        for at, printed in enumerate(self.sentences[: len(self.article.sentences)]):
            for word in {word.folded for word in printed}:
                found.setdefault(word, []).append(at)
        return found

    @cached_property
    def states(self) -> frozenset[str]:
        """The states that the article names anywhere."""
        return frozenset(state for sentence in self.sentences for state, _, _ in states(sentence))

    @cached_property
    def lexicon(self) -> Lexicon:
        """All words of the article as a lexicon of meanings."""
        return Lexicon(word for sentence in self.sentences for word in sentence)

    @cached_property
    def stems(self) -> Counter[str]:
        """How often the sentences have a word of each stem."""
        sentences = self.sentences[: len(self.article.sentences)]
        return Counter(word.stem for sentence in sentences for word in sentence)

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
    def headline_names(self) -> frozenset[tuple[str, ...]]:
        """The runs of capitalised words in the headline, folded."""
        runs = capital_runs(words(self.article.title or ""))
        return frozenset(tuple(word.folded for word in run) for run in runs)

    @cached_property
    def acronyms(self) -> dict[str, frozenset[str]]:
        """For each acronym that the article explains, the folded words of its full name."""
        found: dict[str, frozenset[str]] = {}
        for match in _ACRONYM.finditer(self.article.text):
            before = words(self.article.text[max(0, match.start() - _FULL_NAME) : match.start()])
            short = match.group(1).casefold()
            if named := spelled_by(short, [word.folded for word in before[-10:]]):
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
        found: list[list[Word]] = []
        for back in range(number - 1, max(0, number - 1 - _BACK), -1):
            names = [
                word
                for word in words(self.article.sentence(back).text)
                if word.folded in self.proper and not word.quoted and word.folded not in DATES
            ]
            found += [names] if names else []
        return tuple(word for names in found[:2] for word in names)

    @cached_property
    def _around(self) -> dict[str, list[tuple[Word, ...]]]:
        around: dict[str, list[tuple[Word, ...]]] = {}
        for sentence in self.sentences:
            for at, word in enumerate(sentence):
                if word.folded in self.proper and not word.quoted:
                    near = sentence[max(0, at - _NEAR) : at + _NEAR]
                    told = tuple(other for other in near if not other.quoted)
                    around.setdefault(word.folded, []).append(told)
        return around


def _points_back(sentence: tuple[Word, ...], proper: frozenset[str]) -> bool:
    """Whether a pronoun comes before any name in a sentence, or somebody is called “he” or “she” in it."""
    plain = [word.folded for word in sentence if not word.quoted]
    first = next((word for word in plain if word in _PRONOUNS or word in proper), None)
    return first in _PRONOUNS or (first is not None and not {"he", "she"}.isdisjoint(plain))
