"""Hard-wrapped text (books, mail, terminals) back to one line a paragraph."""

import re
from collections.abc import Iterator
from itertools import pairwise

WIDTHS = range(31, 121)
SLACK = 6
"""Characters by which a wrapped line may fall short of the width beyond the next line's first word."""
ENOUGH = 4
"""Wrapped lines that make a wrapped text; fewer are chance."""
BULLET = re.compile(r"\s*(?:[•·▪‣◦*–—-]|\d{1,2}[.)])\s")


def unwrap(text: str) -> str:
    """Lines that were broken at a fixed width are joined; every other line stays a line of its own.

    A wrapped line is one that had no room left for the first word of the next.
    """
    lines = text.split("\n")
    width = _width(lines)
    if not width:
        return text
    return "".join(_joined(lines, width))


def _width(lines: list[str]) -> int | None:
    """The width a text was wrapped at, None when it was not."""
    bare = [line.rstrip() for line in lines]
    inner = [(line, after) for line, after in pairwise(bare) if line and after]
    if len(inner) < ENOUGH:
        return None
    lengths = sorted(len(line) for line, _ in inner)
    width = lengths[int(len(lengths) * 0.98)]
    if width not in WIDTHS:
        return None
    full = sum(_full(line, after, width) for line, after in inner)
    return width if full >= ENOUGH and full >= 0.6 * len(inner) and _flowing(inner) else None


def _flowing(inner: list[tuple[str, str]]) -> bool:
    """Most lines that have a neighbour below end in the middle of a sentence."""
    open_ended = sum(line[-1] not in ".!?…:;。؟।" for line, _ in inner)
    return open_ended >= 0.6 * len(inner)


def _full(line: str, after: str, width: int) -> bool:
    room = width - len(line.rstrip()) - 1 - SLACK
    return room <= 0 or len(after.split(maxsplit=1)[0]) > room


def _joined(lines: list[str], width: int) -> Iterator[str]:
    for line, after in pairwise([*lines, ""]):
        open_line = line.strip() and after.strip() and not BULLET.match(after) and _full(line, after, width)
        if not open_line:
            yield line + "\n"
        elif line.endswith("-") and not line.endswith("--"):
            yield line
        else:
            yield line.rstrip() + " "
