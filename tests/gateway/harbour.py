"""A small bot with one command, for what Briefer does with whatever client it is given."""

import asyncio
import threading
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

import discord
from discord import app_commands
from discord.ext import commands

from tests.loopback.discord.fake import TOKEN, FakeDiscord

Work = Callable[[discord.Interaction], Awaitable[None]]


class HarbourBot(commands.Bot):
    """`work` is what its command does; `failures` are the codes with which Discord refused that."""

    def __init__(self, work: Work | None = None) -> None:
        super().__init__("!", intents=discord.Intents.default())
        self.failures: list[int] = []
        self._work = work or _answer

    async def setup_hook(self) -> None:
        self.tree.add_command(
            app_commands.Command(name="tide", description="The tide", callback=self._command)
        )
        await self.tree.sync()

    async def _command(self, interaction: discord.Interaction) -> None:
        try:
            await self._work(interaction)
        except discord.HTTPException as error:
            self.failures.append(error.code)


async def _answer(interaction: discord.Interaction) -> None:
    await interaction.response.send_message("High tide at noon")


@asynccontextmanager
async def running(bot: discord.Client, fake: FakeDiscord) -> AsyncIterator[None]:
    """The bot, ready and with its guilds; at the end its heartbeats, which are threads, have ended too."""
    ready = fake.record.count("ready")
    task = asyncio.create_task(bot.start(TOKEN))
    try:
        await fake.record.happened("ready", ready + 1, seconds=60)  # the first bot of a process imports all
        await fake.gateway.caught_up()
        yield
    finally:
        await bot.close()
        await asyncio.wait_for(task, 10)
        for thread in threading.enumerate():
            if thread.name.startswith("keep-alive-handler"):
                await asyncio.to_thread(thread.join, 10)
