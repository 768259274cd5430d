"""An OpenAI-compatible endpoint: chat completions with our own retries, time limits, breaker, concurrency.

The SDK's own policy is off: it waits 600 s, and it retries what can't succeed.
"""

import asyncio
import itertools
import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from ssl import SSLContext
from typing import TypedDict
from urllib.parse import urlsplit

import stamina
import structlog
from httpx2 import Limits as Pool
from httpx2 import create_ssl_context
from openai import APIConnectionError, APIError, APIStatusError, AsyncOpenAI, DefaultAsyncHttpxClient

from bot.domain.errors import BadSettings
from bot.engines.llm.bounded import ACCEPTED, TooMuch, bound
from bot.engines.llm.breaker import Breaker
from bot.engines.llm.completion import Completion, incompatible, read_completion
from bot.engines.llm.deadline import Deadline
from bot.engines.llm.faults import Fault
from bot.engines.llm.ledger import Ledger
from bot.engines.llm.refusals import Refusal, fault_of, unreachable

log = structlog.get_logger()

PROXY = (
    "The proxy in HTTPS_PROXY, HTTP_PROXY or ALL_PROXY can't be used; it must begin with http:// or https://."
)

HERE = frozenset({"localhost", "127.0.0.1", "::1"})


class Said(TypedDict):
    """One message of a conversation."""

    role: str
    content: str


@dataclass(frozen=True, slots=True)
class Call:
    """One request: a conversation, and the response format if there is one."""

    model: str
    conversation: Sequence[Said]
    form: Mapping[str, object] | None
    deadline: Deadline
    ledger: Ledger


@dataclass(frozen=True, slots=True)
class Limits:
    """Seconds and numbers that bound the calls to an endpoint; backoff: full jitter up to `backoff` × 2ⁿ."""

    per_call: float = 60.0
    attempts: int = 3
    backoff: float = 1.0
    longest_backoff: float = 20.0
    concurrency: int = 16


def connect(api_key: str, base_url: str, limits: Limits) -> AsyncOpenAI:
    """A client without a policy of its own; each call has its own connection, and none stays open.

    It follows nobody elsewhere: an article is read where the operator says. The environment's proxies lead
    there, but not to this very machine. BadSettings when they, or the certificates, can't be used.
    """
    pool = Pool(max_connections=limits.concurrency, max_keepalive_connections=0)
    try:
        http = DefaultAsyncHttpxClient(
            limits=pool,
            timeout=limits.per_call,
            verify=_authorities(),
            follow_redirects=False,
            trust_env=urlsplit(base_url).hostname not in HERE,
            headers={"accept-encoding": ACCEPTED},
            event_hooks={"response": [bound]},
        )
    except (ValueError, ImportError) as error:
        raise BadSettings(PROXY) from error
    except OSError as error:
        raise BadSettings("The file in SSL_CERT_FILE can't be read; it must hold certificates.") from error
    return AsyncOpenAI(api_key=api_key, base_url=base_url, max_retries=0, http_client=http)


@cache
def _authorities() -> SSLContext:
    """The certificate authorities to trust; read once for all endpoints, for it takes 30 ms."""
    return create_ssl_context()


class Endpoint:
    """Where the model is."""

    def __init__(
        self,
        client: AsyncOpenAI,
        limits: Limits,
        breaker: Breaker,
        jitter: Callable[[float, float], float] = random.uniform,
    ) -> None:
        self._client = client
        self._limits = limits
        self._breaker = breaker
        self._jitter = jitter
        self._room = asyncio.Semaphore(limits.concurrency)
        self._door = asyncio.Lock()

    @property
    def url(self) -> str:
        """The base URL, without what should not be shown."""
        parts = urlsplit(str(self._client.base_url))
        return f"{parts.scheme}://{self.host}{parts.path}".rstrip("/")

    @property
    def host(self) -> str:
        """Host and port, as a person knows the endpoint."""
        return urlsplit(str(self._client.base_url)).netloc.rpartition("@")[2]

    async def chat(self, call: Call) -> Completion:
        """A model's answer to a conversation; Fault when there is none within the limits."""
        attempts = stamina.retry_context(
            on=self._again(call.deadline), attempts=self._limits.attempts, timeout=None
        )
        async for attempt in attempts:
            with attempt:
                return await self._call(call)
        raise AssertionError("stamina ends with an answer or an error")

    def _again(self, deadline: Deadline) -> Callable[[Exception], bool | float]:
        """Whether and after how many seconds to try again: not past the deadline, not what can't succeed."""
        numbers = itertools.count()

        def again(error: Exception) -> bool | float:
            if not isinstance(error, Fault) or not error.again:
                return False
            longest = min(self._limits.longest_backoff, self._limits.backoff * 2 ** next(numbers))
            wait = (error.wait or 0.0) + self._jitter(0.0, longest)
            return wait if wait < deadline.left else False

        return again

    async def _call(self, call: Call) -> Completion:
        self._breaker.check()
        outcome = await self._outcome(call)
        if isinstance(outcome, Fault):
            kind = type(outcome).__name__
            log.info("llm_call_failed", host=self.host, model=call.model, kind=kind, again=outcome.again)
            self._breaker.failed(outcome)
            raise outcome
        self._breaker.succeeded()
        return outcome

    async def _outcome(self, call: Call) -> Completion | Fault:
        """Faults are returned, not raised, so that no trace leads back to what an endpoint wrote."""
        try:
            async with call.deadline.timeout(call.deadline.left), self._room:
                return await self._send(call)
        except TimeoutError:
            message = (
                f"{self.host} did not answer in time; try again later, "
                "or set BRIEFER_LLM_CALL_SECONDS higher."
            )
            return Fault(message, again=True, down=True)
        except APIStatusError as error:
            return fault_of(Refusal.of(error), call.model, self.host)
        except APIConnectionError as error:
            return unreachable(error, self.host)
        except APIError:
            return Fault(f"{self.host} broke off its answer; try again in a minute.", again=True, down=True)
        except Fault as fault:
            return fault

    async def _send(self, call: Call) -> Completion:
        await self.one_by_one()
        call.ledger.sent()
        form = {"response_format": call.form} if call.form else {}
        # Posted as it is: the SDK's own method would copy the body leaf by leaf.
        body = {"model": call.model, "messages": call.conversation, **form}
        try:
            async with call.deadline.timeout(self._limits.per_call):
                answer = await self._client.post("/chat/completions", cast_to=str, body=body)
        except TooMuch:
            raise incompatible() from None
        await self.one_by_one()
        completion = read_completion(answer)
        if isinstance(completion, Refusal):
            raise fault_of(completion, call.model, self.host)
        return completion

    async def one_by_one(self) -> None:
        """A turn of the event loop of one's own: many large requests in a single one would hold it up."""
        async with self._door:
            await asyncio.sleep(0)
