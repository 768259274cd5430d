"""A fake Discord as its own process: prints one line of JSON with its addresses, then serves until it is ended."""

import asyncio
import json
import signal
from pathlib import Path
from typing import Annotated

import typer

from tests.loopback.discord.control import Controls
from tests.loopback.discord.rules import Rules
from tests.loopback.discord.server import serving


def main(
    port: Annotated[int, typer.Option(help="0 is any that is free.")] = 0,
    state: Annotated[Path | None, typer.Option(help="The record, a line of JSON an entry.")] = None,
    shards: int = 1,
    max_concurrency: int = 1,
    heartbeat: float = 41.25,
) -> None:
    """Serves at 127.0.0.1; BRIEFER_DISCORD_API and BRIEFER_DISCORD_GATEWAY lead a bot to it."""
    rules = Rules(shards=shards, max_concurrency=max_concurrency, heartbeat=heartbeat)
    asyncio.run(_serve(rules, port, state))


async def _serve(rules: Rules, port: int, state: Path | None) -> None:
    ended = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, ended.set)
    async with serving(rules, state, port) as fake:
        print(json.dumps(Controls(fake).where()), flush=True)
        await ended.wait()


typer.run(main)
