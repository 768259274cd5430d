"""A digest's post from its sources: told once, by whoever can be read; what is slow or fails is named."""

import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.domain.digest import Filters, Item, SharedLink
from bot.domain.guild import Listening
from bot.domain.kept import KeptBrief
from bot.domain.post import Missing, Post
from bot.domain.request import Asker, Options
from bot.services.digesting.gathering import Deadlines
from tests.services.digesting.made import LAST, NOW, brief
from tests.services.digesting.newsroom import Newsroom

FERRY = (
    "Cook Strait ferry out as second crack is found",
    (
        "The ferry Kahurangi Star stays in port in Wellington until January 12 after inspectors found a second crack in "
        "her stern ramp. StraitLink cancelled all sailings, leaving 8,000 holidaymakers stranded. Passengers would be "
        "told by Friday noon, chief executive Te Rina Paewai-Hohaia said."
    ),
)
FERRY_AGAIN = (
    "Second crack keeps Cook Strait ferry tied up, 8,000 stranded",
    (
        "Inspectors found another crack in the stern ramp of the Kahurangi Star. StraitLink has cancelled sailings through "
        "January 11. Holidaymakers will hear by Friday noon whether another ship has room, chief executive Te Rina "
        "Paewai-Hohaia said in Wellington."
    ),
)
VOTE = (
    "Brava recount confirms Andrade as mayor",
    (
        "Domingas Andrade is the mayor of Brava, the electoral commission of Cape Verde said on Tuesday. A recount left "
        "her margin at nine votes."
    ),
)


def _told(post: Post) -> list[tuple[str, list[str]]]:
    return [
        (str(story.brief.article.title), [outlet.name for outlet in story.outlets]) for story in post.stories
    ]


async def test_an_event_that_two_outlets_report_is_one_story_with_one_brief_and_both_outlets() -> None:
    room = Newsroom()
    room.publish("gull", *FERRY, hours=3)
    room.publish("tern", *FERRY_AGAIN, hours=2)
    room.publish("wire", *VOTE)
    post = await room.gather("gull", "tern", "wire")
    assert _told(post) == [(FERRY[0], ["gull", "tern"]), (VOTE[0], ["wire"])]
    assert post.day == NOW.date()
    assert post.missing == ()
    assert room.web.automatic == {True}


async def test_reports_come_together_by_their_articles_where_their_summaries_say_too_little() -> None:
    room = Newsroom()
    for hours, (outlet, news) in enumerate({"gull": FERRY, "tern": FERRY_AGAIN, "wire": VOTE}.items()):
        room.publish(outlet, *news, hours=hours)
        feed = f"https://{outlet}.example/feed"
        room.web.feeds[feed] = tuple(replace(item, title="", summary="") for item in room.web.feeds[feed])
    post = await room.gather("gull", "tern", "wire", stories=2)
    assert [outlets for _, outlets in _told(post)] == [["tern", "gull"], ["wire"]]


async def test_stories_for_which_there_is_no_room_are_counted_and_not_briefed() -> None:
    room = Newsroom()
    for number in range(9):
        room.publish(
            f"wire{number}", f"Otters of Tillman{number}", f"Otters came back to Tillman{number} on Monday."
        )
    post = await room.gather(*(f"wire{number}" for number in range(9)), stories=2)
    assert (len(post.stories), post.more) == (2, 7)


async def test_a_slow_feed_holds_nothing_up_and_is_named() -> None:
    room = Newsroom()
    room.publish("wire", *VOTE)
    room.publish("slow", *FERRY)
    post = await room.gather("slow", "wire")
    assert _told(post) == [(VOTE[0], ["wire"])]
    assert post.missing == (Missing("slow.example", "It did not answer in time.", feed=True),)
    await room.close()


async def test_a_feed_that_fails_is_named_with_the_reason() -> None:
    room = Newsroom()
    room.publish("wire", *VOTE)
    assert (await room.gather("gone", "wire")).missing == (
        Missing("gone.example", "The site can't be reached.", feed=True),
    )


async def test_a_story_is_read_at_the_next_outlet_where_the_first_shows_nothing() -> None:
    room = Newsroom()
    room.publish("wall", *FERRY, hours=3, page=False)
    room.publish("tern", FERRY[0], FERRY_AGAIN[1], hours=2)
    post = await room.gather("wall", "tern")
    assert _told(post) == [(FERRY[0], ["tern", "wall"])]
    assert post.missing == ()


async def test_a_story_that_no_outlet_shows_is_named_as_missing() -> None:
    room = Newsroom()
    room.publish("wall", *FERRY, page=False)
    post = await room.gather("wall")
    assert post.stories == ()
    assert post.missing == (Missing("wall", "The site does not show this page to programs."),)
    assert post.quiet


async def test_a_page_that_does_not_come_is_given_up_at_the_deadline() -> None:
    room = Newsroom(Deadlines(feed=5.0, page=0.05, briefs=0.1))
    room.publish("wire", *VOTE)
    link = room.publish("gull", *FERRY)
    slow = Item("slow", link.replace("gull", "slow"), *FERRY, "gull", NOW - timedelta(hours=1))
    room.web.feeds["https://gull.example/feed"] = (slow,)
    post = await room.gather("wire", "gull")
    assert _told(post) == [(VOTE[0], ["wire"])]
    assert post.missing == (Missing("gull", "It did not answer in time."),)
    await room.close()


async def test_what_was_told_comes_again_only_as_an_update_by_another_report() -> None:
    room = Newsroom()
    room.publish("gull", *FERRY)
    first = await room.gather("gull")
    room.server.posts = [first]
    assert (await room.gather("gull")).quiet
    room.publish("tern", *FERRY_AGAIN)
    (story,) = (await room.gather("gull", "tern")).stories
    assert (story.update, [outlet.name for outlet in story.outlets]) == (True, ["tern"])


async def test_digests_that_share_feeds_read_each_feed_and_each_page_once() -> None:
    room = Newsroom()
    link = room.publish("wire", *VOTE)
    posts = await asyncio.gather(*(room.gather("wire") for _ in range(20)))
    assert {len(post.stories) for post in posts} == {1}
    assert sorted(room.web.asked) == sorted(["https://wire.example/feed", link])


def _kept(**changes: object) -> KeptBrief:
    told = brief("The otters returned to Tillman.", title="Otters return", site="Otter News")
    return replace(KeptBrief("k", told, Asker(1, 1), Options(), 2, NOW - timedelta(hours=1)), **changes)  # type: ignore[arg-type]


async def test_briefs_of_the_server_are_stories_too_if_the_digest_wants_them() -> None:
    room = Newsroom()
    room.server.kept = [_kept()]
    assert _told(await room.gather()) == [("Otters return", ["Otter News"])]
    assert (await room.gather(briefs=False)).quiet
    room.server.kept = [_kept(made=LAST - timedelta(hours=1))]
    assert (await room.gather()).quiet


async def test_pasted_texts_are_told_each_for_itself() -> None:
    room = Newsroom()
    for day, animal in enumerate(("Otters", "Storks")):
        pasted = brief(f"{animal} returned to Tillman.", title=animal, site="Pasted")
        pasted = replace(pasted, article=replace(pasted.article, url=None, site=None))
        room.server.kept = [_kept(brief=pasted, made=NOW + timedelta(days=day))]
        post = await room.gather(since=NOW + timedelta(days=day - 1))
        assert [
            (title, story.update) for (title, _), story in zip(_told(post), post.stories, strict=True)
        ] == [(animal, False)]
        room.server.posts = [post]


async def test_links_that_people_shared_are_read_like_those_of_feeds() -> None:
    room = Newsroom()
    room.web.pages["https://otter.example/1"] = "\n\n".join(VOTE)
    room.server.shared = [SharedLink("https://otter.example/1", NOW - timedelta(hours=1))]
    assert (await room.gather(channels=(5,))).quiet
    room.server.listening = {5: Listening.OFFER}
    assert _told(await room.gather(channels=(5,))) == [(VOTE[0], ["otter.example"])]
    assert (await room.gather()).quiet


async def test_a_link_that_turns_out_to_be_no_article_is_not_missed_but_one_that_shows_nothing_is() -> None:
    room = Newsroom()
    room.server.listening = {5: Listening.ALWAYS}
    room.web.pages["https://otter.example/1"] = "A picture\n\n"
    urls = ("https://otter.example/1", "https://wall.example/1")
    room.server.shared = [SharedLink(url, NOW - timedelta(hours=1)) for url in urls]
    post = await room.gather(channels=(5,))
    assert [missing.name for missing in post.missing] == ["wall.example"]


async def test_what_a_feed_has_and_people_shared_too_is_one_report_with_the_reactions_of_readers() -> None:
    room = Newsroom()
    room.server.listening = {5: Listening.OFFER}
    room.publish("wire", *VOTE, hours=1)
    link = room.publish("gull", *FERRY, hours=9)
    room.server.shared = [SharedLink(link, NOW - timedelta(hours=8), reactions=3)]
    told = _told(await room.gather("gull", "wire", channels=(5,)))
    assert told == [(FERRY[0], ["gull"]), (VOTE[0], ["wire"])]


async def test_briefs_of_articles_shared_in_the_digests_channels_are_stories_whatever_is_set() -> None:
    room = Newsroom()
    room.server.listening = {5: Listening.ALWAYS}
    room.server.kept = [_kept(channel_id=5)]
    assert len((await room.gather(briefs=False, channels=(5,))).stories) == 1
    assert (await room.gather(briefs=False, channels=(6,))).quiet


@pytest.mark.parametrize(
    ("filters", "told"),
    [
        (Filters(include=("ferries",)), [FERRY[0]]),
        (Filters(exclude=("mayor",)), [FERRY[0]]),
        (Filters(include=("otters",)), []),
    ],
)
async def test_what_the_filters_leave_out_is_not_even_read(filters: Filters, told: list[str]) -> None:
    room = Newsroom()
    room.publish("gull", *FERRY)
    room.publish("wire", *VOTE)
    assert [title for title, _ in _told(await room.gather("gull", "wire", filters=filters))] == told
    assert len(room.web.asked) == 2 + len(told)


async def test_two_entries_with_one_id_in_two_feeds_are_two_stories() -> None:
    room = Newsroom()
    for outlet, news in (("gull", FERRY), ("wire", VOTE)):
        room.publish(outlet, *news)
        feed = f"https://{outlet}.example/feed"
        room.web.feeds[feed] = tuple(replace(item, id="1") for item in room.web.feeds[feed])
    assert len((await room.gather("gull", "wire")).stories) == 2
