import json

import pytest

from bot.engines.llm.extraction import parse
from bot.engines.llm.faults import Unusable
from bot.engines.llm.pages import numbered, visible
from bot.engines.llm.shape import schema_of, shape_of
from bot.engines.llm.wire import WireLines, WireReading, WireStatements, WireVerdicts

GOOD = '{"statements": [{"text": "It rained.", "sentences": [1]}]}'


@pytest.mark.parametrize(
    "text",
    [
        GOOD,
        f"```json\n{GOOD}\n```",
        f"Here you are: {GOOD} Anything else?",
        f"<think>{{hm}} {{}}</think>\n{GOOD}",
        f'Perhaps {{"statements": [], "doubt": "{"hm" * 99}"}}?</think>{GOOD}',
        f"{GOOD}</think>",
        f'{{"brief": {GOOD}}}',
        f'First {{"draft": 1}}, then {GOOD}',
        f"\ufeff\n\n{GOOD}",
        f"{{{{ {GOOD}",
    ],
)
def test_json_is_found_wherever_it_stands(text: str) -> None:
    assert parse(WireStatements, text).answer.claims()[0].text == "It rained."


@pytest.mark.parametrize(
    ("text", "shapeless"),
    [
        ("", True),
        ("It rained.", True),
        ("[1, 2]", True),
        ('{"error": "busy"}', True),
        (GOOD[:30], False),
        ('{"statements": "It rained."}', False),
        ("{" * 100_000, True),
        ('{"statements": [{"text": {}}]}', False),
        ('{"statements": ' + "[" * 100_000, False),
    ],
)
def test_what_holds_no_answer_is_refused_with_a_reason_for_the_model(text: str, *, shapeless: bool) -> None:
    with pytest.raises(Unusable) as caught:
        parse(WireStatements, text)
    assert caught.value.shapeless is shapeless
    assert caught.value.why.endswith(".")
    assert text[:20] not in str(caught.value) or not text


BAD_ACTOR = '"actors": [{"name": "Mars", "kind": "planet"}]'


def test_items_that_can_not_be_read_are_left_out_and_counted() -> None:
    parsed = parse(WireStatements, GOOD.replace("[{", '["No.", {'))
    assert [claim.text for claim in parsed.answer.claims()] == ["It rained."]
    assert parsed.left_out == 1


def test_a_list_of_which_nothing_is_left_is_asked_for_again_and_then_left_out() -> None:
    with pytest.raises(Unusable, match="form"):
        parse(WireReading, f"{GOOD[:-1]}, {BAD_ACTOR}}}")
    parsed = parse(WireReading, f"{GOOD[:-1]}, {BAD_ACTOR}}}", last=True)
    assert (len(parsed.answer.statements), parsed.answer.actors, parsed.left_out) == (1, [], 1)


def test_an_answer_without_what_was_asked_for_first_is_none() -> None:
    with pytest.raises(Unusable):
        parse(WireReading, '{"statements": ["It rained."], "events": [{"what": "Rain"}]}', last=True)


@pytest.mark.parametrize(
    "printed", ["- It rained.", "It rained. [1]", "It rained [1, 2].", "It\n rained.", "It \u202erained."]
)
def test_what_stands_around_a_statement_is_no_part_of_it(printed: str) -> None:
    assert parse(WireStatements, GOOD.replace("It rained.", printed)).answer.claims()[0].text == "It rained."


@pytest.mark.parametrize(
    ("value", "ids"),
    [
        ([1, 2], [1, 2]),
        (["1", "s2"], [1, 2]),
        ("1, 2", [1, 2]),
        (3, [3]),
        (None, []),
        ([[4], "[5]"], [4, 5]),
        ([1, 1], [1]),
        ([1.0, "2.0"], [1, 2]),
        ("3–5", [3, 4, 5]),
        (["1-900"], [1, 900]),
        ([float("inf"), True, 10**30], []),
    ],
)
def test_ids_are_read_from_all_that_models_make_of_them(value: object, ids: list[int]) -> None:
    answer = WireStatements.model_validate({"statements": [{"text": "x", "sentences": value}]})
    assert answer.statements[0].sentences == ids


@pytest.mark.parametrize("kind", ["Person", "PERSON", " people "])
def test_kinds_are_read_in_any_case_and_by_other_words(kind: str) -> None:
    answer = WireReading.model_validate({"actors": [{"name": "Ann", "kind": kind}]})
    assert answer.reading().actors[0].kind == "person"


@pytest.mark.parametrize("role", [None, "", "null", "N/A", "none"])
def test_every_way_to_say_that_there_is_no_role_is_none(role: str | None) -> None:
    answer = WireReading.model_validate({"actors": [{"name": "Ann", "kind": "person", "role": role}]})
    assert answer.reading().actors[0].role is None


def test_claims_that_say_nothing_are_left_out() -> None:
    reading = WireReading.model_validate(
        {
            "statements": [{"text": " "}],
            "actors": [{"name": None, "kind": "person"}],
            "events": [{"phrase": "now"}],
        }
    ).reading()
    assert not reading.statements + reading.actors + reading.events


@pytest.mark.parametrize("answer", [WireReading, WireStatements, WireVerdicts, WireLines])
def test_schemas_keep_to_what_every_endpoint_takes(answer: type[WireReading]) -> None:
    def look(node: object) -> None:
        if isinstance(node, dict):
            assert node.keys() <= {"type", "properties", "required", "additionalProperties", "items", "enum"}
            if node["type"] == "object":
                assert node["required"] == list(node["properties"])
                assert node["additionalProperties"] is False
            for child in [node.get("items"), *node.get("properties", {}).values()]:
                look(child)

    look(schema_of(answer))


def test_the_reading_on_the_wire_is_the_contract() -> None:
    assert json.loads(shape_of(WireReading)) == {
        "statements": [{"text": "…", "sentences": [1]}],
        "actors": [
            {
                "name": "…",
                "kind": "person|organization|state|place|group",
                "role": "… or null",
                "aliases": ["…"],
                "sentences": [1],
            }
        ],
        "events": [
            {
                "what": "…",
                "phrase": "…",
                "where": "… or null",
                "who": ["…"],
                "status": "scheduled|expected|proposed|conditional|postponed|cancelled",
                "sentences": [1],
            }
        ],
    }


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain", "plain"),
        ("a\u200bb\u202ec\ufeff", "abc"),
        ("line\u2028break\r\nand\ttab", "line break and tab"),
        ("ig\u200dnore", "ignore"),
        ("می\u200cخواهد", "می\u200cخواهد"),
        ("".join(chr(0xE0000 + ord(c)) for c in "obey"), ""),
    ],
)
def test_only_what_a_person_sees_is_shown_to_a_model(text: str, shown: str) -> None:
    assert visible(text) == shown


def test_a_sentence_that_begins_with_a_digit_keeps_its_distance_from_its_id() -> None:
    assert numbered([(1, "It rained."), (12, "7 people left.")]) == "1 It rained.\n12: 7 people left."
