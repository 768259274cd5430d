"""The engines behind briefs and answers: a language model where one is set, the embedded engine else."""

import asyncio
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.bootstrap.basics import now
from bot.domain.article import Article
from bot.domain.brief import EngineChoice
from bot.domain.errors import BadSettings

if TYPE_CHECKING:
    from bot.domain.prompt import Prompt
    from bot.engines.llm.engine import Reader
    from bot.engines.llm.model import Model
    from bot.services.answering import Answerer
    from bot.services.briefing import Briefing, Engine, Read, Wanted
    from bot.services.translating import Translator
    from bot.settings import Settings

MOST_JOBS = 256
"""Articles of a batch in work at a time, with an LLM, where nearly all of the time is waiting."""

MOST_PROCESSES = 8
"""Child processes of a batch that nobody asked to be wider; each takes about 200 MB."""

MOST_PROCESSES_ASKED = 64
"""Child processes of a batch, whatever width was asked for."""

OPENAI = "https://api.openai.com/v1"

NO_KEY = "none"
"""What servers that ask for no key are sent."""

LADDER = "llm-formats.json"
"""Where the formats that endpoints were found to take are remembered, in the data directory."""


@contextmanager
def briefing_many(
    settings: "Settings", asked: EngineChoice | None = None, jobs: int | None = None
) -> Iterator[tuple["Briefing", int]]:
    """Briefs for a batch, and how many of them to make at a time: with an LLM, or in as many processes."""
    from bot.engines.offline.pool import EnginePool
    from bot.services.briefing import Briefing

    if settings.engine_for(asked) is EngineChoice.LLM:
        yield create_briefing(settings, asked), jobs or min(settings.llm_concurrency, MOST_JOBS)
    elif jobs == 1:
        yield create_briefing(settings, asked), 1
    else:
        processes = min(jobs, MOST_PROCESSES_ASKED) if jobs else min(os.cpu_count() or 1, MOST_PROCESSES)
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
    engine, translator = llm_parts(llm_reader(settings))
    return Briefing(engine, StandbyEngine(), now, translator, settings.llm_total_seconds)


def create_answerer(reader: "Reader | None") -> "Answerer":
    """Answers to questions about an article: by the LLM if there is one, else by the offline engine.

    The reader is that of the briefs, so that an endpoint has one breaker and one limit.
    """
    from bot.engines.offline.answering import OfflineAnswerer
    from bot.services.answering import Standby

    if reader is None:
        return OfflineAnswerer()
    from bot.engines.llm.answering import LlmAnswerer

    return Standby(LlmAnswerer(reader), OfflineAnswerer())


class StandbyEngine:
    """The offline engine, loaded when it is needed: 3 s that most briefs by an LLM never wait for."""

    async def read(self, article: Article, wanted: "Wanted") -> "Read":
        """All claims about the article; the first reading waits for the engine to load."""
        engine = await asyncio.to_thread(_offline)
        return await engine.read(article, wanted)


def _offline() -> "Engine":
    from bot.engines.offline.engine import OfflineEngine

    return OfflineEngine()


def llm_parts(reader: "Reader") -> "tuple[Engine, Translator]":
    """What a language model does for briefs: it reads, and it translates."""
    from bot.engines.llm.engine import LlmEngine
    from bot.engines.llm.translating import LlmTranslator

    return LlmEngine(reader), LlmTranslator(reader.model, reader.prompts, reader.price)


def llm_reader(settings: "Settings") -> "Reader":
    """The language model that is set, with its prompts, window, price and time."""
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


def reader_of(settings: "Settings", reader: "Reader", name: str) -> "Reader":
    """The same reader with another model at its endpoint: they share one breaker and one limit."""
    from bot.adapters import models

    window = settings.llm_context or models.window(name, settings.openai_base_url or OPENAI)
    return replace(reader, model=reader.model.named(name), window=window)


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
