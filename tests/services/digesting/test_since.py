"""Since last time: what became of events that were due, and no word where the articles do not say."""

from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.domain.brief import Event
from bot.domain.post import Outlet, Word
from bot.domain.reading import Status
from bot.domain.when import Precision
from bot.services.digesting.since import since_last
from tests.services.digesting.made import LAST, NOW, brief, event

BERLIN = ZoneInfo("Europe/Berlin")
TALKS = event("Malawi and Tanzania hold talks in Mzuzu", "2026-11-25", who=("Malawi", "Tanzania"))


@pytest.mark.parametrize(
    ("statement", "word"),
    [
        ("Malawi and Tanzania held talks in Mzuzu on Wednesday.", Word.HELD),
        ("Talks between Malawi and Tanzania in Mzuzu ended without a deal.", Word.HELD),
        ("Talks between Malawi and Tanzania in Mzuzu ended at midnight, without a deal.", Word.HELD),
        ("Malawi and Tanzania called off their talks in Mzuzu.", Word.CANCELLED),
        ("The talks of Malawi and Tanzania in Mzuzu were cancelled, an envoy said.", Word.CANCELLED),
        ("Malawi and Tanzania postponed the talks in Mzuzu.", Word.MOVED),
        ("Talks of Malawi and Tanzania in Mzuzu were put off.", Word.MOVED),
        ("Malawi and Tanzania did not hold talks in Mzuzu.", Word.NOTHING),
        ("The talks of Malawi and Tanzania in Mzuzu were not cancelled.", Word.NOTHING),
        ("The talks of Malawi and Tanzania in Mzuzu could be postponed.", Word.NOTHING),
        ("Malawi threatened to have the talks with Tanzania in Mzuzu cancelled.", Word.NOTHING),
        ("Malawi and Tanzania will hold talks in Mzuzu next week.", Word.NOTHING),
        ("Kenya and Uganda held talks in Kisumu.", Word.NOTHING),
        ("A hotel in Mzuzu was closed.", Word.NOTHING),
    ],
)
def test_an_outcome_is_told_only_where_a_statement_says_it(statement: str, word: Word) -> None:
    (found,) = since_last([brief("Rain fell.", statement)], [brief("x", events=(TALKS,))], LAST, NOW, BERLIN)
    source = Outlet("Harbour Post", "https://harbour.example/1")
    assert (found.event, found.word) == (TALKS, word)
    assert (found.said, found.source) == ((None, None) if word is Word.NOTHING else (statement, source))


@pytest.mark.parametrize(
    ("given", "due"),
    [
        (event("vote", "2026-11-24"), False),
        (event("vote", "2026-11-25"), True),
        (event("vote", "2026-11-26"), False),
        (event("vote", "2026-11-24", "2026-11-25", precision=Precision.DAYS), True),
        (event("vote", None, "2026-11-25"), True),
        (event("vote", "2026-11-25T07:59+00:00"), False),
        (event("vote", "2026-11-26T07:59+00:00"), True),
        (event("vote", "2026-11-26T08:01+00:00"), False),
        (event("vote", "2026-11-01", "2026-11-30", precision=Precision.MONTH), False),
        (event("vote", "2026-11-25", status=Status.CANCELLED), False),
        (event("vote", None), False),
    ],
)
def test_an_event_was_due_when_it_was_over_between_the_last_digest_and_now(
    given: Event, *, due: bool
) -> None:
    assert len(since_last([], [brief("x", events=(given,))], LAST, NOW, BERLIN)) == due


def test_an_event_that_several_briefs_announced_is_followed_once() -> None:
    briefs = [brief("x", events=(TALKS,)), brief("y", events=(TALKS,), site="Other Times")]
    assert len(since_last([], briefs, LAST - timedelta(days=2), NOW, BERLIN)) == 1
