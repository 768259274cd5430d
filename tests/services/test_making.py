"""How long an article's text is there, however often it is read again."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import pytest

from bot.adapters.storage import Storage, open_storage
from bot.domain.article import Article, Extract
from bot.domain.brief import EngineInfo
from bot.domain.errors import UnusableSource
from bot.domain.reading import Reading, StatementClaim
from bot.domain.request import Again, Asker, Options, Place, Request, Source, Text
from bot.domain.terms import Terms
from bot.services.briefing import Briefing, Read, Wanted, silent
from bot.services.fetching import Fetched
from bot.services.gathering import Gathering
from bot.services.making import Making
from bot.services.queueing import FairQueue
from bot.services.rules import Rules
from bot.services.serving import Means, Serving
from bot.services.sources import Files, Links, Raw, Sources

NOON = datetime(2026, 11, 26, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)
PASTED = Text(
    "Talks end in Geneva\n\nAnn Lee left the talks in Geneva on Tuesday. Nobody cites this sentence of the article."
)


class FirstSentence:
    """An engine that selects the first sentence."""

    async def read(self, article: Article, wanted: Wanted) -> Read:  # noqa: ARG002
        first = article.sentences[0]
        return Read(Reading((StatementClaim(first.text, (first.id,)),)), EngineInfo("offline"))


class Nowhere:
    """No web, no files, no attachments."""

    async def fetch(self, url: str, *, automatic: bool = False) -> Fetched:
        raise AssertionError(url, automatic)

    async def extract(self, raw: Raw) -> Extract:
        raise AssertionError(raw)

    async def load(self, url: str) -> bytes:
        raise AssertionError(url)


@dataclass
class Desk:
    """Briefs at a time that the test sets."""

    storage: Storage
    making: Making
    time: list[datetime]

    async def brief(self, request_id: str, source: Source, waited: timedelta = timedelta()) -> None:
        received = self.time[0] - waited
        request = Request(request_id, source, Options(), Asker(1), Place(2), received)
        await self.storage.requests.add(request)
        await self.making.make(request, silent)

    async def whole(self, brief_id: str) -> bool:
        kept = await self.storage.briefs.get(brief_id)
        assert kept
        return kept.whole


@pytest.fixture
async def desk(sqlite_url: str) -> AsyncIterator[Desk]:
    time = [NOON]

    def now() -> datetime:
        return time[0]

    async with open_storage(sqlite_url, now=now) as storage:
        nowhere = Nowhere()
        sources = Sources(Links(nowhere, nowhere), Files(nowhere))
        gathering = Gathering(sources, nowhere, storage.briefs)
        rules = Rules(storage.guilds, storage.usages, Terms(), now)
        means = Means("first sentence", Briefing(FirstSentence(), None, now), FairQueue(1))
        serving = Serving(means, storage.briefs, now)
        yield Desk(
            storage, Making(rules, gathering, lambda _: serving, storage.briefs, storage.steps, now), time
        )


async def test_reading_an_article_again_keeps_its_text_no_longer(desk: Desk) -> None:
    await desk.brief("first", PASTED)
    desk.time[0] = NOON + 20 * HOUR
    await desk.brief("second", Again("first"))
    await desk.brief("third", Again("second"))
    assert await desk.whole("third")
    desk.time[0] = NOON + 24 * HOUR
    assert not await desk.whole("second")
    assert not await desk.whole("third")
    with pytest.raises(UnusableSource, match="paste it again"):
        await desk.brief("fourth", Again("third"))


async def test_the_time_that_a_request_waited_counts(desk: Desk) -> None:
    await desk.brief("late", PASTED, waited=10 * HOUR)
    desk.time[0] = NOON + 14 * HOUR
    assert not await desk.whole("late")
