"""Numbers for Prometheus: what was asked for, what came of it and what it took."""

from collections.abc import Callable
from datetime import datetime

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest

from bot.domain.brief import Brief, Usage
from bot.domain.kept import GuildUsage, KeptBrief
from bot.domain.request import Request
from bot.services.storing import Usages

SECONDS = (0.1, 0.3, 1, 3, 10, 30, 60, 120, 300)
"""Upper bounds of the classes of time: from a page in cache to a book."""

BRIEF = "brief"
"""The outcome of a request that got one; of all others it is the error's code."""


class Metrics:
    """The numbers of one process, in a registry of their own. `page` is what Prometheus reads."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        self._requests = Counter(
            "briefer_requests", "Requests by outcome", ["outcome", "automatic"], registry=self.registry
        )
        self._briefs = Counter(
            "briefer_briefs", "Briefs by engine", ["engine", "fallback"], registry=self.registry
        )
        self._seconds = Histogram(
            "briefer_brief_seconds", "Seconds of reading", ["engine"], buckets=SECONDS, registry=self.registry
        )
        self._calls = Counter("briefer_llm_calls", "Calls of a language model", registry=self.registry)
        self._tokens = Counter("briefer_llm_tokens", "Tokens", ["kind"], registry=self.registry)
        self._dollars = Counter("briefer_llm_cost_usd", "US dollars, where known", registry=self.registry)
        self._statements = Counter(
            "briefer_statements", "Statements of summaries", ["outcome"], registry=self.registry
        )

    def page(self) -> bytes:
        """All numbers in Prometheus' text format."""
        return generate_latest(self.registry)

    def watch(self, name: str, what: str, value: Callable[[], float]) -> None:
        """A number that is read whenever the page is."""
        Gauge(name, what, registry=self.registry).set_function(value)

    def ended(self, request: Request, outcome: str) -> None:
        """A request is final."""
        self._requests.labels(outcome, str(request.automatic).lower()).inc()

    def spent(self, usage: Usage) -> None:
        """A language model was asked."""
        self._calls.inc(usage.calls)
        self._tokens.labels("prompt").inc(usage.prompt_tokens)
        self._tokens.labels("completion").inc(usage.completion_tokens)
        self._dollars.inc(usage.cost_usd or 0.0)

    def made(self, brief: Brief) -> None:
        """A brief was made, and what that took."""
        engine, usage = brief.engine.name, brief.usage
        self._briefs.labels(engine, str(brief.engine.fallback is not None).lower()).inc()
        self._seconds.labels(engine).observe(usage.seconds)
        self.spent(usage)
        self._statements.labels("withheld").inc(brief.statements_withheld)
        self._statements.labels("shown").inc(len(brief.summary))


class CountedUsages:
    """The port `Usages` on another one, each request counted for Prometheus too."""

    def __init__(self, usages: Usages, metrics: Metrics) -> None:
        self._usages = usages
        self._metrics = metrics

    async def made(self, request: Request, kept: KeptBrief) -> None:
        """Count an answered request."""
        await self._usages.made(request, kept)
        self._metrics.ended(request, BRIEF)
        self._metrics.made(kept.brief)

    async def failed(self, request: Request, code: str) -> None:
        """Count a request that ended in an error with this code."""
        await self._usages.failed(request, code)
        self._metrics.ended(request, code)

    async def digested(self, guild_id: int, work: str, usage: Usage, made: int, withheld: int) -> None:
        """Count what a guild's digest had done."""
        await self._usages.digested(guild_id, work, usage, made, withheld)
        self._metrics.spent(usage)

    async def of_guild(self, guild_id: int, since: datetime) -> GuildUsage:
        """What a guild's briefs took since then."""
        return await self._usages.of_guild(guild_id, since)

    async def asked_by(self, user_id: int, guild_id: int | None, since: datetime) -> int:
        """How many briefs a person has asked for and had since then."""
        return await self._usages.asked_by(user_id, guild_id, since)
