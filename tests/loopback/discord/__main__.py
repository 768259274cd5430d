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


def main(  # noqa: PLR0913 - each option is a rule
    *,
    port: Annotated[int, typer.Option(help="0 is any that is free.")] = 0,
    state: Annotated[Path | None, typer.Option(help="The record, a line of JSON an entry.")] = None,
    shards: int = 1,
    max_concurrency: int = 1,
    identify_window: Annotated[float, typer.Option(help="Seconds between two identifies.")] = 5.0,
    heartbeat: float = 41.25,
    token: Annotated[float, typer.Option(help="Seconds in which an answer can be edited.")] = 900.0,
) -> None:
    """Serves at 127.0.0.1; BRIEFER_DISCORD_API and BRIEFER_DISCORD_GATEWAY lead a bot to it."""
    rules = Rules(
        shards=shards,
        max_concurrency=max_concurrency,
        identify_window=identify_window,
        heartbeat=heartbeat,
        token=token,
    )
    asyncio.run(_serve(rules, port, state))


async def _serve(rules: Rules, port: int, state: Path | None) -> None:
    ended = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, ended.set)
    async with serving(rules, state, port) as fake:
        print(json.dumps(Controls(fake).where()), flush=True)
        await ended.wait()


typer.run(main)
