"""The article this project started from, briefed from end to end: machine-translated, with page noise and no date."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.shell import call

DATA = Path(__file__).parent / "data" / "sample"
GOLD = json.loads((DATA / "moscow-washington.gold.json").read_text(encoding="utf-8"))
PEOPLE = {actor["name"]: actor for actor in GOLD["actors"] if actor["kind"] == "person"}


@pytest.fixture(scope="module")
def brief() -> dict[str, Any]:
    printed = call("brief", DATA / "moscow-washington.txt", "--json", "--engine", "offline").stdout
    made: dict[str, Any] = json.loads(printed)
    return made


def content_words(text: str) -> set[str]:
    small = {"of", "the", "and", "for", "at", "in"}
    return {word.rstrip("s") for word in text.casefold().replace("’s", "").split()} - small


def test_every_named_person_is_found_and_all_but_one_with_the_printed_role(brief: dict[str, Any]) -> None:
    found = {actor["name"]: actor["role"] or "" for actor in brief["actors"] if actor["kind"] == "person"}
    assert set(found) == set(PEOPLE)
    right = [name for name in found if content_words(found[name]) == content_words(PEOPLE[name]["role"])]
    assert len(right) >= len(PEOPLE) - 1


def test_the_two_powers_are_states(brief: dict[str, Any]) -> None:
    assert {"Russia", "United States"} <= {a["name"] for a in brief["actors"] if a["kind"] == "state"}


def test_the_three_events_carry_the_dates_that_the_text_allows(brief: dict[str, Any]) -> None:
    assert all(event["past"] for event in brief["events"])
    events = [(event["when"]["phrase"], event["when"]["edtf"], event["where"]) for event in brief["events"]]
    assert events == [
        ("in December", "2021-12", "Geneva"),
        ("before the end of this year", "../2021-12-31", None),
        ("Shortly afterwards", None, "Geneva"),
    ]


def test_the_year_comes_from_the_text_and_the_brief_says_how(brief: dict[str, Any]) -> None:
    assert (brief["article"]["published"], brief["article"]["published_from"]) == ("2021", "text")
    assert any("June 1400" in note and "Solar Hijri" in note for note in brief["notes"])


def test_nothing_of_the_page_around_it_is_left(brief: dict[str, Any]) -> None:
    kept = set(brief["sentences"].values())
    assert brief["article"]["title"] == GOLD["title"]
    assert kept.isdisjoint({*GOLD["furniture"], GOLD["title"]})
    assert set(GOLD["furniture"]) <= set(brief["article"]["removed"])


def test_every_statement_is_traced(brief: dict[str, Any]) -> None:
    assert brief["checks"] == {
        "statements": len(brief["summary"]),
        "traced": len(brief["summary"]),
        "withheld": 0,
    }
    for statement in brief["summary"]:
        assert statement["text"] in " ".join(brief["sentences"][str(i)] for i in statement["sentences"])
