from dataclasses import replace

import pytest

from bot.domain.article import Published, PublishedFrom
from bot.domain.when import Precision, When
from bot.views.texts import Texts
from bot.views.when import exact, published, worded
from tests.views.briefs import DAYS, DEADLINE, SEASON, TIME, UNDATED

DAY = When("on 3 May", "2031-05-03", "2031-05-03", "2031-05-03", Precision.DAY)
WEEK = When("next week", "2031-05-05/2031-05-11", "2031-05-05", "2031-05-11", Precision.WEEK)
MONTH = When("in May", "2031-05", "2031-05-01", "2031-05-31", Precision.MONTH)
MONTHS = When("in May and June", "2031-05/2031-06", "2031-05-01", "2031-06-30", Precision.MONTH)
QUARTER = When("in Q2", "2031-34", "2031-04-01", "2031-06-30", Precision.QUARTER)
HALF = When("in the second half", "2031-41", "2031-07-01", "2031-12-31", Precision.HALF)
YEAR = When("in 2031", "2031", "2031-01-01", "2031-12-31", Precision.YEAR)
WINTER = When("this winter", "2031-24", "2031-12-01", "2032-02-29", Precision.SEASON)
OPEN = When("not before 3 May", "2031-05-03/..", "2031-05-03", None, Precision.DAY)
LASTING = When("until 3 May", "../2031-05-03", None, "2031-05-03", Precision.DAY)
AT = "2031-05-03T18:30"
LOCAL = When("at 18:30 on 3 May", AT, AT, AT, Precision.MINUTE)
HOURS = When(
    "10:00–12:00 GMT",
    None,
    "2031-05-03T10:00Z",
    "2031-05-03T12:00Z",
    precision=Precision.MINUTE,
    timezone="GMT",
)


@pytest.mark.parametrize(
    ("when", "said"),
    [
        (DAY, "Saturday, 3 May 2031"),
        (DAYS, "18–20 Mar 2027"),
        (WEEK, "Week of 5 May 2031"),
        (MONTH, "May 2031"),
        (MONTHS, "May–June 2031"),
        (QUARTER, "2nd quarter 2031"),
        (HALF, "Second half of 2031"),
        (YEAR, "2031"),
        (SEASON, "Spring 2027"),
        (WINTER, "Winter 2031/32"),
        (DEADLINE, "By 31 December 2026"),
        (LASTING, "Until 3 May 2031"),
        (OPEN, "From 3 May 2031"),
        (replace(OPEN, phrase="until at least 3 May"), "Until at least 3 May 2031"),
        (LOCAL, "Saturday, 3 May 2031, 18:30"),
        (UNDATED, None),
    ],
)
def test_a_time_is_told_as_finely_as_it_is_known(when: When, said: str | None) -> None:
    told = worded(when, Texts())
    assert (told and told.replace("\u2009", "")) == said


def test_only_a_time_with_date_hour_and_zone_is_told_in_the_readers_own_time() -> None:
    assert worded(TIME, Texts()) == "<t:1796626800:f> (<t:1796626800:R>)"
    assert worded(HOURS, Texts()) == "<t:1935568800:f> – <t:1935576000:t> (<t:1935568800:R>)"


@pytest.mark.parametrize(
    ("locale", "said"),
    [
        ("en-US", "Saturday, May 3, 2031"),
        ("de", "Samstag, 3. Mai 2031"),
        ("pt-BR", "sábado, 3 de maio de 2031"),
        ("fa", "شنبه 3 مهٔ 2031"),
        ("sv-SE", "Saturday, 3 May 2031"),
    ],
)
def test_dates_are_told_in_the_readers_language(locale: str, said: str) -> None:
    assert worded(DAY, Texts(locale)) == said


@pytest.mark.parametrize(
    ("found", "said"),
    [
        (Published("2026-11-24", PublishedFrom.PAGE), "24 November 2026, from the page"),
        (Published("2026-11-24T17:05Z", PublishedFrom.RECEIVED), "24 November 2026, when it arrived"),
        (Published("2026-11", PublishedFrom.TEXT), "November 2026, going by dates in the text"),
        (Published("2026", PublishedFrom.GIVEN), "2026, as given"),
        (Published(), "no date found"),
    ],
)
def test_an_articles_date_is_told_with_where_it_was_found(found: Published, said: str) -> None:
    assert published(found, Texts()) == said


def test_the_printed_phrase_is_needed_where_the_date_says_less() -> None:
    assert [exact(when) for when in (DAY, DAYS, LOCAL)] == [True] * 3
    assert [exact(when) for when in (WEEK, MONTH, SEASON, YEAR, DEADLINE, OPEN, UNDATED)] == [False] * 7
