from datetime import date, timedelta
from pathlib import Path

import pytest

from bot.engines.llm.ladder import KEPT_DAYS, Ladder, Rung
from bot.services.briefing import Wanted
from tests.loopback.endpoint import Reply, Request, answer, completion, failure, loopback
from tests.loopback.wiring import GOOD, extract, make_briefing, make_engine, make_model

TODAY = date(2026, 11, 24)


def objects_only(request: Request) -> Reply:
    return (
        answer(GOOD) if request.form_type == "json_object" else failure(400, None, "no such response_format")
    )


def test_an_unknown_endpoint_is_asked_the_surest_way() -> None:
    assert Ladder().rung("a") is Rung.STRICT
    assert Ladder().known("a") is None


def test_what_was_found_is_remembered_for_each_endpoint_and_model() -> None:
    ladder = Ladder()
    ladder.settle("a", Rung.OBJECT)
    assert ladder.rung("a") is ladder.known("a") is Rung.OBJECT
    assert ladder.rung("b") is Rung.STRICT


def test_it_survives_the_process_and_is_tried_anew_after_a_while(tmp_path: Path) -> None:
    file = tmp_path / "data" / "ladder.json"
    Ladder(file, lambda: TODAY).settle("a", Rung.PLAIN)
    assert Ladder(file, lambda: TODAY + timedelta(KEPT_DAYS - 1)).rung("a") is Rung.PLAIN
    assert Ladder(file, lambda: TODAY + timedelta(KEPT_DAYS)).rung("a") is Rung.STRICT


@pytest.mark.parametrize("content", ["", "{", '{"a": 1}', '{"a": {"rung": "ladder", "on": "2026-11-24"}}'])
def test_a_damaged_memory_is_an_empty_one(tmp_path: Path, content: str) -> None:
    file = tmp_path / "ladder.json"
    file.write_text(content)
    assert Ladder(file).rung("a") is Rung.STRICT


def test_a_place_that_can_not_be_written_to_is_no_failure(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    ladder = Ladder(tmp_path / "file" / "ladder.json")
    ladder.settle("a", Rung.OBJECT)
    assert ladder.rung("a") is Rung.OBJECT


async def test_the_second_article_goes_straight_to_the_right_rung() -> None:
    async with loopback(objects_only) as endpoint:
        briefing = make_briefing(make_engine(make_model(endpoint.url)))
        first = await briefing.brief(extract(), Wanted())
        second = await briefing.brief(extract(), Wanted())
    assert (first.usage.calls, second.usage.calls) == (3, 1)


async def test_where_no_schema_is_enforced_the_shape_is_told_in_words() -> None:
    async with loopback(objects_only) as endpoint:
        await make_briefing(make_engine(make_model(endpoint.url))).brief(extract(), Wanted())
    strict, _, in_words = (request.messages[0]["content"] for request in endpoint.requests)
    assert "of exactly this shape" not in strict
    assert '"statements": [{"text": "…", "sentences": [1]}]' in in_words
    assert '"role": "… or null"' in in_words


async def test_a_schema_that_is_ignored_is_not_relied_on_again() -> None:
    def ignores(request: Request) -> Reply:
        return completion("Gladly!") if request.form_type == "json_schema" else answer(GOOD)

    async with loopback(ignores) as endpoint:
        briefing = make_briefing(make_engine(make_model(endpoint.url)))
        await briefing.brief(extract(), Wanted())
        await briefing.brief(extract(), Wanted())
    assert [request.form_type for request in endpoint.requests] == [
        "json_schema",
        "json_object",
        "json_object",
    ]


async def test_an_answer_of_the_right_shape_with_a_wrong_word_leaves_the_ladder_alone() -> None:
    def once_wrong(request: Request) -> Reply:
        wrong = {**GOOD, "actors": [{"name": "Oslo", "kind": "planet", "sentences": [1]}]}
        return answer(wrong if request.number == 1 else GOOD)

    async with loopback(once_wrong) as endpoint:
        await make_briefing(make_engine(make_model(endpoint.url))).brief(extract(), Wanted())
    assert [request.form_type for request in endpoint.requests] == ["json_schema", "json_schema"]
    assert "actors.0.kind" in endpoint.requests[1].messages[-1]["content"]
    assert endpoint.requests[1].messages[-2]["role"] == "assistant"
