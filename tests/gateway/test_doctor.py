"""`briefer doctor` asks Discord about the token only when it is told to."""

import asyncio
from pathlib import Path

import pytest

from bot.doctor import Finding, examine
from tests.loopback.discord.fake import TOKEN, FakeDiscord


@pytest.fixture(autouse=True)
def _settings(monkeypatch: pytest.MonkeyPatch, fake: FakeDiscord, tmp_path: Path) -> None:
    monkeypatch.setenv("DISCORD_TOKEN", TOKEN)
    monkeypatch.setenv("BRIEFER_DISCORD_API", fake.api)
    monkeypatch.setenv("BRIEFER_DISCORD_GATEWAY", fake.gateway.url)
    monkeypatch.setenv("BRIEFER_DATA_DIR", str(tmp_path / "not" / "yet"))


async def findings(*, online: bool) -> dict[str, Finding]:
    found = await asyncio.to_thread(lambda: list(examine(online=online)))
    return {finding.subject: finding for finding in found}


async def test_online_it_names_the_application_and_whether_it_may_listen() -> None:
    discord = (await findings(online=True))["Discord"]
    assert discord.well
    assert "may listen" in discord.text


async def test_online_a_token_that_discord_does_not_know_is_a_problem(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("DISCORD_TOKEN", "another")
    discord = (await findings(online=True))["Discord"]
    assert not discord.well
    assert "DISCORD_TOKEN" in discord.text


async def test_offline_it_asks_nobody_and_says_how_to(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISCORD_TOKEN", "another")
    found = await findings(online=False)
    assert found["Discord"].well
    assert "--online" in found["Discord"].text
    assert "MB free" in found["disk"].text
