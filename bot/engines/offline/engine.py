"""The embedded engine: selects sentences, finds names and dates. It never writes, and it needs no network."""

import asyncio

from bot.domain.article import Article
from bot.domain.brief import EngineInfo, Length
from bot.domain.reading import Reading
from bot.engines.offline.actors import find_actors, find_names
from bot.engines.offline.casing import is_shouted, recased
from bot.engines.offline.events import find_events
from bot.engines.offline.parsing import parse
from bot.engines.offline.summary import summarize
from bot.services.briefing import Read, Wanted
from bot.services.dating import Timeline
from bot.services.instructions import without_instructions

PARSED_LANGUAGE = "en"
"""The one language that the embedded model knows."""

LIMITED = (
    "The embedded engine has no model for this article's language: sentences were chosen by their words "
    "alone, names by their spelling or the offices beside them, and only plain dates were read."
)

MOST_ACTORS = 30
"""More actors than this no reader takes in; the brief says how many there were."""


class OfflineEngine:
    """Reads articles with rules and a small English model; other languages with rules alone."""

    async def read(self, article: Article, wanted: Wanted) -> Read:
        """All claims about the article, made in a thread so that the event loop stays free."""
        return await asyncio.to_thread(read, article, wanted.length)


def read(article: Article, length: Length) -> Read:
    """The whole of the offline engine as one function."""
    if article.language == PARSED_LANGUAGE:
        readable = recased(article) if is_shouted(article) else article
        parsed = list(parse(readable))
        actors = find_actors(readable, parsed)
        notes: tuple[str, ...] = ()
    else:
        readable, parsed = article, []
        actors = find_names(article)
        notes = (LIMITED,)
    if len(actors) > MOST_ACTORS:
        notes += (f"{MOST_ACTORS} of {len(actors)} named actors are listed, the most mentioned first.",)
        actors = actors[:MOST_ACTORS]
    events = find_events(readable, parsed, Timeline(readable))
    statements = summarize(article, actors, events, length)
    reading, ordered = without_instructions(Reading(statements, actors, events), article)
    return Read(reading, EngineInfo("offline"), notes=notes, withheld=ordered)
