"""The title among the lines above the text."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from bot.services.cleaning.bylines import RELEASE, author, bare_name, clock, dated, placed
from bot.services.cleaning.lines import Line

LONGEST = 30
"""Words; a longer line is text (the longest headline of the sets we know has 21)."""
STEM = 5
SENTENCES = re.compile(r"\w{4,}\.\s+[^\W\d_a-z]")
LABELLED = re.compile(
    r"(?:breaking|just in|developing|trending|watch|video|podcast|listen|in pictures)\b\W*[:|–-]",
    re.IGNORECASE,
)
"""How pages announce other stories above the one they tell."""
UNLIKELY = 0.5
"""A score below which no line is the title: a short line that shares no word with the text."""
NEAR = 3
"""Lines between a headline and the byline or date that follows it."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A line above the text that may be the title. `repeats` counts its copies elsewhere on the page."""

    index: int
    line: Line
    repeats: int


def stems(text: str) -> set[str]:
    """The beginnings of its longer words: enough to see that two texts are about the same."""
    return {word[:STEM] for word in set(text.split()) if len(word) >= STEM - 1}


def plausible(line: Line) -> bool:
    """Whether a line can be a headline at all."""
    if line.size > LONGEST or line.bullet or clock(line) or dated(line) or placed(line) or author(line):
        return False
    return line.size > 1 and not line.stops and not bare_name(line) and not RELEASE.match(line.text)


def best(candidates: Sequence[Candidate], marks: Collection[int], vocabulary: set[str]) -> int | None:
    """The index of the likeliest title.

    `marks` are the indexes of bylines, dates and share lines: a headline stands right above them.
    `vocabulary` holds the stems of the text: a headline is made of its words.
    """
    scored = [
        (_score(candidate, rank, marks, vocabulary), -rank, candidate)
        for rank, candidate in enumerate(candidates)
    ]
    score, _, found = max(scored, key=lambda item: item[:2], default=(0, 0, None))
    return found.index if found and score > UNLIKELY else None


def _score(candidate: Candidate, rank: int, marks: Collection[int], vocabulary: set[str]) -> float:
    own = stems(candidate.line.key)
    shared = len(own & vocabulary) / len(own) if own else 0
    leads = any(0 < mark - candidate.index <= NEAR for mark in marks) and not any(
        mark < candidate.index for mark in marks
    )
    return (
        3 * shared
        + (candidate.line.size >= 4)  # noqa: PLR2004
        + leads
        + (candidate.repeats > 1)
        - bool(SENTENCES.search(candidate.line.text))
        - bool(LABELLED.match(candidate.line.text))
        - 0.2 * rank
    )
