"""Which pieces are copies, which tell one story, and which only look so."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.services.digesting.stories import Piece, distinct, stories

NINE = datetime(2026, 11, 26, 9, tzinfo=UTC)
TEXT = (
    "The ferry Kahurangi Star will stay in port in Wellington until January 12 after inspectors found a second "
    "crack in her stern ramp, leaving 8,000 holidaymakers stranded. StraitLink cancelled all sailings. "
    "Passengers would be told by Friday noon, chief executive Te Rina Paewai-Hohaia said."
)
PIECE = Piece("1", "Cook Strait ferry out as second crack is found", TEXT, "https://a.example/1", "A", NINE)
TOLD_AGAIN = Piece(
    "2",
    "Second crack keeps Cook Strait ferry tied up, 8,000 stranded",
    "Inspectors found another crack in the stern ramp of the Kahurangi Star. StraitLink has cancelled her "
    "sailings through January 11. Holidaymakers will hear by Friday noon whether another ship has room, chief "
    "executive Te Rina Paewai-Hohaia said in Wellington. She was in port for repairs to the ramp already.",
    "https://b.example/1",
    "B",
    NINE + timedelta(hours=2),
)
OTHER = Piece(
    "3",
    "Engine fire sends freight ferry back to Wellington",
    "A freight ferry turned back to Wellington with an engine fire on Tuesday. Nobody was hurt, the crew said.",
    "https://c.example/1",
    "C",
    NINE,
)


def _ids(*pieces: Piece) -> list[list[str]]:
    return [[piece.id for piece in story] for story in stories(pieces)]


def test_reports_of_one_event_are_one_story_the_earliest_first_and_others_their_own() -> None:
    assert _ids(TOLD_AGAIN, OTHER, PIECE) == [["1", "2"], ["3"]]


def test_nothing_is_no_story() -> None:
    assert stories([]) == ()


@pytest.mark.parametrize(
    "copy",
    [
        Piece(
            "2",
            "Quite another headline",
            "Quite another text.",
            "https://a.example/1?utm_source=x#c",
            "A",
            NINE,
        ),
        replace(PIECE, id="2", link="https://b.example/1", outlet="B"),
        replace(PIECE, id="2", link="https://b.example/1", title="Ramp trouble", text="(Agency) " + TEXT),
    ],
    ids=["address", "text", "nearly the text"],
)
def test_copies_are_one_story_and_count_once(copy: Piece) -> None:
    copy = replace(copy, published=NINE + timedelta(hours=1))
    assert _ids(copy, PIECE, OTHER) == [["1", "2"], ["3"]]
    (story,) = stories([copy, PIECE])
    assert [piece.id for piece in distinct(story)] == ["1"]


def test_copies_of_copies_are_one_story() -> None:
    chain = [
        replace(PIECE, id="a", title="T1", text="x " * 3),
        replace(PIECE, id="b", title="T2", link="https://b.example/", text=TEXT),
        replace(PIECE, id="c", title="T1", link="https://a.example/1", text=TEXT),
    ]
    assert _ids(*chain) == [["a", "b", "c"]]


@pytest.mark.parametrize(("title", "text"), [("", ""), ("News in brief", ""), ("Live", "All that happens.")])
def test_pieces_that_say_little_are_no_copies_for_saying_the_same(title: str, text: str) -> None:
    pieces = [Piece(link, title, text, f"https://a.example/{link}", "A", NINE) for link in "12"]
    assert _ids(*pieces) == [["1"], ["2"]]


def test_reports_far_apart_in_time_are_two_stories() -> None:
    late = replace(TOLD_AGAIN, published=NINE + timedelta(hours=49))
    assert _ids(PIECE, late) == [["1"], ["2"]]


def test_reports_that_share_no_name_are_two_stories() -> None:
    no_names = (
        "Train drivers stopped work for 24 hours on Thursday and most trains of the morning were cancelled."
    )
    strikes = [
        Piece(
            "1",
            "Drivers' strike halts trains in Spain",
            f"{no_names} Madrid was hit.",
            "https://a.example/",
            "A",
            NINE,
        ),
        Piece(
            "2",
            "Drivers' strike halts trains in Italy",
            f"{no_names} Milan was hit.",
            "https://b.example/",
            "B",
            NINE,
        ),
    ]
    assert _ids(*strikes) == [["1"], ["2"]]


@pytest.mark.parametrize("text", ["", "…", "🎉 " * 50, "\u202e" * 9, "x" * 10_000])
def test_any_text_is_some_story(text: str) -> None:
    assert _ids(replace(PIECE, id="9", title=text, text=text, link=text)) == [["9"]]
