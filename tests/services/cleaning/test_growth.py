"""The time that cleaning takes grows with the text, not with its square."""

import sys
from collections.abc import Callable

import pytest

from bot.domain.article import Extract, PublishedFrom
from bot.services.cleaning import clean

NEWS = "The council said on Monday that the bridge over the river would be closed for two weeks."

LINES: dict[str, Callable[[int], str]] = {
    "paragraphs": lambda i: f"Engineers inspected pillar {i} of the bridge and found that it was sound.",
    "headings": lambda i: f"Pillar {i} of the bridge",
    "captions": lambda i: f"The bridge that crosses the river at pillar {i}, seen from the north",
    "clock times": lambda i: f"{i % 24:02d}.{i % 60:02d} GMT",
    "dates": lambda i: f"Wed, {i % 28 + 1} Jul, 2025",
    "journalists": lambda i: f"Mary Bell{i} is a staff writer in Harwick.",
    "the paper's own": lambda i: f"Our newspaper{i}, website and newsroom are here.",
    "calls": lambda i: f"Have you seen pillar {i}? Tell us!",
}


def steps(line: Callable[[int], str], count: int) -> int:
    """How many functions are called to clean a text of so many paragraphs and lines."""
    text = "\n\n".join(f"{NEWS}\n\n{line(i)}" for i in range(count))
    extract = Extract(text, title=None, published=None, published_from=PublishedFrom.UNKNOWN)
    calls = 0

    def seen(_: object, event: str, __: object) -> None:
        nonlocal calls
        calls += event in {"call", "c_call"}

    before = sys.getprofile()
    sys.setprofile(seen)
    try:
        clean(extract)
    finally:
        sys.setprofile(before)
    return calls


@pytest.mark.parametrize("kind", LINES)
def test_twice_the_lines_take_about_twice_the_work(kind: str) -> None:
    steps(LINES[kind], 10)  # what is loaded at the first use
    assert steps(LINES[kind], 400) < 2.5 * steps(LINES[kind], 200)
