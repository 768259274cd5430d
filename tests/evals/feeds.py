"""Whether every feed is parsed, or refused with a reason: the test files of feedparser (BSD-2), good and broken.

    BRIEFER_EVAL_DATA=… python -m tests.evals.feeds [--show]

Reads `feeds/feedparser/` in that folder; `json` are JSON Feeds. An exception that escapes is a fault of ours.
"""

import os
import sys
import time
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

from bot.adapters.feeds.parsing import parse_feed
from bot.domain.errors import BrieferError

NOW = datetime(2026, 11, 26, tzinfo=UTC)
URL = "https://feeds.example/a/feed.xml"


def main(*, show: bool) -> int:
    """Print a line for each folder; how many exceptions escaped."""
    root = Path(os.environ["BRIEFER_EVAL_DATA"]) / "feeds" / "feedparser"
    files = sorted(path for path in root.rglob("*") if path.suffix in {".xml", ".json"})
    table: dict[str, Counter[str]] = {}
    began = time.perf_counter()
    for path in files:
        outcome = _outcome(path)
        table.setdefault(path.relative_to(root).parts[0], Counter()).update(["files", *outcome])
        if show and "escaped" in outcome:
            print(f"{path.relative_to(root)}: {outcome}")
    columns = ("files", "parsed", "refused", "escaped", "items", "dated")
    print(f"{'folder':12}" + "".join(f"{name:>9}" for name in columns))
    for folder, counts in [*table.items(), ("all", sum(table.values(), Counter()))]:
        print(f"{folder:12}" + "".join(f"{counts[name]:9}" for name in columns))
    print(f"{len(files)} files in {time.perf_counter() - began:.1f} s")
    return sum(counts["escaped"] for counts in table.values())


def _outcome(path: Path) -> list[str]:
    try:
        read = parse_feed(path.read_bytes(), URL, "", None, NOW)
    except BrieferError:
        return ["refused"]
    except Exception as error:  # noqa: BLE001 - what must not happen is counted
        return ["escaped", repr(error)]
    dated = sum(item.published is not None for item in read.items)
    return ["parsed"] + ["items"] * len(read.items) + ["dated"] * dated


if __name__ == "__main__":
    sys.exit(bool(main(show="--show" in sys.argv)))
