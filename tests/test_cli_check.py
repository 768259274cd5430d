"""`briefer check`: a reading that somebody made, against an article."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.shell import Briefer, documents, one_sentence

ARTICLE: dict[str, Any] = {
    "title": "Bridge opens",
    "published": "2031-04-01",
    "sentences": [
        "Ann Lee, the mayor of Lisbon, met Bob Ray on Tuesday.",
        "The bridge will open on 3 May, she said.",
    ],
}
READING: dict[str, list[dict[str, object]]] = {
    "statements": [{"text": "Ann Lee met Bob Ray on Tuesday.", "sentences": [1]}],
    "actors": [
        {"name": "Ann Lee", "kind": "person", "role": "mayor of Lisbon", "aliases": [], "sentences": [1]}
    ],
    "events": [
        {
            "what": "The bridge will open",
            "phrase": "on 3 May",
            "where": None,
            "who": [],
            "status": "scheduled",
            "sentences": [2],
        }
    ],
}


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    article, reading = tmp_path / "article.json", tmp_path / "reading.json"
    article.write_text(json.dumps(ARTICLE))
    reading.write_text(json.dumps(READING))
    return article, reading


def test_a_faithful_reading_passes_as_a_brief(briefer: Briefer, files: tuple[Path, Path]) -> None:
    (document,) = documents(briefer("check", *files, "--json"))
    assert document["schema"] == "briefer.brief/1"
    assert document["withheld"] == []
    assert [event["when"]["edtf"] for event in document["events"]] == ["2031-05-03"]
    assert document["sentences"]["2"] == ARTICLE["sentences"][1]


def test_what_the_article_does_not_say_is_withheld_with_the_reason(
    briefer: Briefer, files: tuple[Path, Path]
) -> None:
    invented = {"text": "Carl Moss met Bob Ray on Tuesday.", "sentences": [1]}
    nowhere = {"text": "Ann Lee met Bob Ray.", "sentences": [9]}
    statements = [*READING["statements"], invented, nowhere]
    files[1].write_text(json.dumps({**READING, "statements": statements}))
    (document,) = documents(briefer("check", *files, "--json"))
    assert [item["text"] for item in document["withheld"]] == [invented["text"], nowhere["text"]]
    assert all(item["reason"] for item in document["withheld"])
    assert document["checks"] == {"statements": 3, "traced": 1, "withheld": 2}
    assert document["confidence"] == "low"


def test_without_json_it_is_a_card(briefer: Briefer, files: tuple[Path, Path]) -> None:
    assert "1 of 1 statement traced · 0 withheld" in briefer("check", *files).stdout


@pytest.mark.parametrize(
    ("which", "content"),
    [
        (0, "{"),
        (0, "[]"),
        (0, '{"title": "x"}'),
        (0, '{"sentences": []}'),
        (0, '{"sentences": [7]}'),
        (1, "no json"),
        (1, '{"statements": [{"text": "x"}]}'),
        (1, '{"actors": [{"name": "x", "kind": "alien", "sentences": [1]}]}'),
        (1, '{"events": [{"what": "x", "phrase": "y", "status": "maybe", "sentences": [1]}]}'),
        (1, "[" * 100_000),
    ],
)
def test_files_of_another_shape_are_turned_away(
    briefer: Briefer, files: tuple[Path, Path], which: int, content: str
) -> None:
    files[which].write_text(content)
    result = briefer("check", *files)
    assert result.exit_code == 65
    assert one_sentence(result)


def test_a_missing_file_says_so(briefer: Briefer, files: tuple[Path, Path], tmp_path: Path) -> None:
    result = briefer("check", files[0], tmp_path / "none.json")
    assert result.exit_code == 65
    assert "There is no file" in one_sentence(result)
