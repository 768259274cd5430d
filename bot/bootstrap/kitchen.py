"""Briefs and answers for many people at once: in turn, paid for, and counted."""

from collections.abc import Iterator, Mapping
from contextlib import (
    ExitStack,
    contextmanager,
)
from dataclasses import dataclass
from functools import partial
from importlib.metadata import version
from typing import TYPE_CHECKING

from bot.bootstrap.engines import StandbyEngine, create_answerer, llm_parts, llm_reader
from bot.domain.brief import EngineChoice
from bot.domain.errors import BadSettings

if TYPE_CHECKING:
    from bot.adapters.storage import Storage
    from bot.engines.llm.engine import Reader
    from bot.services.answering import Questions
    from bot.services.briefing import Engine
    from bot.services.quota import Quota
    from bot.services.serving import Serving
    from bot.settings import Settings


@contextmanager
def open_kitchen(
    settings: "Settings", storage: "Storage", paid: "Paid | None"
) -> "Iterator[Mapping[EngineChoice, Serving]]":
    """Briefs by either engine; child processes read offline, clean and check: the event loop stays free."""
    from discord.utils import utcnow

    from bot.engines.offline.pool import EnginePool
    from bot.services.apart import Apart
    from bot.services.briefing import Briefing
    from bot.services.queueing import FairQueue
    from bot.services.serving import Means, Serving

    with ExitStack() as stack:
        engine: Engine = StandbyEngine()
        if settings.processes:
            engine = stack.enter_context(EnginePool(settings.processes))
        apart = stack.enter_context(Apart())
        queue = FairQueue(settings.processes or 1)
        offline = means = Means(_signed("offline"), Briefing(engine, None, utcnow, apart=apart), queue)
        if paid:
            llm, translator = llm_parts(paid.reader)
            briefing = Briefing(llm, engine, utcnow, translator, settings.llm_total_seconds, apart=apart)
            queue = FairQueue(settings.llm_concurrency)
            means = Means(_signed("llm", *paid.reader.names), briefing, queue, paid.quota)
        made = dict.fromkeys(EngineChoice, Serving(means, storage.briefs, utcnow))
        made[EngineChoice.OFFLINE] = Serving(offline, storage.briefs, utcnow)
        yield made


def questions_by(paid: "Paid | None") -> "Mapping[EngineChoice, Questions]":
    """Answers by either engine."""
    from discord.utils import utcnow

    from bot.services.answering import Questions

    offline = Questions(create_answerer(None), utcnow)
    asked = dict.fromkeys(EngineChoice, offline)
    if paid:
        asked[EngineChoice.AUTO] = Questions(create_answerer(paid.reader), utcnow, paid.quota)
    return asked


def _signed(*names: str) -> str:
    """Who reads, and by which version of us."""
    return " ".join((*names, version("briefer")))


@dataclass(frozen=True)
class Paid:
    """The language model, and the limits of what it may take."""

    reader: "Reader"
    quota: "Quota"


def paid_for(settings: "Settings", storage: "Storage") -> Paid | None:
    """The language model, if one is set; BadSettings for a limit in dollars where its price is not known."""
    from discord.utils import utcnow

    from bot.engines.llm.estimating import estimate
    from bot.services.quota import Allowance, Quota

    if not settings.uses_endpoint:
        return None
    reader = llm_reader(settings)
    if settings.daily_usd is not None and reader.price(reader.model.name, 1, 1) is None:
        raise BadSettings("BRIEFER_DAILY_USD needs the price of the model: set BRIEFER_LLM_PRICE too.")
    allowance = Allowance(
        user=settings.daily_tokens_user,
        guild=settings.daily_tokens_guild,
        instance=settings.daily_tokens_instance,
        usd=settings.daily_usd,
    )
    return Paid(reader, Quota(allowance, storage.spendings, partial(estimate, reader), utcnow))
