from collections.abc import Sequence

import pytest

from bot.domain.article import Article, Published, PublishedFrom, Sentence
from bot.domain.reading import EventClaim, Status
from bot.engines.offline.events import find_events
from bot.engines.offline.parsing import parse
from bot.services.dating import Phrase
from tests.engines.offline.marked import MARK, Marked, dated, read


def whats(events: Sequence[EventClaim]) -> list[str]:
    return [event.what for event in events]


@pytest.mark.parametrize(
    ("marked", "what"),
    [
        ("The report will be published [on 3 May|d], and the committee meets [on 10 May|d] to discuss it.", ["The report will be published", "the committee meets"]),
        ("Vaccination is to begin [next Monday|d], the statement said, with a second dose [14 days later|d].", ["Vaccination is to begin", "a second dose"]),
        ("If both agree, the ministers could sign on the margins of the ministerial council [on Monday|d].", ["If both agree, the ministers could sign", "the ministerial council"]),
        ("The truce expires [at midnight on May 31|t], the day on which Colombians vote in the first round.", ["The truce expires", "Colombians vote in the first round"]),
        ("The tax would go down to 11 percent [on July 1|d], and to 10 percent [at the start of 2028|m].", ["The tax would go down to 11 percent", "The tax would go down to 11 percent on July 1, and to 10 percent"]),
        ("Drivers will strike on [Friday 4 May|d], [Saturday 12 May|D] and [22 May|w].", ["Drivers will strike", "Drivers will strike on Friday 4 May", "Drivers will strike on Friday 4 May, Saturday 12 May"]),
    ],
)  # fmt: skip
def test_one_sentence_may_announce_several_things(marked: str, what: list[str]) -> None:
    assert whats(read(marked)) == what


def test_what_is_a_verbatim_run_of_the_cited_sentence() -> None:
    line = 'It said "the second round" would open in Lagos [on 5 May|d], if the rains allow, and that talks go on.'
    (event,) = read(line)
    assert event.what in MARK.sub(r"\1", line)
    assert event.sentences == (1,)


def test_two_mentions_of_one_happening_are_one_event_with_the_finer_time() -> None:
    events = read(
        "The prime minister will open the Humber tunnel [in May|m].",
        "Trains stop running early.",
        "The Humber tunnel opens [on 5 May|d].",
    )
    assert [(event.phrase, event.sentences) for event in events] == [("on 5 May", (3, 1))]


def test_a_postponed_event_takes_its_new_date_from_the_next_sentence() -> None:
    (event,) = read(
        "The safety conference, which was to open [on Tuesday|d], has been put off by four weeks.",
        "It will now take place [on 19 and 20 May|D], in the same hall.",
    )
    assert event.status is Status.POSTPONED
    assert event.what.startswith("The safety conference")
    assert (event.phrase, event.sentences) == ("on 19 and 20 May", (2, 1))


def test_a_postponed_event_takes_no_date_that_comes_after_a_sentence_on_something_else() -> None:
    events = read(
        "The visit planned for [Saturday|d] has been put off.",
        "The ferry, built in 1998, carried 212,000 passengers.",
        "It is due to be replaced [by the end of May|m].",
    )
    visit = events[0]
    assert (visit.phrase, visit.sentences) == ("has been put off", (1,))


def test_only_the_new_date_of_a_moved_event_is_listed() -> None:
    (event,) = read(
        "A meeting of bondholders, originally called for [Wednesday|d], has been moved to [May 17|d]."
    )
    assert (event.phrase, event.status) == ("May 17", Status.POSTPONED)


@pytest.mark.parametrize(
    ("marked", "phrase"),
    [
        ("The visit planned for [Saturday|d] has been postponed indefinitely.", "indefinitely"),
        (
            "The visit planned for [Saturday|d] has been put off until the road is safe.",
            "until the road is safe",
        ),
        ("The visit planned for [Saturday|d] has been put off.", "has been put off"),
    ],
)
def test_a_postponed_event_without_a_new_date_keeps_the_words_that_say_so(marked: str, phrase: str) -> None:
    (event,) = read(marked)
    assert (event.phrase, event.status) == (phrase, Status.POSTPONED)


@pytest.mark.parametrize(
    ("marked", "place", "names"),
    [
        ("Norway and Chad will host a conference in Nairobi [on 6 May|d].", "Nairobi", ("Norway", "Chad")),
        ("The three will share a platform at the Methodist Hall [on 26 May|d].", "the Methodist Hall", ()),
        ("Candidates may register [from 26 to 30 May|D] at the municipal hall.", "the municipal hall", ()),
        ("The UN office in Colombia will report [on 5 May|d].", None, ()),
    ],
)
def test_place_and_names_are_those_of_the_clause(
    marked: str, place: str | None, names: tuple[str, ...]
) -> None:
    (event,) = read(marked)
    assert event.where == place
    assert set(names) <= set(event.who)


def test_a_list_of_dates_about_the_article_is_read_line_by_line() -> None:
    events = read(
        "The Tamarack inquiry resumes after the holidays.",
        "* [5 May|d]: Tamarack hearing in Leeds",
        "* [6 May|d]: closing statements",
    )
    assert whats(events)[-2:] == ["Tamarack hearing in Leeds", "closing statements"]


def test_a_box_of_other_dates_is_not_listed() -> None:
    assert (
        read("Two men were fined by the court.", "[5 May|d]: Milburn Corn Roast", "[6 May|d]: Book sale")
        == ()
    )


def test_a_day_on_a_line_of_its_own_dates_the_happenings_below_it() -> None:
    events = read(
        "[Monday 5 May|d]",
        "The Supreme Court is to hear an appeal in the pylons case. It was filed by the government.",
        "Sentencing of Darius Kemble, a former councillor, for fraud.",
        "The court hears many cases of fraud.",
    )
    assert [(event.what.split(" ")[0], event.sentences) for event in events] == [
        ("The", (2, 1)),
        ("Sentencing", (3, 1)),
    ]


def test_what_lasts_until_a_day_is_no_other_happening_before_it() -> None:
    events = read(
        "The minister says that the duty will be frozen [until 7 June|m<].",
        "The frozen duty was due to rise [on 5 May|d].",
    )
    assert [event.sentences for event in events] == [(1,), (2,)]


def test_headings_announce_nothing() -> None:
    sentence = Sentence(1, "Talks open on 5 May", 0, 19, heading=True)
    article = Article(sentence.text, (sentence,), published=Published("2025-04-20", PublishedFrom.GIVEN))
    timeline = Marked({1: [(Phrase("on 5 May", 11, 19), dated("on 5 May", "d", ""))]})
    assert find_events(article, list(parse(article)), timeline) == ()


def test_without_a_parse_a_sentence_with_a_date_ahead_is_printed_whole() -> None:
    (event,) = read("Выборы пройдут [5 мая|d] в Москве.", language="ru")
    assert event == EventClaim("Выборы пройдут 5 мая в Москве.", "5 мая", sentences=(1,))


@pytest.mark.parametrize(
    "line", ["Выборы пройдут [скоро|u] в Москве.", "Слова " * 40 + "[5 мая|d].", "Выборы [5 мая|d]"]
)
def test_without_a_parse_nothing_vague_long_or_unfinished_is_listed(line: str) -> None:
    assert read(line, language="ru") == ()


def test_a_date_that_the_next_sentence_puts_off_is_not_listed() -> None:
    (event,) = read(
        "The Harlow tunnel was due to open in [the second half of 2030|y].",
        "The ministry said the flood damage would delay the opening [until 5 May|d].",
    )
    assert (event.phrase, event.status, event.sentences) == ("until 5 May", Status.POSTPONED, (2, 1))


def test_a_verb_far_from_its_subject_stands_for_itself() -> None:
    events = read(
        "Northwind said it will report results on [Thursday|d], before the market opens, and will host a call "
        "[at 8:30 a.m. ET|t]."
    )
    assert whats(events) == ["Northwind said it will report results", "will host a call"]


def test_a_verb_without_an_object_keeps_its_subject_however_far() -> None:
    events = read(
        "A judicial review of the closure, brought by the group Save Our Beds, was to have been heard this week but "
        "was adjourned [until 21 May|d]."
    )
    assert [what.split()[0] for what in whats(events)] == ["A"]
