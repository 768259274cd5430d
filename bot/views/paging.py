"""Text laid out over as many cards as it needs, so that nothing is cut without a word.

A line is one line of Discord's markup; lines that belong together stay on one page where they can.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from bot.views.text import length, pieces
from bot.views.texts import Texts

CARD = 4000
"""UTF-16 units of all text of one message (Discord's limit)."""

PIECE = 400
"""UTF-16 units of text from outside that stand in one piece; escaping can double them."""

LINE = 1000
"""UTF-16 units of the longest line; every page has room for one."""

Item = tuple[str, ...]
"""The lines of one statement, actor or event."""


@dataclass(frozen=True, slots=True)
class Passage:
    """Items under a heading; `again` is the heading where they go on, on the next page.

    `loose`: an empty line stands between items.
    """

    items: tuple[Item, ...]
    heading: str = ""
    again: str = ""
    loose: bool = False

    @property
    def text(self) -> str:
        """As one text of a card."""
        items = ("\n".join(item) for item in self.items)
        body = ("\n\n" if self.loose else "\n").join(items)
        return f"{self.heading}\n{body}" if self.heading else body


Page = tuple[Passage, ...]


def headed(
    title: str, items: Iterable[Item], texts: Texts, *, mark: str = "### {}", loose: bool = False
) -> Passage:
    """Items under a heading, which says where they go on that they do."""
    again = texts.say("{heading} (continued)", heading=title)
    return Passage(tuple(items), mark.format(title), mark.format(again), loose)


def listed(pieces: Iterable[str]) -> Item:
    """One item of a list, in as many lines as it needs."""
    return tuple(f"  {piece}" if at else f"- {piece}" for at, piece in enumerate(pieces))


def joined(parts: Iterable[tuple[str, str]]) -> Item:
    """Lines made of pieces, each with what parts it from the piece before it, none longer than `LINE`."""
    lines = [""]
    for gap, piece in parts:
        if lines[-1] and length(lines[-1] + gap + piece) > LINE:
            lines.append(piece)
        else:
            lines[-1] += gap + piece if lines[-1] else piece
    return tuple(line for line in lines if line)


def cut(text: str | None) -> list[str]:
    """Text from outside in pieces that fit a line whatever is done to them; [] for None and for nothing."""
    return [piece for piece in pieces(text or "", PIECE) if piece]


def paginate(passages: Iterable[Passage], first: int, later: int, texts: Texts) -> tuple[Page, ...]:
    """The passages in pages of at most `first` units on the first and `later` on all others."""
    layout = _Layout(first, later)
    for passage in passages:
        layout.begin(replace(passage, heading=texts.line(passage.heading), again=texts.line(passage.again)))
        for item in filter(None, passage.items):
            layout.place(tuple(map(texts.line, item)))
    return layout.pages()


class _Layout:
    """Pages as they fill up."""

    def __init__(self, first: int, later: int) -> None:
        self._rooms = (first, later)
        self._pages: list[list[Passage]] = [[]]
        self._open = Passage(())
        self._begun = True

    def begin(self, passage: Passage) -> None:
        self._open = replace(passage, items=())
        self._begun = False

    def place(self, item: Item) -> None:
        """On this page, or whole on the next one, or line by line where no page is large enough."""
        if self._fits(item):
            self._add(item)
            return
        if self._pages[-1]:
            self._turn()
        if self._fits(item):
            self._add(item)
            return
        for line in item:
            if not self._fits((line,)):
                self._turn()
            self._add((line,))

    def pages(self) -> tuple[Page, ...]:
        return tuple(tuple(page) for page in self._pages)

    def _turn(self) -> None:
        self._pages.append([])
        if self._begun:
            self._open = replace(self._open, heading=self._open.again)
        self._begun = False

    def _add(self, item: Item) -> None:
        page = self._pages[-1]
        if self._begun:
            page[-1] = replace(page[-1], items=(*page[-1].items, item))
        else:
            page.append(replace(self._open, items=(item,)))
            self._begun = True

    def _fits(self, item: Item) -> bool:
        used = sum(length(passage.text) + 1 for passage in self._pages[-1])
        more = 1 if self._begun else length(self._open.heading) + 1
        return used + more + sum(length(line) + 1 for line in item) <= self._rooms[len(self._pages) > 1]


def chosen(pages: Sequence[Page], page: int) -> int:
    """The page that is asked for, or the nearest one there is."""
    return min(max(page, 0), len(pages) - 1)
