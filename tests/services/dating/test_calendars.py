import pytest

from bot.services.dating import Timeline
from tests.services.dating.articles import article


@pytest.mark.parametrize(
    ("text", "phrase", "published", "edtf", "note"),
    [
        ("The Majlis votes on 28 Ordibehesht 1404.", "on 28 Ordibehesht 1404", "2025-05-11", "2025-05-18", "“28 Ordibehesht 1404” read as 18 May 2025 (Solar Hijri)"),
        ("The bill is due in the Majlis no later than 10 Khordad.", "no later than 10 Khordad", "2025-05-11", "../2025-05-31", "“10 Khordad” read as 31 May 2025 (Solar Hijri)"),
        ("Water will be released by the end of the year 1404, Tehran said.", "by the end of the year 1404", "2025-05-11", "../2026-03-20", "“end of the year 1404” read as 20 March 2026 (Solar Hijri)"),
        ("They met in Geneva in June 1400, IRNA said.", "in June 1400", "2021-11-30", "2021-06", "“June 1400” read as June 2021 (Solar Hijri)"),
        ("Polls open on Sunday, 15 February 2569.", "on Sunday, 15 February 2569", "2026-01-19", "2026-02-15", "“Sunday, 15 February 2569” read as 15 February 2026 (Buddhist era)"),
        ("The festival opens on 17 Shawwal.", "on 17 Shawwal", "2025-02-24", "2025-04-15", "“17 Shawwal” read as 15 April 2025 (Hijri)"),
    ],
)  # fmt: skip
def test_a_date_of_another_calendar_is_converted_and_noted(
    text: str, phrase: str, published: str, edtf: str, note: str
) -> None:
    one = article(text, published)
    dated = Timeline(one).resolve(phrase, one.sentences[0])
    assert (dated.when.edtf, dated.note) == (edtf, note)


def test_a_printed_gregorian_date_in_brackets_wins() -> None:
    one = article("The Majlis votes on 28 Ordibehesht 1404 (19 May 2025).", "2025-05-11")
    phrase = "28 Ordibehesht 1404 (19 May 2025)"
    assert Timeline(one).resolve(phrase, one.sentences[0]).when.edtf == "2025-05-19"


@pytest.mark.parametrize(
    ("text", "phrase", "edtf"),
    [
        ("The town was founded in May 1403 and sacked in 1612.", "in May 1403", "1403-05"),
        ("Emissions should end by 2500.", "by 2500", None),
        ("A Gregorian date: 3 May 2025.", "3 May 2025", "2025-05-03"),
    ],
)
def test_a_gregorian_year_stays_one(text: str, phrase: str, edtf: str | None) -> None:
    one = article(text)
    dated = Timeline(one).resolve(phrase, one.sentences[0])
    assert (dated.when.edtf, dated.note) == (edtf, None)
