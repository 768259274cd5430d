from pathlib import Path

import pytest

from bot.adapters.encodings import decode
from bot.adapters.intake import MAX_BYTES, read_given, read_source
from bot.adapters.markdown import read_markdown
from bot.domain.article import PublishedFrom
from bot.domain.errors import UnusableSource

FRENCH = "Le café de la Gare a été fermé à la suite d’un incident, a déclaré le maire."
RUSSIAN = "Президент России Владимир Путин заявил в понедельник, что переговоры состоятся в декабре."
JAPANESE = "首相は月曜日、十二月に会談を行うと述べた。"


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (FRENCH, "utf-8"),
        (FRENCH, "utf-8-sig"),
        (FRENCH, "utf-16"),
        (FRENCH, "utf-32"),
        (FRENCH, "cp1252"),
        ("El señor Peña habló en la reunión de mañana con José Núñez.", "latin-1"),
        ("Premier powiedział, że w grudniu odbędą się rozmowy w Łodzi. Rząd zapowiedział zmiany.", "cp1250"),
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8-r"),
        ("The minister said it would meet on Friday in Geneva.", "utf-16-le"),
        (JAPANESE, "shift_jis"),
        (JAPANESE, "euc_jp"),
        ("总理星期一表示，会谈将于十二月举行。", "gb18030"),
        ("قال رئيس الوزراء يوم الاثنين إن المحادثات ستعقد في ديسمبر", "cp1256"),
    ],
)
def test_text_is_read_whatever_it_was_written_in(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)) == text


@pytest.mark.parametrize(
    ("data", "code"),
    [(b"", "empty"), (b"\0\0 \n", "empty"), (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 9, "unreadable")],
)
def test_what_is_no_text_is_turned_away(data: bytes, code: str) -> None:
    with pytest.raises(UnusableSource) as caught:
        decode(data)
    assert caught.value.code == code


def test_markdown_loses_its_marks_and_keeps_its_words() -> None:
    extract = read_markdown(
        "# The *bridge*\n\n**Ann** [Lee](http://x) spoke.\n\n- one\n- two\n\n![a](b.png)\n\n<hr>\n"
    )
    assert extract.title == "The bridge"
    assert extract.text == "The bridge\n\nAnn Lee spoke.\n\none\n\ntwo"


def test_front_matter_gives_title_author_and_date() -> None:
    extract = read_markdown('---\ntitle: "A bridge"\ndate: 2031-04-01\nauthor: Ann Lee\n---\nIt opened.\n')
    assert (extract.title, extract.author, extract.published) == ("A bridge", "Ann Lee", "2031-04-01")
    assert extract.published_from is PublishedFrom.PAGE
    assert extract.text == "It opened."


def test_a_page_is_recognised_by_its_first_words(tmp_path: Path) -> None:
    path = tmp_path / "saved"
    path.write_text(
        "<!-- saved -->\n<!DOCTYPE html><html><body><article><p>" + "It rained in Lisbon. " * 20 + "</p>"
    )
    assert "<" not in read_source(str(path)).text


def test_a_text_that_only_mentions_a_tag_stays_as_it_is() -> None:
    assert read_given(text="Use <html> first.", html=None, url=None).text == "Use <html> first."


def test_what_is_larger_than_the_limit_is_turned_away_and_not_cut() -> None:
    assert read_given(text="a" * MAX_BYTES, html=None, url=None)
    with pytest.raises(UnusableSource, match="larger than 5 MB"):
        read_given(text="a" * (MAX_BYTES + 1), html=None, url=None)
