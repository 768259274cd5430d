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
    inner = [(line, after) for line, after in pairwise(lines) if line.strip() and after.strip()]
    if len(inner) < ENOUGH:
        return None
    lengths = sorted(len(line.rstrip()) for line, _ in inner)
    width = lengths[int(len(lengths) * 0.98)]
    full = sum(_full(line, after, width) for line, after in inner)
    wrapped = full >= ENOUGH and full >= 0.6 * len(inner) and _flowing(inner)
    return width if wrapped and width in WIDTHS else None


def _flowing(inner: list[tuple[str, str]]) -> bool:
    """Most lines that have a neighbour below end in the middle of a sentence."""
    open_ended = sum(line.rstrip()[-1] not in ".!?…:;。؟।" for line, _ in inner)
    return open_ended >= 0.6 * len(inner)


def _full(line: str, after: str, width: int) -> bool:
    return len(line.rstrip()) + 1 + len(after.split(maxsplit=1)[0]) + SLACK > width


def _joined(lines: list[str], width: int) -> Iterator[str]:
    for line, after in pairwise([*lines, ""]):
        open_line = line.strip() and after.strip() and not BULLET.match(after) and _full(line, after, width)
        if not open_line:
            yield line + "\n"
        elif line.endswith("-") and not line.endswith("--"):
            yield line
        else:
            yield line.rstrip() + " "
