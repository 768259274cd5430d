"""Everybody who can be chosen to read: the embedded engine and language models, for many people at once."""

from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import partial
from importlib.metadata import version
from typing import TYPE_CHECKING

from discord.utils import utcnow

from bot.adapters.storage import Storage
from bot.bootstrap.engines import StandbyEngine, create_answerer, llm_parts, llm_reader, reader_of
from bot.domain.brief import EngineChoice, ReadBy
from bot.domain.errors import BadSettings
from bot.engines.offline.pool import EnginePool
from bot.services.answering import Questions
from bot.services.apart import Apart
from bot.services.briefing import Briefing, Engine
from bot.services.queueing import FairQueue
from bot.services.quota import Allowance, Quota
from bot.services.serving import Means, Serving
from bot.settings import Settings

if TYPE_CHECKING:
    from bot.engines.llm.engine import Reader

OFFLINE = ReadBy(EngineChoice.OFFLINE)


@dataclass(frozen=True)
class LimitedModel:
    """A language model, and how much may be taken of it."""

    reader: "Reader"
    quota: Quota


@contextmanager
def open_servings(
    settings: Settings, storage: Storage, models: Mapping[ReadBy, LimitedModel]
) -> Iterator[Mapping[ReadBy, Serving]]:
    """Briefs by everybody who can be chosen, in turn for all who ask.

    Child processes read offline, clean and check: the event loop stays free.
    """
    with ExitStack() as stack:
        engine: Engine = StandbyEngine()
        if settings.processes:
            engine = stack.enter_context(EnginePool(settings.processes))
        apart = stack.enter_context(Apart())
        queue = FairQueue(settings.processes or 1)
        means = Means(_signed("offline"), Briefing(engine, None, utcnow, apart=apart), queue)
        made = dict.fromkeys((ReadBy(), OFFLINE), Serving(means, storage.briefs, utcnow))
        queue = FairQueue(settings.llm_concurrency)
        for choice, each in models.items():
            llm, translator = llm_parts(each.reader)
            briefing = Briefing(llm, engine, utcnow, translator, settings.llm_total_seconds, apart=apart)
            means = Means(_signed("llm", *each.reader.names), briefing, queue, each.quota)
            made[choice] = Serving(means, storage.briefs, utcnow)
        yield made


def questions_by(models: Mapping[ReadBy, LimitedModel]) -> Mapping[ReadBy, Questions]:
    """Answers to questions, by everybody who can be chosen."""
    offline = Questions(create_answerer(None), utcnow)
    asked = dict.fromkeys((ReadBy(), OFFLINE), offline)
    for choice, each in models.items():
        asked[choice] = Questions(create_answerer(each.reader), utcnow, each.quota)
    return asked


def _signed(*names: str) -> str:
    """Who reads, and with which version of Briefer: a brief by another is not given out as this one's."""
    return " ".join((*names, version("briefer")))


def limited_models(settings: Settings, storage: Storage) -> Mapping[ReadBy, LimitedModel]:
    """The language models that can be chosen, the operator's first; none where none is set.

    BadSettings for a limit in dollars where a price is not known.
    """
    if not settings.uses_endpoint:
        return {}
    reader = llm_reader(settings)
    readers = {ReadBy(): reader}
    for name in settings.server_models if settings.servers_choose else ():
        readers[ReadBy(model=name)] = reader_of(settings, reader, name)
    return {choice: LimitedModel(each, _quota(settings, storage, each)) for choice, each in readers.items()}


def _quota(settings: Settings, storage: Storage, reader: "Reader") -> Quota:
    from bot.engines.llm.estimating import estimate  # a second that the embedded engine saves

    name = reader.model.name
    if settings.daily_usd is not None and reader.price(name, 1, 1) is None:
        raise BadSettings(f"BRIEFER_DAILY_USD needs the price of {name}: set BRIEFER_LLM_PRICE too.")
    allowance = Allowance(
        user=settings.daily_tokens_user,
        guild=settings.daily_tokens_guild,
        instance=settings.daily_tokens_instance,
        usd=settings.daily_usd,
    )
    return Quota(allowance, storage.spendings, partial(estimate, reader), utcnow)
