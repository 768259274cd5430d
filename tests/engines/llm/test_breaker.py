import pytest

from bot.engines.llm.breaker import Breaker
from bot.engines.llm.faults import Fault
from bot.services.briefing import Wanted
from tests.loopback.endpoint import failure, loopback
from tests.loopback.wiring import extract, make_briefing, make_engine, make_model

DOWN = Fault("The endpoint is out of order.", down=True)


class Clock:
    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def opened(clock: Clock) -> Breaker:
    breaker = Breaker(limit=2, rest=30, clock=clock)
    breaker.failed(DOWN)
    breaker.failed(DOWN)
    return breaker


def test_it_opens_after_failures_in_a_row_and_repeats_the_reason() -> None:
    with pytest.raises(Fault, match="out of order"):
        opened(Clock()).check()


def test_faults_that_are_not_the_endpoints_do_not_count() -> None:
    breaker = Breaker(limit=1)
    breaker.failed(Fault("The model declined."))
    breaker.check()


def test_a_success_between_failures_keeps_it_closed() -> None:
    breaker = Breaker(limit=2)
    breaker.failed(DOWN)
    breaker.succeeded()
    breaker.failed(DOWN)
    breaker.check()


def test_after_its_rest_one_call_is_let_through_until_one_succeeds() -> None:
    clock = Clock()
    breaker = opened(clock)
    clock.now += 30
    breaker.check()
    with pytest.raises(Fault):
        breaker.check()
    breaker.succeeded()
    breaker.check()


async def test_nobody_waits_for_an_endpoint_that_is_known_to_be_down() -> None:
    async with loopback(lambda _: failure(503)) as endpoint:
        briefing = make_briefing(make_engine(make_model(endpoint.url)))
        briefs = [await briefing.brief(extract(), Wanted()) for _ in range(5)]
    assert len(endpoint.requests) == 5
    assert [brief.usage.calls for brief in briefs] == [3, 2, 0, 0, 0]
    assert all("out of order" in str(brief.engine.fallback) for brief in briefs)
