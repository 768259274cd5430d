"""How often a time phrase gets the value that microsoft/Recognizers-Text expects (MIT).

    BRIEFER_EVAL_DATA=… python tests/evals/recognizers.py [--show LANGUAGE]

Reads `time/recognizers_*.dev.json` in that folder and prints one line per language and type. Measured are the
cases with a reference date and exactly one expected value. Where several readings are expected (past and future),
one of them is enough; where a date has no value (30 February), no value is right. Their ranges end on the day
after the last one.
"""

import json
import os
import re
import sys
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from bot.domain.article import Article, Published, PublishedFrom, Sentence
from bot.domain.when import When
from bot.services.dating import Timeline

LANGUAGES = {
    "English": "en",
    "Spanish": "es",
    "French": "fr",
    "German": "de",
    "Portuguese": "pt",
    "Arabic": "ar",
    "Chinese": "zh",
}
KINDS = ("date", "datetime", "daterange", "datetimerange")
Case = dict[str, Any]


def main(arguments: list[str]) -> None:
    """Print the table, and the misses of one language on request."""
    folder = Path(os.environ["BRIEFER_EVAL_DATA"]) / "time"
    print(f"{'language':12}{'type':16}{'cases':>6}{'found':>8}{'right':>8}")
    for path in sorted(folder.glob("recognizers_*.dev.json")):
        language = path.name.split("_")[1].split(".")[0]
        cases = json.loads(path.read_text(encoding="utf8"))
        _print_language(language, cases, show=language in arguments)


def _print_language(language: str, cases: list[Case], *, show: bool) -> None:
    total: Counter[str] = Counter()
    found: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for case in cases:
        kind = _kind(case)
        if kind is None or not _expected(case):
            continue
        when = _resolve(case, LANGUAGES[language])
        total[kind] += 1
        found[kind] += when is not None
        right[kind] += _is_right(when, case, kind)
        if show and not _is_right(when, case, kind):
            print(f"  {case['input']!r} at {case['ref']}: {_expected(case)}, got {when and when.edtf}")
    for kind in KINDS:
        if total[kind]:
            shares = f"{found[kind] / total[kind]:8.3f}{right[kind] / total[kind]:8.3f}"
            print(f"{language:12}{kind:16}{total[kind]:6}{shares}")
    both = [sum(counter[kind] for kind in KINDS[:2]) for counter in (total, found, right)]
    print(f"{language:12}{'one value':16}{both[0]:6}{both[1] / both[0]:8.3f}{both[2] / both[0]:8.3f}")


def _kind(case: Case) -> str | None:
    if len(case["results"]) != 1 or not case["ref"]:
        return None
    kind = str(case["results"][0]["type"]).rpartition(".")[2]
    return kind if kind in KINDS else None


def _expected(case: Case) -> list[str]:
    """The values that count as right: days, minutes or `first/end`; empty for “not resolved”."""
    return [found for value in case["results"][0]["values"] or [] for found in _values(value)]


def _values(value: Case) -> Iterator[str]:
    if "value" in value:
        yield str(value["value"])
    elif "start" in value or "end" in value:
        yield f"{value.get('start') or '..'}/{value.get('end') or '..'}"
    for side in ("past", "future"):
        dated = value.get(side) or {}
        if dated:
            ends = [str(end) for end in dated.values()]
            yield "/".join(ends)


def _resolve(case: Case, language: str) -> When | None:
    """The value of the phrase that overlaps the expected one most; None when none was found."""
    text = case["input"]
    sentence = Sentence(1, text, 0, len(text))
    published = Published(case["ref"][:16], PublishedFrom.GIVEN)
    timeline = Timeline(Article(text, (sentence,), language=language, published=published))
    result = case["results"][0]
    start = result.get("start")
    start = text.casefold().find(result["text"].casefold()) if start is None else start
    end = start + len(result["text"])
    phrases = [one for one in timeline.find(sentence) if one.start < end and start < one.end]
    best = max(phrases, key=lambda one: min(one.end, end) - max(one.start, start), default=None)
    return timeline.resolve(best.text, sentence).when if best else None


def _is_right(when: When | None, case: Case, kind: str) -> bool:
    expected = _expected(case)
    if all(value.startswith(("not resolved", "0001")) for value in expected):
        return when is None or when.edtf is None
    if when is None or when.edtf is None:
        return False
    ours = _range(when) if kind.endswith("range") else _moment(when, kind)
    return any(ours == _plain(value, kind) for value in expected)


def _moment(when: When, kind: str) -> str:
    start = when.start or when.end or ""
    return start[:10] if kind == "date" else re.sub(r"(Z|[+-]\d\d:\d\d)$", "", start)


def _range(when: When) -> str:
    end = when.end
    if end and "T" not in end:
        end = str(date.fromisoformat(end) + timedelta(days=1))
    return f"{when.start or '..'}/{end or '..'}"


def _plain(value: str, kind: str) -> str:
    sides = (re.sub(r"(\d\d:\d\d):\d\d$", r"\1", side).replace(" ", "T") for side in value.split("/"))
    return "/".join(sides)[: 10 if kind == "date" else None]


if __name__ == "__main__":
    main(sys.argv[1:])
