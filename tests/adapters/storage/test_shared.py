"""Links that people shared, with readers' reactions."""

from dataclasses import replace

from bot.adapters.storage import Storage
from bot.domain.digest import SharedLink
from bot.services.listening import Spot
from tests.adapters.storage.made import CHANNEL, DAY, GUILD, MESSAGE, NOON, SECOND, USER, Clock, digest, kept

SPOT = Spot(MESSAGE + 1, USER, GUILD, CHANNEL)
URL = "https://example.org/talks"


async def test_links_of_channels_and_their_threads_come_back_each_once_the_first_first(
    storage: Storage,
) -> None:
    thread = Spot(MESSAGE + 2, USER, GUILD, CHANNEL + 1, parent_id=CHANNEL)
    elsewhere = Spot(MESSAGE + 3, USER, GUILD, CHANNEL + 2)
    await storage.shared.note(thread, [URL], NOON + SECOND)
    await storage.shared.note(SPOT, [URL, "https://example.org/2"], NOON)
    await storage.shared.note(SPOT, [URL], NOON + DAY)
    await storage.shared.note(elsewhere, ["https://example.org/3"], NOON)
    found = await storage.shared.since([CHANNEL], NOON)
    assert {link.url: link.shared for link in found} == {URL: NOON, "https://example.org/2": NOON}
    assert await storage.shared.since([CHANNEL], NOON + 2 * SECOND) == []


async def test_reactions_count_for_links_and_briefs_and_never_below_none(storage: Storage) -> None:
    await storage.shared.note(SPOT, [URL], NOON)
    await storage.briefs.keep(kept())
    for by in (-1, 1, 1, -1):
        await storage.shared.react(SPOT.message_id, by)
        await storage.shared.react(MESSAGE, by)
    await storage.briefs.keep(kept())
    assert await storage.shared.since([CHANNEL], NOON) == [SharedLink(URL, NOON, 1)]
    assert await storage.briefs.get("b1") == replace(kept(), reactions=1)


async def test_what_was_shared_goes_with_its_message_or_after_eight_days(storage: Storage) -> None:
    await storage.shared.note(SPOT, [URL], NOON)
    await storage.shared.note(replace(SPOT, message_id=1), [URL], NOON)
    await storage.shared.withdraw([SPOT.message_id, 2])
    assert await storage.forgetting.expired(NOON + 8 * DAY - SECOND) == 0
    assert len(await storage.shared.since([CHANNEL], NOON)) == 1
    assert await storage.forgetting.expired(NOON + 8 * DAY) == 1


async def test_a_step_of_a_digest_is_found_by_every_digest_for_a_day(storage: Storage, clock: Clock) -> None:
    await storage.digest_steps.keep("gone", "read", "kept for nobody")
    await storage.digests.put(digest("d1"))
    await storage.digest_steps.keep("d1", "read", "first")
    clock.time += SECOND
    await storage.digest_steps.keep("d1", "read", "later")
    assert await storage.digest_steps.recall("d2", "read") == "first"
    await storage.forgetting.expired(NOON + DAY)
    assert await storage.digest_steps.recall("d1", "read") is None
