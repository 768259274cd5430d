"""What is reserved before a model is asked lies near what it takes, and not below."""

import pytest

from bot.engines.llm.estimating import estimate
from bot.services.briefing import Wanted
from bot.services.cleaning import clean
from tests.engines.llm.test_parts import long_text
from tests.loopback.endpoint import loopback
from tests.loopback.models import faithful
from tests.loopback.wiring import TEXT, extract, make_engine, make_model, make_reader


@pytest.mark.parametrize(
    ("text", "window"), [(TEXT, 100_000), (long_text(60), 100_000), (long_text(60), 6_000)]
)
async def test_a_reading_takes_no_more_than_its_estimate_and_not_much_less(text: str, window: int) -> None:
    article = clean(extract(text))
    async with loopback(faithful) as endpoint:
        model = make_model(endpoint.url)
        expected = estimate(make_reader(model, window=window), article)
        read = await make_engine(model, window=window).read(article, Wanted())
    taken = read.usage.prompt_tokens + read.usage.completion_tokens
    assert taken <= expected.prompt_tokens + expected.completion_tokens <= 4 * taken


async def test_a_second_reader_is_expected_to_read_all_once_more() -> None:
    article = clean(extract(TEXT))
    async with loopback(faithful) as endpoint:
        model = make_model(endpoint.url)
        alone, both = (estimate(make_reader(model, second=second), article) for second in (None, model))
    assert both.prompt_tokens == 2 * alone.prompt_tokens
