"""A fake Discord as its own process: prints one line of JSON with its addresses, then serves until it is ended."""

import asyncio
import json
import signal

from tests.loopback.discord.control import Controls
from tests.loopback.discord.rules import Rules
from tests.loopback.discord.server import serving


async def main() -> None:
    """Serves at 127.0.0.1; BRIEFER_DISCORD_API and BRIEFER_DISCORD_GATEWAY lead a bot to it."""
    ended = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, ended.set)
    async with serving(Rules()) as fake:
        print(json.dumps(Controls(fake).where()), flush=True)
        await ended.wait()


asyncio.run(main())
