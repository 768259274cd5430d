import pytest

from bot.services.dating import infer_published, read_published, writes_day_first


@pytest.mark.parametrize(
    ("printed", "edtf"),
    [
        ("March 3, 2025", "2025-03-03"),
        ("2025-03-03", "2025-03-03"),
        ("2025-03", "2025-03"),
        ("2025", "2025"),
        ("2025-03-03T17:05:00+01:00", "2025-03-03T17:05+01:00"),
        ("2025-03-03 17:05:09Z", "2025-03-03T17:05Z"),
        ("20250304", "2025-03-04"),
        ("Wed, 9 Jul, 2025 - 17:48", "2025-07-09T17:48"),
        ("Thu, 05 Jun 2025 08:00:00 GMT", "2025-06-05T08:00Z"),
        ("Mar 4, 2025, 7:05 PM EST", "2025-03-04T19:05-05:00"),
        ("Published: 21:31 BST, 4 June 2024", "2024-06-04T21:31+01:00"),
        ("04.03.2025 12:00", "2025-03-04T12:00"),
        ("30/04/2025", "2025-04-30"),
        ("March 2025", "2025-03"),
        ("21 Ordibehesht 1404", "2025-05-11"),
        ("1404/02/21", "2025-05-11"),
        ("15 February 2569", "2026-02-15"),
        ("3 marzo 2025", "2025-03-03"),
        ("4 de marzo de 2025", "2025-03-04"),
        ("4 mars 2025", "2025-03-04"),
        ("Dienstag, 4. März 2025", "2025-03-04"),
        ("quinta-feira, 5 de março de 2025", "2025-03-05"),
        ("4 марта 2025 г.", "2025-03-04"),
        ("2025年3月4日", "2025-03-04"),
        ("٤ مارس ٢٠٢٥", "2025-03-04"),
        ("۲۱ اردیبهشت ۱۴۰۴", "2025-05-11"),
    ],
)
def test_a_printed_date_is_read_as_finely_as_it_is_known(printed: str, edtf: str) -> None:
    assert read_published(printed) == edtf


def test_of_two_numbers_that_both_may_be_the_month_only_the_year_is_kept() -> None:
    assert read_published("12/05/2025") == "2025"
    assert read_published("05/05/2025") == "2025-05-05"


@pytest.mark.parametrize(
    "printed",
    [
        "",
        "Monday",
        "3 minutes ago",
        "Fed up in 2 places",
        "No. 5 may 2",
        "12 September 2026 – 10 January 2027",
        "March 3",
        "1404-00-00",
        "2026-02-30",
        "2026-02-31T10:00Z",
        "9999-99-99T99:99:99Z",
        "0000",
    ],
)
def test_what_is_no_date_is_not_read_as_one(printed: str) -> None:
    assert read_published(printed) is None


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Registration closes on 16 October.", True),
        ("Registration closes on 16/10/2026.", True),
        ("Registration closes on October 16.", False),
        ("Registration closes soon.", False),
        ("Of a market 15 years old, 16 may close. It opened on 16 October.", True),
        ("In March 20 shops closed; on 3 June and 4 July two more.", True),
    ],
)
def test_a_date_in_numbers_is_read_as_the_text_writes_its_other_dates(text: str, *, first: bool) -> None:
    assert writes_day_first(text) is first
    assert read_published("05/10/2026", day_first=first) == ("2026-10-05" if first else "2026")


@pytest.mark.parametrize(
    ("dateline", "anchor", "edtf"),
    [
        ("GENEVA, March 3 (Agency) -", "2025-01-05", "2025-03-03"),
        ("PARIS, Dec. 30 -", "2025-01-02", "2024-12-30"),
        ("Tehran, 21 Ordibehesht,", "2025-06-01", "2025-05-11"),
    ],
)
def test_a_dateline_without_a_year_is_completed_from_an_anchor(dateline: str, anchor: str, edtf: str) -> None:
    assert read_published(dateline, anchor) == edtf


def test_the_year_of_an_article_is_the_latest_that_its_text_looks_back_on() -> None:
    found = infer_published(
        "Prices fell in 2019. They met in March 2024. It will end by 2030; the plan for 2050 is set."
    )
    assert found == (
        "2024",
        "No date is given: 2024 is the latest year that the text looks back on (“March 2024”)",
    )


def test_a_solar_hijri_year_dates_an_article_and_says_so() -> None:
    text = "He spoke.\nAt a meeting in Geneva in June 1400, the two presidents agreed to resume talks, IRNA said."
    assert infer_published(text) == ("2021", "“June 1400” read as June 2021 (Solar Hijri)")


@pytest.mark.parametrize(
    "text",
    [
        "It counted 1400 people and 2000 sheep.",
        "The goal is 2050.",
        "It will open in 2030.",
        "No number.",
        "The mill was built in 1974.",
        "Born in 1950, he has run the mill since 1974.",
        "The lake froze in 2019. The firm was founded in 2022.",
        "Flight 2024 left.",
    ],
)
def test_a_number_that_is_no_year_of_the_past_dates_nothing(text: str) -> None:
    assert infer_published(text) is None
