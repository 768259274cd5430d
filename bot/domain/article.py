"""What was read: an article as clean, numbered sentences."""

from bisect import bisect_left
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from operator import attrgetter
from typing import Self

WORDS_PER_MINUTE = 238
"""Adults reading English non-fiction silently (Brysbaert 2019, doi:10.1016/j.jml.2019.104047)."""

FORGOTTEN = "…"
"""What stands for a removed line that is no longer kept."""


class PublishedFrom(StrEnum):
    """Where an article's date was found, in the order in which it is believed."""

    GIVEN = "given"
    DATELINE = "dateline"
    PAGE = "page"
    TEXT = "text"
    RECEIVED = "received"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Published:
    """When an article appeared.

    `value` is an EDTF year, month, day or minute (`2021`, `2021-11`, `2021-11-30`, `2021-11-30T17:05Z`), as
    precise as it is known; None only when `origin` is unknown.
    """

    value: str | None = None
    origin: PublishedFrom = PublishedFrom.UNKNOWN


@dataclass(frozen=True, slots=True)
class Sentence:
    """One numbered sentence; `article.text[start:end]` is `text`, verbatim.

    `paragraph` counts from 0. A `heading` is a line between paragraphs: evidence, but no sentence to quote.
    """

    id: int
    text: str
    start: int
    end: int
    paragraph: int = 0
    heading: bool = False


def numbered(lines: Iterable[str]) -> tuple[Sentence, ...]:
    """The sentences of a text that is these lines, each a paragraph by itself."""
    sentences, start = list[Sentence](), 0
    for number, line in enumerate(lines, 1):
        sentences.append(Sentence(number, line, start, start + len(line), number - 1))
        start += len(line) + 1
    return tuple(sentences)


@dataclass(frozen=True, slots=True)
class Extract:
    """What a source gave up before cleaning: raw text and what its container says about it.

    `published` is what the person or the page wrote; `published_from` says which of the two. `canonical` is
    the address that a page gives for itself.
    """

    text: str
    title: str | None = None
    url: str | None = None
    site: str | None = None
    author: str | None = None
    language: str | None = None
    published: str | None = None
    published_from: PublishedFrom = PublishedFrom.UNKNOWN
    removed: tuple[str, ...] = ()
    canonical: str | None = None


@dataclass(frozen=True, slots=True)
class Article:
    """Cleaned text with its numbered sentences (ids from 1) and what was taken out as page furniture.

    Of an article whose text is forgotten, some sentences are left under their ids; `counted` is how many
    words it had, None as long as the text is there.
    """

    text: str
    sentences: tuple[Sentence, ...]
    title: str | None = None
    url: str | None = None
    site: str | None = None
    author: str | None = None
    language: str = "en"
    published: Published = Published()
    removed: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    counted: int | None = None

    @property
    def words(self) -> int:
        """Words of the cleaned text, separated by white space."""
        return len(self.text.split()) if self.counted is None else self.counted

    @property
    def reading_minutes(self) -> int:
        """Whole minutes that an adult needs to read it, at least 1."""
        return max(1, round(self.words / WORDS_PER_MINUTE))

    def has(self, sentence_id: int) -> bool:
        """Whether a sentence has this id."""
        return self._find(sentence_id) is not None

    def sentence(self, sentence_id: int) -> Sentence:
        """The sentence with this id; KeyError when there is none."""
        found = self._find(sentence_id)
        if found is None:
            raise KeyError(sentence_id)
        return found

    def only(self, sentence_ids: Collection[int]) -> Self:
        """The article with nothing left of its text but these sentences."""
        left = tuple(sentence for sentence in self.sentences if sentence.id in sentence_ids)
        removed = (FORGOTTEN,) * len(self.removed)
        return replace(self, text="", sentences=left, removed=removed, counted=self.words)

    def _find(self, sentence_id: int) -> Sentence | None:
        place = bisect_left(self.sentences, sentence_id, key=attrgetter("id"))
        there = place < len(self.sentences) and self.sentences[place].id == sentence_id
        return self.sentences[place] if there else None
