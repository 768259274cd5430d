from dataclasses import replace

from bot.adapters.storage import Storage
from tests.adapters.storage.made import (
    CHANNEL,
    DAY,
    MESSAGE,
    NOON,
    SECOND,
    USER,
    Clock,
    article,
    forgotten,
    kept,
    mark,
)

LINK = "https://example.org/talks"


async def test_a_brief_comes_back_as_it_was(storage: Storage) -> None:
    await storage.briefs.keep(kept())
    assert await storage.briefs.get("b1") == kept()
    assert await storage.briefs.get("b2") is None


async def test_after_a_day_only_the_cited_sentences_are_left(storage: Storage, clock: Clock) -> None:
    await storage.briefs.keep(kept())
    clock.time = NOON + DAY
    assert await storage.briefs.get("b1") == forgotten(kept())


async def test_the_day_counts_from_when_the_article_came_in(storage: Storage, clock: Clock) -> None:
    again = replace(kept(), received=NOON - DAY + SECOND)
    await storage.briefs.keep(again)
    assert await storage.briefs.get("b1") == again
    clock.time = NOON + SECOND
    assert await storage.briefs.get("b1") == forgotten(again)


async def test_keeping_a_brief_again_keeps_its_text_no_longer(storage: Storage, clock: Clock) -> None:
    await storage.briefs.keep(kept())
    clock.time = NOON + DAY / 2
    await storage.briefs.keep(kept(made=clock.time))
    clock.time = NOON + DAY
    assert await storage.briefs.get("b1") == forgotten(kept(made=NOON + DAY / 2))


async def test_a_brief_of_a_forgotten_article_stays_without_it(storage: Storage) -> None:
    await storage.briefs.keep(kept())
    await storage.briefs.keep(forgotten(kept()))
    assert await storage.briefs.get("b1") == forgotten(kept())


async def test_a_forgotten_article_still_says_how_long_it_was() -> None:
    left = article().only({1, 3})
    assert (left.text, left.words, left.reading_minutes) == ("", article().words, article().reading_minutes)
    assert [left.has(number) for number in range(6)] == [False, True, False, True, False, False]
    assert left.sentence(3) == article().sentence(3)
    assert len(left.removed) == 2
    assert "Share" not in left.removed


async def test_after_its_days_a_brief_is_gone(storage: Storage, clock: Clock) -> None:
    await storage.briefs.keep(kept())
    clock.time = NOON + 30 * DAY - SECOND
    assert await storage.briefs.get("b1")
    clock.time = NOON + 30 * DAY
    assert await storage.briefs.get("b1") is None


async def test_the_message_is_kept_and_not_lost_when_the_brief_is_kept_again(storage: Storage) -> None:
    await storage.briefs.keep(replace(kept(), message_id=None))
    await storage.briefs.posted("b1", MESSAGE)
    await storage.briefs.keep(replace(kept(), message_id=None))
    assert await storage.briefs.get("b1") == kept()


async def test_a_link_is_seen_in_its_channel_from_then_on(storage: Storage) -> None:
    await storage.briefs.keep(kept())
    assert await storage.briefs.seen_since(CHANNEL, LINK, NOON)
    assert not await storage.briefs.seen_since(CHANNEL, LINK, NOON + SECOND)
    assert not await storage.briefs.seen_since(CHANNEL + 1, LINK, NOON)
    assert not await storage.briefs.seen_since(CHANNEL, LINK + "/2", NOON)
    await storage.briefs.keep(replace(kept(), private=True))
    assert not await storage.briefs.seen_since(CHANNEL, LINK, NOON)


async def test_a_person_marks_an_item_once(storage: Storage) -> None:
    await storage.briefs.keep(kept())
    assert await storage.briefs.mark(mark())
    assert not await storage.briefs.mark(mark())
    assert await storage.briefs.mark(mark(user_id=5))
    assert await storage.briefs.mark(replace(mark(), index=1))
    assert not await storage.briefs.mark(mark("gone"))


async def test_a_server_event_is_remembered_for_each_event_of_a_brief(storage: Storage) -> None:
    await storage.briefs.keep(kept())
    assert await storage.briefs.scheduled("b1", 0) is None
    await storage.briefs.schedule("b1", 0, 2**62)
    await storage.briefs.schedule("gone", 0, 2**62)
    assert await storage.briefs.scheduled("b1", 0) == 2**62
    assert await storage.briefs.scheduled("b1", 1) is None
    assert await storage.briefs.scheduled("gone", 0) is None


async def test_a_forgotten_brief_takes_all_with_it(storage: Storage) -> None:
    await storage.briefs.keep(kept())
    await storage.briefs.mark(mark())
    await storage.briefs.schedule("b1", 0, 1)
    await storage.briefs.forget("b1")
    assert await storage.briefs.get("b1") is None
    assert await storage.briefs.scheduled("b1", 0) is None
    await storage.briefs.keep(kept())
    assert await storage.briefs.mark(mark())


async def test_a_brief_is_found_by_its_likeness_as_long_as_it_is_kept(storage: Storage, clock: Clock) -> None:
    assert await storage.briefs.like("same") is None
    await storage.briefs.keep(replace(kept(), likeness="same"))
    assert await storage.briefs.like("same") == forgotten(kept()).brief
    assert await storage.briefs.like("other") is None
    clock.time = NOON + 30 * DAY
    assert await storage.briefs.like("same") is None


async def test_a_brief_that_was_forgotten_is_not_found_by_its_likeness(storage: Storage) -> None:
    await storage.briefs.keep(replace(kept(), likeness="same"))
    await storage.forgetting.person(USER)
    assert await storage.briefs.like("same") is None
