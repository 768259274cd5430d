"""Coming up: what lies in the next days, each event once, where the newest brief puts it."""

from zoneinfo import ZoneInfo

import pytest

from bot.domain.brief import Event
from bot.domain.post import Outlet
from bot.domain.reading import Status
from bot.domain.when import Precision
from bot.services.digesting.coming import coming_up
from tests.services.digesting.made import NOW, brief, event

BERLIN = ZoneInfo("Europe/Berlin")


def _listed(today: tuple[Event, ...], *earlier: Event) -> list[tuple[str, str]]:
    briefs = [brief("Old.", events=(each,), site="Old Times") for each in earlier]
    found = coming_up([brief("New.", events=today)], briefs, NOW, BERLIN)
    return [(str(each.event.when.start or each.event.when.end), each.event.what) for each in found]


@pytest.mark.parametrize(
    ("given", "at"),
    [
        (event("vote", "2026-11-26"), "2026-11-26"),
        (event("vote", "2026-12-03"), "2026-12-03"),
        (event("vote", "2026-12-04"), None),
        (event("vote", "2026-11-25"), None),
        (event("vote", None, "2026-11-30"), "2026-11-30"),
        (event("vote", "2026-11-26T07:59+00:00"), None),
        (event("vote", "2026-11-26T23:30+00:00"), "2026-11-26T23:30+00:00"),
        (event("vote", "2026-11-27T10:00"), "2026-11-27T10:00"),
        (event("vote", "2026-11-28", "2026-11-30", precision=Precision.DAYS), "2026-11-28"),
        (event("vote", "2026-11-01", "2026-11-30", precision=Precision.MONTH), None),
        (event("vote", None), None),
        (event("vote", "2026-11-28", status=Status.CANCELLED), None),
        (event("vote", "2026-11-28", status=Status.PROPOSED), "2026-11-28"),
    ],
)
def test_an_event_is_listed_if_it_has_a_day_in_the_next_seven(given: Event, at: str | None) -> None:
    assert _listed((given,)) == ([(at, "vote")] if at else [])


def test_events_come_in_time_order_whole_days_before_their_hours() -> None:
    found = _listed(
        (
            event("parliament votes", "2026-11-28T09:00+01:00"),
            event("a festival opens", "2026-11-28"),
            event("the ferry returns", "2026-11-27"),
        ),
        event("judges sit", "2026-11-27T08:00+01:00"),
    )
    assert [what for _, what in found] == [
        "the ferry returns",
        "judges sit",
        "a festival opens",
        "parliament votes",
    ]


def test_an_event_that_several_briefs_announce_is_listed_once_as_the_newest_puts_it() -> None:
    new = event("the commission convenes", "2026-11-30", where="Mzuzu")
    same = event("the boundary commission convenes in Mzuzu", "2026-11-30")
    assert _listed((new,), same) == [("2026-11-30", "the commission convenes")]


@pytest.mark.parametrize(
    ("newer", "left"),
    [
        (event("Varuna-2 lifts off from Sriharikota", "2026-12-02"), ["2026-12-02"]),
        (event("Varuna-2 lifts off from Sriharikota", "2027-03-01"), []),
        (event("Varuna-2 lifts off from Sriharikota", None, status=Status.POSTPONED), []),
        (event("Varuna-2 lifts off from Sriharikota", "2026-11-28", status=Status.CANCELLED), []),
        (event("Varuna-2 sends images", "2026-12-02"), ["2026-11-28", "2026-12-02"]),
    ],
    ids=["moved", "moved away", "postponed", "cancelled", "another event"],
)
def test_what_a_newer_brief_moves_or_cancels_is_not_listed_where_an_older_put_it(
    newer: Event, left: list[str]
) -> None:
    older = event("Varuna-2 lifts off from Sriharikota", "2026-11-28")
    assert [at for at, _ in _listed((newer,), older)] == left


def test_events_of_one_brief_on_two_days_are_two() -> None:
    both = (event("drivers strike in Spain", "2026-11-28"), event("drivers strike in Spain", "2026-12-01"))
    assert len(_listed(both)) == 2


def test_each_event_names_whose_article_announced_it() -> None:
    (found,) = coming_up([brief("Vote.", events=(event("vote", "2026-11-30"),))], [], NOW, BERLIN)
    assert found.source == Outlet("Harbour Post", "https://harbour.example/1")
