"""A digest's post and what stands behind it: within Discord's limits, and nothing in it but its outlets' links."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, time
from functools import partial

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from bot.domain.digest import Digest, Filters, Run, RunState, Schedule
from bot.domain.kept import KeptBrief
from bot.domain.post import Coming, Missing, Outcome, Outlet, Post, Story, Word
from bot.domain.terms import Terms
from bot.services.digesting.managing import Answered, Standing
from bot.services.digesting.running import GIVEN_UP
from bot.services.digesting.subscribing import MOST_FEEDS, Added, Subscription
from bot.views.digest import digest_card, preview_cards, warning_card
from bot.views.digest_answers import answered_card, exported_card
from bot.views.digest_details import details_card, evidence_card
from bot.views.digest_feeds import added_card
from bot.views.digest_panel import digest_panel, digests_card
from bot.views.digest_words import Panel, Tab
from bot.views.text import web_address
from bot.views.texts import LANGUAGES, Texts
from tests.views.briefs import full_brief
from tests.views.discord_limits import TIMESTAMP, bare, refused
from tests.views.naughty import MARKUP
from tests.views.promises import LINK
from tests.views.random_briefs import kept_briefs
from tests.views.reading import content

DAY = date(2026, 11, 26)
RUN = Run("d1", DAY, datetime(2026, 11, 26, 9, tzinfo=UTC))
OUTLET = Outlet("The Lake Post", "https://news.example/lake")


def digest(name: str = "Morning", language: str = "en") -> Digest:
    return Digest("d1", 1, 2, name, Schedule(time(9), "Europe/Berlin"), RUN.due, language=language)


def post(stories: int = 2) -> Post:
    brief = full_brief()
    event = brief.events[0]
    return Post(
        day=DAY,
        overview=(brief.summary[0].text,),
        stories=(Story(brief, (OUTLET,), update=True),) * stories,
        coming=tuple(Coming(event, OUTLET) for event in brief.events),
        since=(Outcome(event, Word.HELD, "They met.", OUTLET), Outcome(event, Word.NOTHING)),
        missing=(Missing("slow.example", "It did not answer in time."),),
        more=4,
    )


def _of_any(kept: list[KeptBrief], name: str) -> Post:
    events = [event for each in kept for event in each.brief.events]
    outlet = Outlet(name, kept[0].brief.article.url or name)
    return Post(
        day=DAY,
        overview=tuple(statement.text for each in kept for statement in each.brief.summary[:1]),
        stories=tuple(Story(each.brief, (outlet, OUTLET) * 4) for each in kept),
        coming=tuple(Coming(event, outlet) for event in events),
        since=tuple(Outcome(event, word, name, outlet) for event, word in zip(events, Word, strict=False)),
        missing=(Missing(name, name),),
        more=3,
    )


def _panels(name: str, language: str) -> Iterator[Panel]:
    """A digest with as much of everything as it can have, with each of its parts open."""
    full = replace(
        digest(name, language),
        feeds=tuple(f"https://news.example/{at}/{name}" for at in range(MOST_FEEDS)),
        channels=tuple(range(2**62, 2**62 + 10)),
        filters=Filters((name[:60],) * 50, (name[:60],) * 50),
    )
    feeds = [Subscription(url, name, name) for url in full.feeds]
    there = frozenset(full.channels)
    standing = Standing(RUN.due, replace(RUN, state=RunState.FAILED, note=GIVEN_UP))
    for tab in (None, *Tab):
        yield Panel(full, Terms(), feeds, standing, there, there, "Something is wrong.", tab, page=3)
    yield Panel(replace(full, paused=name), Terms(endpoint="llm.example"), tab=Tab.SOURCES)
    yield Panel(full, Terms(), deleting=True)


def test_a_text_that_was_pasted_here_is_not_named_again_below_its_headline() -> None:
    brief = full_brief()
    pasted = Outlet(brief.article.title or "", "")
    told = replace(post(), stories=(Story(brief, (pasted, OUTLET)),))
    shown = content(digest_card(digest(), RUN, told))
    assert shown.count(pasted.name) == 1
    assert OUTLET.name in shown


@settings(max_examples=10, phases=[Phase.generate], deadline=None, derandomize=True)
@given(
    kept=st.lists(kept_briefs(MARKUP), min_size=1, max_size=6),
    name=st.sampled_from(MARKUP),
    language=st.sampled_from(LANGUAGES),
)
def test_whatever_articles_hold_a_digest_stays_within_limits_and_links_only_to_its_outlets(
    kept: list[KeptBrief], name: str, language: str
) -> None:
    told, texts = _of_any(kept, name), Texts(language)
    made = digest(name, language)
    allowed = {web_address(outlet.link) for story in told.stories for outlet in story.outlets}
    pages = [
        page_of(RUN, told, page)
        for page in range(3)
        for page_of in (
            partial(digest_card, made),
            partial(details_card, texts=texts),
            partial(evidence_card, texts=texts),
        )
    ]
    panels = [
        digests_card([(replace(made, id=f"d{at}"), Standing(RUN.due)) for at in range(10)], texts=texts),
        *(digest_panel(panel, texts=texts) for panel in _panels(name, language)),
        answered_card(made, Answered(begun=True, standing=Standing(RUN.due, RUN)), texts=texts),
        added_card(Added(3, 2, {f"{name}{at}": name for at in range(40)}), texts=texts),
        exported_card(3, texts=texts),
        warning_card(made, name),
        *preview_cards(made, told, reader=texts)[:2],
    ]
    for view in panels + pages:
        assert refused(view) == []
    for view in pages:
        left = TIMESTAMP.sub("", bare(content(view)))
        assert set(LINK.findall(left)) <= allowed
        assert "@" not in left
        assert "://" not in LINK.sub("", left)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_post_tells_stories_events_outcomes_and_what_is_missing(language: str) -> None:
    shown = content(digest_card(digest(language=language), RUN, post()))
    texts = Texts(language)
    for heading in ("Stories", "Coming up", "Since last time", "Update", "took place"):
        assert texts.say(heading) in shown
    assert "https://news.example/lake" in shown
    assert "slow" in shown


def test_a_quiet_day_is_one_line_with_its_sources() -> None:
    assert "Nothing new today." in content(digest_card(digest(), RUN, Post(DAY)))


@pytest.mark.parametrize(
    ("missing", "said"),
    [
        (Missing("a.example", "It rains.", feed=True), "None of its feeds could be read."),
        (Missing("a.example", "It rains."), "None of the new articles could be read."),
    ],
)
def test_a_day_on_which_nothing_could_be_read_is_no_quiet_day(missing: Missing, said: str) -> None:
    made = replace(digest(), feeds=("https://a.example/feed",))
    shown = content(digest_card(made, RUN, Post(DAY, missing=(missing,))))
    assert said in shown
    assert "Nothing new today." not in shown
    assert "Could not be read: a.example. It rains." in shown
