"""The smaller rooms of cleaning: wrapped lines, languages, bylines."""

import textwrap

import pytest

from bot.services.cleaning.bylines import author, bare_name, clock, dated
from bot.services.cleaning.judging import Verdict, judge
from bot.services.cleaning.languages import language_of
from bot.services.cleaning.lines import Line
from bot.services.cleaning.unwrapping import unwrap

STORY = (
    "The council met on Monday in the old hall and agreed, after four hours of talk, to open the bridge before the "
    "end of June; the mayor said that nobody had believed in it, and that he would be the first to walk across it."
)


def test_wrapped_paragraphs_become_one_line_each() -> None:
    wrapped = "\n\n".join(textwrap.fill(STORY, 70) for _ in range(3))

    assert unwrap(wrapped).split() == wrapped.split()
    assert [line for line in unwrap(wrapped).split("\n") if line] == [STORY] * 3


@pytest.mark.parametrize(
    "text",
    [
        f"{STORY}\n{STORY}\n{STORY}\n{STORY}\n{STORY}",
        "Home\nNews\nSport\nWeather\nShare\nTweet\nPrint",
        "He left.\nShe stayed.\nThey talked.\nIt rained.\nIt ended.",
    ],
)
def test_lines_of_their_own_stay_lines(text: str) -> None:
    assert unwrap(text) == text or unwrap(text) == text + "\n"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The council met on Monday and agreed to open the bridge.", "en"),
        (
            "El consejo se reunió el lunes y acordó abrir el puente antes de que termine el mes de junio.",
            "es",
        ),
        ("Совет собрался в понедельник и решил открыть мост до конца июня, сообщил мэр города.", "ru"),
        ("اجتمع المجلس يوم الاثنين ووافق على فتح الجسر قبل نهاية شهر يونيو المقبل بحسب رئيس البلدية", "ar"),
        ("Parliament votes", "en"),
        ("1234 5678", "und"),
        ("ᚠᚢᚦᚨᚱᚲ", "und"),
    ],
)
def test_languages_are_told_apart(text: str, language: str) -> None:
    assert language_of(text) == language


@pytest.mark.parametrize(
    ("text", "given", "language"),
    [
        ("The council said on Monday that it will sell the old port to a firm in Rotterdam.", "xx", "en"),
        ("The council said on Monday that it will sell the old port to a firm in Rotterdam.", "fr", "en"),
        ("Der Rat verkauft den alten Hafen.", "de-AT", "de"),
        ("Der Rat teilte am Montag mit, dass er den alten Hafen an eine Firma verkaufen wird.", "xx", "de"),
    ],
)
def test_a_language_that_is_given_is_believed_unless_the_text_speaks_against_it(
    text: str, given: str, language: str
) -> None:
    assert language_of(text, given) == language


HELD_BACK = "EMBARGOED UNTIL 16:00 GMT, MONDAY 9 FEBRUARY 2026"


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("By DALE WINSLETT, Staff Writer", "Dale Winslett"),
        ("Posted by CBD Newsdesk on June 14, 2023 in Banking", "CBD Newsdesk"),
        ("Von Katrin Vogel", "Katrin Vogel"),
        ("(Reporting by Lena Osterwald; editing by Tom Harrigan)", "Lena Osterwald"),
        ("By the time the count ended it was morning.", None),
        ("By 2030 the plant will close", None),
        ("Lucía Ferrándiz | Madrid | 14 abril 2026", "Lucía Ferrándiz"),
        ("Coffee House | Madrid | Culture", None),
    ],
)
def test_bylines_name_their_author(line: str, name: str | None) -> None:
    assert author(Line(line)) == name


def test_a_line_that_is_only_a_name_may_be_a_byline() -> None:
    assert bare_name(Line("Harriet Coyle in Scarbeck")) == "Harriet Coyle"
    assert bare_name(Line("Extensive agenda")) is None


@pytest.mark.parametrize(
    "line", ["Wed, 9 Jul, 2025 - 17:48", "Aug. 24, 2023 | Updated 4:12 p.m.", "30.04.2025", HELD_BACK]
)
def test_dates_of_their_own_are_known(line: str) -> None:
    assert dated(Line(line))


def test_times_of_a_live_page_are_clocks_not_dates() -> None:
    assert clock(Line("15.05 GMT"))
    assert not clock(Line("15.05 GMT The plenary opens."))


@pytest.mark.parametrize(
    "line",
    [
        "Home | News | Sports | Obituaries",
        "0 comments",
        "Like 12   Share   Pin it",
        "Listen to this article (3 min)",
        "© Western Gazette Media 2025. Registered in Ireland",
        "You have 2 free articles left this month",
        "The pier at Rossadoon. Picture: Western Gazette",
        "FILE - Trucks line up near Stibnite. (AP Photo/Dana Cole, File)",
        "ALSO READ | Farmers begin sowing",
        "An earlier version of this article misstated the date.",
        "Follow our technology coverage at dispatch.example/tech",
        "Follow Mary on X: @marywrites",
        "For more local news, visit herald.example",
        "newsdesk@herald.example",
        "Mary Bell can be reached at mbell@herald.example",
        "Newsroom: +44 20 7946 0000",
        "Know more? Tell us in confidence at tips@herald.example.",
        "Jane Poe reported from Harwick; Tom Fox from London",
        "Sub-editing by Jane Poe",
        "For feedback, complaints or inquiries, contact us.",
        "(c) 2025 Harwick Herald",
        "Image by Rhonda Vale/Herald",
        "This release contains forward-looking statements that are subject to risks.",
        "If you have been affected by the issues in this story, call 116 123.",
    ],
)
def test_lines_that_pages_print_are_furniture(line: str) -> None:
    assert judge(Line(line)) not in (Verdict.TEXT, Verdict.PLAIN)


@pytest.mark.parametrize(
    "line",
    [
        "Follow the money",
        "Strike at Booking.com enters its third week",
        "Five cases were reported from Harwick.",
        "Hearing: 12 March, 10:00, harwick.example/hall",
        "Anyone with information is asked to call the police on 101.",
        "“Contact us at the town hall, tell us what you saw,” the mayor said.",
        "The author is due to read at the town hall on Friday.",
        "Tickets cost £5 from harwick.example/tickets.",
    ],
)
def test_lines_that_articles_print_are_none(line: str) -> None:
    assert judge(Line(line)) in (Verdict.TEXT, Verdict.PLAIN)
