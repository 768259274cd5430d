"""`briefer brief`: what a person gives, and what comes back."""

import json
from pathlib import Path

import pytest

from tests.shell import Briefer, documents, one_sentence

STORY = """Malawi and Tanzania revive lake commission

GENEVA, March 4, 2025 (Meridian News) - Malawi and Tanzania agreed on Tuesday to revive a joint commission on their disputed lake boundary. The commission would convene in Mzuzu from 18 to 20 March 2025, a statement said.

The talks were mediated by Graça Ndlovu, an envoy of the Southern African Development Community. "We did not settle the line on the water today," Malawi's chief negotiator, Chikondi Mbewe, told reporters. Survey teams from both sides are to hand over their charts no later than March 14, the statement said.
"""

BODY = STORY.partition("\n\n")[2]

CONTRACT = ["schema", "article", "language", "confidence", "summary", "actors", "events", "notes", "withheld"]
CONTRACT += ["checks", "sentences", "engine", "usage"]


@pytest.fixture
def story(tmp_path: Path) -> Path:
    path = tmp_path / "story.txt"
    path.write_text(STORY, encoding="utf-8")
    return path


def test_a_file_is_briefed_as_a_card(briefer: Briefer, story: Path) -> None:
    result = briefer("brief", story)
    assert result.exit_code == 0
    assert result.stderr == ""
    assert "Malawi and Tanzania revive lake commission" in result.stdout
    assert "Chikondi Mbewe" in result.stdout
    assert "18–20 March 2025" in result.stdout
    assert "statements traced" in result.stdout or "statement traced" in result.stdout


def test_a_card_in_a_pipe_has_no_colour_codes_and_no_trailing_blanks(briefer: Briefer, story: Path) -> None:
    output = briefer("brief", story).stdout
    assert "\x1b" not in output
    assert all(line == line.rstrip() for line in output.splitlines())


def test_json_is_one_document_of_the_contract(briefer: Briefer, story: Path) -> None:
    (document,) = documents(briefer("brief", story, "--json"))
    assert list(document) == CONTRACT
    assert document["schema"] == "briefer.brief/1"
    assert document["engine"]["name"] == "offline"


def test_every_claim_cites_a_sentence_that_the_document_prints(briefer: Briefer, story: Path) -> None:
    (document,) = documents(briefer("brief", story, "--json"))
    for claim in (*document["summary"], *document["actors"], *document["events"]):
        assert claim["sentences"]
        assert all(document["sentences"][str(number)] in STORY for number in claim["sentences"])


def test_standard_input_is_a_source(briefer: Briefer) -> None:
    (document,) = documents(briefer("brief", "-", "--json", piped=STORY))
    assert document["article"]["published"] == "2025-03-04"


def test_the_date_that_a_person_gives_is_believed_first(briefer: Briefer, story: Path) -> None:
    (document,) = documents(briefer("brief", story, "--json", "--published", "2025-03-05"))
    assert (document["article"]["published"], document["article"]["published_from"]) == (
        "2025-03-05",
        "given",
    )


def test_lengths_are_obeyed(briefer: Briefer, sample: Path) -> None:
    def words(length: str) -> int:
        (document,) = documents(briefer("brief", sample, "--json", "--length", length))
        return sum(len(statement["text"].split()) for statement in document["summary"])

    assert words("short") < words("standard") < words("long")


def test_events_are_written_to_a_calendar(briefer: Briefer, story: Path, tmp_path: Path) -> None:
    result = briefer("brief", story, "--ics", tmp_path / "events.ics")
    assert result.exit_code == 0
    assert b"DTSTART;VALUE=DATE:20250318" in (tmp_path / "events.ics").read_bytes()
    assert "events written" in one_sentence(result)


def test_after_a_failure_the_other_sources_are_done_and_the_first_code_is_returned(
    briefer: Briefer, story: Path, tmp_path: Path
) -> None:
    result = briefer("brief", tmp_path / "none.txt", story, tmp_path / "none.pdf", "--json")
    assert len(documents(result)) == 1
    assert result.exit_code == 65
    missing, unsupported = result.stderr.splitlines()
    assert "none.txt" in missing
    assert "none.pdf" in unsupported


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("story.md", f"# Lake talks revived\n\n{BODY}"),
        (
            "story.html",
            f"<html><body><nav>Home</nav><article><h1>Lake talks revived</h1><p>{BODY}</p></article><footer>Cookie settings</footer>",
        ),
    ],
)
def test_markdown_and_saved_pages_are_read(briefer: Briefer, tmp_path: Path, name: str, content: str) -> None:
    (tmp_path / name).write_text(content, encoding="utf-8")
    (document,) = documents(briefer("brief", tmp_path / name, "--json"))
    assert document["article"]["title"] == "Lake talks revived"
    assert "Chikondi Mbewe" in {actor["name"] for actor in document["actors"]}
    assert "Cookie settings" not in json.dumps(document["sentences"])


def test_terminal_codes_in_a_text_never_reach_the_terminal(briefer: Briefer, tmp_path: Path) -> None:
    path = tmp_path / "evil.txt"
    path.write_text(STORY.replace("Malawi and", "\x1b[31m[bold]Malawi\u202e and"), encoding="utf-8")
    output = briefer("brief", path).stdout
    assert "\x1b" not in output
    assert "\u202e" not in output
    assert "[bold]" in output


def test_a_calendar_never_overwrites_the_article(briefer: Briefer, story: Path) -> None:
    text = story.read_text()
    assert briefer("brief", story, "--ics", story).exit_code == 2
    assert story.read_text() == text


def test_a_date_given_in_a_batch_that_is_no_date_is_said_to_be_none(briefer: Briefer) -> None:
    asked = json.dumps({"id": 1, "text": "The bridge closes on Monday.", "published": "soonish"})
    (brief,) = (
        json.loads(line)["brief"]
        for line in briefer("batch", "-", "--jobs", "1", piped=asked).stdout.splitlines()
    )
    assert brief["notes"] == ["The given date “soonish” can't be read."]
