"""What an endpoint's refusals mean, by their status and by the words that come with it.

Statuses and codes as in OpenAI's guide to errors; what others say in their own words, and under statuses of
their own, is told by shared words.
"""

import email.utils
import math
import re
import ssl
import time
from collections.abc import Iterator
from dataclasses import dataclass

from openai import APIStatusError

from bot.engines.llm.faults import Fault, FormatRefused, TooLong

SAID = 1_000
"""Characters of a refusal that are looked at: some endpoints repeat the whole request after their words."""

TOO_LONG = re.compile(
    r"context.{0,12}(length|window|size)|maximum context|too long|too many tokens|max.{0,9}tokens"
)
EXCEEDED = re.compile(r"exceed.{0,20}context|context.{0,20}exceed")
TOO_LARGE = re.compile(r"request too large|tokens must be reduced|reduce your message size")
FILTERED = re.compile(
    r"content.?(filter|policy|management)|safety|moderation|flagged|usage polic|inappropriate content"
    r"|data_inspection"
)
UNKNOWN_MODEL = re.compile(
    r"model.{0,60}(not.?found|does.?n.t exist|does not exist|unknown|invalid)|unknown model|no such model"
    r"|no models? loaded"
)
NO_CREDIT = re.compile(
    r"insufficient.?(quota|funds|balance|credit)|exceeded your current quota|out of credits"
    r"|credit balance is too low|billing.?(not.?active|hard.?limit)"
)
BAD_KEY = re.compile(r"api.?key.{0,20}(not valid|invalid|expired)|(invalid|incorrect|missing) api.?key")
FORMAT = re.compile(r"json.?schema|response.?format|grammar|structured.?output|system role")
LATER = re.compile(r"(?:retry|try again) (?:in|after) (?=\d)(?:(\d+)m(?!s))?(?:(\d+(?:\.\d+)?)(ms|s))?")
"""“Please retry in 25.4s”, “try again in 6m0s”, “in 120ms”: a limit that ends by itself."""

LONGEST_WAIT = 3600.0
NUMBER = re.compile(r"[0-9]+(?:\.[0-9]+)?")

_UNAUTHORIZED, _PAYMENT, _FORBIDDEN, _TOO_LARGE, _BUSY, _SERVER = 401, 402, 403, 413, 429, 500
_BAD_REQUEST = frozenset({400, _TOO_LARGE, 422})
_TRANSIENT = frozenset({408, 409, 425})
_LASTING = {
    _UNAUTHORIZED: "{host} refused the API key; check OPENAI_API_KEY.",
    _FORBIDDEN: "{host} does not let this API key use the model {model}; check the key's rights.",
    404: "{host} has no model {model} at this address; check OPENAI_MODEL and OPENAI_BASE_URL "
    "(it usually ends in /v1).",
}


@dataclass(frozen=True, slots=True)
class Refusal:
    """What came instead of an answer: a status, what was said in small letters, and the seconds to wait."""

    status: int
    said: str
    wait: float | None = None

    @classmethod
    def of(cls, error: APIStatusError) -> "Refusal":
        """The refusal in a response."""
        said = error.response.text[:SAID].lower()
        wait = _wait(error)
        return cls(error.status_code, said, _wait_said(said) if wait is None else wait)


def fault_of(refusal: Refusal, model: str, host: str) -> Fault:
    """The sentence for a person behind a status other than success."""
    return _by_words(refusal, model, host) or _by_status(refusal, model, host)


def _by_words(refusal: Refusal, model: str, host: str) -> Fault | None:
    """What is told by what was said, whatever the exact status."""
    status, said = refusal.status, refusal.said
    refused = status in {*_BAD_REQUEST, _FORBIDDEN}
    if _is_too_long(status, said):
        return TooLong(
            f"The article's parts do not fit what {model} takes at once; set BRIEFER_LLM_CONTEXT lower."
        )
    if _is_unpaid(status, said):
        message = "The account behind the API key has no credit left; top it up or change OPENAI_API_KEY."
        return Fault(message, down=True)
    if refused and FILTERED.search(said):
        return Fault("The endpoint's content filter stopped this article.")
    if refused and BAD_KEY.search(said):
        return Fault(_LASTING[_UNAUTHORIZED].format(host=host), down=True)
    if refused and UNKNOWN_MODEL.search(said):
        return Fault(f"{host} does not know the model {model}; check OPENAI_MODEL.", down=True)
    return None


def _by_status(refusal: Refusal, model: str, host: str) -> Fault:
    status, wait = refusal.status, refusal.wait
    if status == _BUSY:
        message = f"{host} has too many requests at the moment; try again in a minute."
        if (minutes := math.ceil((wait or 0.0) / 60)) > 1:
            message = f"{host} has too many requests at the moment; try again in {minutes} minutes."
        return Fault(message, again=True, wait=wait)
    if status in _BAD_REQUEST or (status not in _LASTING and FORMAT.search(refusal.said)):
        return FormatRefused(f"{host} refused every way of asking; check that OPENAI_MODEL is a chat model.")
    if status in _TRANSIENT or status >= _SERVER:
        message = f"{host} is out of order at the moment; try again in a minute."
        return Fault(message, again=True, wait=wait, down=True)
    refused = f"{host} refused the request (status {status}); check OPENAI_BASE_URL."
    return Fault(_LASTING.get(status, refused).format(host=host, model=model), down=True)


def unreachable(error: Exception, host: str) -> Fault:
    """The sentence behind a connection that did not come about, or broke."""
    if any(isinstance(cause, ssl.SSLCertVerificationError) for cause in _causes(error)):
        message = f"The certificate of {host} is not trusted; set SSL_CERT_FILE to the file of its authority."
        return Fault(message, down=True)
    message = f"{host} can't be reached; check OPENAI_BASE_URL and that the server runs."
    return Fault(message, again=True, down=True)


def _is_too_long(status: int, said: str) -> bool:
    """Also where a limit for each minute is below a single request, which no waiting helps."""
    if status == _BUSY:
        return bool(TOO_LARGE.search(said))
    if status >= _SERVER:
        return bool(EXCEEDED.search(said))
    return status == _TOO_LARGE or (status in _BAD_REQUEST and bool(TOO_LONG.search(said)))


def _is_unpaid(status: int, said: str) -> bool:
    may_be = status in {*_BAD_REQUEST, _FORBIDDEN, _BUSY} and not LATER.search(said)
    return status == _PAYMENT or (may_be and bool(NO_CREDIT.search(said)))


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    while error is not None:
        yield error
        error = error.__cause__ or error.__context__


def _wait(error: APIStatusError) -> float | None:
    """Retry-After in seconds, from its number or its date; retry-after-ms where it is given."""
    headers = error.response.headers
    if NUMBER.fullmatch(milliseconds := headers.get("retry-after-ms", "")):
        return min(LONGEST_WAIT, float(milliseconds) / 1000)
    value = headers.get("retry-after", "").strip()
    if NUMBER.fullmatch(value):
        return min(LONGEST_WAIT, float(value))
    try:
        return max(0.0, email.utils.parsedate_to_datetime(value).timestamp() - time.time())
    except (ValueError, OverflowError):
        return None


def _wait_said(said: str) -> float | None:
    """The same from the words of endpoints that have no such header."""
    found = LATER.search(said)
    if not found or not any(found.groups()):
        return None
    minutes, number, unit = found.groups()
    seconds = float(number or 0) / (1000 if unit == "ms" else 1)
    return min(LONGEST_WAIT, 60 * float(minutes or 0) + seconds)
