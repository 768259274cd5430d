"""Documents: their paragraphs in order, and one plain sentence where there are none."""

import pytest

from bot.adapters.files import read_raw
from bot.domain.errors import UnusableSource
from bot.services.sources import Raw
from tests.adapters.documents.made import (
    STORY,
    mail,
    pdf,
    picture_only,
    two_columns,
    word,
    word_of,
    wrapped,
)
from tests.adapters.extraction.pages import ARTICLE

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def test_lines_of_a_pdf_become_paragraphs() -> None:
    lines = [line for text in STORY for line in [*wrapped(text), ""]]

    text = read_raw(Raw(pdf([lines]), "a.pdf")).text

    assert text.split("\n\n") == STORY


def test_divided_words_are_whole_again() -> None:
    text = read_raw(
        Raw(
            pdf([["The interna-", "tional teams met in Lisbon on Monday, and in", "Saint-", "Malo later."]]),
            "a.pdf",
        )
    ).text

    assert "international teams" in text
    assert "Saint-Malo" in text


def test_running_heads_and_page_numbers_are_left_out_and_sentences_go_on_across_pages() -> None:
    pages = [
        ["The council met on Monday and agreed to open the", "new bridge before the"],
        ["end of June, said the mayor of the town.", ""],
        ["A second bridge is planned."],
    ]

    text = read_raw(Raw(pdf(pages, head="The Courier Annual Report 2024", numbers=True), "a.pdf")).text

    assert "open the new bridge before the end of June" in text
    assert "Annual Report" not in text
    assert not any(f"- {number} -" in text for number in (1, 2, 3))


def test_columns_are_read_one_after_the_other() -> None:
    left = wrapped(STORY[0], 38)
    right = wrapped(STORY[2], 38)

    assert read_raw(Raw(two_columns(left, right), "a.pdf")).text.split("\n\n") == [STORY[0], STORY[2]]


def test_a_pdf_gives_the_title_that_somebody_wrote() -> None:
    assert (
        read_raw(Raw(pdf([STORY], title="Bridge to open in June"), "a.pdf")).title == "Bridge to open in June"
    )
    assert read_raw(Raw(pdf([STORY], title="Microsoft Word - report.docx"), "a.pdf")).title is None


def test_a_word_document_gives_its_paragraphs_title_and_author() -> None:
    extract = read_raw(Raw(word(STORY, "Bridge to open in June", "Ann Lee"), "a.docx"))

    assert extract.text.split("\n\n") == ["Bridge to open", *STORY, "Length", "412 metres"]
    assert (extract.title, extract.author) == ("Bridge to open in June", "Ann Lee")


def test_what_was_deleted_in_a_word_document_is_not_read() -> None:
    body = "<w:p><w:r><w:t>The bridge opens in </w:t></w:r><w:del><w:r><w:delText>May</w:delText></w:r></w:del><w:ins><w:r><w:t>June.</w:t></w:r></w:ins></w:p>"

    assert (
        read_raw(Raw(word_of(f"<w:document {W}><w:body>{body}</w:body></w:document>"), "a.docx")).text
        == "The bridge opens in June."
    )


@pytest.mark.parametrize(
    "entities",
    [
        '<!ENTITY x SYSTEM "file:///etc/passwd">',
        '<!ENTITY % y SYSTEM "http://127.0.0.1:9/x.dtd"> %y;',
        "<!ENTITY a 'ha'><!ENTITY x '&a;&a;&a;&a;&a;&a;&a;&a;'>",
    ],
)
def test_a_word_document_with_entities_is_refused_unresolved(entities: str) -> None:
    evil = f"<!DOCTYPE d [{entities}]><w:document {W}><w:body><w:p><w:r><w:t>Open &x; soon.</w:t></w:r></w:p></w:body></w:document>"

    with pytest.raises(UnusableSource, match="damaged"):
        read_raw(Raw(word_of(evil), "a.docx"))


def test_a_document_that_unzips_to_more_than_is_read_is_refused() -> None:
    body = f"<w:p><w:r><w:t>{'The council met. ' * 100}</w:t></w:r></w:p>" * 3_000

    with pytest.raises(UnusableSource) as caught:
        read_raw(Raw(word_of(f"<w:document {W}><w:body>{body}</w:body></w:document>"), "a.docx"))
    assert caught.value.code == "too_large"


def test_a_mail_gives_its_text_subject_sender_and_date() -> None:
    extract = read_raw(Raw(mail("\n\n".join(STORY)), "a.eml"))

    assert STORY[0][:60] in extract.text
    assert "secret" not in extract.text
    assert (extract.title, extract.author) == ("Bridge to open in June", "Ann Lee")
    assert extract.published == "2024-05-02T09:30+02:00"


def test_a_mail_with_html_only_is_read_as_a_page() -> None:
    text = read_raw(Raw(mail(None, ARTICLE.decode()), "a.eml")).text

    assert "The council met on Monday" in text
    assert "Read more" not in text


def test_a_stub_beside_html_is_not_taken_for_the_mail() -> None:
    assert (
        "The council met"
        in read_raw(Raw(mail("Your reader cannot show this mail.", ARTICLE.decode()), "a.eml")).text
    )


def test_rtf_gives_its_words() -> None:
    rtf = rb"{\rtf1\ansi\deff0 {\fonttbl {\f0 Times;}}\f0\b Bridge to open\b0\par The council met in K\'f6ln.\par}"

    assert read_raw(Raw(rtf, "a.rtf")).text == "Bridge to open\n\nThe council met in Köln."


def test_halves_of_an_emoji_in_rtf_are_joined() -> None:
    assert (
        read_raw(Raw(rb"{\rtf1\ansi It rains. \u-10179?\u-8690? \u-10179? Still.}", "a.rtf")).text
        == "It rains. \U0001f60e \ufffd Still."
    )


def test_a_text_that_speaks_of_pdf_is_a_text() -> None:
    assert read_raw(Raw(b"Every such file begins with %PDF-1.7, said Ann Lee.", "a.txt")).text.startswith(
        "Every"
    )


@pytest.mark.parametrize("name", ["a.txt", "a.html", "-"])
def test_bytes_are_believed_before_names(name: str) -> None:
    assert "The council met" in read_raw(Raw(pdf([STORY]), name)).text


def test_a_page_sent_as_something_else_is_still_a_page() -> None:
    assert "Read more" not in read_raw(Raw(ARTICLE, content_type="application/pdf")).text
    assert "Read more" not in read_raw(Raw(ARTICLE, content_type="text/plain")).text


@pytest.mark.parametrize(
    ("data", "name", "code", "says"),
    [
        (b"", "a.pdf", "empty", "no text"),
        (b"", "a.docx", "empty", "no text"),
        (picture_only(), "a.pdf", "unreadable", "pictures"),
        (pdf([STORY], password="secret"), "a.pdf", "unreadable", "password"),  # noqa: S106 - made for the test
        (pdf([STORY])[:300], "a.pdf", "unreadable", "damaged"),
        (b"%PDF-1.7\n" + bytes(range(256)) * 40, "a.pdf", "unreadable", "damaged"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000), "a.docx", "unreadable", "password"),
        (word(STORY)[:2000], "a.docx", "unreadable", "damaged"),
        (b"no archive at all", "a.docx", "unreadable", "damaged"),
        (word_of(f"<w:document {W}><w:body/></w:document>"), "a.docx", "empty", "no text"),
        (word_of("<a>" * 100), "a.docx", "unreadable", "damaged"),
        (
            word_of(f"<w:document {W}>" + " " * 70_000_000 + "</w:document>"),
            "a.docx",
            "too_large",
            "too large",
        ),
        (mail(""), "a.eml", "empty", "no text"),
        (b"Content-Type: multipart/encrypted\n\nabc", "a.eml", "unreadable", "password"),
        (rb"{\rtf1 }", "a.rtf", "empty", "no text"),
    ],
)
def test_documents_that_cannot_be_read_say_why(data: bytes, name: str, code: str, says: str) -> None:
    with pytest.raises(UnusableSource, match=says) as caught:
        read_raw(Raw(data, name))
    assert caught.value.code == code
    assert str(caught.value).endswith(".")
