from datetime import UTC, datetime

import pytest

from bot.domain.article import Article, Published, PublishedFrom, Sentence
from bot.domain.reading import ActorClaim, EventClaim, Kind, Reading, Status
from bot.engines.offline.events.terms import CANCELLING, POSTPONING, POSTPONING_TO
from bot.services.checks import Checked, Known, check

NOW = datetime(2025, 3, 20, tzinfo=UTC)
TOLD = (
    "Malawi's chief negotiator, Chikondi Mbewe, met the former judge Devika Ramsamy on Tuesday.",
    "The commission, which last sat in November 2022, will convene in Mzuzu from 18 to 20 June.",
    "Mbewe is due to brief parliament on Thursday.",
    "A visit to Lilongwe, planned for 9 June, will not take place: it is cancelled.",
    "The presidents of Russia and the United States, Vladimir Putin and Joe Biden, spoke.",
)


def checked(*actors: ActorClaim, events: tuple[EventClaim, ...] = ()) -> Checked:
    text, made = "", []
    for number, sentence in enumerate(TOLD, start=1):
        made.append(Sentence(number, sentence, len(text), len(text) + len(sentence)))
        text += sentence + "\n"
    article = Article(text, tuple(made), published=Published("2025-03-04", PublishedFrom.GIVEN))
    return check(Reading(actors=actors, events=events), Known(article), NOW)


def person(name: str, role: str | None = None, *aliases: str, cites: tuple[int, ...] = (1,)) -> ActorClaim:
    return ActorClaim(name, Kind.PERSON, role, aliases, cites)


@pytest.mark.parametrize(
    "claim",
    [
        person("Chikondi Mbewe", "chief negotiator"),
        person("chikondi mbewe", "Malawian chief negotiator"),
        person("Devika Ramsamy", "former judge"),
        person("Devika Ramsamy", "ex-judge"),
        person("Devika Ramsamy"),
        person("Vladimir Putin", "president of Russia", cites=(5,)),
    ],
)
def test_an_actor_with_the_printed_role_passes(claim: ActorClaim) -> None:
    assert not checked(claim).withheld


@pytest.mark.parametrize(
    ("claim", "words"),
    [
        (person("Ingrid Sørensen"), "name"),
        (person("Chikondi Mbewe", cites=(9,)), "cites"),
        (person("Chikondi Mbewe", cites=()), "cites"),
        (person("Chikondi Mbewe", "chief negotiator @everyone"), "mention"),
    ],
)
def test_an_actor_that_is_not_as_printed_is_withheld(claim: ActorClaim, words: str) -> None:
    result = checked(claim)
    assert words in result.withheld[0].reason
    assert not result.actors


@pytest.mark.parametrize(
    ("claim", "words"),
    [
        (person("Chikondi Mbewe", "foreign minister"), "role"),
        (person("Chikondi Mbewe", "former chief negotiator"), "former"),
        (person("Devika Ramsamy", "judge"), "former"),
    ],
)
def test_an_actor_is_shown_without_a_role_that_is_not_as_printed(claim: ActorClaim, words: str) -> None:
    result = checked(claim)
    assert [(actor.name, actor.role) for actor in result.actors] == [(claim.name, None)]
    assert [item.text for item in result.withheld] == [f"{claim.name}, {claim.role}"]
    assert words in result.withheld[0].reason


def test_an_unprinted_alias_is_dropped_and_mentions_are_sentences() -> None:
    actor = checked(person("Chikondi Mbewe", None, "Mbewe", "Chik")).actors[0]
    assert actor.aliases == ("Mbewe",)
    assert actor.mentions == 2


def test_an_event_ahead_passes_with_its_date() -> None:
    event = EventClaim("commission convenes", "from 18 to 20 June", "Mzuzu", (), Status.SCHEDULED, (2,))
    made = checked(events=(event,)).events[0]
    assert made.when.edtf == "2025-06-18/2025-06-20"
    assert not made.past


def test_an_event_before_now_is_labelled_past_and_stays() -> None:
    event = EventClaim("Mbewe briefs parliament", "on Thursday", None, (), Status.SCHEDULED, (3,))
    assert checked(events=(event,)).events[0].past


@pytest.mark.parametrize(
    ("event", "words"),
    [
        (EventClaim("commission convenes", "on 3 July", sentences=(2,)), "time"),
        (EventClaim("commission sits", "in November 2022", sentences=(2,)), "ahead"),
        (EventClaim("royal wedding", "from 18 to 20 June", sentences=(2,)), "words"),
        (EventClaim("commission convenes", "from 18 to 20 June", "Oslo", sentences=(2,)), "Oslo"),
        (EventClaim("commission convenes", "from 18 to 20 June", None, ("NASA",), sentences=(2,)), "NASA"),
        (
            EventClaim("commission convenes", "from 18 to 20 June", status=Status.CANCELLED, sentences=(2,)),
            "cancelled",
        ),
        (EventClaim("commission convenes", "", sentences=(2,)), "time"),
        (EventClaim("commission convenes", "from 18 to 20 June", sentences=(12,)), "cites"),
    ],
)
def test_an_event_that_is_not_as_printed_is_withheld(event: EventClaim, words: str) -> None:
    assert words in checked(events=(event,)).withheld[0].reason


def test_a_cancelled_event_keeps_its_date() -> None:
    event = EventClaim("visit to Lilongwe", "for 9 June", "Lilongwe", (), Status.CANCELLED, (4,))
    assert checked(events=(event,)).events[0].when.edtf == "2025-06-09"


def test_a_participant_named_elsewhere_is_left_out_of_the_event() -> None:
    event = EventClaim(
        "commission convenes", "from 18 to 20 June", "Mzuzu", ("Joe Biden",), Status.SCHEDULED, (2,)
    )
    assert checked(events=(event,)).events[0].who == ()


def test_what_runs_until_a_day_ends_on_it() -> None:
    text = "The fair will run until 12 June."
    article = Article(
        text, (Sentence(1, text, 0, len(text)),), published=Published("2025-03-04", PublishedFrom.GIVEN)
    )
    events = (EventClaim("fair ends", "until 12 June", sentences=(1,)),)
    assert check(Reading(events=events), Known(article), NOW).events
    opening = (EventClaim("fair reopens", "until 12 June", sentences=(1,)),)
    assert not check(Reading(events=opening), Known(article), NOW).events


def test_one_happening_with_two_precisions_is_one_event_with_the_finer_date() -> None:
    coarse = EventClaim("commission convenes in Mzuzu", "June", sentences=(2,))
    fine = EventClaim("commission convenes in Mzuzu", "from 18 to 20 June", sentences=(2,))
    events = checked(events=(coarse, fine)).events
    assert [event.when.phrase for event in events] == ["from 18 to 20 June"]


def test_a_deadline_is_no_other_printing_of_a_day_before_it() -> None:
    text = "The duty will be frozen until March 2027.\nThe frozen duty was due to rise this month."
    first, second = text.split("\n")
    article = Article(
        text,
        (Sentence(1, first, 0, len(first)), Sentence(2, second, len(first) + 1, len(text), 1)),
        published=Published("2025-03-04", PublishedFrom.GIVEN),
    )
    events = (
        EventClaim("the duty will be frozen", "until March 2027", sentences=(1,)),
        EventClaim("The frozen duty was due to rise", "this month", sentences=(2,)),
    )
    assert len(check(Reading(events=events), Known(article), NOW).events) == 2


def test_two_events_of_one_sentence_with_different_times_stay_two() -> None:
    sentence = "The board votes on the budget on 12 June and on the budget cuts in the week of 16 June."
    article = Article(
        sentence,
        (Sentence(1, sentence, 0, len(sentence)),),
        published=Published("2025-03-04", PublishedFrom.GIVEN),
    )
    events = (
        EventClaim("the board votes on the budget", "on 12 June", sentences=(1,)),
        EventClaim("the board votes on the budget cuts", "in the week of 16 June", sentences=(1,)),
    )
    assert len(check(Reading(events=events), Known(article), NOW).events) == 2


@pytest.mark.parametrize(
    "word", sorted(word for word in POSTPONING | POSTPONING_TO | CANCELLING if word.endswith("ed"))
)
def test_the_checks_believe_every_word_by_which_the_offline_engine_tells_a_status(word: str) -> None:
    status = Status.CANCELLED if word in CANCELLING else Status.POSTPONED
    sentence = f"The fair has been {word} to 12 June."
    article = Article(
        sentence,
        (Sentence(1, sentence, 0, len(sentence)),),
        published=Published("2025-03-04", PublishedFrom.GIVEN),
    )
    event = EventClaim("the fair", "12 June", status=status, sentences=(1,))
    assert not check(Reading(events=(event,)), Known(article), NOW).withheld
