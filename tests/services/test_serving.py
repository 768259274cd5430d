"""What a day's limits allow, and that no article is paid for twice."""

from collections.abc import AsyncIterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.adapters.storage import Storage, open_storage
from bot.domain.article import Article, Extract, PublishedFrom
from bot.domain.brief import EngineInfo, Length, Usage
from bot.domain.errors import NotAllowed
from bot.domain.kept import KeptBrief
from bot.domain.reading import Reading, StatementClaim
from bot.domain.request import Asker, Options
from bot.services.answering import Found, Questions
from bot.services.briefing import Briefing, EngineFailed, Read, Wanted
from bot.services.queueing import FairQueue
from bot.services.quota import Allowance, Quota
from bot.services.serving import Means, Served, Serving

NOON = datetime(2026, 11, 26, 12, tzinfo=UTC)
TALKS = Extract("Talks end in Geneva\n\nAnn Lee left the talks in Geneva on Tuesday. They had lasted a week.")
VOTE = Extract("A vote in Bern\n\nThe parliament in Bern voted on Monday. It was close.")
ALICE, BOB, CAROL = Asker(1, 7), Asker(2, 7), Asker(3, 8)


@dataclass
class Model:
    """A model that takes 100 tokens for an article, at a cent each; `fails` after taking 30."""

    read_so_far: int = 0
    fails: bool = False

    async def read(self, article: Article, wanted: Wanted) -> Read:  # noqa: ARG002
        self.read_so_far += 1
        if self.fails:
            raise EngineFailed("The model is busy.", Usage(1, 30, 0, 0.3))
        first = article.sentences[0]
        reading = Reading((StatementClaim(first.text, (first.id,)),))
        return Read(reading, EngineInfo("llm", "a-model"), Usage(1, 80, 20, 1.0))

    async def answer(self, article: Article, question: str) -> Found:  # noqa: ARG002
        return Found((), EngineInfo("llm", "a-model"), Usage(1, 80, 20, 1.0))


def estimate(article: Article) -> Usage:  # noqa: ARG001
    return Usage(1, 120, 30, 1.5)


@dataclass
class World:
    """Briefs at a time that the test sets, each kept as a request's would be."""

    storage: Storage
    time: list[datetime]
    model: Model = field(default_factory=Model)
    signature: str = "llm a-model"
    kept: int = 0

    def now(self) -> datetime:
        return self.time[0]

    def serving(self, allowance: Allowance, *, standby: bool = False) -> Serving:
        briefing = Briefing(self.model, Model() if standby else None, self.now)
        quota = Quota(allowance, self.storage.spendings, estimate, self.now)
        means = Means(self.signature, briefing, FairQueue(4), quota)
        return Serving(means, self.storage.briefs, self.now)

    async def ask(
        self, serving: Serving, asker: Asker, extract: Extract, wanted: Wanted | None = None
    ) -> Served:
        served = await serving.brief(extract, wanted or Wanted(), asker)
        self.kept += 1
        kept = KeptBrief(f"b{self.kept}", served.brief, asker, Options(), 1, self.now())
        await self.storage.briefs.keep(replace(kept, likeness=served.likeness))
        return served


@pytest.fixture
async def world(sqlite_url: str) -> AsyncIterator[World]:
    time = [NOON]
    async with open_storage(sqlite_url, now=lambda: time[0]) as storage:
        yield World(storage, time)


async def test_what_was_reserved_and_not_taken_is_free_for_the_next(world: World) -> None:
    serving = world.serving(Allowance(user=250))
    await world.ask(serving, ALICE, TALKS)
    await world.ask(serving, ALICE, VOTE)  # 100 taken, 150 reserved
    assert world.model.read_so_far == 2


async def test_who_has_used_up_the_day_is_told_when_the_next_begins(world: World) -> None:
    serving = world.serving(Allowance(user=249))
    await world.ask(serving, ALICE, TALKS)
    with pytest.raises(NotAllowed, match=r"You have reached .* again at 00:00 UTC\.") as refused:
        await world.ask(serving, ALICE, VOTE)
    assert refused.value.code == "budget"
    assert world.model.read_so_far == 1
    await world.ask(serving, BOB, VOTE)
    world.time[0] = NOON + timedelta(hours=12)
    await world.ask(serving, ALICE, VOTE)


@pytest.mark.parametrize(
    ("allowance", "said"),
    [
        (Allowance(guild=249), r"This server has reached"),
        (Allowance(instance=249), r"I have reached my own limit"),
        (Allowance(usd=2.49), r"I have reached my own limit"),
    ],
)
async def test_guild_and_instance_have_days_too(world: World, allowance: Allowance, said: str) -> None:
    serving = world.serving(allowance)
    await world.ask(serving, ALICE, TALKS)
    with pytest.raises(NotAllowed, match=said):
        await world.ask(serving, BOB, VOTE)


async def test_a_guild_that_used_up_its_day_takes_nothing_from_another(world: World) -> None:
    serving = world.serving(Allowance(guild=249))
    await world.ask(serving, ALICE, TALKS)
    await world.ask(serving, CAROL, VOTE)


async def test_a_text_that_no_day_could_hold_is_not_put_off_to_tomorrow(world: World) -> None:
    with pytest.raises(NotAllowed, match="give a smaller part"):
        await world.ask(world.serving(Allowance(user=149)), ALICE, TALKS)


async def test_a_model_that_failed_is_charged_for_what_it_took(world: World) -> None:
    world.model.fails = True
    serving = world.serving(Allowance(user=210))
    for extract in (TALKS, VOTE):
        with pytest.raises(EngineFailed):
            await world.ask(serving, ALICE, extract)
    world.model.fails = False
    await world.ask(serving, ALICE, VOTE)


async def test_answers_to_questions_are_charged_too(world: World) -> None:
    quota = Quota(Allowance(user=249), world.storage.spendings, estimate, world.now)
    questions = Questions(world.model, world.now, quota)
    article = (await world.ask(world.serving(Allowance()), ALICE, TALKS)).brief.article
    await questions.answer(ALICE, article, "Who left?")
    with pytest.raises(NotAllowed, match="reached your limit"):
        await questions.answer(ALICE, article, "Why?")


async def test_the_same_article_is_not_paid_for_twice_a_day(world: World) -> None:
    serving = world.serving(Allowance(user=160))
    first = await world.ask(serving, ALICE, TALKS)
    again = await world.ask(serving, ALICE, TALKS)
    assert world.model.read_so_far == 1
    assert again.brief == replace(first.brief, usage=Usage())
    world.time[0] = NOON + timedelta(hours=12)
    await world.ask(serving, ALICE, TALKS)
    assert world.model.read_so_far == 2


async def test_of_a_message_only_its_day_tells_one_paste_from_the_next(world: World) -> None:
    serving = world.serving(Allowance())
    for minute in (0, 5):
        sent = NOON.replace(minute=minute).isoformat()
        pasted = replace(TALKS, published=sent, published_from=PublishedFrom.RECEIVED)
        await world.ask(serving, ALICE, pasted)
    assert world.model.read_so_far == 1


@pytest.mark.parametrize(
    ("extract", "wanted"),
    [
        (replace(TALKS, title="Another title"), Wanted()),
        (replace(TALKS, published="2026-11-20", published_from=PublishedFrom.GIVEN), Wanted()),
        (TALKS, Wanted(length=Length.LONG)),
        (TALKS, Wanted(language="de")),
    ],
)
async def test_another_brief_is_made_anew(world: World, extract: Extract, wanted: Wanted) -> None:
    serving = world.serving(Allowance())
    await world.ask(serving, ALICE, TALKS)
    await world.ask(serving, ALICE, extract, wanted)
    assert world.model.read_so_far == 2


async def test_another_model_or_wording_of_a_prompt_reads_anew(world: World) -> None:
    await world.ask(world.serving(Allowance()), ALICE, TALKS)
    world.signature = "llm another-model"
    await world.ask(world.serving(Allowance()), ALICE, TALKS)
    assert world.model.read_so_far == 2


async def test_a_brief_that_the_standby_made_is_no_model_for_others(world: World) -> None:
    world.model.fails = True
    serving = world.serving(Allowance(), standby=True)
    assert (await world.ask(serving, ALICE, TALKS)).likeness is None
    world.model.fails = False
    assert (await world.ask(serving, ALICE, TALKS)).brief.engine.fallback is None
