"""The composition root: settings in, wired services out. What a command does not need is not imported."""

import asyncio
import os
import sys
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Mapping, Sequence
from contextlib import (
    AbstractAsyncContextManager,
    AsyncExitStack,
    ExitStack,
    asynccontextmanager,
    contextmanager,
)
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from functools import partial
from importlib.metadata import version
from multiprocessing import active_children
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from bot.adapters import logs
from bot.domain.article import Article, Extract, PublishedFrom
from bot.domain.brief import Brief, EngineChoice, EngineInfo, Length
from bot.domain.digest import Item
from bot.domain.errors import BadSettings, UnusableSource
from bot.domain.request import Asker

LINKS = ("http://", "https://")

PAGE = "page.html"
"""What a page that came as text is called."""

LLM_JOBS = 8
"""Articles in work at a time with an LLM, where nearly all of the time is waiting."""

MOST_PROCESSES = 8
"""Child processes of a batch that nobody asked to be wider; each takes about 200 MB."""

OPENAI = "https://api.openai.com/v1"
NO_KEY = "none"
"""What servers that ask for no key are sent."""

COMMANDS = "commands"
"""Which commands Discord was sent, in the data directory."""

LADDER = "llm-formats.json"
"""Where the formats that endpoints were found to take are remembered, in the data directory."""

if TYPE_CHECKING:
    import discord
    from discord.ext import commands

    from bot.adapters.metrics import Metrics
    from bot.adapters.storage import Storage
    from bot.adapters.web.fetcher import WebFetcher
    from bot.cogs.services import Services
    from bot.domain.prompt import Prompt
    from bot.domain.terms import Terms
    from bot.engines.llm.engine import Reader
    from bot.engines.llm.model import Model
    from bot.services.answering import Answerer, Questions
    from bot.services.batch import Request
    from bot.services.briefing import Briefing, Engine, Read, Wanted
    from bot.services.digesting.managing import DigestManaging
    from bot.services.digesting.scheduling import Scheduler
    from bot.services.fetching import Fetcher
    from bot.services.quota import Quota
    from bot.services.serving import Serving
    from bot.services.sources import Links, Sources
    from bot.services.storing import Usages
    from bot.services.translating import Translator
    from bot.settings import Settings


def now() -> datetime:
    """The time that decides which events are past."""
    return datetime.now(UTC)


def start() -> "Settings":
    """What every command needs first: settings that can work, and logs. BadSettings when they can't."""
    from bot.adapters import logs
    from bot.settings import LogFormat, load_settings

    settings = load_settings()
    logs.configure(settings.log, settings.secrets, as_json=settings.log_format is LogFormat.JSON)
    return settings


@contextmanager
def briefing_many(
    settings: "Settings", asked: EngineChoice | None = None, jobs: int | None = None
) -> Iterator[tuple["Briefing", int]]:
    """Briefs for a batch, and how many of them to make at a time: with an LLM, or in as many processes."""
    from bot.engines.offline.pool import EnginePool
    from bot.services.briefing import Briefing

    if settings.engine_for(asked) is EngineChoice.LLM:
        yield create_briefing(settings, asked), jobs or LLM_JOBS
    elif jobs == 1:
        yield create_briefing(settings, asked), 1
    else:
        processes = jobs or min(os.cpu_count() or 1, MOST_PROCESSES)
        with EnginePool(processes) as pool:
            yield Briefing(pool, None, now), processes


def create_briefing(settings: "Settings", asked: EngineChoice | None = None) -> "Briefing":
    """Briefs by the engine that was asked for or set; behind the LLM, the offline engine stands by.

    BadSettings when an LLM is asked for and none is set.
    """
    from bot.services.briefing import Briefing

    if settings.engine_for(asked) is EngineChoice.OFFLINE:
        return Briefing(_offline(), None, now)
    if not settings.has_endpoint:
        raise BadSettings("To read with an LLM, set OPENAI_API_KEY, or OPENAI_BASE_URL for one of your own.")
    engine, translator = _llm(_reader(settings))
    return Briefing(engine, _Standby(), now, translator, settings.llm_total_seconds)


@asynccontextmanager
async def open_sources(settings: "Settings") -> AsyncIterator["Sources"]:
    """The readers of links and files, with their connections and child processes, closed at the end."""
    async with _open_web(settings) as web:
        with _sources(web) as sources:
            yield sources


def _open_web(settings: "Settings") -> "AbstractAsyncContextManager[WebFetcher]":
    from bot.adapters.web.fetcher import AGENT, Web, open_fetcher
    from bot.adapters.web.guard import read_origins

    web = Web(
        lifted=read_origins(settings.allow_hosts),
        agent=settings.user_agent or AGENT,
        proxy=settings.proxy,
        respect_robots=settings.respect_robots,
    )
    return open_fetcher(web)


@contextmanager
def _sources(fetcher: "Fetcher") -> "Iterator[Sources]":
    from bot.adapters.extraction.pool import ExtractionPool
    from bot.adapters.plain import PlainHere
    from bot.services.sources import Files, Links, Sources

    with ExtractionPool() as extractor:
        yield Sources(Links(fetcher, extractor), Files(PlainHere(extractor)))


def open_storage(
    settings: "Settings", now: Callable[[], datetime] = now
) -> "AbstractAsyncContextManager[Storage]":
    """What outlives the process, in the database that is set; BadSettings when it can't be opened."""
    from bot.adapters import storage

    keep = timedelta(days=settings.keep_days)
    return storage.open_storage(settings.database, now=now, keep=keep, keys=settings.keys)


Opened = Callable[[], Awaitable["Sources"]]
"""The readers of links and files, opened with the first that needs them."""


@asynccontextmanager
async def sources_when_needed(settings: "Settings") -> AsyncIterator[Opened]:
    """Readers that cost nothing where every source is plain text."""
    opening = asyncio.Lock()
    opened: list[Sources] = []
    async with AsyncExitStack() as stack:

        async def sources() -> "Sources":
            async with opening:
                if not opened:
                    opened.append(await stack.enter_async_context(open_sources(settings)))
            return opened[0]

        yield sources


def is_link(source: str) -> bool:
    """Whether a SOURCE of the command line is a link, not a file."""
    return source.lower().startswith(LINKS)


def create_answerer(settings: "Settings", asked: EngineChoice | None = None) -> "Answerer":
    """Answers to questions about an article: by the LLM where one is set, else by the offline engine."""
    from bot.engines.offline.answering import OfflineAnswerer
    from bot.services.answering import Standby

    offline = OfflineAnswerer()
    if asked is EngineChoice.OFFLINE or not settings.uses_endpoint:
        return offline
    from bot.engines.llm.answering import LlmAnswerer

    return Standby(LlmAnswerer(_reader(settings)), offline)


async def extract_of(request: "Request", opened: Opened) -> Extract:
    """What a line of a batch gives to brief; BrieferError when that is nothing."""
    extract = await _given(request, opened)
    extract = replace(extract, url=extract.url or request.url)
    if request.title:
        extract = replace(extract, title=request.title)
    if request.language:
        extract = replace(extract, language=request.language)
    return _published(extract, request.published)


async def read_source(source: str, published: str | None, opened: Opened) -> Extract:
    """The text behind a SOURCE of the command line; BrieferError when there is none."""
    if is_link(source):
        extract = await (await opened()).links.read(source)
    else:
        extract = await _read_file(source, opened)
    return _published(extract, published)


async def _read_file(source: str, opened: Opened) -> Extract:
    """A file's text: plain text is read here, anything else in a child that has limits."""
    from bot.adapters.files import is_plain, read_bytes
    from bot.adapters.loading import load
    from bot.services.sources import MAX_BYTES

    name = source if source == "-" else Path(source).name
    data = sys.stdin.buffer.read(MAX_BYTES + 1) if source == "-" else load(Path(source))
    return read_bytes(data, name) if is_plain(data, name) else await (await opened()).files.read(data, name)


def wanted(settings: "Settings", length: Length | None = None, language: str | None = None) -> "Wanted":
    """What was asked for, else what is set."""
    from bot.services.briefing import Wanted

    return Wanted(length or settings.length, language or settings.language)


def checked(article_json: bytes, reading_json: bytes) -> Brief:
    """A reading that somebody made, checked against an article; UnusableSource when one can't be read."""
    from bot.adapters.claims import read_article, read_reading
    from bot.services.checks import check

    article = read_article(article_json)
    found = check(read_reading(reading_json), article, now())
    return Brief(
        article=article,
        language=article.language,
        summary=found.summary,
        actors=found.actors,
        events=found.events,
        notes=found.notes,
        withheld=found.withheld,
        engine=EngineInfo("llm"),
    )


async def _given(request: "Request", opened: Opened) -> Extract:
    if request.text is not None:
        return Extract(_fitting(request.text))
    if request.html is not None:
        return await (await opened()).files.read(_fitting(request.html).encode(errors="replace"), PAGE)
    if request.url is not None:
        return await (await opened()).links.read(request.url)
    raise UnusableSource("There is no text, html or url to brief.", "empty")


def _fitting(text: str) -> str:
    from bot.services.sources import MAX_CHARACTERS, too_large

    if len(text) > MAX_CHARACTERS:
        raise too_large()
    return text


def _published(extract: Extract, date: str | None) -> Extract:
    """With the date that a person or a program gave; one that can't be read gives way to the page's own."""
    from bot.services.dating import read_published

    if not date or (extract.published and read_published(date) is None):
        return extract
    return replace(extract, published=date, published_from=PublishedFrom.GIVEN)


class _Standby:
    """The offline engine, loaded when it is needed: 3 s that most briefs by an LLM never wait for."""

    async def read(self, article: Article, wanted: "Wanted") -> "Read":
        engine = await asyncio.to_thread(_offline)
        return await engine.read(article, wanted)


def _offline() -> "Engine":
    from bot.engines.offline.engine import OfflineEngine

    return OfflineEngine()


def _llm(reader: "Reader") -> "tuple[Engine, Translator]":
    from bot.engines.llm.engine import LlmEngine
    from bot.engines.llm.translating import LlmTranslator

    return LlmEngine(reader), LlmTranslator(reader.model, reader.prompts, reader.price)


def _reader(settings: "Settings") -> "Reader":
    from stamina.instrumentation import set_on_retry_hooks

    from bot.adapters import models
    from bot.adapters.prompts import load_prompts
    from bot.adapters.tokens import count
    from bot.engines.llm.engine import Reader

    set_on_retry_hooks(())  # the engine logs its failed calls itself
    url = settings.openai_base_url or OPENAI
    prompts = load_prompts()
    model, second = _models(settings, url, prompts)
    return Reader(
        model=model,
        second=second,
        prompts=prompts,
        window=settings.llm_context or models.window(settings.openai_model, url),
        count=count,
        price=models.fixed_price(settings.llm_price) if settings.llm_price else models.price_at(url),
        now=now,
        limit=settings.llm_total_seconds,
    )


def _models(settings: "Settings", url: str, prompts: "Mapping[str, Prompt]") -> "tuple[Model, Model | None]":
    """The model that reads, and the second reader if one is wanted: `same`, or a model's name."""
    from bot.adapters.tokens import count
    from bot.engines.llm.breaker import Breaker
    from bot.engines.llm.endpoint import Endpoint, Limits, connect
    from bot.engines.llm.ladder import Ladder
    from bot.engines.llm.model import Model

    limits = Limits(per_call=settings.llm_call_seconds, concurrency=settings.llm_concurrency)
    endpoint = Endpoint(connect(_key(settings), url, limits), limits, Breaker())
    ladder = Ladder(settings.data_dir / LADDER)

    def model(name: str) -> Model:
        return Model(name, endpoint, ladder, prompts, count)

    second = settings.openai_model if settings.second_reader == "same" else settings.second_reader
    return model(settings.openai_model), model(second) if second else None


def _key(settings: "Settings") -> str:
    key = settings.openai_api_key.get_secret_value().strip() if settings.openai_api_key else NO_KEY
    if not key.isascii() or not key.isprintable():
        raise BadSettings("OPENAI_API_KEY holds a character that no key has; copy it again.")
    return key


def describe_endpoint(settings: "Settings") -> str:
    """What is known of the endpoint and model without asking them: window, and how they answer in JSON."""
    from bot.adapters import models
    from bot.adapters.prompts import load_prompts
    from bot.engines.llm.ladder import Ladder

    if not settings.has_endpoint:
        return "none set; the embedded engine reads"
    url = settings.openai_base_url or OPENAI
    model, _ = _models(settings, url, load_prompts())
    rung = Ladder(settings.data_dir / LADDER).known(model.key)
    window = settings.llm_context or models.window(settings.openai_model, url)
    form = f"answers by {rung}" if rung else "its answer format is found with the first brief"
    return f"{model.key}, {window:,} tokens at once; {form}"


def create_bot(settings: "Settings", metrics: "Metrics | None" = None) -> "commands.Bot":
    """The bot, ready to log in; what it needs opens in its `setup_hook` and closes in `close`.

    What it does is counted in the metrics, where there are some.
    """
    from bot.addresses import use_addresses
    from bot.client import Briefer
    from bot.registry import Registry

    use_addresses(settings.discord_api, settings.discord_gateway)
    return Briefer(
        lambda client: _open_services(settings, client, metrics),
        Registry(settings.data_dir / COMMANDS),
        logs.log_incident,
        message_content=bool(settings.message_content),
    )


@asynccontextmanager
async def _open_services(
    settings: "Settings", client: "discord.Client", metrics: "Metrics | None"
) -> AsyncIterator["Services"]:
    from discord.utils import utcnow

    from bot.adapters.jobs import TaskJobs
    from bot.cogs.services import Services
    from bot.delivery import DiscordAttachments, DiscordDelivery
    from bot.services.accounting import Accounting
    from bot.services.desk import Desk
    from bot.services.forgetting import Forgetter
    from bot.services.gathering import Gathering
    from bot.services.intake import Intake
    from bot.services.listening import Ears
    from bot.services.making import Making
    from bot.services.managing import Managing
    from bot.services.pacing import Pace
    from bot.services.rules import Rules

    terms = terms_of(settings)
    async with AsyncExitStack() as stack:
        storage = await stack.enter_async_context(open_storage(settings, utcnow))
        paid = _paid(settings, storage)
        kitchen = stack.enter_context(_kitchen(settings, storage, paid))
        web = await stack.enter_async_context(_open_web(settings))
        sources = stack.enter_context(_sources(web))
        rules = Rules(storage.guilds, storage.usages, terms, utcnow)
        gathering = Gathering(sources, DiscordAttachments(client), storage.briefs)
        making = Making(rules, gathering, kitchen.__getitem__, storage.briefs, storage.steps, utcnow)
        delivery = DiscordDelivery(client, utcnow, logs.log_incident)
        usages = _counted(storage.usages, kitchen, metrics) if metrics else storage.usages
        desk = Desk(making, delivery, storage.requests, storage.briefs, usages)
        jobs = TaskJobs(desk.answer)
        stack.push_async_callback(jobs.close)
        intake = Intake(storage.requests, jobs, desk, delivery)
        ears = Ears(storage.guilds, storage.briefs, utcnow)
        digests, scheduler = await stack.enter_async_context(
            _open_digests(client, storage, web, _Readers(sources.links, kitchen))
        )
        yield Services(
            intake=intake,
            ears=ears,
            rules=rules,
            pace=Pace(settings.requests_per_minute, utcnow),
            managing=Managing(storage.guilds, ears),
            forgetter=Forgetter(storage.forgetting, storage.requests, intake, ears),
            briefs=storage.briefs,
            accounting=Accounting(storage.guilds, storage.usages, terms, utcnow),
            questions=_questions(settings, paid).__getitem__,
            digests=digests,
            scheduler=scheduler,
            terms=terms,
            now=utcnow,
            log=logs.log_incident,
        )


def _counted(usages: "Usages", kitchen: "Mapping[EngineChoice, Serving]", metrics: "Metrics") -> "Usages":
    """Usage that is counted for Prometheus too, and the queues in front of the engines watched."""
    from bot.adapters.metrics import CountedUsages

    queues = {serving.queue for serving in kitchen.values()}
    metrics.watch("briefer_waiting", "Briefs that wait for an engine", lambda: sum(q.waiting for q in queues))
    metrics.watch("briefer_reading", "Briefs that an engine reads", lambda: sum(q.held for q in queues))
    metrics.watch("briefer_children", "Child processes that are alive", lambda: len(active_children()))
    return CountedUsages(usages, metrics)


@dataclass(frozen=True)
class _Readers:
    """What reads the articles of digests: links, and briefs by either engine."""

    links: "Links"
    kitchen: "Mapping[EngineChoice, Serving]"


@asynccontextmanager
async def _open_digests(
    client: "discord.Client", storage: "Storage", web: "WebFetcher", readers: _Readers
) -> "AsyncIterator[tuple[DigestManaging, Scheduler]]":
    """Digests: what managers do with them, and the scheduler that runs them."""
    from discord.utils import utcnow

    from bot.adapters.feeds.reading import WebFeeds
    from bot.posting import DiscordNoticeboard
    from bot.services.digesting.gathering import DigestGatherer, Server
    from bot.services.digesting.managing import DigestManaging
    from bot.services.digesting.news import News
    from bot.services.digesting.reporting import Reporting
    from bot.services.digesting.running import Running
    from bot.services.digesting.scheduling import Scheduler

    async with AsyncExitStack() as stack:
        feeds = stack.enter_context(WebFeeds(web, utcnow))
        news = News(feeds, storage.feeds, utcnow)
        reporting = Reporting(readers.links, lambda engine: _ForAll(readers.kitchen[engine]), utcnow)
        server = Server(_NoLinks(), storage.server_briefs, storage.guilds, storage.runs)
        stack.push_async_callback(news.close)
        stack.push_async_callback(reporting.close)
        gatherer = DigestGatherer(news, reporting, server, utcnow)
        running = Running(
            storage.digests,
            storage.runs,
            gatherer,
            DiscordNoticeboard(client, logs.log_incident),
            utcnow,
        )
        scheduler = Scheduler(running, utcnow, logs.log_incident)
        digests = DigestManaging(storage.digests, storage.runs, running, scheduler, utcnow)
        stack.push_async_callback(scheduler.close)
        yield digests, scheduler


@dataclass(frozen=True)
class _ForAll:
    """Briefs for digests: nobody asked for them, and all digests share them."""

    serving: "Serving"

    async def brief(self, extract: Extract, wanted: "Wanted") -> Brief:
        return (await self.serving.brief(extract, wanted, Asker(user_id=0))).brief


class _NoLinks:
    """Links that people share are not kept yet."""

    async def since(self, channels: Sequence[int], moment: datetime) -> Sequence[Item]:
        del channels, moment
        return ()


def terms_of(settings: "Settings") -> "Terms":
    """What people are told of the operator's settings."""
    from bot.domain.terms import Terms

    return Terms(
        length=settings.length,
        language=settings.language,
        endpoint=urlsplit(settings.openai_base_url or OPENAI).hostname if settings.uses_endpoint else None,
        keep=timedelta(days=settings.keep_days),
        listens=bool(settings.message_content),
    )


@contextmanager
def _kitchen(
    settings: "Settings", storage: "Storage", paid: "Paid | None"
) -> "Iterator[Mapping[EngineChoice, Serving]]":
    """Briefs by either engine; the offline one reads in child processes: the event loop stays free."""
    from discord.utils import utcnow

    from bot.engines.offline.pool import EnginePool
    from bot.services.briefing import Briefing
    from bot.services.queueing import FairQueue
    from bot.services.serving import Means, Serving

    with ExitStack() as stack:
        engine: Engine = _Standby()
        if settings.processes:
            engine = stack.enter_context(EnginePool(settings.processes))
        queue = FairQueue(settings.processes or 1)
        offline = means = Means(_signed("offline"), Briefing(engine, None, utcnow), queue)
        if paid:
            llm, translator = _llm(paid.reader)
            briefing = Briefing(llm, engine, utcnow, translator, settings.llm_total_seconds)
            queue = FairQueue(settings.llm_concurrency)
            means = Means(_signed("llm", *paid.reader.names), briefing, queue, paid.quota)
        made = dict.fromkeys(EngineChoice, Serving(means, storage.briefs, utcnow))
        made[EngineChoice.OFFLINE] = Serving(offline, storage.briefs, utcnow)
        yield made


def _questions(settings: "Settings", paid: "Paid | None") -> "Mapping[EngineChoice, Questions]":
    """Answers by either engine."""
    from discord.utils import utcnow

    from bot.services.answering import Questions

    offline = Questions(create_answerer(settings, EngineChoice.OFFLINE), utcnow)
    asked = dict.fromkeys(EngineChoice, offline)
    if paid:
        asked[EngineChoice.AUTO] = Questions(create_answerer(settings), utcnow, paid.quota)
    return asked


def _signed(*names: str) -> str:
    """Who reads, and by which version of us."""
    return " ".join((*names, version("briefer")))


@dataclass(frozen=True)
class Paid:
    """The language model, and the limits of what it may take."""

    reader: "Reader"
    quota: "Quota"


def _paid(settings: "Settings", storage: "Storage") -> Paid | None:
    """The language model, if one is set; BadSettings for a limit in dollars where its price is not known."""
    from discord.utils import utcnow

    from bot.engines.llm.estimating import estimate
    from bot.services.quota import Allowance, Quota

    if not settings.uses_endpoint:
        return None
    reader = _reader(settings)
    if settings.daily_usd is not None and reader.price(reader.model.name, 1, 1) is None:
        raise BadSettings("BRIEFER_DAILY_USD needs the price of the model: set BRIEFER_LLM_PRICE too.")
    allowance = Allowance(
        user=settings.daily_tokens_user,
        guild=settings.daily_tokens_guild,
        instance=settings.daily_tokens_instance,
        usd=settings.daily_usd,
    )
    return Paid(reader, Quota(allowance, storage.spendings, partial(estimate, reader), utcnow))
