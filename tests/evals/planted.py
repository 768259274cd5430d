"""Lines of pages and unusual sentences of news, planted into articles: `python -m tests.evals.planted [--show]`.

`lines/furniture.txt` holds lines as news pages print them around and between paragraphs, `lines/sentences.txt`
true sentences that look like them (results, one-line paragraphs, instructions that are news). Each is put below the
title, in the middle and at the end of an article, alone, so that no neighbour gives it away. `lines/loaded.txt` holds sentences that judge, `lines/neutral.txt` sentences that use
such words without judging.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

from bot.domain.article import Extract
from bot.services.cleaning import clean

FOLDER = Path(__file__).with_name("lines")


def lines(name: str) -> list[str]:
    return (FOLDER / f"{name}.txt").read_text("utf-8").splitlines()


def kept(name: str) -> Iterator[tuple[str, str, bool]]:
    """Every line of a list, with the place where it was planted, and whether it stayed in the article."""
    paragraphs = (FOLDER / "article.txt").read_text("utf-8").strip().split("\n\n")
    places = {"top": 1, "middle": len(paragraphs) // 2 + 1, "end": len(paragraphs)}
    for line in lines(name):
        for place, at in places.items():
            text = "\n\n".join([*paragraphs[:at], line, *paragraphs[at:]])
            yield line, place, line in " ".join(s.text for s in clean(Extract(text)).sentences)


def main(*, show: bool) -> None:
    """Print the share of furniture that stays and of sentences that go."""
    for name, wrong in (("furniture", True), ("sentences", False)):
        found = list(kept(name))
        faults = [(line, place) for line, place, stays in found if stays is wrong]
        print(f"{name}: {len(faults)} of {len(found)} {'kept' if wrong else 'lost'}")
        for line, place in faults if show else []:
            print(f"  {place:6} {line}")


if __name__ == "__main__":
    main(show="--show" in sys.argv)
