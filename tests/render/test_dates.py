import pytest

from bot.domain.article import Published, PublishedFrom
from bot.domain.when import Precision, When
from bot.render.dates import plain_date, plain_published


@pytest.mark.parametrize(
    ("edtf", "start", "end", "precision", "words"),
    [
        ("2021-12-03", "2021-12-03", "2021-12-03", "day", "Friday 3 December 2021"),
        ("2021-06-12/2021-06-14", "2021-06-12", "2021-06-14", "days", "12–14 June 2021"),
        ("2021-06-28/2021-07-02", "2021-06-28", "2021-07-02", "days", "28 June – 2 July 2021"),
        ("2021-12-30/2022-01-02", "2021-12-30", "2022-01-02", "days", "30 December 2021 – 2 January 2022"),
        ("2021-12-06/2021-12-12", "2021-12-06", "2021-12-12", "week", "week of 6 December 2021"),
        ("2021-12", "2021-12-01", "2021-12-31", "month", "December 2021"),
        ("2021-11/2022-01", "2021-11-01", "2022-01-31", "month", "November 2021 – January 2022"),
        ("2021-03/2021-05", "2021-03-01", "2021-05-31", "month", "March – May 2021"),
        ("2026-21", "2026-03-01", "2026-05-31", "season", "spring 2026"),
        ("2026-24", "2026-12-01", "2027-02-28", "season", "winter 2026/27"),
        ("2026-33", "2026-01-01", "2026-03-31", "quarter", "first quarter of 2026"),
        ("2026-41", "2026-07-01", "2026-12-31", "half", "second half of 2026"),
        ("2026", "2026-01-01", "2026-12-31", "year", "2026"),
        ("../2021-12-31", None, "2021-12-31", "year", "by 31 December 2021"),
        ("2021-05-01/..", "2021-05-01", None, "day", "from 1 May 2021"),
        (
            "2021-12-03T14:30Z",
            "2021-12-03T14:30Z",
            "2021-12-03T14:30Z",
            "minute",
            "Friday 3 December 2021, 14:30 GMT",
        ),
        (
            "2021-12-03T14:30Z/2021-12-03T16:00Z",
            "2021-12-03T14:30Z",
            "2021-12-03T16:00Z",
            "minute",
            "Friday 3 December 2021, 14:30–16:00 GMT",
        ),
        ("../2021-12-03T14:30", None, "2021-12-03T14:30", "minute", "by Friday 3 December 2021, 14:30 GMT"),
        (None, None, None, "unknown", None),
    ],
)
def test_a_date_is_told_as_precisely_as_it_is_known(
    edtf: str | None, start: str | None, end: str | None, precision: str, words: str | None
) -> None:
    assert plain_date(When("then", edtf, start, end, Precision(precision), "GMT")) == words


def test_what_goes_on_until_a_day_does_not_happen_by_it() -> None:
    until = When("until the end of May", "../2021-05-31", None, "2021-05-31", Precision.DAY)
    assert plain_date(until) == "until 31 May 2021"


def test_what_goes_on_until_a_day_at_least_does_not_begin_on_it() -> None:
    until = When("until at least 31 May", "2021-05-31/..", "2021-05-31", None, Precision.DAY)
    assert plain_date(until) == "until at least 31 May 2021"


@pytest.mark.parametrize(
    ("value", "origin", "words"),
    [
        ("2021", PublishedFrom.TEXT, "2021 (from dates in the text)"),
        ("2021-11", PublishedFrom.GIVEN, "November 2021 (date given)"),
        ("2021-11-30", PublishedFrom.DATELINE, "30 November 2021 (from its dateline)"),
        ("2021-11-30T17:05Z", PublishedFrom.PAGE, "30 November 2021 (from the page)"),
        (None, PublishedFrom.UNKNOWN, "no date found"),
    ],
)
def test_an_article_s_date_says_where_it_came_from(
    value: str | None, origin: PublishedFrom, words: str
) -> None:
    assert plain_published(Published(value, origin)) == words
