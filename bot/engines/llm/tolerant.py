"""Fields that take the small disorders of models: numbers as text, one value for a list, null for nothing."""

import re
from collections.abc import Iterator, Mapping
from typing import Annotated

from pydantic import BeforeValidator

from bot.engines.llm.pages import visible

NOTHING = frozenset({"", "null", "none", "n/a", "unknown", "-"})
UNPAIRED = re.compile("[\ud800-\udfff]")
"""Halves of characters, which an escape can write and nobody can store."""
LONGEST = 10_000
"""Characters of a text; what is longer is no sentence, name or line."""
MOST = 1_000
"""Items of a list; nobody reads more, and each is checked."""
NUMBERS = re.compile(r"(?<![\d.])(\d{1,9})(?!\d)(?:\s?[-–—]\s?(\d{1,9})(?!\d))?")
WIDEST = 20
"""Sentences of a range (“3–5”); what is wider is its two ends."""
MARKS = re.compile(r"^[-–•*] +|(?: ?\[\d[\d, –-]*\])+(?=[.!?]?$)")
"""What a model puts around a statement that is no part of it: the bullet of a list, ids in brackets."""


def text(value: object) -> object:
    """A string on one line, without what nobody sees; empty for null, its one item for a list."""
    if isinstance(value, list) and len(value) == 1:
        value = value[0]
    if value is None:
        return ""
    if not isinstance(value, str | int | float):
        return value
    said = visible(UNPAIRED.sub("\ufffd", str(value)))
    if len(said) > LONGEST:
        raise ValueError(f"a text must have at most {LONGEST} characters")
    return said


def sentence(value: object) -> object:
    """A string that is a statement."""
    said = text(value)
    return MARKS.sub("", said) if isinstance(said, str) else said


def text_or_none(value: object) -> object:
    """A string, or None for all the ways to say that there is none."""
    read = text(value)
    return None if isinstance(read, str) and read.lower() in NOTHING else read


def items(value: object) -> object:
    """A list that is not endless; empty for null."""
    if isinstance(value, list) and len(value) > MOST:
        raise ValueError(f"a list must have at most {MOST} items")
    return [] if value is None else value


def texts(value: object) -> object:
    """A list of strings, also where it is one string or has empty ones in it."""
    found = items([value] if isinstance(value, str) else value)
    if not isinstance(found, list):
        return found
    return [item for item in map(text_or_none, found) if item is not None]


def ids(value: object) -> object:
    """A list of numbers, also where they came as “3”, “[3]”, “s3”, “3, 4”, “3–5”, 3.0 or as one number."""
    found = items([value] if isinstance(value, str | int | float) else value)
    if not isinstance(found, list):
        return found
    return list(dict.fromkeys(number for item in found for number in _numbers(str(item))))


def _numbers(printed: str) -> Iterator[int]:
    for first, last in NUMBERS.findall(printed):
        start, end = int(first), int(last or first)
        yield from range(start, end + 1) if 0 <= end - start < WIDEST else (start, end)


def one_of(words: Mapping[str, str]) -> BeforeValidator:
    """A word of an enumeration in any case, or another word for it."""

    def read(value: object) -> object:
        word = text(value)
        return words.get(word.lower(), word.lower()) if isinstance(word, str) else word

    return BeforeValidator(read)


Text = Annotated[str, BeforeValidator(text)]
Sentence = Annotated[str, BeforeValidator(sentence)]
TextOrNone = Annotated[str | None, BeforeValidator(text_or_none)]
Texts = Annotated[list[str], BeforeValidator(texts)]
Ids = Annotated[list[int], BeforeValidator(ids)]
Items = BeforeValidator(items)
