from datetime import date

from bot.domain.brief import Event
from bot.domain.post import Coming, Outcome, Outlet, Post, Word
from bot.domain.reading import Status
from bot.domain.when import When

DAY = date(2026, 11, 26)
EVENT = Event("the vote", None, (), Status.SCHEDULED, When("on Thursday"), past=False, sentences=(1,))


def test_a_post_without_stories_events_or_news_of_events_is_quiet() -> None:
    assert Post(DAY).quiet
    assert Post(DAY, since=(Outcome(EVENT, Word.NOTHING),)).quiet
    assert not Post(DAY, since=(Outcome(EVENT, Word.HELD, "They voted."),)).quiet
    assert not Post(DAY, coming=(Coming(EVENT, Outlet("Wire", "https://example.org/1")),)).quiet
