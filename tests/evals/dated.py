"""How many times of single sentences are read and listed as events: `python -m tests.evals.dated`."""

import json
from dataclasses import dataclass
from pathlib import Path

from bot.domain.article import Article, Published, PublishedFrom, Sentence
from bot.domain.when import When
from bot.engines.offline.events import find_events
from bot.engines.offline.parsing import parse
from bot.services.dating import Timeline

FOLDER = Path(__file__).parent / "sentences"
FILES = ("first", "second", "third")
UNREAD = "second"
"""The file whose misses nobody reads."""


@dataclass(frozen=True, slots=True)
class Item:
    """A sentence with one time that it prints, its value, and whether that dates something ahead.

    `start` and `end` are the first and last day or minute of `edtf`, which is None where there is no value.
    """

    published: str
    sentence: str
    phrase: str
    edtf: str | None
    start: str | None
    end: str | None
    event: bool


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of an item: whether its time was found, its value is right, an event stands on it."""

    item: Item
    found: bool
    right: bool
    listed: bool


def items(name: str) -> list[Item]:
    """The sentences of a file."""
    return [Item(**row) for row in json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))]


def outcome(item: Item) -> Outcome:
    """Read a sentence as an article of its own."""
    sentence = Sentence(1, item.sentence, 0, len(item.sentence))
    published = Published(item.published, PublishedFrom.GIVEN)
    article = Article(item.sentence, (sentence,), language="en", published=published)
    timeline = Timeline(article)
    start = item.sentence.index(item.phrase)
    end = start + len(item.phrase)
    phrases = [one for one in timeline.find(sentence) if one.start < end and start < one.end]
    best = max(phrases, key=lambda one: min(one.end, end) - max(one.start, start), default=None)
    when = timeline.resolve(best.text, sentence).when if best else None
    events = find_events(article, list(parse(article)), timeline)
    at = [item.sentence.find(event.phrase) for event in events]
    on = any(a < end and start < a + len(event.phrase) for a, event in zip(at, events, strict=True))
    same = [_is_right(timeline.resolve(event.phrase, sentence).when, item) for event in events]
    listed = on or (item.event and item.edtf is not None and any(same))
    return Outcome(item, best is not None, when is not None and _is_right(when, item), listed)


def _is_right(when: When, item: Item) -> bool:
    """The same first and last day, with the hour where one is expected."""
    if item.edtf is None or when.edtf is None:
        return item.edtf is None
    ends = zip((when.start, when.end), (item.start, item.end), strict=True)
    return all(ours == wanted or _day(ours) == wanted for ours, wanted in ends)


def _day(moment: str | None) -> str | None:
    return moment[: len("2021-11-30")] if moment else moment


def main() -> None:
    """Print the figures of each file, and the misses of those that are read."""
    for name in FILES:
        outcomes = [outcome(item) for item in items(name)]
        timed = [one for one in outcomes if one.item.edtf or one.item.event]
        ahead = [one for one in outcomes if one.item.event]
        traps = [one for one in outcomes if not one.item.event]
        print(
            f"{name}: {sum(one.found for one in timed)} of {len(timed)} times found, "
            f"{sum(one.right for one in timed)} with the right value; "
            f"{sum(one.listed for one in ahead)} of {len(ahead)} events listed, "
            f"{sum(one.listed for one in traps)} of {len(traps)} traps"
        )
        for one in outcomes if name != UNREAD else ():
            if one.listed is not one.item.event or not one.right:
                print(f"  {one.item.sentence} [{one.item.phrase}: {one.item.edtf}]")


if __name__ == "__main__":
    main()
