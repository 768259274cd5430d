"""The lines of a page with the verdicts on them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.services.cleaning.judging import Verdict, judge
from bot.services.cleaning.lines import LONG, Line

BODY = 10
"""Words from which a line of text can open the body of an article."""
HEADING = 20
"""Words up to which a line between paragraphs is a heading."""
MESSY = 2
"""Lines of furniture that make a page, not a text."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A line of the article."""

    text: str
    heading: bool = False


class Page:
    """Lines and verdicts; rules read the ones and change the others."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self.lines = lines
        self.verdicts = [judge(line) for line in lines]
        self.title: int | None = None
        self.author: str | None = None

    def __iter__(self) -> Iterator[tuple[int, Line, Verdict]]:
        """Index, line and present verdict; rules may change verdicts on the way."""
        for i, line in enumerate(self.lines):
            yield i, line, self.verdicts[i]

    def progress(self) -> Iterator[tuple[int, Line, Verdict, float]]:
        """The same with the share of the running text that stands above, as it was at the start."""
        total, above = max(1, self.words()), 0
        for i, line, verdict in self:
            yield i, line, verdict, above / total
            above += line.size if verdict is Verdict.TEXT else 0

    def drop(self, i: int) -> None:
        """Call this line furniture."""
        if i != self.title:
            self.verdicts[i] = Verdict.FURNITURE

    def drop_from(self, i: int) -> None:
        """Call this line and all below it furniture."""
        for below in range(i, len(self.lines)):
            self.drop(below)

    def is_plain(self, i: int) -> bool:
        """Whether there is such a line and it is short and undecided."""
        return 0 <= i < len(self.lines) and self.verdicts[i] is Verdict.PLAIN and i != self.title

    def is_furniture(self, i: int) -> bool:
        """Whether there is such a line and it belongs to the page, not to the article."""
        return 0 <= i < len(self.lines) and self.verdicts[i] not in (Verdict.PLAIN, Verdict.TEXT)

    def body(self) -> range:
        """From the first line of running text to the last; empty when there is none."""
        text = [i for i, _, verdict in self if verdict is Verdict.TEXT and i != self.title]
        if not text:
            return range(0)
        return range(next((i for i in text if self.opens(i)), text[0]), text[-1] + 1)

    def opens(self, i: int) -> bool:
        """Whether this line of text is no headline in the shape of a sentence."""
        line = self.lines[i]
        return line.size >= BODY and (line.stops or line.size >= LONG)

    def messy(self) -> bool:
        """Whether there is furniture enough to expect more of it."""
        return sum(map(self.is_furniture, range(len(self.lines)))) >= MESSY

    def words(self) -> int:
        """Words of running text."""
        return sum(line.size for _, line, verdict in self if verdict is Verdict.TEXT)

    def kept(self) -> list[Kept]:
        """The article's lines, in order, without the title."""
        stop = self.body().stop
        return [
            Kept(
                line.text, verdict is Verdict.PLAIN and i < stop and line.size <= HEADING and not line.bullet
            )
            for i, line, verdict in self
            if verdict in (Verdict.TEXT, Verdict.PLAIN) and i != self.title
        ]

    def removed(self) -> list[Line]:
        """What was taken out, in order; the title is not among it."""
        return [line for i, line, _ in self if self.is_furniture(i) and i != self.title]
