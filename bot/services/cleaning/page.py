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
        """Index, line and present verdict."""
        return iter([(i, line, self.verdicts[i]) for i, line in enumerate(self.lines)])

    def drop(self, i: int) -> None:
        """This line is furniture."""
        if i != self.title:
            self.verdicts[i] = Verdict.FURNITURE

    def drop_from(self, i: int) -> None:
        """This line and all below it are furniture."""
        for below in range(i, len(self.lines)):
            self.drop(below)

    def is_plain(self, i: int) -> bool:
        """Whether there is such a line and it is short and undecided."""
        return 0 <= i < len(self.lines) and self.verdicts[i] is Verdict.PLAIN and i != self.title

    def is_furniture(self, i: int) -> bool:
        """Whether there is such a line and it belongs to the page, not to the article."""
        return 0 <= i < len(self.lines) and self.verdicts[i] not in (Verdict.PLAIN, Verdict.TEXT)

    @property
    def body(self) -> range:
        """From the first line of running text to the last; empty when there is none."""
        text = [i for i, verdict in enumerate(self.verdicts) if verdict is Verdict.TEXT and i != self.title]
        if not text:
            return range(0)
        first = next((i for i in text if self.opens(self.lines[i])), text[0])
        return range(first, text[-1] + 1)

    @staticmethod
    def opens(line: Line) -> bool:
        """Whether a line of text is no headline in the shape of a sentence."""
        return line.size >= BODY and (line.stops or line.size >= LONG)

    @property
    def messy(self) -> bool:
        """Whether there is furniture enough to expect more of it."""
        return sum(verdict not in (Verdict.TEXT, Verdict.PLAIN) for verdict in self.verdicts) >= MESSY

    @property
    def words(self) -> int:
        """Words of running text."""
        return sum(line.size for _, line, verdict in self if verdict is Verdict.TEXT)

    def words_before(self, i: int) -> int:
        """Words of running text above a line."""
        return sum(line.size for j, line, verdict in self if j < i and verdict is Verdict.TEXT)

    def kept(self) -> list[Kept]:
        """The article's lines, in order, without the title."""
        stop = self.body.stop
        return [
            Kept(
                line.text, verdict is Verdict.PLAIN and i < stop and line.size <= HEADING and not line.bullet
            )
            for i, line, verdict in self
            if verdict in (Verdict.TEXT, Verdict.PLAIN) and i != self.title
        ]

    def removed(self) -> list[Line]:
        """What was taken out, in order; the title is not among it."""
        return [
            line
            for i, line, verdict in self
            if verdict not in (Verdict.TEXT, Verdict.PLAIN) and i != self.title
        ]
