from bot.services.briefing import Wanted
from tests.loopback.endpoint import answer, loopback
from tests.loopback.wiring import GOOD, extract, make_briefing, make_engine, make_model


async def test_an_article_that_fits_takes_one_call() -> None:
    async with loopback(lambda _: answer(GOOD)) as endpoint:
        brief = await make_briefing(make_engine(make_model(endpoint.url))).brief(extract(), Wanted())
    assert len(endpoint.requests) == brief.usage.calls == 1
    assert [statement.text for statement in brief.summary] == [item["text"] for item in GOOD["statements"]]
