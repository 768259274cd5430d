"""`briefer run` and `briefer worker` as processes that are killed, whenever and as often as somebody likes."""

import asyncio
import os
import signal
import sys
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager, suppress
from pathlib import Path

from psutil import Process, wait_procs

from bot.running import STARTS
from tests.loopback.discord.remote import ROOT, Remote

START = 90.0
"""Seconds that a start may take on a busy machine."""

LINES = 4_000
"""Characters of the log that are shown of a start that failed."""

WORKING = b"Working as"
"""What a worker says when it has begun."""

LOOK = 0.1
"""Seconds between two looks at what it says."""

FAREWELL = 30.0
"""Seconds in which a bot that is told to end must have done so."""

NOTICED = 10.0
"""Seconds in which a child must have noticed that its parent is dead."""


class Victim:
    """One process of Briefer at a time; its command is `run` or `worker`, with options."""

    def __init__(self, remote: Remote, environment: Mapping[str, str], *command: str) -> None:
        self._command = command or ("run",)
        self._remote = remote
        self._environment = {**os.environ, **remote.environment, **environment}
        self._process: asyncio.subprocess.Process | None = None
        self._orphans: list[Process] = []
        self._starts = 0

    @property
    def pid(self) -> int:
        """The id of the process that runs now."""
        assert self._process is not None
        return self._process.pid

    @property
    def _log(self) -> Path:
        return Path(self._environment["BRIEFER_DATA_DIR"]) / f"{self._command[0]}.log"

    async def start(self) -> None:
        """Start it, until Discord has told it all that it knows; a start that follows a kill is not put off."""
        (Path(self._environment["BRIEFER_DATA_DIR"]) / STARTS).unlink(missing_ok=True)
        with self._log.open("wb") as log:
            self._process = await asyncio.create_subprocess_exec(
                sys.executable,
                *("-m", "bot", *self._command),
                cwd=ROOT,
                env=self._environment,
                stderr=log,
                start_new_session=True,
            )
        self._starts += 1
        try:
            await (self._works() if self._command[0] == "worker" else self._ready())
        except (ValueError, TimeoutError) as error:
            error.add_note(self._log.read_text("utf-8", "replace")[-LINES:])
            raise

    async def _ready(self) -> None:
        await self._remote.happened("ready", self._starts, seconds=START)
        await self._remote.do("caught_up")

    async def _works(self) -> None:
        async with asyncio.timeout(START):
            while WORKING not in self._log.read_bytes():  # noqa: ASYNC110 - it is another process
                await asyncio.sleep(LOOK)

    async def kill(self) -> None:
        """End it in the middle of whatever it does; its children must notice by themselves."""
        assert self._process is not None
        self._orphans += Process(self.pid).children(recursive=True)
        self._process.kill()
        await self._process.wait()

    async def end(self) -> int:
        """Ask it to end, and see to it that nothing is left; how many children had outlived their parents."""
        if self._process is not None and self._process.returncode is None:
            self._process.terminate()
            with suppress(TimeoutError):
                await asyncio.wait_for(self._process.wait(), FAREWELL)
            with suppress(ProcessLookupError):
                os.killpg(self._process.pid, signal.SIGKILL)
        _, left = await asyncio.to_thread(wait_procs, self._orphans, NOTICED)
        for orphan in left:
            orphan.kill()
        return len(left)


@asynccontextmanager
async def running(remote: Remote, environment: Mapping[str, str], *command: str) -> AsyncIterator[Victim]:
    """The bot in the fake Discord or a worker, ready, and ended at the end."""
    victim = Victim(remote, environment, *command)
    try:
        await victim.start()
        yield victim
    finally:
        await victim.end()
