"""Articles in capitals, given back the case that names need; all offsets stay."""

import json
import re
from collections.abc import Container, Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

from bot.domain.article import Article
from bot.domain.countries import country_of
from bot.engines.offline.actors.words import grammar, people
from bot.engines.offline.parsing import model

SHOUTED = 0.8
"""Share of capitals among the letters above which case says nothing."""

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
SENTENCE_START = re.compile(r"(?:^|[.!?]\s+|\n\s*)$")
ENDINGS = ("s", "es", "ed", "ing", "er", "ers", "ly")
DATES = grammar.DAYS | grammar.MONTHS - {"may", "march", "mar"}
VERBAL = re.compile(r"..(?:ed|ing)$")
RANKS_BEFORE = people.RANKS | people.HONORIFICS - {"st", "sister", "brother", "mother", "father"}


def is_shouted(article: Article) -> bool:
    """Whether nearly all letters are capitals."""
    letters = [c for c in article.text if c.isalpha()]
    return bool(letters) and sum(c.isupper() for c in letters) > SHOUTED * len(letters)


@cache
def known_words() -> frozenset[str]:
    """The strings that the model was trained with (its live store grows with every text it reads)."""
    path = model().path
    assert isinstance(path, Path), "the model was loaded from a directory"
    strings: list[str] = json.loads((path / "vocab" / "strings.json").read_text(encoding="utf-8"))
    return frozenset(strings)


def recased(article: Article) -> Article:
    """The article in lower case, with states, dates and words unknown to the model capitalised."""
    text = _recase(article.text, known_words())
    sentences = tuple(replace(s, text=text[s.start : s.end]) for s in article.sentences)
    return replace(article, text=text, sentences=sentences)


def _recase(text: str, known: Container[str]) -> str:
    parts: list[str] = []
    done, capital = 0, False
    matches = list(WORD.finditer(text))
    dated = [match.group().lower() in DATES for match in matches]
    proper = [_is_proper(match.group(), known) for match in matches]
    for k, match in enumerate(matches):
        word, lower = match.group(), match.group().lower()
        beside = capital or (
            k + 1 < len(matches) and proper[k + 1] and _adjacent(text, match, matches[k + 1])
        )
        free = word.title() in known and not VERBAL.search(lower) and not _is_plain(lower)
        name = (
            dated[k] or proper[k] or (beside and free and lower not in grammar.CONNECTORS and len(word) > 1)
        )
        starts = SENTENCE_START.search(text[max(0, match.start() - 4) : match.start()]) is not None
        cased = (word[0] + lower[1:]) if name or starts or country_of(word.title()) else lower
        parts += [text[done : match.start()], cased if len(cased) == len(word) else word]
        done = match.end()
        follows = k + 1 < len(matches) and _adjacent(text, match, matches[k + 1])
        capital = follows and (proper[k] or lower in RANKS_BEFORE)
    return "".join([*parts, text[done:]])


def _adjacent(text: str, left: re.Match[str], right: re.Match[str]) -> bool:
    return text[left.end() : right.start()] in (" ", "-", ". ")


def _is_proper(word: str, known: Container[str]) -> bool:
    lower = word.lower()
    if country_of(word.title()) or country_of(word):
        return True
    return (
        lower not in DATES
        and len(word) > 1
        and not _is_plain(lower)
        and not any(form in known for form in _forms(lower))
    )


def _is_plain(word: str) -> bool:
    return word in grammar.FUNCTION_WORDS or word in grammar.SPEECH or people.is_person_noun(word)


def _forms(word: str) -> Iterator[str]:
    """A word and what it may be a form of (“shillings”, “bookmakers”, “annexed”)."""
    yield word
    for ending in ENDINGS:
        if word.endswith(ending):
            yield word.removesuffix(ending)
            yield word.removesuffix(ending) + "e"
