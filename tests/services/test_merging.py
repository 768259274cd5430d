from dataclasses import replace

import pytest

from bot.domain.reading import ActorClaim, EventClaim, Kind, Reading, StatementClaim, Status
from bot.domain.when import Precision, When
from bot.services.mentions import Found, merge_events
from bot.services.merging import merge, merge_actors

DATES = {
    "from 12 June": When("from 12 June", "2026-06-12/..", "2026-06-12"),
    "from 9 June": When("from 9 June", "2026-06-09/..", "2026-06-09"),
    "on 12 June": When("on 12 June", "2026-06-12", "2026-06-12", "2026-06-12", Precision.DAY),
    "in June": When("in June", "2026-06", "2026-06-01", "2026-06-30", Precision.MONTH),
    "in July": When("in July", "2026-07", "2026-07-01", "2026-07-31", Precision.MONTH),
    "by 30 June": When("by 30 June", "../2026-06-30", None, "2026-06-30", Precision.DAY),
}


def dated(claim: EventClaim) -> When:
    return DATES.get(claim.phrase, When(claim.phrase))


def merged(*claims: EventClaim) -> tuple[EventClaim, ...]:
    return merge_events(Found(claim, dated(claim)) for claim in claims)


def person(name: str, *sentences: int, role: str | None = None, aliases: tuple[str, ...] = ()) -> ActorClaim:
    return ActorClaim(name, Kind.PERSON, role, aliases, sentences)


def named(kind: Kind, name: str, *sentences: int, aliases: tuple[str, ...] = ()) -> ActorClaim:
    return ActorClaim(name, kind, None, aliases, sentences)


def event(what: str, phrase: str, *sentences: int, status: Status = Status.SCHEDULED) -> EventClaim:
    return EventClaim(what, phrase, status=status, sentences=sentences)


ORG, STATE = Kind.ORGANIZATION, Kind.STATE

SAME = {
    "the same name": (person("Ann Lee", 1), person("Ann Lee", 4)),
    "case and accents": (person("José Peña", 1), person("Jose Pena", 4)),
    "a possessive": (named(ORG, "Acme’s", 1), named(ORG, "Acme", 4)),
    "a surname": (person("Sergei Ryabkov", 1), person("Ryabkov", 4)),
    "a family name that comes first": (person("Xi Jinping", 1), person("Xi", 4)),
    "an alias": (
        named(ORG, "the Fund", 4),
        named(ORG, "International Monetary Fund", 1, aliases=("the Fund",)),
    ),
    "an acronym": (named(ORG, "IMF", 4), named(ORG, "International Monetary Fund", 1)),
    "a state by its other name": (named(STATE, "US", 4), named(STATE, "United States", 1)),
    "a state by its seat": (named(STATE, "Kremlin", 4), named(STATE, "Russia", 1)),
}


@pytest.mark.parametrize("pair", SAME.values(), ids=SAME.keys())
@pytest.mark.parametrize("turned", [False, True])
def test_one_actor_in_two_readings_is_one(pair: tuple[ActorClaim, ActorClaim], *, turned: bool) -> None:
    (actor,) = merge_actors(reversed(pair) if turned else pair)
    assert actor.sentences == (1, 4)
    assert {pair[0].name, pair[1].name} <= {actor.name, *actor.aliases}


DIFFERENT = {
    "two people": (person("Ann Lee"), person("Bo Lee")),
    "a person and a firm": (person("John Deere"), named(ORG, "Deere")),
    "two states": (named(STATE, "Niger"), named(STATE, "Nigeria")),
    "firms with a word in common": (named(ORG, "Acme Steel"), named(ORG, "Acme Rail")),
}


@pytest.mark.parametrize("pair", DIFFERENT.values(), ids=DIFFERENT.keys())
def test_two_actors_stay_two(pair: tuple[ActorClaim, ActorClaim]) -> None:
    assert len(merge_actors(pair)) == 2


def test_a_surname_that_two_people_share_belongs_to_neither() -> None:
    assert len(merge_actors([person("Ann Lee", 1), person("Bo Lee", 2), person("Lee", 3)])) == 3


def test_the_role_that_most_readings_print_stays() -> None:
    (actor,) = merge_actors(
        [
            person("Ann Lee", 1, role="minister"),
            person("Ann Lee", 2, role="chair"),
            person("Ann Lee", 3, role="chair"),
        ]
    )
    assert actor.role == "chair"


MEETING = event("The two sides will meet again in Geneva", "in June", 3)

SAME_EVENT = {
    "two precisions": event("A meeting of the sides in Geneva", "on 12 June", 9),
    "the same phrase": event("The sides will meet in Geneva", "in June", 9),
}


@pytest.mark.parametrize("other", SAME_EVENT.values(), ids=SAME_EVENT.keys())
@pytest.mark.parametrize("turned", [False, True])
def test_one_event_in_two_readings_is_one_with_the_finer_time(other: EventClaim, *, turned: bool) -> None:
    (one,) = merged(*((other, MEETING) if turned else (MEETING, other)))
    assert one.phrase == other.phrase
    assert set(one.sentences) == {3, 9}


@pytest.mark.parametrize(("phrase", "events"), [("from 12 June", 1), ("from 9 June", 2)])
def test_an_open_time_is_the_day_that_it_begins_on(phrase: str, events: int) -> None:
    assert len(merged(replace(MEETING, phrase="on 12 June"), replace(MEETING, phrase=phrase))) == events


OTHER_EVENT = {
    "another time": replace(MEETING, phrase="in July"),
    "other words": event("The parliament votes on the budget", "in June"),
    "a deadline is not a wider date": event("The two sides will meet again in Geneva", "by 30 June"),
    "no known time": event("The two sides will meet again in Geneva", "soon"),
}


@pytest.mark.parametrize("other", OTHER_EVENT.values(), ids=OTHER_EVENT.keys())
def test_two_events_stay_two(other: EventClaim) -> None:
    assert len(merged(replace(MEETING, phrase="on 12 June"), other)) == 2


def test_events_of_no_known_time_are_one_only_where_that_is_said_in_the_same_words() -> None:
    ruling = event("The court will rule on the appeal", "soon")
    other = event("The court will rule on the bail", "at a later date", 9)
    assert len(merged(ruling, other)) == 2
    assert len(merged(ruling, replace(other, phrase="soon"))) == 1


def test_a_change_of_plan_outweighs_the_plan() -> None:
    (one,) = merged(MEETING, replace(MEETING, status=Status.CANCELLED))
    assert one.status is Status.CANCELLED


def test_a_doubt_outweighs_certainty_and_whoever_acts_in_either_mention_acts() -> None:
    sure = replace(MEETING, who=("Ann Lee",), status=Status.SCHEDULED)
    (one,) = merged(sure, replace(sure, who=("Omar Haddad",), status=Status.CONDITIONAL, sentences=(9,)))
    assert (one.status, one.who) == (Status.CONDITIONAL, ("Ann Lee", "Omar Haddad"))


def test_a_statement_said_twice_is_said_once() -> None:
    one, two = StatementClaim("It rained.", (1,)), StatementClaim("It  rained", (2,))
    assert merge([Reading((one,)), Reading((two,))], dated).statements == (one,)
