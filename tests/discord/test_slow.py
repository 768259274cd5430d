"""Pages that let themselves be waited for: cancelling, and restarts in between."""

import asyncio
from collections.abc import AsyncIterator

import pytest

from bot.domain.guild import Listening
from tests.discord.article import PAGE, is_card
from tests.discord.conftest import Start, World
from tests.discord.seen import seen
from tests.discord.ways import answers
from tests.loopback.peer import Peer, Visit, page, serving


class Gate:
    """A page that comes when it is opened."""

    def __init__(self) -> None:
        self.opened = asyncio.Event()

    async def __call__(self, visit: Visit) -> None:
        await self.opened.wait()
        await page(PAGE)(visit)


@pytest.fixture
def gate() -> Gate:
    return Gate()


@pytest.fixture
async def site(gate: Gate) -> AsyncIterator[Peer]:
    async with serving({"/slow": gate, "/news": page(PAGE)}) as peer:
        yield peer


@pytest.fixture
async def slow(start: Start, site: Peer) -> AsyncIterator[World]:
    async with start(allow_hosts=site.host) as world:
        yield world


async def _end(world: World, gate: Gate) -> None:
    gate.opened.set()
    await world.env.settle()


def _texts(world: World) -> list[str]:
    return [seen(answer) for answer in answers(world)]


async def _ask(world: World, site: Peer, **options: object) -> None:
    """Ask by command for the page that waits, until the site has been asked for it."""
    asking = world.alice.slash(world.channel, "brief", link=site.url("/slow"), **options)
    await world.begin(asking, lambda: "/slow" in site.paths)


async def _mention(world: World, site: Peer) -> None:
    asking = world.alice.send(world.channel, f"{world.me} {site.url('/slow')}")
    await world.begin(asking, lambda: "/slow" in site.paths)


async def test_a_mention_is_cancelled_by_its_author(slow: World, site: Peer, gate: Gate) -> None:
    await _mention(slow, site)
    cancelling = slow.alice.click(answers(slow)[0], label="Cancel")
    await slow.begin(cancelling, lambda: _texts(slow) == ["Cancelled."])
    await _end(slow, gate)
    assert _texts(slow) == ["Cancelled."]
    assert slow.states() == ["cancelled"]


async def test_a_stranger_can_not_cancel(slow: World, site: Peer, gate: Gate) -> None:
    await _mention(slow, site)
    cancelling = slow.bob.click(answers(slow)[0], label="Cancel")
    await slow.begin(cancelling, lambda: slow.channel.history(viewer=slow.bob)[-1].flags.ephemeral)
    assert "Only the person who asked can cancel" in seen(slow.channel.history(viewer=slow.bob)[-1])
    await _end(slow, gate)
    assert is_card(answers(slow)[0])


@pytest.mark.parametrize("private", [False, True])
async def test_a_restart_in_between_answers_once(
    slow: World, site: Peer, gate: Gate, *, private: bool
) -> None:
    await _ask(slow, site, private=private)
    gate.opened.set()
    await slow.restart()
    assert [is_card(answer) for answer in answers(slow)] == [True]
    assert answers(slow)[0].flags.ephemeral == private
    assert slow.states() == ["done"]


async def test_a_restart_in_between_answers_a_mention_once(slow: World, site: Peer, gate: Gate) -> None:
    await _mention(slow, site)
    gate.opened.set()
    await slow.restart()
    assert [is_card(answer) for answer in answers(slow)] == [True]


async def test_a_restart_in_between_posts_an_automatic_brief_once(
    slow: World, site: Peer, gate: Gate
) -> None:
    await slow.listen(Listening.ALWAYS)
    await slow.begin(slow.bob.send(slow.channel, site.url("/slow")), lambda: "/slow" in site.paths)
    assert answers(slow) == []
    gate.opened.set()
    await slow.restart()
    await slow.restart()
    assert [is_card(answer) for answer in answers(slow)] == [True]


async def test_a_link_that_is_being_briefed_is_no_news(slow: World, site: Peer, gate: Gate) -> None:
    await slow.listen(Listening.ALWAYS)
    await slow.begin(slow.bob.send(slow.channel, site.url("/slow")), lambda: "/slow" in site.paths)
    await slow.begin(slow.alice.send(slow.channel, site.url("/slow")), lambda: True)
    await _end(slow, gate)
    assert [is_card(answer) for answer in answers(slow)] == [True]
