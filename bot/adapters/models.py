"""What is known about language models: how much they read at once and what they cost (genai-prices)."""

import ipaddress
from collections.abc import Callable
from functools import cache
from urllib.parse import urlsplit

HOSTED_WINDOW = 32_768
"""Tokens that an unknown hosted model is taken to read at once."""

LOCAL_WINDOW = 8_192
"""Tokens for an unknown model on one's own machine; servers cut the start of longer prompts silently."""

MILLION = 1_000_000


@cache
def window(model: str, base_url: str) -> int:
    """The context window of a model, in tokens; a cautious guess for models that nobody listed."""
    from genai_prices import Usage, calc_price  # noqa: PLC0415 - 0.3 s that only the LLM engine needs

    try:
        known = calc_price(Usage(input_tokens=1), model).model.context_window
    except LookupError:
        known = None
    return known or (LOCAL_WINDOW if is_local(base_url) else HOSTED_WINDOW)


def price_at(base_url: str) -> Callable[[str, int, int], float | None]:
    """What a provider asks for prompt and completion tokens, in US dollars; None where it is not listed."""

    def price(model: str, prompt: int, completion: int) -> float | None:
        from genai_prices import Usage, calc_price  # noqa: PLC0415 - as above

        used = Usage(input_tokens=prompt, output_tokens=completion)
        try:
            return float(calc_price(used, model, provider_api_url=base_url).total_price)
        except LookupError:
            return None

    return price


def fixed_price(prices: str) -> Callable[[str, int, int], float | None]:
    """A price as an operator gives it: `0.15/0.60`, US dollars a million prompt and completion tokens."""
    per_prompt, per_completion = (float(value) / MILLION for value in prices.split("/"))
    return lambda _model, prompt, completion: prompt * per_prompt + completion * per_completion


def is_local(base_url: str) -> bool:
    """Whether an endpoint stands on this machine or in this network."""
    host = urlsplit(base_url).hostname or ""
    try:
        return ipaddress.ip_address(host).is_private
    except ValueError:
        return "." not in host or host.endswith((".local", ".lan", ".internal", ".localhost"))
