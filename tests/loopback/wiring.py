"""The real LLM engine, wired to a loopback endpoint."""

from datetime import UTC, datetime

from bot.adapters.prompts import load_prompts
from bot.adapters.tokens import count
from bot.domain.article import Article, Extract, PublishedFrom
from bot.domain.brief import EngineInfo
from bot.domain.reading import Reading, StatementClaim
from bot.engines.llm.breaker import Breaker
from bot.engines.llm.endpoint import Endpoint, Limits, connect
from bot.engines.llm.engine import LlmEngine, Reader
from bot.engines.llm.ladder import Ladder
from bot.engines.llm.model import Model
from bot.engines.llm.translating import LlmTranslator
from bot.services.briefing import Briefing, Read, Wanted

KEY = "sk-test-9f8e7d6c5b4a39281706"
NOW = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
QUICK = Limits(per_call=0.3, backoff=0.01)
"""For faults that only time ends."""

PATIENT = Limits(per_call=20.0, backoff=0.01)
"""For all else, however busy the machine is."""

SOON, LATE = 2.0, 30.0
"""Seconds for a whole brief, to go with them."""

TEXT = """Harbour deal signed

OSLO, March 3 (Agency) - Norway and Iceland signed a harbour agreement on Tuesday after long talks.

Ingrid Dahl, Norway's fisheries minister, said the agreement would create 400 jobs in Bergen.
"We have closed the last open chapter," Dahl said.

Jon Arnason, Iceland's chief negotiator, called the text balanced.
The two sides will meet again in Reykjavik on 12 June 2026.

Environmental groups criticised the plan, saying that it leaves out the shipping lanes north of the islands."""

GOOD: dict[str, list[dict[str, object]]] = {
    "statements": [
        {
            "text": "Norway and Iceland signed a harbour agreement after long talks.",
            "sentences": [1],
        },
        {"text": "Ingrid Dahl said the agreement would create 400 jobs in Bergen.", "sentences": [2]},
    ],
    "actors": [
        {
            "name": "Ingrid Dahl",
            "kind": "person",
            "role": "Norway's fisheries minister",
            "aliases": ["Dahl"],
            "sentences": [2, 3],
        },
        {"name": "Norway", "kind": "state", "role": None, "aliases": [], "sentences": [1]},
    ],
    "events": [
        {
            "what": "The two sides will meet again in Reykjavik",
            "phrase": "on 12 June 2026",
            "where": "Reykjavik",
            "who": [],
            "status": "scheduled",
            "sentences": [5],
        }
    ],
}
"""A faithful reading of `TEXT`."""


class FirstSentence:
    """A fallback that claims the first sentence of the article."""

    async def read(self, article: Article, wanted: Wanted) -> Read:
        del wanted
        first = article.sentences[0]
        return Read(Reading((StatementClaim(first.text, (first.id,)),)), EngineInfo("offline"))


def extract(text: str = TEXT) -> Extract:
    return Extract(text, language="en", published="2026-03-03", published_from=PublishedFrom.GIVEN)


def make_model(
    url: str, name: str = "test-model", limits: Limits = PATIENT, ladder: Ladder | None = None
) -> Model:
    endpoint = Endpoint(connect(KEY, url, limits), limits, Breaker())
    return Model(name, endpoint, ladder or Ladder(), load_prompts(), count)


def free(_model: str, _prompt: int, _completion: int) -> float:
    return 0.0


def make_reader(
    model: Model, *, window: int = 100_000, limit: float = LATE, second: Model | None = None
) -> Reader:
    return Reader(model, load_prompts(), window, count, free, lambda: NOW, limit, second)


def make_engine(
    model: Model, *, window: int = 100_000, limit: float = LATE, second: Model | None = None
) -> LlmEngine:
    return LlmEngine(make_reader(model, window=window, limit=limit, second=second))


def make_briefing(engine: LlmEngine, model: Model | None = None, limit: float = LATE) -> Briefing:
    """Briefs by the engine, else by `FirstSentence`; with a model, also in other languages."""
    translator = LlmTranslator(model, load_prompts(), free) if model else None
    return Briefing(engine, FirstSentence(), lambda: NOW, translator, limit)
