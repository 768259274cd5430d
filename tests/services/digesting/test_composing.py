"""What a post tells: which stories, in which order, and when it has nothing to say."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.domain.brief import Brief
from bot.domain.digest import Filters
from bot.domain.post import Missing, Outlet, Post, Story, Word
from bot.services.digesting.composing import Earlier, Today, compose
from bot.services.digesting.filtering import passes
from bot.services.digesting.telling import Telling
from tests.services.digesting.made import LAST, NOW, brief, digest, event, telling

HARBOUR = telling("Rossadoon harbour reopens after the storm", "Harbour Post", "Coast Echo")
BRIDGE = telling("Penbury bridge closed by a crack", hours=2)
FERRY = telling("Ferry fares rise in Halifax", hours=3)
OTTERS = telling("Otters return to Tillman", hours=9)
LIKED = replace(OTTERS, reports=(replace(OTTERS.reports[0], reactions=4),))


def _composed(*tellings: Telling, earlier: Earlier | None = None, **changes: object) -> Post:
    return compose(digest(**changes), Today(tellings), earlier or Earlier(), NOW)


def _titles(post: Post) -> list[str]:
    return [str(story.brief.article.title).split()[0] for story in post.stories]


def test_a_story_comes_with_its_brief_and_all_its_outlets_the_one_that_was_briefed_first() -> None:
    post = _composed(replace(HARBOUR, briefed=1))
    (story,) = post.stories
    harbour, echo = HARBOUR.reports
    assert story.brief is HARBOUR.brief
    assert story.outlets == (Outlet("Coast Echo", echo.link), Outlet("Harbour Post", harbour.link))
    assert (post.day.isoformat(), post.overview, post.quiet) == ("2026-11-26", (), False)


@pytest.mark.parametrize(
    ("tellings", "order"),
    [
        ((BRIDGE, HARBOUR), ["Rossadoon", "Penbury"]),
        ((FERRY, BRIDGE), ["Penbury", "Ferry"]),
        ((FERRY, BRIDGE, LIKED), ["Otters", "Penbury", "Ferry"]),
    ],
    ids=["more outlets", "newer", "more reactions"],
)
def test_what_more_outlets_and_readers_care_for_comes_first_and_the_newer(
    tellings: tuple[Telling, ...], order: list[str]
) -> None:
    assert _titles(_composed(*tellings)) == order


def test_copies_of_one_text_count_as_one_outlet() -> None:
    text = "The Penbury bridge was closed on Monday when inspectors of the county found a crack in a pillar."
    pieces = [
        replace(BRIDGE.reports[0], outlet=name, text=text, link=f"https://{name}.example") for name in "abc"
    ]
    copied = replace(BRIDGE, reports=tuple(pieces))
    assert _titles(_composed(copied, HARBOUR)) == ["Rossadoon", "Penbury"]


def test_no_more_stories_are_told_than_wanted_and_the_rest_is_counted() -> None:
    post = _composed(HARBOUR, BRIDGE, FERRY, stories=2)
    assert _titles(post) == ["Rossadoon", "Penbury"]
    assert post.more == 1


def test_the_overview_has_the_leading_statements_of_the_first_stories() -> None:
    post = _composed(HARBOUR, BRIDGE, FERRY, telling("Otters return to Tillman", hours=9))
    assert post.overview == tuple(story.brief.summary[0].text for story in post.stories[:3])


@pytest.mark.parametrize(
    ("include", "exclude", "kept"),
    [
        ((), (), True),
        (("harbours",), (), True),
        (("REOPENED",), (), True),
        (("the storm",), (), True),
        (("storm the",), (), False),
        (("train", "storm"), (), True),
        (("bour",), (), False),
        (("storm",), ("harbour",), False),
        ((), ("train",), True),
        (("  ",), (), False),
    ],
)
def test_words_choose_stories_in_all_their_forms(
    include: tuple[str, ...], exclude: tuple[str, ...], *, kept: bool
) -> None:
    assert passes(Filters(include, exclude), "Harbour reopens after the storm", "") is kept


def test_a_story_that_is_filtered_out_is_not_told() -> None:
    assert _titles(_composed(HARBOUR, BRIDGE, filters=Filters(exclude=("bridge",)))) == ["Rossadoon"]


TITLE = "Rossadoon harbour reopens after the storm"
FARES = ("Ferry fares rise in Halifax", False)


@pytest.mark.parametrize(
    ("more", "updates"),
    [
        ("Engineers of the county blamed a pump that failed in the night.", [(TITLE, True), FARES]),
        ("The storm closed the harbour for 12 days.", [(TITLE, True), FARES]),
        ("The harbour of Rossadoon reopens.", [FARES]),
    ],
    ids=["a new statement", "a new figure", "nothing new"],
)
def test_a_story_of_an_earlier_digest_comes_again_as_an_update_where_it_says_more(
    more: str, updates: list[tuple[str, bool]]
) -> None:
    first = _composed(HARBOUR, BRIDGE)
    assert [story.update for story in first.stories] == [False, False]
    earlier = Earlier(posts=(first,))
    told = brief("Rossadoon harbour reopens after the storm.", more, title=TITLE)
    again = telling(TITLE, "New Wire", told=told)
    second = _composed(again, FERRY, earlier=earlier)
    assert [(story.brief.article.title, story.update) for story in second.stories] == updates


def test_a_story_with_the_link_of_one_that_was_told_is_an_update_whatever_it_says() -> None:
    told = replace(FERRY, reports=BRIDGE.reports)
    post = _composed(BRIDGE, earlier=Earlier(posts=(_composed(told),)))
    assert post.stories[0].update


def test_events_of_stories_that_were_told_are_followed_too() -> None:
    vote = event("the council votes in Penbury", "2026-11-25")
    told = _composed(telling("Penbury council", told=brief("The council votes.", events=(vote,))))
    today = telling("Vote", told=brief("The council voted in Penbury on Wednesday."))
    post = _composed(today, earlier=Earlier(posts=(told,), since=LAST))
    assert [(each.event, each.word) for each in post.since] == [(vote, Word.HELD)]


NOTHING = replace(BRIDGE, brief=replace(BRIDGE.brief, summary=()))
PAST = brief("x", events=(event("the council meets", "2026-11-25"),))


@pytest.mark.parametrize(
    ("tellings", "earlier"),
    [((), ()), ((NOTHING,), ()), ((), (PAST,))],
    ids=["no story", "no statement", "no word of what was due"],
)
def test_where_there_is_nothing_to_say_the_post_is_quiet(
    tellings: tuple[Telling, ...], earlier: tuple[Brief, ...]
) -> None:
    today = Today(tellings, missing=(Missing("A", "It can't be reached."),))
    assert compose(digest(), today, Earlier(briefs=earlier, since=LAST - timedelta(days=1)), NOW).quiet


def test_what_is_missing_is_told_beside_the_stories() -> None:
    missing = (Missing("A", "It can't be reached."),)
    assert compose(digest(), Today((HARBOUR,), missing), Earlier(), NOW).missing == missing


def test_what_an_earlier_digest_announced_is_told_by_the_name_that_its_story_had() -> None:
    told = brief("A vote comes.", events=(event("The council votes", "2026-11-28"),), site="127.0.0.1")
    link = str(told.article.url)
    yesterday = Post(NOW.date() - timedelta(days=1), (), (Story(told, (Outlet("Harbour Post", link),)),))
    (coming,) = _composed(earlier=Earlier((yesterday,))).coming
    assert coming.source == Outlet("Harbour Post", link)
