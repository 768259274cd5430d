import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.article import PublishedFrom
from bot.domain.when import Precision, When
from bot.services.dating import Dated, Timeline
from tests.services.dating.articles import article


def last(text: str, phrase: str, published: str | None = "2025-03-05", **more: PublishedFrom) -> Dated:
    one = article(text, published, **more)
    return Timeline(one).resolve(phrase, one.sentences[-1])


@pytest.mark.parametrize(
    ("text", "phrase", "edtf"),
    [
        ("The mandate ends on 30 June.\nIts ships go home the next day.", "the next day", "2025-07-01"),
        ("She was arrested on 3 March.\nShe was freed the following day.", "the following day", "2025-03-04"),
        ("The court sits on Friday.\n\nThe hearing opens at 10:00 (09:00 GMT).", "10:00", "2025-03-07T09:00Z"),
        ("The court sits on Friday; it opens at 10 a.m. and rules two days later.", "two days later", "2025-03-09"),
        ("If Friday's vote fails, he would have 15 days to propose another.", "15 days", "../2025-03-22"),
        ("At 4pm the judge will speak on Friday.", "At 4pm", "2025-03-07T16:00"),
        ("On Friday the judge will speak at 4pm.", "On Friday", "2025-03-07T16:00"),
        ("Gates open on the weekend of 15 March; the band plays on the Saturday.", "on the Saturday", "2025-03-15"),
        ("Talks resume next week, with ministers due on Thursday.", "on Thursday", "2025-03-13"),
        ("It will fly no earlier than 8 June.\nThe launch, previously set for 4 May, was put off.\nIt lifts off at 7pm.", "at 7pm", "2025-06-08T19:00"),
        ("The fair starts on 12 August; its last day is on the 30th.", "on the 30th", "2025-08-30"),
        ("It opens in spring 2026 and closes before Christmas of that year.", "before Christmas of that year", "../2026-12-24"),
        ("Programme, Saturday 15 March\n\n12:00 A vs. B\n\nHall 4\n\nArena\n\n14:30 C vs. D", "14:30", "2025-03-15T14:30"),
        ("Creditors have until Monday.\n\n15.05 GMT", "15.05 GMT", "2025-03-05T15:05Z"),
    ],
)  # fmt: skip
def test_a_phrase_counts_from_the_date_named_before_it(text: str, phrase: str, edtf: str) -> None:
    assert last(text, phrase).when.edtf == edtf


@pytest.mark.parametrize(
    ("phrase", "edtf"),
    [
        ("on polling day", "2025-05-08"),
        ("on the eve of the vote", "2025-05-07"),
        ("the Sunday before the vote", "2025-05-04"),
        ("the day after the election", "2025-05-09"),
        ("three days before the vote", "2025-05-05"),
    ],
)
def test_a_named_day_is_the_one_that_the_article_dates(phrase: str, edtf: str) -> None:
    text = f"Voters will go to the polls on Thursday 8 May.\n\nBars will close {phrase}."
    assert last(text, phrase).when.edtf == edtf


def test_a_named_day_that_nothing_dates_has_no_value() -> None:
    assert last("Bars will close on the eve of the vote.", "on the eve of the vote").when.edtf is None


def test_without_an_anchor_only_what_the_words_fix_has_a_value() -> None:
    text = "It opens on 3 May 2026, after a rehearsal on Friday and a party in June."
    assert last(text, "on 3 May 2026", None).when == When(
        "on 3 May 2026", "2026-05-03", "2026-05-03", "2026-05-03", Precision.DAY
    )
    assert last(text, "on Friday", None).when == When("on Friday")
    assert last(text, "in June", None).when.edtf is None


@pytest.mark.parametrize(
    ("phrase", "edtf"),
    [
        ("before the end of this year", "../2021-12-31"),
        ("in December", "2021-12"),
        ("on Friday", None),
        ("tomorrow", None),
        ("next week", None),
        ("in two weeks", None),
    ],
)
def test_a_year_from_the_text_dates_months_but_never_days(phrase: str, edtf: str | None) -> None:
    when = last(f"They will meet {phrase}.", phrase, "2021", origin=PublishedFrom.TEXT).when
    assert when.edtf == edtf
    assert when.anchor == (PublishedFrom.TEXT if edtf else None)


@pytest.mark.parametrize(
    ("text", "phrase", "published", "edtf"),
    [
        ("They will meet in January.", "in January", "2024-12-10", "2025-01"),
        ("They met in November.", "in November", "2025-01-10", "2024-11"),
        ("They will meet on 3 January.", "on 3 January", "2024-12-30", "2025-01-03"),
        ("They met on 30 December.", "on 30 December", "2025-01-02", "2024-12-30"),
        ("They met in February.", "in February", "2025-03-05", "2025-02"),
        ("They will meet in February.", "in February", "2025-03-05", "2026-02"),
    ],
)
def test_a_date_without_a_year_follows_the_clause_around_new_year(
    text: str, phrase: str, published: str, edtf: str
) -> None:
    assert last(text, phrase, published).when.edtf == edtf


def test_a_friday_in_an_article_of_a_friday_is_that_day() -> None:
    assert last("The court will rule on Friday.", "on Friday", "2025-03-07").when.edtf == "2025-03-07"
    assert last("The court ruled on Friday.", "on Friday", "2025-03-07").when.edtf == "2025-03-07"


@pytest.mark.parametrize(
    ("text", "phrase", "ahead"),
    [
        ("The court will rule on Friday.", "on Friday", True),
        ("The court ruled on Monday.", "on Monday", False),
        ("The court will rule today.", "today", True),
        ("The court ruled today.", "today", False),
        ("A strike planned for Monday was called off.", "for Monday", True),
        ("The ministry announced a vote on Saturday.", "on Saturday", True),
        ("The man was born in May.", "in May", False),
    ],
)
def test_a_phrase_says_whether_it_lies_ahead(text: str, phrase: str, ahead: bool) -> None:  # noqa: FBT001
    assert last(text, phrase).ahead is ahead


@pytest.mark.parametrize(
    "phrase",
    [
        "Shortly afterwards",
        "in the coming weeks",
        "at a later date",
        "until further notice",
        "indefinitely",
        "no new date",
    ],
)
def test_words_that_only_point_ahead_are_found_and_marked(phrase: str) -> None:
    one = article(f"The meeting, {phrase}, is off.")
    (found,) = Timeline(one).find(one.sentences[0])
    assert (found.text, found.vague) == (phrase, True)
    assert Timeline(one).resolve(phrase, one.sentences[0]).when == When(phrase)


def test_a_zone_is_kept_as_printed_and_a_bare_time_has_none() -> None:
    assert last("It starts on Friday at 10:00 CET.", "on Friday at 10:00 CET").when.timezone == "CET"
    assert last("It starts on Friday at 10:00.", "on Friday at 10:00").when.timezone is None
    assert last("It starts on Friday at 10:00 IST.", "on Friday at 10:00 IST").when.edtf == "2025-03-07T10:00"


def test_start_and_end_are_inclusive_and_open_where_nothing_is_said() -> None:
    when = last("It must be done by the end of May.", "by the end of May").when
    assert (when.start, when.end, when.anchor) == (None, "2025-05-31", PublishedFrom.GIVEN)
    when = last("It runs in the third quarter of 2026.", "in the third quarter of 2026").when
    assert (when.start, when.end, when.precision) == ("2026-07-01", "2026-09-30", Precision.QUARTER)
    assert when.anchor is None


@given(st.text(max_size=200))
def test_any_text_is_read_without_complaint_and_phrases_are_verbatim(text: str) -> None:
    one = article(text.replace("\n", " ") or "x")
    timeline = Timeline(one)
    for sentence in one.sentences:
        for phrase in timeline.find(sentence):
            assert sentence.text[phrase.start : phrase.end] == phrase.text
            timeline.resolve(phrase.text, sentence)


WORDS = [
    "on",
    "the",
    "3",
    "31",
    "30",
    "may",
    "May",
    "June",
    "2025",
    "at",
    "10",
    ":",
    "30",
    "pm",
    "to",
    "until",
    "by",
    "next",
    "week",
    "Friday",
    "half",
    "of",
    "first",
    "year",
    "February",
]


@given(st.lists(st.sampled_from(WORDS), max_size=14))
def test_any_order_of_time_words_is_read_without_complaint(words: list[str]) -> None:
    one = article(" ".join(words) or "x")
    for phrase in Timeline(one).find(one.sentences[0]):
        assert Timeline(one).resolve(phrase.text, one.sentences[0]).when.phrase == phrase.text


def test_a_phrase_that_is_not_in_the_sentence_is_read_by_itself() -> None:
    assert last("The court will rule.", "on 3 May 2026").when.edtf == "2026-05-03"
    assert last("The court will rule.", "when pigs fly").when == When("when pigs fly")


@pytest.mark.parametrize(
    "unit",
    ["the day after ", "1 day ", "2 days after ", "first week of ", "10:00 GMT ", "1/2/", "the end of "],
)
def test_endless_time_words_are_read_to_an_end(unit: str) -> None:
    one = article(unit * 5000)
    assert len(Timeline(one).find(one.sentences[0])) <= 100


@pytest.mark.parametrize(
    ("text", "phrase", "edtf"),
    [
        ("Three men have been summoned before the panel on Thursday.", "on Thursday", "2025-03-06"),
        ("Troops have been sent to guard the polls on Sunday.", "on Sunday", "2025-03-09"),
        ("The airline has cancelled all flights on Friday.", "on Friday", "2025-03-07"),
        ("A date of 12 May has been fixed for the trial.", "12 May", "2025-05-12"),
        ("It had been given until Friday to answer.", "until Friday", "../2025-03-07"),
        ("Prices have fallen since Monday.", "since Monday", "2025-03-03/.."),
        ("The kick-off has been brought forward from 8pm to 6pm on Saturday.", "6pm", "2025-03-08T18:00"),
        (
            "The market is held on the first Wednesday of every month until June.",
            "on the first Wednesday of every month until June",
            "2025-03-05/2025-06-04",
        ),
        ("Voters go to the polls on Sunday.\nSunday's vote was called in May.", "Sunday's", "2025-03-09"),
        ("Sunday's vote was close.", "Sunday's", "2025-03-02"),
    ],
)
def test_the_verb_tells_on_which_side_of_the_article_a_day_lies(text: str, phrase: str, edtf: str) -> None:
    assert last(text, phrase).when.edtf == edtf


def test_any_monday_is_no_day() -> None:
    one = article("It was a Monday, or some Friday of old, or any Sunday.")
    assert Timeline(one).find(one.sentences[0]) == ()


def test_on_a_sunday_this_week_ahead_is_the_week_to_come() -> None:
    text = "Parliament will vote this week."
    assert last(text, "this week", "2025-03-09").when.edtf == "2025-03-10/2025-03-16"
    assert last("It rained this week.", "this week", "2025-03-09").when.edtf == "2025-03-03/2025-03-09"


def test_what_ends_after_the_article_lies_ahead_though_its_clause_looks_back() -> None:
    assert last("Banks waived fees until June 30 2027.", "until June 30 2027").ahead is True
    assert last("The offer stood until 3 March.", "until 3 March").ahead is False


def test_a_time_of_day_in_a_clause_of_its_own_is_not_that_of_the_day_before_it() -> None:
    text = "It will report on Thursday, May 8, before the market opens, and will host a call at 8:30 a.m. ET."
    assert last(text, "on Thursday, May 8").when.edtf == "2025-05-08"
    assert last(text, "at 8:30 a.m. ET").when.edtf == "2025-05-08T08:30-04:00"


def test_a_particle_before_a_time_is_no_part_of_it() -> None:
    one = article("She will be sworn in on Monday.")
    assert [phrase.text for phrase in Timeline(one).find(one.sentences[0])] == ["on Monday"]


@pytest.mark.parametrize(
    "dateline", ["LONDON, March 10 (Reuters) -", "PORT LOUIS, Mauritius, 10 March (AFP) —"]
)
def test_the_day_of_a_dateline_does_not_lie_ahead(dateline: str) -> None:
    text = f"{dateline} The bank will publish its report by June."
    (day, _) = Timeline(one := article(text, "2025", origin=PublishedFrom.TEXT)).find(one.sentences[0])
    assert Timeline(one).resolve(day.text, one.sentences[0]).ahead is False
