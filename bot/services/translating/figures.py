"""Figures in any language: “1.38 million” and “138万” are one, “8,000” and “۸ هزار”, and “seven” and “7”."""

import itertools
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from bot.services.dating.words import CARDINALS, ORDINALS, TENS

FIGURE = r"\d{1,3}(?:[ \u202f]\d{3})+(?!\d)|\d+(?:[.,٫٬’']\d+)*"
"""Digits with their separators: a space only between groups of three."""

SCALES = {
    12: "trillion|兆|조",
    9: r"milliard|mil millones|billion|m[rl]d\b|миллиард|млрд|میلیارد|مليار",
    8: "億|亿|억",
    7: "千万|천만",
    6: r"milli?on|mi[ol]\b|mln\b|миллион|млн|میلیون|مليون|ملايين|百万|백만",
    4: "万|萬|만",
    3: r"thousand|tausend|mil\b|mille\b|mila\b|тыс|هزار|ألف|آلاف|千|천",
}
"""Words for powers of ten, in the languages that news is read in most; “billion” as in English."""

SCALED = re.compile(
    f"({FIGURE})[ -]?(?:{'|'.join(f'(?P<e{power}>{words})' for power, words in SCALES.items())})?",
    re.IGNORECASE,
)
MOST = 60
"""Digits that are added; numbers of news have fewer."""

WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure by its digits alone, and all of the digits that it can mean where a word scales it."""

    digits: str
    scaled: frozenset[str] = frozenset()

    def same(self, other: "Figure") -> bool:
        """Whether both can mean one number; where one is not scaled by a known word, its digits may agree."""
        if self.scaled and other.scaled:
            return bool(self.scaled & other.scaled)
        return bool({self.digits, *self.scaled} & {other.digits, *other.scaled})


def figures(text: str) -> list[Figure]:
    """The figures of a text, in digits of any script."""
    plain = "".join(
        str(unicodedata.digit(c)) if c.isdigit() else c for c in unicodedata.normalize("NFKC", text)
    )
    found = list[Figure]()
    end = -1
    for match in SCALED.finditer(plain):
        power = int((match.lastgroup or "e0")[1:])
        digits = re.sub(r"\D", "", match[1])
        figure = Figure(digits, frozenset(_scaled(match[1], digits, power)) if power else frozenset())
        if match.start() == end and found and found[-1].scaled and figure.scaled:
            figure = _sum(found.pop(), figure)
        found.append(figure)
        end = match.end()
    return found


def spelled(text: str) -> set[str]:
    """The numbers that an English text has in words, as digits."""
    words = [word.lower() for word in WORD.findall(text)]
    values = CARDINALS | TENS | ORDINALS
    found = {values[word] for word in words if word in values}
    for ten, one in itertools.pairwise(words):
        if ten in TENS and one in values:
            found.add(TENS[ten] + values[one])
    return {str(value) for value in found}


def _scaled(printed: str, digits: str, power: int) -> Iterator[str]:
    """The last separator may be one of thousands or of decimals."""
    yield digits + "0" * power
    decimals = len(re.split(r"\D", printed)[-1])
    if decimals < len(digits) and decimals <= power:
        yield (digits + "0" * (power - decimals)).lstrip("0")


def _sum(large: Figure, small: Figure) -> Figure:
    """“1億2300万” is one number."""
    sums = (int(one) + int(two) for one in large.scaled for two in small.scaled if len(one + two) < MOST)
    return Figure(large.digits + small.digits, frozenset(map(str, sums)))
