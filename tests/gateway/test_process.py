import json
from collections.abc import AsyncIterator
from pathlib import Path

import aiohttp
import pytest

from bot.addresses import use_addresses
from tests.gateway.harbour import HarbourBot, started
from tests.loopback.discord.control import Controls
from tests.loopback.discord.fake import FakeDiscord
from tests.loopback.discord.remote import Remote, spawned


@pytest.fixture
async def remote(tmp_path: Path) -> AsyncIterator[Remote]:
    """A fake Discord in its own process, with its record in a file."""
    async with spawned("--state", str(tmp_path / "record.jsonl")) as elsewhere:
        use_addresses(str(elsewhere.where["api"]), str(elsewhere.where["gateway"]))
        yield elsewhere


async def test_a_fake_discord_in_its_own_process_outlives_the_bot(remote: Remote, tmp_path: Path) -> None:
    async with started(HarbourBot()):
        await remote.happened("ready")
        request = await remote.do("invoke", command="tide")
        await remote.happened("callback")
    (answered,) = await remote.answers()
    assert (answered.request, answered.answers, answered.callback) == (str(request), 1, 4)
    assert answered.shown[0].versions == ["High tide at noon"]
    assert await remote.unasked() == []
    written = [json.loads(line) for line in (tmp_path / "record.jsonl").read_text("utf-8").splitlines()]
    assert [entry["number"] for entry in written] == [entry.number for entry in await remote.record()]


async def test_a_control_that_can_not_be_obeyed_says_why(fake: FakeDiscord) -> None:
    async with aiohttp.ClientSession() as session:
        remote = Remote(Controls(fake).where(), session)
        with pytest.raises(ValueError, match="not registered"):
            await remote.do("invoke", command="tide")
        with pytest.raises(ValueError, match="no such control"):
            await remote.do("levitate")


@pytest.mark.usefixtures("bot")
async def test_a_script_sets_faults_and_reads_what_came_of_them(fake: FakeDiscord) -> None:
    async with aiohttp.ClientSession() as session:
        remote = Remote(Controls(fake).where(), session)
        await remote.do("fail", fault={"route": "POST /interactions/*", "status": 404, "code": 10062})
        await remote.do("invoke", command="tide", user=await remote.do("user", name="carol"))
        await remote.do("caught_up")
        await remote.happened("fault")
        (answered,) = await remote.answers()
    assert (answered.answers, answered.callback) == (0, None)
