"""Whole articles: what is kept, what is taken out, what is found."""

from pathlib import Path

import pytest

from bot.domain.article import Article, Extract, PublishedFrom
from bot.domain.errors import UnusableSource
from bot.services.cleaning import clean
from bot.services.cleaning.characters import collapse

PAGES = sorted((Path(__file__).parent / "pages").glob("*.txt"))
SAMPLE = Path(__file__).parents[2] / "data/sample/moscow-washington.txt"
PARAGRAPH = "The council met on Monday and agreed to open the bridge before the end of June."


def rows(page: Path) -> list[tuple[str, str]]:
    """Lines of a marked page: F furniture, T title, H heading, . text."""
    return [(line[0], collapse(line[2:])) for line in page.read_text("utf-8").splitlines()]


@pytest.fixture(params=["\n\n", "\n"], ids=["blank lines", "single lines"])
def separator(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.mark.parametrize("page", PAGES, ids=[page.stem for page in PAGES])
def test_a_page_keeps_its_text_and_loses_its_furniture(page: Path, separator: str) -> None:
    marked = [(line[0], line[2:]) for line in page.read_text("utf-8").splitlines()]
    article = clean(Extract(separator.join(line for _, line in marked)))

    assert article.text.split("\n") == [text for mark, text in rows(page) if mark in ".H"]
    assert article.title == next((text for mark, text in rows(page) if mark == "T"), None)
    assert [collapse(line) for line in article.removed] == [text for mark, text in rows(page) if mark == "F"]
    headings = [sentence.text for sentence in article.sentences if sentence.heading]
    assert " ".join(headings) == " ".join(text for mark, text in rows(page) if mark == "H")


def test_the_sample_has_one_title_no_furniture_and_its_subheadings() -> None:
    article = clean(Extract(SAMPLE.read_text("utf-8")))

    assert article.title == "Moscow-Washington Efforts to hold talks amid fierce confrontation"
    assert article.removed.count(article.title) == 2
    assert {"Leave a Reply", "Back to top button", ".", "Europe and AmericaInternational"} < set(
        article.removed
    )
    assert [s.text for s in article.sentences if s.heading][1] == "Extensive agenda"
    assert article.title not in article.text


def test_spans_and_ids_point_at_the_sentences() -> None:
    article = clean(Extract(SAMPLE.read_text("utf-8")))

    assert all(article.text[s.start : s.end] == s.text for s in article.sentences)
    assert [s.id for s in article.sentences] == list(range(1, len(article.sentences) + 1))
    assert [s.paragraph for s in article.sentences] == sorted(s.paragraph for s in article.sentences)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "empty"),
        (" \n\t\u200b\ufeff ", "empty"),
        ("Home\nNews | Sport | Weather\nShare\nWe use cookies. Accept all", "not_an_article"),
        ("word " * 1000, "not_an_article"),
        (".\n...\n---", "not_an_article"),
    ],
)
def test_what_holds_no_article_is_refused_in_one_sentence(text: str, code: str) -> None:
    with pytest.raises(UnusableSource) as caught:
        clean(Extract(text))
    assert caught.value.code == code
    assert str(caught.value).endswith(".")


@pytest.mark.parametrize(
    "text",
    [
        "Parliament votes on the budget on Friday.",
        "Parliament votes on the budget on Friday",
        "Tickets go on sale at 9 a.m. on March 20.",
        PARAGRAPH.upper(),
        f"{PARAGRAPH}\n{PARAGRAPH.replace('council', 'board')}",
    ],
)
def test_short_and_shouted_texts_are_kept_whole(text: str) -> None:
    assert clean(Extract(text)).text == text


@pytest.mark.parametrize(
    "paragraph",
    [
        "Readers were asked to sign up for the newsletter, the minister said on Monday in Riga.",
        "“Leave a reply or leave the island,” she told the operator.",
        "Cookies will be sold at the fair on 5 May, and comments are free, the mayor said.",
        "Share prices fell by 3 percent after the advertisement appeared on Tuesday.",
        "About 400 farmers marched to the fence, banging irrigation pipes.",
        "Photographs of the pier went round the room before the vote.",
        "Support for the party fell to 12 percent, a poll by the institute showed.",
        "He posted a photo of the ballot and said that it was void.",
        "“Here we shall have your company,” she told the prince * who came by way of the lake.",
        "Many people do not know that their devices and our partners keep accounts, the regulator said.",
        "More than 30 people follow the case, which resumes on 4 June.",
    ],
)
def test_furniture_words_inside_a_paragraph_take_nothing_away(paragraph: str) -> None:
    article = clean(
        Extract(f"Island council accepts ferry timetable\n\n{PARAGRAPH}\n\n{paragraph}\n\nShare\n\nTweet")
    )

    assert paragraph in article.text


@pytest.mark.parametrize(
    "points",
    [
        ["Sat 15 Aug: Rovers at the island ground, 3pm", "Sat 22 Aug: Ferry races off the old quay"],
        ["- Council meets on 7 May", "- Ferry timetable from June"],
    ],
)
def test_a_list_of_dates_or_points_below_the_text_is_of_the_article(points: list[str]) -> None:
    head = ["Share", "Tweet", "Island council accepts ferry timetable"]
    article = clean(Extract("\n\n".join([*head, PARAGRAPH, "Key dates:", *points, "Most read", "Dogs"])))

    assert all(point.lstrip("- ") in article.text for point in points)
    assert "Dogs" not in article.text


def test_a_given_title_is_taken_out_of_the_text() -> None:
    article = clean(Extract(f"Bridge to open in June\n\n{PARAGRAPH}", title="Bridge to open in June"))

    assert article.title == "Bridge to open in June"
    assert article.text == PARAGRAPH


def test_the_note_on_reporters_is_cut_from_the_last_paragraph() -> None:
    article = clean(Extract(f"{PARAGRAPH} (Reporting by Lena Osterwald; editing by Tom Harrigan)"))

    assert article.text == PARAGRAPH
    assert article.author == "Lena Osterwald"


def test_hidden_and_controlling_characters_do_no_harm() -> None:
    article = clean(Extract(f"\ufeff\u202e{PARAGRAPH}\u0000\u0007 <|endoftext|> It ends there.\u200b"))

    assert article.text == f"{PARAGRAPH} It ends there."


def test_mojibake_is_mended() -> None:
    assert clean(Extract("The minister said that they donâ€™t expect a vote.")).text.count("don’t") == 1


def published(text: str, **given: str | PublishedFrom) -> tuple[str | None, PublishedFrom]:
    article: Article = clean(Extract(text, **given))  # type: ignore[arg-type]
    return article.published.value, article.published.origin


def test_a_given_date_that_reads_in_two_ways_keeps_its_year_with_a_note() -> None:
    article = clean(Extract(PARAGRAPH, published="05/06/2026", published_from=PublishedFrom.GIVEN))
    assert article.published.value == "2026"
    assert article.notes == ("Of the given date “05/06/2026” only the year is used: write it as 2026-MM-DD.",)


def test_a_given_date_is_believed_first() -> None:
    text = f"GENEVA, March 4, 2025 (Agency) - {PARAGRAPH}"

    assert published(text, published="2024-01-02", published_from=PublishedFrom.GIVEN) == (
        "2024-01-02",
        PublishedFrom.GIVEN,
    )


def test_a_dateline_is_believed_before_the_page() -> None:
    text = f"GENEVA, March 4, 2025 (Agency) - {PARAGRAPH}"

    assert published(text, published="2025-03-06", published_from=PublishedFrom.PAGE) == (
        "2025-03-04",
        PublishedFrom.DATELINE,
    )


def test_a_date_line_above_the_text_counts_as_dateline() -> None:
    value, origin = published(f"Bridge to open in June\n\nWed, 9 Jul, 2025 - 17:48\n\n{PARAGRAPH}")

    assert (value or "")[:10] == "2025-07-09"
    assert origin is PublishedFrom.DATELINE


@pytest.mark.parametrize("title", [None, "Another title"])
def test_a_place_and_a_date_on_a_line_of_their_own_are_a_dateline(title: str | None) -> None:
    article = clean(Extract(f"By Ann Lee\nGalway, 12 March 2026\n\n{PARAGRAPH}", title=title))

    assert (article.title, article.published.value) == (title, "2026-03-12")
    assert article.text == PARAGRAPH


def test_a_text_without_dates_has_no_published_date() -> None:
    assert published(PARAGRAPH) == (None, PublishedFrom.UNKNOWN)


@pytest.mark.parametrize(
    ("dateline", "received", "day"),
    [
        ("GENEVA, March 4 (Agency) - ", "2026-03-06", "2026-03-04"),
        ("GENEVA, Dec. 29 (Agency) - ", "2026-01-03", "2025-12-29"),
    ],
)
def test_a_dateline_without_a_year_is_of_the_weeks_before_the_message(
    dateline: str, received: str, day: str
) -> None:
    text = f"{dateline}{PARAGRAPH} The last such vote was held in 2024."

    assert published(text, published=received, published_from=PublishedFrom.RECEIVED) == (
        day,
        PublishedFrom.DATELINE,
    )


def test_an_older_dateline_without_a_year_is_not_guessed() -> None:
    text = f"GENEVA, March 4 (Agency) - {PARAGRAPH}"

    assert published(text, published="2026-05-06", published_from=PublishedFrom.RECEIVED) == (
        "2026-05-06",
        PublishedFrom.RECEIVED,
    )


def test_the_dateline_of_a_press_release_has_its_date_behind_the_place() -> None:
    assert published(f"AUSTIN, Texas -- January 20, 2026 -- {PARAGRAPH}") == (
        "2026-01-20",
        PublishedFrom.DATELINE,
    )


def test_a_press_release_is_of_the_day_until_which_it_is_held_back_and_its_label_is_nobody() -> None:
    article = clean(
        Extract(
            f"Embargoed until 16:00 GMT, 9 February 2026\n\nPRESS RELEASE\n\nBridge to open\n\n{PARAGRAPH}"
        )
    )
    assert (article.title, article.author) == ("Bridge to open", None)
    assert article.published.value == "2026-02-09T16:00Z"


def test_the_title_of_a_poem_is_no_byline() -> None:
    lines = "The gulls come in like letters no one sent,\nThe tide goes out and takes the light along."
    article = clean(Extract(f"The Harbour in November\n\n{lines}"))

    assert (article.title, article.author) == ("The Harbour in November", None)


def test_a_message_date_is_believed_last() -> None:
    assert published(PARAGRAPH, published="2025-03-06", published_from=PublishedFrom.RECEIVED) == (
        "2025-03-06",
        PublishedFrom.RECEIVED,
    )
