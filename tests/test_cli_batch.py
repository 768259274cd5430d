"""`briefer batch`: every line answered, in order, whatever the others are like."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.shell import Briefer, documents, one_sentence

pytestmark = pytest.mark.usefixtures("one_child")

GOOD = {
    "id": "a",
    "text": "Ann Lee, the mayor of Lisbon, will open the bridge on 3 May 2031.",
    "published": "2031-04-01",
}


def lines(*items: object) -> str:
    return "".join(f"{item if isinstance(item, str) else json.dumps(item)}\n" for item in items)


def answers(briefer: Briefer, *items: object) -> list[Any]:
    result = briefer("batch", "-", "--jobs", "1", piped=lines(*items))
    assert (result.exit_code, result.stderr) == (0, "")
    return documents(result)


def test_briefs_come_in_the_order_of_their_lines(briefer: Briefer) -> None:
    asked = [{**GOOD, "id": number} for number in range(12)]
    assert [answer["id"] for answer in answers(briefer, *asked)] == list(range(12))


def test_more_jobs_change_nothing_but_the_time(briefer: Briefer) -> None:
    asked = lines(*({**GOOD, "id": number} for number in range(5)), "", "{")
    one, two = (documents(briefer("batch", "-", "--jobs", jobs, piped=asked)) for jobs in ("1", "2"))
    for answer in (*one[:-1], *two[:-1]):
        del answer["brief"]["usage"]["seconds"]
    assert one == two


def test_a_line_that_is_no_json_is_answered_with_its_number_and_blank_lines_are_skipped(
    briefer: Briefer,
) -> None:
    good, bad = answers(briefer, GOOD, "", "{broken", "   ")
    assert good["brief"]["schema"] == "briefer.brief/1"
    assert bad == {
        "id": None,
        "line": 3,
        "error": {"code": "unreadable", "message": "The line is not valid JSON in UTF-8."},
    }


@pytest.mark.parametrize(
    ("item", "code"),
    [
        ({"id": 1}, "empty"),
        ({"id": 1, "text": ""}, "empty"),
        ({"id": 1, "text": 7}, "unreadable"),
        ({"id": 1, "text": "Fine.", "title": ["x"]}, "unreadable"),
        ({"id": 1, "url": "http://127.0.0.1:9/"}, "blocked_address"),
        ({"id": 1, "url": "gopher://example.org/"}, "bad_link"),
        ({"id": 1, "html": "<html><body></body></html>"}, "not_an_article"),
        ({"id": 1, "text": "a " * 3_000_000}, "too_large"),
        ([1, 2], "unreadable"),
        ("[" * 100_000, "unreadable"),
        ("1" * 5_000, "unreadable"),
        ('{"id": NaN, "text": "The bridge closes on Monday."}', "unreadable"),
        ('"text"', "unreadable"),
    ],
)
def test_a_bad_line_gets_an_error_and_the_next_line_its_brief(
    briefer: Briefer, item: object, code: str
) -> None:
    bad, good = answers(briefer, item, GOOD)
    assert bad["error"]["code"] == code
    assert "brief" in good


@pytest.mark.parametrize("given", [7, 1.5, "x", None, True, {"a": [1]}, "\ud800", "é"])
def test_an_id_comes_back_as_it_was(briefer: Briefer, given: object) -> None:
    (answer,) = answers(briefer, {**GOOD, "id": given})
    assert answer["id"] == given


def test_what_a_line_says_of_its_article_is_believed(briefer: Briefer) -> None:
    (answer,) = answers(
        briefer, {**GOOD, "title": "Bridge", "url": "https://example.org/b", "language": "en"}
    )
    article = answer["brief"]["article"]
    assert [article[key] for key in ("title", "url", "published", "published_from")] == [
        "Bridge",
        "https://example.org/b",
        "2031-04-01",
        "given",
    ]


def test_a_page_is_briefed_like_a_text(briefer: Briefer) -> None:
    markup = f"<html><body><article><h1>Bridge</h1><p>{GOOD['text']}</p></article></body></html>"
    (answer,) = answers(briefer, {"id": 1, "html": markup})
    assert "Ann Lee" in {actor["name"] for actor in answer["brief"]["actors"]}


def test_answers_go_to_a_file_when_one_is_named(briefer: Briefer, tmp_path: Path) -> None:
    (tmp_path / "in.jsonl").write_text("\ufeff" + lines(GOOD), encoding="utf-8")
    result = briefer("batch", tmp_path / "in.jsonl", tmp_path / "out.jsonl", "--jobs", "1")
    assert (result.exit_code, result.stdout) == (0, "")
    assert json.loads((tmp_path / "out.jsonl").read_text(encoding="utf-8"))["id"] == "a"


def test_the_input_is_never_overwritten_by_the_output(briefer: Briefer, tmp_path: Path) -> None:
    path = tmp_path / "both.jsonl"
    path.write_text(lines(GOOD))
    assert briefer("batch", path, path).exit_code == 2
    assert path.read_text() == lines(GOOD)


def test_an_empty_input_is_an_empty_output(briefer: Briefer) -> None:
    assert answers(briefer) == []


def test_a_missing_input_says_so(briefer: Briefer, tmp_path: Path) -> None:
    result = briefer("batch", tmp_path / "none.jsonl")
    assert result.exit_code == 65
    assert "There is no file" in one_sentence(result)


@pytest.mark.parametrize("published", ["soon", "", "2031-13-45", "31.12.", "Tue, 01 Apr 2031 10:00:00 GMT"])
def test_a_date_that_cannot_be_read_costs_no_brief(briefer: Briefer, published: str) -> None:
    (answer,) = answers(briefer, {**GOOD, "published": published})
    assert answer["brief"]["summary"]
