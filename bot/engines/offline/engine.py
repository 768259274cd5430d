"""The embedded engine: selects sentences, finds names and dates. It never writes, and it needs no network."""

import asyncio

from bot.domain.article import Article
from bot.domain.brief import EngineInfo, Length
from bot.domain.reading import Reading
from bot.engines.offline.actors import find_actors, find_names
from bot.engines.offline.events import find_events
from bot.engines.offline.parsing import parse
from bot.engines.offline.summary import summarize
from bot.services.briefing import Read, Wanted
from bot.services.dating import Timeline

PARSED_LANGUAGE = "en"
"""The one language that the embedded model knows."""

LIMITED = (
    "The embedded engine has no model for this article's language: sentences were chosen by their words "
    "alone, names by their spelling, and only plain dates were read."
)


class OfflineEngine:
    """Reads articles with rules and a small English model; other languages with rules alone."""

    async def read(self, article: Article, wanted: Wanted) -> Read:
        """All claims about the article, made in a thread so that the event loop stays free."""
        reading = await asyncio.to_thread(read, article, wanted.length)
        notes = () if article.language == PARSED_LANGUAGE else (LIMITED,)
        return Read(reading, EngineInfo("offline"), notes=notes)


def read(article: Article, length: Length) -> Reading:
    """The whole of the offline engine as one function."""
    timeline = Timeline(article)
    parsed = list(parse(article)) if article.language == PARSED_LANGUAGE else []
    actors = find_actors(article, parsed) if parsed else find_names(article)
    events = find_events(article, parsed, timeline)
    return Reading(summarize(article, actors, events, length), actors, events)
