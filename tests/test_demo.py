"""The demo works where there is no browser and no terminal."""

from datetime import date
from pathlib import Path

import pytest

from bot.demonstration.server import news, open_server
from bot.settings import Settings
from tests.discord.article import ARTICLE, TITLE
from tests.shell import Briefer

pytestmark = pytest.mark.usefixtures("one_child")


def test_the_news_of_the_demo_lies_ahead_of_any_day() -> None:
    assert "RIVERTON, 30 December 2031 (Demo Wire)" in news(date(2031, 12, 30))
    assert "on 4 January 2032 at 18:00 UTC" in news(date(2031, 12, 30))


@pytest.fixture(autouse=True)
def _in_this_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BRIEFER_PROCESSES", "0")


def test_without_a_terminal_the_replies_are_printed(briefer: Briefer) -> None:
    shown = briefer("demo")
    assert shown.exit_code == 0
    assert "Moscow-Washington Efforts" in shown.stdout
    assert "Riverton approves bridge works" in shown.stdout


def test_a_digest_of_two_papers_is_shown_as_it_is_posted(briefer: Briefer) -> None:
    shown = briefer("demo", "--digest")
    assert shown.exit_code == 0
    assert "Coming up" in shown.stdout
    assert "[The Riverton Post]" in shown.stdout
    assert "[Gull Island Herald]" in shown.stdout


async def test_what_a_visitor_pastes_is_briefed(tmp_path: Path) -> None:
    async with open_server(Settings(data_dir=tmp_path)) as server:
        await server.listen()
        await server.you.send(server.channel, ARTICLE)
        assert any(TITLE in reply for reply in server.replies())
