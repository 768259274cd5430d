"""Two kills, as many as the suite has time for; `tests.chaos.kills` does sixty."""

import asyncio
import sqlite3
from collections import Counter
from contextlib import closing
from pathlib import Path

from tests.bench.acknowledge import LONGEST_OPTION
from tests.chaos.kills import LONGEST_MENTION, article
from tests.chaos.verdict import is_over
from tests.chaos.victim import Victim, running
from tests.loopback.discord.remote import Remote, spawned
from tests.loopback.endpoint import Reply, Request, loopback
from tests.loopback.models import faithful, material

BUSY = 150.0
"""Seconds that all of it may take on a busy machine."""

LOOK = 0.05
"""Seconds between two looks at what other processes have done."""

PARTS = 2
"""The command's article is read in so many calls, at the same time."""

COMMAND, MENTION = 1, 2
"""The numbers of the articles."""


class HeldModel:
    """Answers for the parts of the command's article, and holds all else back until it is freed.

    What it answers is not enough for a brief: steps of a request that is answered are deleted.
    """

    def __init__(self) -> None:
        self.asked: Counter[str] = Counter()
        self.answered: list[str] = []
        self._freed = asyncio.Event()

    async def __call__(self, request: Request) -> Reply:
        question = request.prompt + material(request)
        self.asked[question] += 1
        if f" {COMMAND}th " not in question or len(self.answered) == PARTS:
            await self._freed.wait()
        else:
            self.answered.append(question)
        return faithful(request)

    def free(self) -> None:
        self._freed.set()


async def test_a_bot_killed_twice_answers_everyone_once_and_pays_for_no_stored_step_again(
    tmp_path: Path,
) -> None:
    model = HeldModel()
    async with (
        asyncio.timeout(BUSY),
        spawned() as remote,
        loopback(model) as endpoint,
        running(remote, _settings(tmp_path, endpoint.url)) as bot,
    ):
        await _ask(remote)
        await _stored(tmp_path, PARTS)
        await _killed(bot)
        model.free()
        await _answered(remote, 1)
        await _killed(bot)
        await _answered(remote, 2)
        answered, stray = await remote.answers(), await remote.unasked()
    assert sorted((one.kind, one.answers) for one in answered) == [("command", 1), ("message", 1)]
    assert stray == []
    assert [model.asked[question] for question in model.answered] == [1] * PARTS


def _settings(folder: Path, endpoint: str) -> dict[str, str]:
    return {
        "BRIEFER_DATA_DIR": str(folder),
        "BRIEFER_ENGINE": "llm",
        "BRIEFER_LLM_CONTEXT": "2000",
        "BRIEFER_PROCESSES": "0",
        "OPENAI_BASE_URL": endpoint,
    }


async def _ask(remote: Remote) -> None:
    """A command and a mention, each acknowledged."""
    await remote.burst("brief", [{"text": article(COMMAND)[:LONGEST_OPTION]}])
    mention = f"<@{remote.where['bot']}> {article(MENTION)}"
    await remote.do("say", content=mention[:LONGEST_MENTION])
    await remote.happened("callback", seconds=BUSY)
    await remote.happened("message", 3, seconds=BUSY)


async def _killed(bot: Victim) -> None:
    await bot.kill()
    await bot.start()


async def _stored(folder: Path, steps: int) -> None:
    """Until so many answers of the model are in the database."""
    with closing(sqlite3.connect(folder / "briefer.db", timeout=BUSY)) as database:
        while database.execute("SELECT count(*) FROM steps").fetchone()[0] < steps:  # noqa: ASYNC110 - it is another process
            await asyncio.sleep(LOOK)


async def _answered(remote: Remote, requests: int) -> None:
    """Until so many people have their brief."""
    while sum(map(is_over, await remote.answers())) < requests:  # noqa: ASYNC110 - it is another process
        await asyncio.sleep(LOOK)
