"""Whether links are read as browsers read them: the URL and IDNA cases of web-platform-tests (BSD).

    BRIEFER_EVAL_DATA=… python -m tests.evals.urls [--show]

Reads `urls/urltestdata.json` and `urls/IdnaTestV2.json` in that folder. What we refuse by design (other schemes,
user names) is right when refused; fragments and a bare `?` don't count.
"""

import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from bot.domain.errors import UnusableSource
from bot.services.links import normalise, resolve

Case = dict[str, Any]
Judged = tuple[str, str | None, str | None]


def main(*, show: bool) -> None:
    """Print a line for each list, and the misses on request."""
    folder = Path(os.environ["BRIEFER_EVAL_DATA"]) / "urls"
    for name, judge in (("urltestdata.json", _addresses), ("IdnaTestV2.json", _names)):
        judged = list(judge(_cases(folder / name)))
        misses = [each for each in judged if each[1] != each[2]]
        print(f"{name:20} {len(judged) - len(misses)} of {len(judged)} as expected")
        for given, expected, found in misses if show else []:
            print(f"  {given!a}: {expected!a}, not {found!a}")


def _cases(path: Path) -> list[Case]:
    return [case for case in json.loads(path.read_text("utf8")) if isinstance(case, dict)]


def _addresses(cases: list[Case]) -> Iterator[Judged]:
    for case in cases:
        given, base = case["input"], case.get("base")
        expected = None if case.get("failure") or not _fetchable(case) else _plain(case["href"])
        try:
            found = _plain(resolve(base, given) if base else normalise(given))
        except UnusableSource:
            found = None
        yield given, expected, found


def _names(cases: list[Case]) -> Iterator[Judged]:
    for case in cases:
        try:
            found = urlsplit(normalise(f"https://{case['input']}/x")).hostname
        except UnusableSource:
            found = None
        yield case["input"], case["output"] or None, found


def _fetchable(case: Case) -> bool:
    return case["protocol"] in {"http:", "https:"} and not case["username"] and not case["password"]


def _plain(link: str) -> str:
    return link.partition("#")[0].removesuffix("?")


if __name__ == "__main__":
    main(show="--show" in sys.argv)
