"""Fitting an article into a model's window: parts of whole sentences, few and large.

Large parts name the same person the same way: pieces of 1,500 characters gave 328 entities with 47
near-duplicates where pieces of 16,000 gave 40 with none.
"""

import math
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from bot.domain.article import Article, Sentence
from bot.services.instructions import is_instruction

Count = Callable[[str], int]
"""How many tokens a text has; never more than it has bytes in UTF-8."""

NUMBERING = 3
"""Tokens that a line costs beside its sentence: its number and the line break."""

FULL = 0.9
"""Share of the room that parts are planned to fill, so that they can end with a paragraph."""

KNOWN_NAMES = 12
"""How many names of the whole article each part is told."""

SAMPLED = 3_000
"""Sentences that names are sought in."""

NAME = re.compile(r"\b[^\W\d_a-z][\w’'-]+(?: (?:[a-z]{2,3} )?[^\W\d_a-z][\w’'-]+)+")


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence with its id; a sentence too long for any part is several lines with the same id."""

    id: int
    text: str


@dataclass(frozen=True, slots=True)
class Part:
    """A run of whole sentences that fits the token budget."""

    lines: tuple[Line, ...]

    def tokens(self, count: Count) -> int:
        """Tokens of its numbered sentences."""
        return count("\n".join(line.text for line in self.lines)) + NUMBERING * len(self.lines)

    def fits(self, count: Count, room: int) -> bool:
        """Whether there is room (tokens) for it: it is counted only where bytes and words leave that open."""
        numbering = NUMBERING * len(self.lines)
        if sum(_bytes(line.text) for line in self.lines) + numbering <= room:
            return True
        words = sum(line.text.count(" ") for line in self.lines)
        return words + numbering <= room and self.tokens(count) <= room


@dataclass(frozen=True, slots=True)
class _Measured:
    """A line with its tokens, numbering included; `opens` says that a paragraph begins with it."""

    line: Line
    tokens: int
    opens: bool


def fit(article: Article, count: Count, room: int) -> tuple[Part, ...]:
    """The article in as few parts of about equal size as `room` (tokens) allows; one whenever it fits.

    Sentences that speak to a model are left out; it can neither obey nor cite what it does not read.
    """
    told = [sentence for sentence in article.sentences if not is_instruction(sentence.text)]
    sentences = told or article.sentences
    whole = Part(tuple(Line(sentence.id, sentence.text) for sentence in sentences))
    if whole.fits(count, room):
        return (whole,)
    lines = [line for sentence in sentences for line in _lines(sentence, article, count, room)]
    total = sum(line.tokens for line in lines)
    aim = total / math.ceil(total / (room * FULL))
    return tuple(_cut(lines, aim, room))


def known_names(article: Article) -> tuple[str, ...]:
    """The names of several words that the article prints most often, found by their capitals alone.

    Of a long article, sentences taken evenly from the whole stand for all.
    """
    step = math.ceil(len(article.sentences) / SAMPLED)
    names = (name for sentence in article.sentences[:: max(1, step)] for name in _names(sentence.text))
    found = Counter(name for name in names if all(word[0].isupper() for word in (name, name.split()[-1])))
    return tuple(name for name, times in found.most_common(KNOWN_NAMES) if times > 1)


def _names(text: str) -> Iterator[str]:
    """The names of a sentence; its first word may only be capital for its place (“Then Ann Lee”)."""
    for match in NAME.finditer(text):
        yield match.group()
        rest = match.group().partition(" ")[2]
        if match.start() == 0 and " " in rest:
            yield rest


def _cut(lines: Iterable[_Measured], aim: float, room: int) -> Iterator[Part]:
    """Ends each part near its multiple of `aim`, a little before where a paragraph ends there."""
    taken: list[Line] = []
    size = done = 0
    goal = aim
    for each in lines:
        ends = done >= goal or (each.opens and done >= goal - aim * (1 - FULL))
        if taken and (ends or size + each.tokens > room):
            yield Part(tuple(taken))
            taken, size, goal = [], 0, goal + aim
        taken.append(each.line)
        size += each.tokens
        done += each.tokens
    yield Part(tuple(taken))


def _bytes(text: str) -> int:
    return len(text.encode("utf-8", "replace"))


def _lines(sentence: Sentence, article: Article, count: Count, room: int) -> Iterator[_Measured]:
    before = article.sentences[sentence.id - 2] if sentence.id > 1 else None
    opens = before is None or before.paragraph != sentence.paragraph
    for text, tokens in _pieces(sentence.text, count, max(1, room - NUMBERING)):
        yield _Measured(Line(sentence.id, text), tokens + NUMBERING, opens)


def _pieces(text: str, count: Count, room: int) -> Iterator[tuple[str, int]]:
    """The text itself, or halves of halves at spaces where it is too long for a part of its own."""
    tokens = count(text)
    if tokens <= room or len(text) <= 1:
        yield text, tokens
        return
    space = text.rfind(" ", 1, len(text) // 2 + 1)
    middle = space if space > 0 else len(text) // 2
    yield from _pieces(text[:middle], count, room)
    yield from _pieces(text[middle:].lstrip(), count, room)
