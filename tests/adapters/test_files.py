"""Files and bytes: what is read, and what is said when they can't be."""

import os
import subprocess
from pathlib import Path

import pytest

from bot.adapters import loading
from bot.adapters.files import decode, read_raw
from bot.adapters.loading import load
from bot.domain.article import PublishedFrom
from bot.domain.errors import UnusableSource
from bot.services.sources import MAX_BYTES, Raw

RUSSIAN = "Заседание состоится 5 мая в Москве, сообщил министр. Следующая встреча пройдёт в июне. " * 3
FRENCH = "Le maire a déclaré que l’été serait très chaud à Nîmes, où la fête aura lieu. " * 3
JAPANESE = "会議は金曜日に開かれます。大臣はそう述べました。" * 5
PAGE = """<html lang="en"><head><title>Bridge to open | The Courier</title>
<meta property="article:published_time" content="2024-05-02"><meta property="og:site_name" content="The Courier">
<meta property="og:title" content="Bridge to open"></head><body><nav><a href="/">Home</a></nav><article>
<h1>Bridge to open</h1><p>The council met on Monday and agreed to open the bridge before the end of June.</p>
<p>The mayor said that nobody had believed in it, and that he would be the first to walk across.</p>
<p>A second bridge is planned for the harbour, where the old one fell into the water last winter.</p>
</article><footer>Copyright</footer></body></html>"""


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (FRENCH, "utf-8"),
        (FRENCH, "utf-8-sig"),
        (FRENCH, "utf-16"),
        (FRENCH, "utf-16-le"),
        (FRENCH, "utf-32"),
        (FRENCH, "cp1252"),
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8-r"),
        (RUSSIAN, "utf-16-be"),
        (JAPANESE, "shift_jis"),
        (JAPANESE, "euc-jp"),
    ],
)
def test_every_usual_encoding_is_read(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)).lstrip("\ufeff") == text


def test_a_few_broken_bytes_do_not_spoil_a_text() -> None:
    assert decode(FRENCH.encode() + b"\xff").startswith(FRENCH)


@pytest.mark.parametrize(
    ("data", "name", "code"),
    [
        (b"", "-", "empty"),
        (b" \r\n\t", "a.txt", "empty"),
        (b"\xef\xbb\xbf \n", "a.md", "empty"),
        (b"\x7fELF\x02\x01\x01" + bytes(range(256)) * 20, "a.txt", "unreadable"),
        (b"\x00\x01\x02\x03" * 500, "-", "unreadable"),
        (b"Some text.", "a.xyz", "unsupported"),
        (b"a" * (MAX_BYTES + 1), "a.txt", "too_large"),
        (("й" * 5_000_001).encode(), "a.txt", "too_large"),
        (b"<html><body><p></p></body></html>", "a.html", "not_an_article"),
    ],
)
def test_bytes_that_cannot_be_used_are_refused_in_one_sentence(data: bytes, name: str, code: str) -> None:
    with pytest.raises(UnusableSource) as caught:
        read_raw(Raw(data, name))
    assert caught.value.code == code
    assert str(caught.value).endswith(".")


def test_a_missing_file_is_not_found(tmp_path: Path) -> None:
    with pytest.raises(UnusableSource) as caught:
        load(tmp_path / "none.txt")
    assert caught.value.code == "not_found"


def test_a_pipe_that_nobody_writes_to_is_not_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(loading, "PATIENCE", 0.3)
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(UnusableSource, match="Nobody writes"):
        load(tmp_path / "pipe")


def test_a_pipe_is_read_to_its_end_however_slowly_it_comes(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    script = f"(sleep 0.3; echo The bridge; sleep 0.3; echo opens in June.) > {pipe}"
    with subprocess.Popen(["/bin/sh", "-c", script]):
        assert load(pipe) == b"The bridge\nopens in June.\n"


def test_a_folder_is_unreadable(tmp_path: Path) -> None:
    with pytest.raises(UnusableSource) as caught:
        load(tmp_path)
    assert caught.value.code == "unreadable"


def test_a_file_is_read(tmp_path: Path) -> None:
    path = tmp_path / "story.txt"
    path.write_text(FRENCH, "utf-8")

    assert load(path) == FRENCH.encode()


def test_markdown_loses_its_markup_and_keeps_its_words() -> None:
    markdown = (
        "---\ntitle: x\n---\n# Bridge *to open*\n\nThe [council](https://example.org/a_(b)) met on **Monday**\nand"
        " `agreed`.\n\n![pier](p.png)\n\n> “We go,” he said.\n\n- first_name stays\n- second\n\n[1]: https://x.org\n"
    )

    assert [line for line in read_raw(Raw(markdown.encode(), "a.md")).text.split("\n") if line.strip()] == [
        "Bridge to open",
        "The council met on Monday and agreed.",
        "“We go,” he said.",
        "- first_name stays",
        "- second",
    ]


@pytest.mark.parametrize("name", ["a.html", "-"])
def test_a_saved_page_gives_its_article_and_metadata(name: str) -> None:
    extract = read_raw(Raw(PAGE.encode(), name))

    assert "The council met on Monday" in extract.text
    assert "Home" not in extract.text
    assert extract.title == "Bridge to open"
    assert extract.site == "The Courier"
    assert (extract.published, extract.published_from) == ("2024-05-02", PublishedFrom.PAGE)
