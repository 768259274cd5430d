"""Extraction beside other libraries: `python -m tests.evals.extraction` prints the table.

The pages are mozilla/readability's under BRIEFER_EVAL_DATA (`extraction/mozilla`). F1 is over runs of four words (as
in scrapinghub's article-extraction-benchmark), averaged over pages; each page counts for one. The two halves, a
random split by name, show how much the figures owe to the pages. readability-lxml comes with the group `bench`; newspaper4k pins old
packages, so it is asked for by the way: `uv run --group bench --with newspaper4k python -m tests.evals.extraction`.
"""

import asyncio
import hashlib
import json
import logging
import random
import re
import statistics
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

import trafilatura
from rich.console import Console
from rich.table import Table

from bot.adapters.extraction.pool import ExtractionPool
from bot.adapters.extraction.reading import visible_text
from bot.adapters.files import read_raw
from bot.domain.article import Extract
from bot.domain.errors import BrieferError
from bot.services.sources import Raw
from bot.settings import load_settings

RUN = 4
SAMPLES = 2_000
PAGES = 100
LARGEST = 4_000_000
"""Bytes of a page that a fetch hands over."""
WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Case:
    """A saved page and what it should give."""

    name: str
    html: bytes
    text: str
    title: str
    published: str | None

    @property
    def first_half(self) -> bool:
        """Which half it belongs to."""
        return hashlib.sha256(self.name.encode()).digest()[0] % 2 == 0


def cases(folder: Path) -> Iterator[Case]:
    """Every page of the set, by name."""
    for page in sorted(path for path in folder.iterdir() if path.is_dir()):
        said = json.loads((page / "expected-metadata.json").read_text("utf-8"))
        expected = visible_text((page / "expected.html").read_text("utf-8"))
        source = (page / "source.html").read_bytes()
        yield Case(page.name, source, expected, said["title"], said.get("publishedTime"))


def scores(expected: str, got: str) -> tuple[float, float, float]:
    """Precision, recall and F1 of runs of words."""
    gold, found = _runs(expected), _runs(got)
    shared = (gold & found).total()
    precision, recall = shared / max(1, found.total()), shared / max(1, gold.total())
    return precision, recall, 2 * precision * recall / max(1e-9, precision + recall)


def interval(differences: list[float]) -> tuple[float, float]:
    """The 95 % bootstrap interval of their mean."""
    chance = random.Random(1)  # noqa: S311 - the same interval every time
    means = sorted(statistics.fmean(chance.choices(differences, k=len(differences))) for _ in range(SAMPLES))
    return means[SAMPLES // 40], means[-SAMPLES // 40]


def _runs(text: str) -> Counter[tuple[str, ...]]:
    words = WORD.findall(text)
    return Counter(tuple(words[i : i + RUN]) for i in range(max(1, len(words) - RUN + 1)))


def _extract(html: bytes) -> Extract | None:
    try:
        return read_raw(Raw(html, content_type="text/html"))
    except BrieferError:
        return None


def _read(read: Callable[[bytes], str], page: Case) -> str:
    try:
        return read(page.html)
    except Exception as error:  # noqa: BLE001 - a library that fails has found nothing
        print(page.name, type(error).__name__, file=sys.stderr)
        return ""


def _ours(html: bytes) -> str:
    found = _extract(html)
    return found.text if found else ""


def _trafilatura(html: bytes) -> str:
    return trafilatura.extract(html, favor_precision=True, include_comments=False) or ""


def _readability(html: bytes) -> str:
    return visible_text(import_module("readability").Document(html.decode("utf-8", "replace")).summary())


def _newspaper(html: bytes) -> str:
    article = import_module("newspaper").article(
        "https://courier.example/", input_html=html.decode("utf-8", "replace")
    )
    return str(article.text)


def readers() -> Mapping[str, Callable[[bytes], str]]:
    """Those that are installed."""
    found: dict[str, Callable[[bytes], str]] = {"briefer": _ours, "trafilatura (precision)": _trafilatura}
    if find_spec("readability"):
        found["readability-lxml"] = _readability
    if find_spec("newspaper"):
        found["newspaper4k"] = _newspaper
    return found


def compare(pages: list[Case]) -> Table:
    """Precision, recall and F1 of each reader, F1 by half, and the distance to trafilatura."""
    table = Table(
        "reader", "precision", "recall", "F1", "one half", "other half", "F1 over trafilatura (95 %)"
    )
    found = {
        name: [scores(page.text, _read(read, page)) for page in pages] for name, read in readers().items()
    }
    base = [row[2] for row in found["trafilatura (precision)"]]
    for name, rows in found.items():
        ahead = [row[2] - other for row, other in zip(rows, base, strict=True)]
        low, high = interval(ahead)
        halves = (
            [row[2] for row, page in zip(rows, pages, strict=True) if page.first_half is half]
            for half in (True, False)
        )
        table.add_row(
            name,
            *(f"{statistics.fmean(column):.4f}" for column in zip(*rows, strict=True)),
            *(f"{statistics.fmean(half):.4f}" for half in halves),
            f"{statistics.fmean(ahead):+.4f} ({low:+.4f} … {high:+.4f})",
        )
    return table


def described(pages: list[Case]) -> str:
    """How many titles and dates are right."""
    found = [(page, _extract(page.html)) for page in pages]
    titles = sum(" ".join(page.title.split()) == ((one and one.title) or "") for page, one in found)
    dated = [(page.published, (one and one.published) or "") for page, one in found if page.published]
    dates = sum(published[:10] == got[:10] for published, got in dated)
    return f"titles {titles} of {len(pages)} ({titles / len(pages):.2f}), dates {dates} of {len(dated)}"


async def speed(pages: list[Case]) -> str:
    """Pages a second through the pool with two at work, and what one takes alone."""
    bodies = [page.html for page in pages if len(page.html) <= LARGEST]
    bodies = (bodies * 2)[:PAGES]
    with ExtractionPool(2) as pool:
        await asyncio.gather(*(_timed(pool, body) for body in bodies[:2]))  # which starts both children
        alone = [await _timed(pool, body) for body in bodies]
        started = time.perf_counter()
        await asyncio.gather(*(_timed(pool, body) for body in bodies))
        wide = time.perf_counter() - started
    return f"{len(bodies) / wide:.0f} pages/s, median {1000 * statistics.median(alone):.0f} ms"


async def _timed(pool: ExtractionPool, body: bytes) -> float:
    started = time.perf_counter()
    try:
        await pool.extract(Raw(body, content_type="text/html"))
    except BrieferError as error:
        print(error, file=sys.stderr)
    return time.perf_counter() - started


def main() -> None:
    """Print the table, the metadata and the speed."""
    logging.disable(logging.CRITICAL)
    data = load_settings().eval_data
    assert data is not None, "set BRIEFER_EVAL_DATA to the folder with the data"
    pages = list(cases(data / "extraction" / "mozilla"))
    Console(width=130).print(compare(pages))
    print(described(pages))
    print(asyncio.run(speed(pages)))


if __name__ == "__main__":
    main()
