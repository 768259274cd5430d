"""A sentence as words, and the numbers written in them."""

import re
from bisect import bisect_left
from collections.abc import Callable
from functools import cached_property

from bot.services.dating.context import Hit
from bot.services.dating.languages import lexicon
from bot.services.dating.words import CARDINALS, ORDINALS, TENS

_TOKEN = re.compile(r"[ap]\.\s?m\b\.?|o['’]clock|['’]s\b|\d+|[^\W\d_]+|[^\w\s\u200c]", re.IGNORECASE)
_SPACELESS_TOKEN = re.compile(
    r"\d+|(?:周|週|星期)[一二三四五六日天]|下下|上上|[下本上](?:周|週)(?![一二三四五六日天])|下个月|本月"
    r"|大后天|[今明昨后][天日年]|明後日|一昨[日年]|再?来[週月年]|先々[週月]|[今先][週月年]|[月火水木金土日]曜日?"
    r"|오늘|내일|모레|어제|다다음|다음|이번|지지난|지난|[월화수목금토일]요일|[A-Za-z]+|\S"
)
_SPACELESS = frozenset({"zh", "ja", "ko"})
"""Languages in which spaces do not part a time from the words around it."""
_LONGEST = 4
_SUFFIXES = {"st", "nd", "rd", "th"}
_HUNDRED = 100


class Tokens:
    """The words, numbers and marks of a text, with their places; `depth` counts times within times."""

    def __init__(self, text: str, language: str = "en") -> None:
        self.text = text
        found = list((_SPACELESS_TOKEN if language in _SPACELESS else _TOKEN).finditer(text))
        self.words = [match.group().casefold().replace("’", "'") for match in found]
        self.starts = [match.start() for match in found]
        self.ends = [match.end() for match in found]
        self.translated: set[int] = set()
        self.depth = 0
        self.terms: dict[int, Hit | None] = {}
        self.moments: dict[int, Hit | None] = {}
        if known := lexicon(language):
            self._translate(known)

    def _translate(self, known: dict[tuple[str, ...], tuple[str, ...]]) -> None:
        """Put English words in the place of another language's; each keeps its place in the text."""
        words, starts, ends = self.words, self.starts, self.ends
        self.words, self.starts, self.ends = [], [], []
        at = 0
        while at < len(words):
            longest = min(_LONGEST, len(words) - at)
            size = next((n for n in range(longest, 0, -1) if tuple(words[at : at + n]) in known), 0)
            last = at + max(size, 1) - 1
            english = known[tuple(words[at : at + size])] if size else (words[at],)
            for i, word in enumerate(english):
                self.translated |= {len(self.words)} if size else set()
                self.words.append(word)
                self.starts.append(ends[last] if i else starts[at])
                self.ends.append(ends[last])
            at = last + 1

    def __len__(self) -> int:
        return len(self.words)

    def word(self, at: int) -> str:
        """The folded word at this index, empty outside the text."""
        try:
            return self.words[at] if at >= 0 else ""
        except IndexError:
            return ""

    def printed(self, at: int) -> str:
        """The word as printed, empty outside the text."""
        return self.text[self.starts[at] : self.ends[at]] if 0 <= at < len(self.words) else ""

    def capital(self, at: int) -> bool:
        """Whether the word is printed with a capital."""
        return at in self.translated or self.printed(at)[:1].isupper()

    def glued(self, at: int) -> bool:
        """Whether nothing stands between this word and the one before it."""
        return 0 < at < len(self.words) and self.ends[at - 1] == self.starts[at]

    def goes_on(self, at: int) -> bool:
        """Whether this is the end of a number or a price (“1,206”, “$5”)."""
        return self.glued(at) and self.word(at - 1) in {",", ".", "$", "€", "£"}

    def match(self, pattern: re.Pattern[str], at: int) -> tuple[re.Match[str], int] | None:
        """A pattern at the start of this word, and the index of the first word after it."""
        if not 0 <= at < len(self.words):
            return None
        found = pattern.match(self.text, self.starts[at])
        return (found, bisect_left(self.starts, found.end())) if found else None

    def skip(self, at: int, *words: str) -> int:
        """The index after the word here if it is one of these, else the same index."""
        return at + 1 if self.word(at) in words else at

    def phrase(self, at: int, *words: str) -> int | None:
        """The index after these very words, None when they do not stand here."""
        return at + len(words) if self.words[at : at + len(words)] == list(words) else None

    def cardinal(self, at: int) -> tuple[int, int] | None:
        """A whole number below 10,000 in digits or below 100 in words, and the index after it."""
        word = self.word(at)
        if word.isdecimal():
            return self._digits(at)
        if word in CARDINALS:
            return CARDINALS[word], at + 1
        if word not in TENS:
            return None
        rest = self.skip(at + 1, "-")
        ones = CARDINALS.get(self.word(rest), 0)
        return (TENS[word] + ones, rest + 1) if 0 < ones < 10 else (TENS[word], at + 1)

    def ordinal(self, at: int) -> tuple[int, int] | None:
        """“21st”, “twenty-first” or “first”, and the index after it."""
        word = self.word(at)
        if word.isdecimal():
            suffixed = self.word(at + 1) in _SUFFIXES and self.glued(at + 1)
            return (int(word), at + 2) if suffixed and int(word) < _HUNDRED else None
        if word in ORDINALS:
            return ORDINALS[word], at + 1
        if word in TENS:
            rest = self.skip(at + 1, "-")
            ones = ORDINALS.get(self.word(rest), 0)
            return (TENS[word] + ones, rest + 1) if 0 < ones < 10 else None
        return None

    def day(self, at: int) -> tuple[int, int] | None:
        """A day of a month, 1 to 31, as a number or an ordinal."""
        found = self.ordinal(at) or self.cardinal(at)
        return found if found and 1 <= found[0] <= 31 else None

    def year(self, at: int) -> tuple[int, int] | None:
        """A year as four digits, or in words (“nineteen eighty-six”, “two thousand and five”)."""
        word = self.word(at)
        if word.isdecimal():
            decade = self.word(at + 1) == "s" and self.glued(at + 1)
            plausible = len(word) == 4 and not decade and not self._measured(at)
            return (int(word), at + 1) if plausible and 1000 <= int(word) <= 2999 else None
        return self._spoken_year(at) if word in CARDINALS or word in TENS else None

    def spans_years(self, at: int) -> bool:
        """Whether a year goes on with the next one's last digits before this word (“the 2025-26 season”)."""
        two = self.word(at + 1)
        short = self.word(at) in {"-", "–", "/"} and self.glued(at) and self.glued(at + 1) and len(two) == 2
        return short and two.isdecimal() and int(two) == (int(self.word(at - 1)) + 1) % 100

    def _digits(self, at: int) -> tuple[int, int] | None:
        if len(self.word(at)) > 4 or self._measured(at) or self._grouped_before(at):
            return None
        return int(self.word(at)), at + 1

    def _measured(self, at: int) -> bool:
        """Whether more digits follow (“1,206”, “3.5”), a share (“20%”), or letters stick to it (“41k”)."""
        if self.word(at + 1) == "%":
            return True
        mark = self.word(at + 1) in {",", "."} and self.glued(at + 1)
        return mark and self.glued(at + 2) and self.word(at + 2).isdecimal()

    def _grouped_before(self, at: int) -> bool:
        mark = self.word(at - 1)
        if mark in {"$", "€", "£", "¥"}:
            return True
        return mark in {",", "."} and self.glued(at) and self.glued(at - 1) and self.word(at - 2).isdecimal()

    def _spoken_year(self, at: int) -> tuple[int, int] | None:
        if after := self.phrase(at, "two", "thousand"):
            rest = self.cardinal(self.skip(after, "and"))
            return (2000 + rest[0], rest[1]) if rest and rest[0] < _HUNDRED else (2000, after)
        century = self.cardinal(at)
        if self.word(at).isdecimal() or not century or century[0] not in {18, 19, 20}:
            return None
        after = century[1]
        if self.word(after) == "hundred":
            rest = self.cardinal(self.skip(after + 1, "and"))
            return (century[0] * 100 + rest[0], rest[1]) if rest else (century[0] * 100, after + 1)
        tens = self.cardinal(self.skip(after, "zero", "oh"))
        if not tens or tens[0] >= _HUNDRED or self.word(after).isdecimal():
            return None
        return century[0] * 100 + tens[0], tens[1]

    @cached_property
    def shouting(self) -> bool:
        """Whether the text has no small letters, so that capitals say nothing."""
        return self.text.isupper()


Reader = Callable[[Tokens, int], Hit | None]
"""Reads a time at a word of a sentence."""
