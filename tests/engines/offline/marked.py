"""Sentences with their times marked: `[time|grain]` stands for a time found there, after the article's date.

Grains: d day, t minute, D days, w week, m month, y year named by number, u no value; `<` opens its start.
"""

import re
from dataclasses import dataclass

from bot.domain.article import Article, Published, PublishedFrom, Sentence
from bot.domain.reading import EventClaim
from bot.domain.when import Precision, When
from bot.engines.offline.events import find_events
from bot.engines.offline.parsing import parse
from bot.services.dating import Dated, Phrase, Timeline

MARK = re.compile(r"\[([^\]|]+)\|(\w)(<?)\]")
VALUES = {
    "d": (Precision.DAY, "2025-05-05", "2025-05-05", "2025-05-05"),
    "t": (Precision.MINUTE, "2025-05-05T10:00", "2025-05-05T10:00", "2025-05-05T10:00"),
    "D": (Precision.DAYS, "2025-05-05/2025-05-07", "2025-05-05", "2025-05-07"),
    "w": (Precision.WEEK, "2025-05-05/2025-05-11", "2025-05-05", "2025-05-11"),
    "m": (Precision.MONTH, "2025-05", "2025-05-01", "2025-05-31"),
    "y": (Precision.YEAR, "2030", "2030-01-01", "2030-12-31"),
}


@dataclass
class Marked(Timeline):
    """A timeline that knows only the marked times."""

    times: dict[int, list[tuple[Phrase, Dated]]]

    def find(self, sentence: Sentence) -> tuple[Phrase, ...]:
        return tuple(phrase for phrase, _ in self.times.get(sentence.id, []))

    def resolve(self, phrase: str, sentence: Sentence) -> Dated:
        found = (dated for known, dated in self.times.get(sentence.id, []) if known.text == phrase)
        return next(found, Dated(When(phrase)))


def dated(phrase: str, grain: str, opened: str) -> Dated:
    if grain == "u":
        return Dated(When(phrase), ahead=True)
    precision, edtf, start, end = VALUES[grain]
    if opened:
        return Dated(When(phrase, f"../{edtf}", None, end, precision), ahead=True)
    return Dated(When(phrase, edtf, start, end, precision), ahead=True)


def read(*marked: str, language: str = "en") -> tuple[EventClaim, ...]:
    sentences: list[Sentence] = []
    times: dict[int, list[tuple[Phrase, Dated]]] = {}
    text = ""
    for number, line in enumerate(marked, 1):
        plain = MARK.sub(r"\1", line)
        start, times[number] = len(text), []
        for match in MARK.finditer(line):
            left = len(MARK.sub(r"\1", line[: match.start()]))
            phrase = Phrase(match[1], left, left + len(match[1]), vague=match[2] == "u")
            times[number].append((phrase, dated(match[1], match[2], match[3])))
        sentences.append(Sentence(number, plain, start, start + len(plain), number))
        text += plain + "\n\n"
    published = Published("2025-04-20", PublishedFrom.GIVEN)
    article = Article(text, tuple(sentences), language=language, published=published)
    parsed = list(parse(article)) if language == "en" else []
    return find_events(article, parsed, Marked(times))
