"""What can't be briefed ends in one plain sentence and the right exit code; what can, in a brief that says what it lacks."""

from pathlib import Path

import pytest

from tests.shell import Briefer, documents, one_sentence

NEWS = (
    "Ann Lee, the mayor of Lisbon, said on Friday that the new bridge over the river would open in May 2031. "
    "Engineers from two companies have worked on it since the spring. The city will pay for the last part alone."
)
FURNITURE = "Home\nSign in\nShare this\nLeave a Reply\nCookie settings\nBack to top button\n"
PERSIAN = "رئیس جمهور روز دوشنبه در تهران با نخست وزیر دیدار کرد. آنها درباره تجارت گفتگو کردند. دیدار بعدی در مسکو خواهد بود."


@pytest.mark.parametrize(
    ("content", "code"),
    [
        pytest.param(b"", 65, id="empty"),
        pytest.param(b" \n\t\r\n  \n", 65, id="white space only"),
        pytest.param(b"\xef\xbb\xbf", 65, id="a byte-order mark alone"),
        pytest.param(b"a " * 5_000_000, 65, id="10 MB"),
        pytest.param(bytes(range(256)) * 40, 65, id="binary"),
        pytest.param(b"\x7fELF\x02\x01\x01" + b"\0" * 500, 65, id="a program"),
        pytest.param(FURNITURE.encode(), 65, id="all furniture"),
        pytest.param(b"word " * 100_000, 65, id="one word 100,000 times"),
    ],
)
def test_what_is_no_article_is_turned_away(
    briefer: Briefer, tmp_path: Path, content: bytes, code: int
) -> None:
    path = tmp_path / "given.txt"
    path.write_bytes(content)
    result = briefer("brief", path)
    assert result.exit_code == code
    assert result.stdout == ""
    assert one_sentence(result).startswith(f"{path}: ")


@pytest.mark.parametrize("link", ["ftp://example.org/news", "FILE:///etc/hosts", "gopher://x.y"])
def test_a_link_of_another_scheme_is_no_file_that_is_missing(briefer: Briefer, link: str) -> None:
    result = briefer("brief", link)
    assert (result.exit_code, result.stdout) == (65, "")
    assert one_sentence(result).endswith("give one that begins with http:// or https://.")


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"The bridge at Kupa will close on Monday.", id="one sentence"),
        pytest.param(NEWS.encode("utf-16"), id="UTF-16"),
        pytest.param(NEWS.replace("Lee", "Müller").encode("cp1252"), id="not UTF-8"),
        pytest.param(NEWS.encode(), id="no title, no date"),
        pytest.param(
            b"It rained all day and nobody went out. Then it snowed, and it was quiet.", id="no names"
        ),
        pytest.param(NEWS.upper().encode(), id="all capitals"),
        pytest.param(PERSIAN.encode(), id="unsupported language"),
        pytest.param((NEWS + " <|endoftext|> <|im_start|>").encode(), id="special tokens"),
        pytest.param((NEWS + " \0 \x1b[2J").encode(), id="stray control characters"),
        pytest.param((NEWS + " caf\u00c3\u00a9 don\u00e2\u20ac\u2122t").encode(), id="mojibake"),
    ],
)
def test_what_is_odd_but_text_is_briefed(briefer: Briefer, tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "given.txt"
    path.write_bytes(content)
    result = briefer("brief", path, "--json")
    assert (result.exit_code, result.stderr) == (0, "")
    (document,) = documents(result)
    assert document["summary"]
    assert document["checks"]["withheld"] == 0


def test_a_brief_says_that_it_has_no_date(briefer: Briefer, tmp_path: Path) -> None:
    (tmp_path / "given.txt").write_text(
        "It rained all day in Lisbon. Then it snowed, and Ann Lee stayed at home."
    )
    assert "no date found" in briefer("brief", tmp_path / "given.txt").stdout


def test_a_brief_says_what_an_unsupported_language_costs(briefer: Briefer) -> None:
    (document,) = documents(briefer("brief", "-", "--json", piped=PERSIAN))
    assert document["language"] == "fa"
    assert document["notes"]


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ("missing.txt", "no file"),
        ("tests", "is a folder"),
        ("report.xlsx", "Files of the kind .xlsx can't be read"),
        ("a\0b.txt", "can't be read"),
    ],
)
def test_a_source_that_cannot_be_used_is_named_with_the_reason(
    briefer: Briefer, source: str, reason: str
) -> None:
    result = briefer("brief", source)
    assert result.exit_code == 65
    assert reason in one_sentence(result)
    assert source.replace("\0", " ") in one_sentence(result)


@pytest.mark.parametrize(
    "arguments",
    [
        ("brief",),
        ("brief", "--unknown", "x.txt"),
        ("brief", "x.txt", "--engine", "psychic"),
        ("brief", "x.txt", "--published", "soon"),
        ("brief", "x.txt", "--language", "Klingon"),
        ("brief", "x.txt", "--length", "endless"),
        ("batch",),
        ("batch", "in.jsonl", "out.jsonl", "--jobs", "0"),
        ("check", "article.json"),
        ("nonsense",),
    ],
)
def test_wrong_usage_ends_with_2_and_says_what_is_wrong(briefer: Briefer, arguments: tuple[str, ...]) -> None:
    result = briefer(*arguments)
    assert result.exit_code == 2
    assert "Traceback" not in result.stderr
    assert result.stderr.strip()


def test_bad_settings_end_with_78_and_name_the_variable(
    briefer: Briefer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BRIEFER_ENGINE", "psychic")
    result = briefer("brief", "x.txt")
    assert result.exit_code == 78
    assert "BRIEFER_ENGINE" in one_sentence(result)


def test_an_llm_that_is_not_set_is_named_with_what_to_set(briefer: Briefer, tmp_path: Path) -> None:
    (tmp_path / "given.txt").write_text(NEWS)
    result = briefer("brief", tmp_path / "given.txt", "--engine", "llm")
    assert result.exit_code == 78
    assert "OPENAI_API_KEY" in one_sentence(result)
