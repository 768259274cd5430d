"""`briefer run` as a process that is killed, whenever and as often as somebody likes."""

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

FAREWELL = 30.0
"""Seconds in which a bot that is told to end must have done so."""

NOTICED = 10.0
"""Seconds in which a child must have noticed that its parent is dead."""


class Victim:
    """One process of the bot at a time."""

    def __init__(self, remote: Remote, environment: Mapping[str, str]) -> None:
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
        return Path(self._environment["BRIEFER_DATA_DIR"]) / "victim.log"

    async def start(self) -> None:
        """Start it, until Discord has told it all that it knows; a start that follows a kill is not put off."""
        (Path(self._environment["BRIEFER_DATA_DIR"]) / STARTS).unlink(missing_ok=True)
        with self._log.open("ab") as log:
            self._process = await asyncio.create_subprocess_exec(
                sys.executable,
                "-m",
                "bot",
                "run",
                cwd=ROOT,
                env=self._environment,
                stderr=log,
                start_new_session=True,
            )
        self._starts += 1
        try:
            await self._remote.happened("ready", self._starts, seconds=START)
        except ValueError as error:
            error.add_note(self._log.read_text("utf-8", "replace")[-LINES:])
            raise
        await self._remote.do("caught_up")

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
async def running(remote: Remote, environment: Mapping[str, str]) -> AsyncIterator[Victim]:
    """The bot in the fake Discord, ready, and ended at the end."""
    victim = Victim(remote, environment)
    try:
        await victim.start()
        yield victim
    finally:
        await victim.end()
