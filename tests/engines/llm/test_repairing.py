"""One targeted repair, and a second reader: at most one call each, and only their “no” or silence withholds."""

from bot.services.briefing import Wanted
from tests.loopback.endpoint import Reply, Request, answer, completion, failure, loopback
from tests.loopback.wiring import GOOD, extract, make_briefing, make_engine, make_model

INVENTED: dict[str, object] = {
    "text": "Ingrid Dahl said the agreement would create 900 jobs in Bergen.",
    "sentences": [2],
}
MENDED: dict[str, object] = {
    "text": "Ingrid Dahl said the agreement would create 400 jobs in Bergen.",
    "sentences": [2],
}
FIRST = GOOD["statements"][0]


def reading(*statements: dict[str, object]) -> Reply:
    return answer({**GOOD, "statements": list(statements)})


def mends(*statements: dict[str, object]) -> Reply:
    return answer({"statements": list(statements)})


async def test_statements_that_fail_go_back_once_with_their_reasons() -> None:
    def script(request: Request) -> Reply:
        return mends(MENDED) if request.prompt == "repair" else reading(FIRST, INVENTED)

    async with loopback(script) as endpoint:
        brief = await make_briefing(make_engine(make_model(endpoint.url))).brief(extract(), Wanted())
    assert [request.prompt for request in endpoint.requests] == ["read", "repair"]
    repair = endpoint.requests[1].user
    assert str(INVENTED["text"]) in repair
    assert str(FIRST["text"]) not in repair
    assert [statement.text for statement in brief.summary] == [FIRST["text"], MENDED["text"]]
    assert not brief.withheld
    assert brief.usage.calls == 2
    assert brief.engine.prompts.keys() == {"read", "repair"}


async def test_what_fails_again_is_withheld_and_not_asked_for_again() -> None:
    def script(request: Request) -> Reply:
        return mends(INVENTED) if request.prompt == "repair" else reading(FIRST, INVENTED)

    async with loopback(script) as endpoint:
        brief = await make_briefing(make_engine(make_model(endpoint.url))).brief(extract(), Wanted())
    assert len(endpoint.requests) == 2
    assert [item.text for item in brief.withheld] == [INVENTED["text"]]
    assert [statement.text for statement in brief.summary] == [FIRST["text"]]


async def test_wrong_ids_can_be_corrected_because_matching_sentences_are_shown() -> None:
    misplaced = {**MENDED, "sentences": [6]}

    def script(request: Request) -> Reply:
        if request.prompt == "repair":
            assert "\n2 Ingrid Dahl" in request.user
            return mends(MENDED)
        return reading(FIRST, misplaced)

    async with loopback(script) as endpoint:
        brief = await make_briefing(make_engine(make_model(endpoint.url))).brief(extract(), Wanted())
    assert [statement.sentences for statement in brief.summary] == [(1,), (2,)]


async def test_a_repair_that_comes_back_empty_or_twice_adds_nothing() -> None:
    def script(request: Request) -> Reply:
        return mends({"text": "", "sentences": []}, FIRST) if request.prompt == "repair" else first

    first = reading(FIRST, INVENTED, {**INVENTED, "text": "Iceland refused to sign the agreement with Chad."})
    async with loopback(script) as endpoint:
        brief = await make_briefing(make_engine(make_model(endpoint.url))).brief(extract(), Wanted())
    assert [statement.text for statement in brief.summary] == [FIRST["text"]]
    assert len(brief.withheld) == 2
    assert brief.confidence == "low"


async def test_a_repair_that_fails_only_withholds() -> None:
    def script(request: Request) -> Reply:
        return failure(400, "content_filter") if request.prompt == "repair" else reading(FIRST, INVENTED)

    async with loopback(script) as endpoint:
        brief = await make_briefing(make_engine(make_model(endpoint.url))).brief(extract(), Wanted())
    assert brief.engine.fallback is None
    assert [item.text for item in brief.withheld] == [INVENTED["text"]]


async def test_the_second_reader_sees_each_statement_with_its_own_sentences_and_its_no_withholds() -> None:
    def script(request: Request) -> Reply:
        if request.prompt == "judge":
            return answer({"verdicts": [{"number": 1, "supported": True}, {"number": 2, "supported": False}]})
        return answer(GOOD)

    async with loopback(script) as endpoint:
        model, second = make_model(endpoint.url), make_model(endpoint.url, "small-model")
        brief = await make_briefing(make_engine(model, second=second)).brief(extract(), Wanted())
    judged = endpoint.requests[1]
    assert judged.body["model"] == "small-model"
    assert "Statement 2: Ingrid Dahl" in judged.user
    assert "Reykjavik" not in judged.user
    assert [statement.text for statement in brief.summary] == [FIRST["text"]]
    assert [item.reason for item in brief.withheld] == [
        "a second reader did not find all of it in the sentences it cites"
    ]
    assert brief.usage.calls == 2


async def test_a_second_reader_that_fails_withholds_nothing_and_is_told() -> None:
    def script(request: Request) -> Reply:
        return completion("I think so.") if request.prompt in {"judge", ""} else answer(GOOD)

    async with loopback(script) as endpoint:
        model, second = make_model(endpoint.url), make_model(endpoint.url, "small-model")
        brief = await make_briefing(make_engine(model, second=second)).brief(extract(), Wanted())
    assert len(brief.summary) == 2
    assert any("second reader could not judge" in note for note in brief.notes)
