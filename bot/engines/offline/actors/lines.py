"""One parsed sentence as plain lists, so that the rules read as rules and cost little."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Span

from bot.domain.article import Sentence

QUOTE = re.compile(r"(?P<opens>“|(?<![^\s(—–])\")|[”\"]")
"""Quotation marks; a straight one opens where no word stands before it."""


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence's words, Penn tags, dependency labels, entity types (“” for none) and heads, by index."""

    id: int
    heading: bool
    paragraph: int
    text: str
    words: list[str]
    tags: list[str]
    deps: list[str]
    ents: list[str]
    begins: list[bool]
    heads: list[int]
    offsets: list[int]

    def __len__(self) -> int:
        """How many tokens."""
        return len(self.words)

    def printed(self, start: int, end: int) -> str:
        """The tokens from start to end (exclusive) as printed, white space made single."""
        if start >= end:
            return ""
        return " ".join(
            self.text[self.offsets[start] : self.offsets[end - 1] + len(self.words[end - 1])].split()
        )

    def word(self, index: int) -> str:
        """The lower-cased token at an index, “” outside the sentence."""
        return self.words[index].casefold() if 0 <= index < len(self.words) else ""

    def tag(self, index: int) -> str:
        """The Penn tag at an index, “” outside the sentence."""
        return self.tags[index] if 0 <= index < len(self.tags) else ""

    def quoted(self, index: int) -> bool:
        """Whether the mark before a token opens a quotation, or the sentence closes one behind it first."""
        marks = list(QUOTE.finditer(self.text))
        before = [mark for mark in marks if mark.start() < self.offsets[index]]
        if before:
            return before[-1].lastgroup == "opens"
        return bool(marks) and marks[0].lastgroup != "opens"

    def glued(self, index: int) -> bool:
        """Whether no space stands between this token and the one before it."""
        return 0 < index < len(self.words) and (
            self.offsets[index] == self.offsets[index - 1] + len(self.words[index - 1])
        )


def line_of(sentence: Sentence, span: Span) -> Line:
    """The plain lists of one parsed sentence."""
    tokens = list(span)
    base, first, last = span.start_char, span.start, span.end - 1
    return Line(
        id=sentence.id,
        heading=sentence.heading,
        paragraph=sentence.paragraph,
        text=span.text,
        words=[token.text for token in tokens],
        tags=[token.tag_ for token in tokens],
        deps=[token.dep_ for token in tokens],
        ents=[token.ent_type_ for token in tokens],
        begins=[token.ent_iob_ == "B" for token in tokens],
        heads=[min(max(token.head.i, first), last) - first for token in tokens],
        offsets=[token.idx - base for token in tokens],
    )


def lines_of(parsed: Sequence[tuple[Sentence, Span]]) -> list[Line]:
    """All sentences with tokens."""
    return [line_of(sentence, span) for sentence, span in parsed if len(span)]
