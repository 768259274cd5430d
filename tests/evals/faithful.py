"""Faithful readings, written as a good editor would, of the articles they belong to."""

import json
from dataclasses import dataclass
from pathlib import Path

from bot.domain.article import Article, Extract, PublishedFrom
from bot.domain.reading import ActorClaim, EventClaim, Kind, Reading, StatementClaim, Status
from bot.services.checks import Known
from bot.services.cleaning import clean

FOLDER = Path(__file__).parent / "readings"
FREE = Path(__file__).parent / "free"
"""Readings with a no in most statements, written before any rule for them; all have been read by now."""
UNSEEN = Path(__file__).parent / "unseen"
"""Readings that no rule was written for; `batches/README.md` tells what has been looked at."""


@dataclass(frozen=True, slots=True)
class Faithful:
    """An article with a reading whose every claim is true to it; `half` says to which part of its folder it belongs."""

    id: str
    half: str
    known: Known
    reading: Reading

    @property
    def article(self) -> Article:
        """The article alone."""
        return self.known.article


def faithful_readings(folder: Path = FOLDER) -> list[Faithful]:
    """All readings of a folder, by file name."""
    return [_load(path) for path in sorted(folder.glob("*.json"))]


def _load(path: Path) -> Faithful:
    data = json.loads(path.read_text(encoding="utf-8"))
    article = article_of(data)
    statements = tuple(StatementClaim(item["text"], ids_of(item, article)) for item in data["statements"])
    actors = tuple(
        ActorClaim(
            item["name"], Kind(item["kind"]), item["role"], tuple(item["aliases"]), ids_of(item, article)
        )
        for item in data["actors"]
    )
    events = tuple(
        EventClaim(
            item["what"],
            item["phrase"],
            item["where"],
            tuple(item["who"]),
            Status(item["status"]),
            ids_of(item, article),
        )
        for item in data["events"]
    )
    return Faithful(data["id"], data["half"], Known(article), Reading(statements, actors, events))


def article_of(data: dict[str, str | None]) -> Article:
    """The article of a reading's title, text and published date."""
    origin = PublishedFrom.GIVEN if data["published"] else PublishedFrom.UNKNOWN
    extract = Extract(
        data["text"] or "", title=data["title"], published=data["published"], published_from=origin
    )
    return clean(extract)


def ids_of(item: dict[str, list[str]], article: Article) -> tuple[int, ...]:
    """The ids of the sentences that begin with (or else contain) these words: ids move when cleaning gets better."""
    return tuple(dict.fromkeys(_find(opening, article) for opening in item["sentences"]))


def _find(opening: str, article: Article) -> int:
    wanted = " ".join(opening.split())
    for begins in (True, False):
        for sentence in article.sentences:
            text = " ".join(sentence.text.split())
            if text.startswith(wanted) if begins else wanted in text:
                return sentence.id
    raise LookupError(opening)
