"""A fake Discord that is its own process and outlives the bots that a test kills."""

import asyncio
import json
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import aiohttp
from pydantic import TypeAdapter

from tests.loopback.discord.ledger import Answered, Shown
from tests.loopback.discord.record import Entry
from tests.loopback.discord.shapes.wire import Json

ROOT = Path(__file__).parents[3]


class Remote:
    """The controls of a fake Discord elsewhere; `where` holds its addresses, token and first ids."""

    def __init__(self, where: Json, session: aiohttp.ClientSession) -> None:
        self.where = where
        self._session = session
        self._controls = str(where["api"]).replace("/api/v10", "/_control/")

    @property
    def environment(self) -> dict[str, str]:
        """The settings that lead Briefer to it."""
        return {
            "DISCORD_TOKEN": str(self.where["token"]),
            "BRIEFER_DISCORD_API": str(self.where["api"]),
            "BRIEFER_DISCORD_GATEWAY": str(self.where["gateway"]),
        }

    async def do(self, action: str, **arguments: object) -> int:
        """An action by name, such as `say`; the id of what it made, or 0. ValueError says why not."""
        result = await self._call(action, arguments)
        return int(str(result.get("id", 0)))

    async def burst(self, command: str, requests: list[dict[str, str]]) -> list[str]:
        """One command with each of these options, all in the same instant; the ids of the requests."""
        result = await self._call("burst", {"command": command, "requests": requests})
        return [str(made) for made in TypeAdapter(list[int]).validate_python(result["result"])]

    async def answers(self) -> list[Answered]:
        """What people got for each request."""
        return TypeAdapter(list[Answered]).validate_python((await self._call("answers", {}))["result"])

    async def unasked(self) -> list[Shown]:
        """What the bot posted that is no answer."""
        return TypeAdapter(list[Shown]).validate_python((await self._call("unasked", {}))["result"])

    async def record(self, since: int = 0) -> list[Entry]:
        """What happened after that number."""
        return TypeAdapter(list[Entry]).validate_python(
            (await self._call("record", {"since": since}))["result"]
        )

    async def happened(self, what: str, times: int = 1, seconds: float = 30.0) -> None:
        """Waits, in the other process, until there are so many entries of a kind; ValueError when there aren't."""
        await self._call("happened", {"what": what, "times": times, "seconds": seconds})

    async def _call(self, action: str, arguments: Json) -> Json:
        async with self._session.post(self._controls + action, json=arguments) as response:
            result: Json = await response.json()
        if "error" in result:
            raise ValueError(f"{action}: {result['error']}")
        return result


@asynccontextmanager
async def spawned() -> AsyncIterator[Remote]:
    """A fake Discord in its own process, ended at the end."""
    command = (sys.executable, "-m", "tests.loopback.discord")
    process = await asyncio.create_subprocess_exec(*command, stdout=asyncio.subprocess.PIPE, cwd=ROOT)
    assert process.stdout is not None
    try:
        async with asyncio.timeout(30):
            where: Json = json.loads(await process.stdout.readline())
        async with aiohttp.ClientSession() as session:
            yield Remote(where, session)
    finally:
        process.terminate()
        await process.wait()
