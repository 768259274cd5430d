"""What an endpoint's refusals mean, by status and by the code in their body.

Statuses and codes as in OpenAI's guide to errors; what others say in their own words is told by shared words.
"""

import email.utils
import re
import time

from openai import APIStatusError

from bot.engines.llm.faults import Fault, FormatRefused, TooLong

TOO_LONG = re.compile(
    r"context.{0,12}(length|window|size)|maximum context|too long|too many tokens|max.{0,9}tokens"
)
FILTERED = re.compile(r"content.?(filter|policy|management)|safety|moderation")
UNKNOWN_MODEL = re.compile(
    r"model.{0,60}(not.?found|does.?n.t exist|does not exist|unknown|invalid)|unknown model|no such model"
)
NO_CREDIT = re.compile(
    r"insufficient.?(quota|funds|balance|credit)|exceeded your current quota|billing|out of credits"
)
LONGEST_WAIT = 3600.0
NUMBER = re.compile(r"[0-9]+(?:\.[0-9]+)?")

_PAYMENT, _BUSY, _SERVER = 402, 429, 500
_MAYBE_UNPAID = frozenset({403, 429})
_BAD_REQUEST = frozenset({400, 413, 422})
_TRANSIENT = frozenset({408, 409, 425})
_LASTING = {
    401: "{host} refused the API key; check OPENAI_API_KEY.",
    403: "{host} does not let this API key use the model {model}; check the key's rights.",
    404: "{host} has no model {model} at this address; check OPENAI_MODEL and OPENAI_BASE_URL.",
}


def fault_of(error: APIStatusError, model: str, host: str) -> Fault:
    """The sentence for a person behind a status other than success."""
    status, said, wait = error.status_code, _said(error), _wait(error)
    if status == _PAYMENT or (status in _MAYBE_UNPAID and NO_CREDIT.search(said)):
        message = "The account behind the API key has no credit left; top it up or change OPENAI_API_KEY."
        return Fault(message, down=True)
    if status in _BAD_REQUEST:
        return _bad_request(said, model, host)
    if status == _BUSY:
        return Fault(
            f"{host} has too many requests at the moment; try again in a minute.", again=True, wait=wait
        )
    if status in _TRANSIENT or status >= _SERVER:
        message = f"{host} is out of order at the moment; try again in a minute."
        return Fault(message, again=True, wait=wait, down=True)
    refused = f"{host} refused the request (status {status}); check OPENAI_BASE_URL."
    return Fault(_LASTING.get(status, refused).format(host=host, model=model), down=True)


def _bad_request(said: str, model: str, host: str) -> Fault:
    if TOO_LONG.search(said):
        return TooLong(
            f"The article's parts do not fit the window of {model}; set BRIEFER_LLM_CONTEXT lower."
        )
    if FILTERED.search(said):
        return Fault("The endpoint's content filter stopped this article.")
    if UNKNOWN_MODEL.search(said):
        return Fault(f"{host} does not know the model {model}; check OPENAI_MODEL.", down=True)
    return FormatRefused(f"{host} refused every way of asking; check that OPENAI_MODEL is a chat model.")


def _said(error: APIStatusError) -> str:
    body = error.body if isinstance(error.body, dict) else {}
    return f"{body.get('code')} {body.get('type')} {error.message}".lower()


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
