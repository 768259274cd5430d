"""`briefer run` as its supervisor sees it: health, readiness, metrics, logs, and the way it ends."""

import asyncio
import json
import os
import signal
import socket
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import cast

import aiohttp
import discord
import pytest
from prometheus_client.parser import text_string_to_metric_families
from pydantic import SecretStr

from bot.addresses import use_addresses
from bot.bootstrap import create_bot
from bot.client import Briefer
from bot.cogs.services import Services
from bot.domain.errors import BadSettings, PeerFailed
from bot.edge import INTERRUPTED
from bot.registry import Registry
from bot.running import STARTS, run, serve
from bot.settings import Settings
from tests.gateway.test_briefer import ARTICLE
from tests.loopback.discord.fake import TOKEN, FakeDiscord
from tests.loopback.discord.routes.faults import Fault
from tests.loopback.discord.rules import Rules
from tests.loopback.discord.server import serving

BUSY = 60.0
"""Seconds that a start and a brief may take on a busy machine."""


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@dataclass
class Running:
    """A process of `briefer run`, and where it answers."""

    process: Process
    url: str
    session: aiohttp.ClientSession

    async def get(self, path: str) -> tuple[int, str]:
        async with self.session.get(self.url + path) as response:
            return response.status, await response.text()

    async def numbers(self) -> dict[str, float]:
        _, page = await self.get("/metrics")
        return {
            f"{sample.name}{sorted(sample.labels.values()) or ''}": sample.value
            for family in text_string_to_metric_families(page)
            for sample in family.samples
        }

    async def numbers_with(self, name: str) -> dict[str, float]:
        """The numbers as soon as this one is among them: it is counted after people have their answer."""
        while name not in (numbers := await self.numbers()):  # noqa: ASYNC110 - it happens in another process
            await asyncio.sleep(0.05)
        return numbers

    async def ready(self) -> None:
        """Waits until it says so: some seconds after Discord does, for discord.py waits for more guilds."""
        while await self.get("/readyz") != (200, "ready\n"):  # noqa: ASYNC110 - in another process
            await asyncio.sleep(0.05)

    async def stop(self) -> tuple[int, str]:
        self.process.send_signal(signal.SIGTERM)
        _, errors = await self.process.communicate()
        assert self.process.returncode is not None
        return self.process.returncode, errors.decode()


@asynccontextmanager
async def briefer_run(
    fake: FakeDiscord, folder: Path, port: int, command: str = "run", **more: str
) -> AsyncIterator[Running]:
    environment = {
        **{name: value for name, value in os.environ.items() if name in {"PATH", "HOME"}},
        "DISCORD_TOKEN": TOKEN,
        "BRIEFER_DISCORD_API": fake.api,
        "BRIEFER_DISCORD_GATEWAY": fake.gateway.url,
        "BRIEFER_DATA_DIR": str(folder / "data"),
        "BRIEFER_HEALTH": f"127.0.0.1:{port}",
        "BRIEFER_PROCESSES": "1",
        **more,
    }
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot", command, env=environment, stdout=PIPE, stderr=PIPE
    )
    try:
        async with aiohttp.ClientSession() as session:
            yield Running(process, f"http://127.0.0.1:{port}", session)
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()


async def test_what_people_were_answered_is_in_the_metrics_and_the_log_and_the_process_ends_in_good_order(
    fake: FakeDiscord, tmp_path: Path
) -> None:
    json_logs = {"BRIEFER_LOG_FORMAT": "json"}
    async with briefer_run(fake, tmp_path, free_port(), **json_logs) as running, asyncio.timeout(BUSY):
        await fake.record.happened("ready", seconds=BUSY)
        await fake.gateway.caught_up()
        assert await running.get("/healthz") == (200, "ok\n")
        fake.people.invoke("brief", options={"link": "http://127.0.0.1/"})
        await fake.record.happened("edit", seconds=BUSY)
        fake.people.invoke("brief", options={"text": ARTICLE})
        numbers = await running.numbers_with("briefer_requests_total['brief', 'false']")
        await running.ready()
        assert numbers["briefer_briefs_total['false', 'offline']"] == 1
        assert numbers["briefer_brief_seconds_count['offline']"] == 1
        assert numbers["briefer_statements_total['shown']"] >= 1
        assert numbers["briefer_waiting"] == numbers["briefer_reading"] == 0
        assert numbers["briefer_children"] >= 1
        assert 0 <= numbers["briefer_gateway_latency_seconds"] < BUSY
        code, errors = await running.stop()
        assert code == 0
        assert "Traceback" not in errors
    events = [json.loads(line) for line in errors.splitlines() if line.startswith("{")]
    assert [event["kind"] for event in events if event["event"] == "failed"] == ["blocked_address"]


async def test_a_signal_while_the_bot_logs_in_closes_what_it_has_opened(
    fake: FakeDiscord, tmp_path: Path
) -> None:
    passed = []

    @asynccontextmanager
    async def opening(_: discord.Client) -> AsyncIterator[Services]:
        passed.append("opening")
        os.kill(os.getpid(), signal.SIGTERM)
        try:
            await asyncio.Event().wait()
            yield cast("Services", None)
        finally:
            passed.append("closed")

    use_addresses(fake.api, fake.gateway.url)
    bot = Briefer(opening, Registry(tmp_path / "commands"), lambda *_: None, message_content=False)
    async with asyncio.timeout(BUSY):
        await serve(bot, TOKEN)
    assert passed == ["opening", "closed"]
    assert bot.is_closed()


async def test_where_discord_refuses_the_intent_the_bot_says_what_to_switch_on(settings: Settings) -> None:
    async with serving(Rules(privileged=0)) as strict, asyncio.timeout(BUSY):
        asked = {"discord_api": strict.api, "discord_gateway": strict.gateway.url}
        with pytest.raises(BadSettings, match="refuses the message content intent"):
            await serve(create_bot(settings.model_copy(update=asked)), TOKEN)


async def test_where_discord_fails_between_login_and_start_that_is_told(
    fake: FakeDiscord, settings: Settings
) -> None:
    fake.faults.fail(Fault("GET /applications/*/commands", status=503))
    asked = {"discord_api": fake.api, "discord_gateway": fake.gateway.url}
    async with asyncio.timeout(BUSY):
        with pytest.raises(PeerFailed, match="Discord can't be reached"):
            await serve(create_bot(settings.model_copy(update=asked)), TOKEN)


async def test_a_second_signal_ends_the_process_at_once(
    fake: FakeDiscord, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    codes, left = list[int](), asyncio.Event()

    def leave(code: int) -> None:
        codes.append(code)
        left.set()

    @asynccontextmanager
    async def opening(_: discord.Client) -> AsyncIterator[Services]:
        os.kill(os.getpid(), signal.SIGTERM)
        try:
            await asyncio.Event().wait()
            yield cast("Services", None)
        finally:
            os.kill(os.getpid(), signal.SIGINT)
            await left.wait()

    monkeypatch.setattr(os, "_exit", leave)
    use_addresses(fake.api, fake.gateway.url)
    bot = Briefer(opening, Registry(tmp_path / "commands"), lambda *_: None, message_content=False)
    async with asyncio.timeout(BUSY):
        await serve(bot, TOKEN)
    assert codes == [INTERRUPTED]


async def test_a_worker_is_ready_without_a_gateway_and_ends_when_it_is_told_to(
    fake: FakeDiscord, tmp_path: Path
) -> None:
    async with briefer_run(fake, tmp_path, port := free_port(), "worker") as running, asyncio.timeout(BUSY):
        assert running.process.stderr is not None
        while f"http://127.0.0.1:{port}" not in (await running.process.stderr.readline()).decode():
            pass
        assert await running.get("/readyz") == (200, "ready\n")
        code, errors = await running.stop()
    assert (code, "Traceback" in errors) == (0, False)
    assert fake.record.count("connect") == 0


async def test_an_address_that_is_taken_is_named_and_counts_as_no_start(settings: Settings) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        asked = {"discord_token": SecretStr(TOKEN), "health": f"127.0.0.1:{taken.getsockname()[1]}"}
        with pytest.raises(BadSettings, match="choose another port"):
            await run(settings.model_copy(update=asked))
    assert not (settings.data_dir / STARTS).exists()
