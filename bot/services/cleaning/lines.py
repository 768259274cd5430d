"""One line of a page, and what its shape says about it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from bot.domain.folding import fold
from bot.services.cleaning.characters import collapse
from bot.services.wordlists import listed

ENDINGS = ".!?…。！？؟۔।॥።။։"
STOPS = ".…。۔।॥።։"
CLOSERS = "\"'”’»«›)]）」』】*_"
CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u0e00-\u0e7f]")
BULLET = re.compile(r"^[•·▪‣◦●○■□☐☑✓✔►▶»›*–—-]\s+(?=\S)")
SEPARATED = re.compile(r"[|·•»›▸→‹«/>\t]")
SEPARATORS = re.compile(r"\s*[|·•»›▸→‹«/>]+\s+|\t+| {2,}|\s+[|]\s*")
WORD = re.compile(r"\w++(?:['’.-]\w++)*+")
WORDS = re.compile(r"[^\W_](?:.*[^\W_])?", re.DOTALL)
LONG = 25
"""Words from which a line is text whatever it ends with."""
LONGEST_WORDS = 40
"""Characters a word, on average."""
HEAD = 400
"""Characters of a line in which a phrase of pages is looked for."""
SHORT_SENTENCE = 4
TELLING = listed(
    "a an the he she it they nobody nothing none no i we this that is are was were has have had did does will"
)
"""Words that make three a sentence."""


@dataclass(frozen=True)
class Line:
    """A line that is not blank. `raw` keeps its spacing, which tells menus from text."""

    raw: str

    @cached_property
    def text(self) -> str:
        """The line with single spaces."""
        return collapse(self.raw)

    @cached_property
    def size(self) -> int:
        """Words; in scripts without spaces two characters count as one."""
        return max(self.text.count(" ") + bool(self.text), len(CJK.findall(self.text[:2000])) // 2)

    @cached_property
    def small(self) -> str:
        """The text in small letters."""
        return self.text.casefold()

    @cached_property
    def bare(self) -> str:
        """Folded words of the line without bullets, brackets and punctuation at its ends."""
        start = self._folded if len(self.text) <= HEAD else fold(self.text[:HEAD])
        found = WORDS.search(start.replace("’", "'"))
        return found.group() if found else ""

    @cached_property
    def key(self) -> str:
        """The same for a line and its repeats, whatever their case and punctuation."""
        return " ".join(WORD.findall(self._folded))

    @cached_property
    def _folded(self) -> str:
        return fold(self.text)

    @property
    def worded(self) -> bool:
        """Whether it can consist of words; in endless strings the search for a form would never end."""
        return len(self.text) <= LONGEST_WORDS * max(1, self.size)

    @cached_property
    def bullet(self) -> bool:
        """Whether it begins with a list mark."""
        return bool(BULLET.match(self.text))

    def has_any(self, keys: Iterable[str]) -> bool:
        """Whether one of these, in small letters, stands in it."""
        small = self.small
        for key in keys:  # noqa: SIM110 - every line of a page passes here; a generator takes twice as long
            if key in small:
                return True
        return False

    @cached_property
    def ends(self) -> bool:
        """Whether it ends as sentences do."""
        return self._last in ENDINGS

    @cached_property
    def prose(self) -> bool:
        """Whether its shape is that of running text."""
        return self.size >= LONG or (self.ends and (self.size >= SHORT_SENTENCE or self._tells))

    @cached_property
    def _tells(self) -> bool:
        """Whether it is a very short sentence: “He declined.”, and no label: “Premium.”."""
        return self.size > 1 and self.stops and not TELLING.isdisjoint(self.key.split())

    @cached_property
    def stops(self) -> bool:
        """Whether it ends with a full stop, as headlines don't."""
        return self._last in STOPS

    @cached_property
    def _last(self) -> str:
        """The last character that closes nothing; a space where there is none."""
        return self.text.rstrip(CLOSERS + " ")[-1:] or " "

    @cached_property
    def items(self) -> tuple[str, ...]:
        """What stands between separators such as “|”, “»” and wide gaps."""
        whole = self.raw.strip()[:600]
        parts = SEPARATORS.split(whole) if SEPARATED.search(whole) or "  " in whole else [whole]
        return tuple(filter(None, (part.strip() for part in parts)))
