"""A small bot for what is discord.py's part: it repeats, asks, and remembers what it was told."""

import asyncio
import threading
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

import discord
from discord import app_commands
from discord.ext import commands

from tests.loopback.discord.fake import TOKEN, FakeDiscord

Work = Callable[[discord.Interaction], Awaitable[None]]


class Note(discord.ui.Modal, title="Note"):
    text: discord.ui.TextInput["Note"] = discord.ui.TextInput(label="Text")

    async def on_submit(self, interaction: discord.Interaction) -> None:
        await interaction.response.send_message(f"Noted: {self.text.value}")


class Tide(discord.ui.LayoutView):
    """A card of Components V2 with a button."""

    row: discord.ui.ActionRow["Tide"] = discord.ui.ActionRow()

    def __init__(self, text: str = "High tide at noon") -> None:
        super().__init__(timeout=None)
        self.add_item(discord.ui.TextDisplay(text))

    @row.button(label="Refresh", custom_id="tide:refresh")
    async def refresh(self, interaction: discord.Interaction, _button: discord.ui.Button["Tide"]) -> None:
        await interaction.response.edit_message(view=Tide("Low tide at six"))


class HarbourBot(commands.Bot):
    """`work` is what its command does; `heard` the messages that reached it, in order."""

    def __init__(self, work: Work | None = None, *, heartbeat_timeout: float = 60.0) -> None:
        intents = discord.Intents.default()
        intents.message_content = True
        super().__init__("!", intents=intents, heartbeat_timeout=heartbeat_timeout)
        self.heard: list[str] = []
        self.failures: list[int] = []
        self.identified: list[bool] = []
        self._work = work or _repeat

    async def setup_hook(self) -> None:
        self.tree.add_command(
            app_commands.Command(name="tide", description="The tide", callback=self._command)
        )
        self.tree.add_command(app_commands.ContextMenu(name="Repeat this", callback=_repeat_this))
        await self.tree.sync()

    async def before_identify_hook(self, shard_id: int | None, *, initial: bool = False) -> None:
        """discord.py waits 5 s here before it identifies again."""
        del shard_id
        self.identified.append(initial)

    async def on_message(self, message: discord.Message, /) -> None:
        if message.author != self.user:
            self.heard.append(message.content)

    async def _command(self, interaction: discord.Interaction) -> None:
        try:
            await self._work(interaction)
        except discord.HTTPException as error:
            self.failures.append(error.code)


async def _repeat(interaction: discord.Interaction) -> None:
    await interaction.response.send_message("High tide at noon")


async def _repeat_this(interaction: discord.Interaction, message: discord.Message) -> None:
    await interaction.response.send_message(message.content)


class WideBot(commands.AutoShardedBot):
    """A bot with as many shards as the gateway asks for, begun without waiting."""

    def __init__(self) -> None:
        super().__init__("!", intents=discord.Intents.default())

    async def before_identify_hook(self, shard_id: int | None, *, initial: bool = False) -> None:
        del shard_id, initial


@asynccontextmanager
async def started(bot: discord.Client) -> AsyncIterator[None]:
    """The bot while it runs; at the end its heartbeats, which are threads, have ended too."""
    task = asyncio.create_task(bot.start(TOKEN))
    try:
        yield
    finally:
        await bot.close()
        await asyncio.wait_for(task, 10)
        for thread in threading.enumerate():
            if thread.name.startswith("keep-alive-handler"):
                await asyncio.to_thread(thread.join, 10)


@asynccontextmanager
async def running(bot: discord.Client, fake: FakeDiscord) -> AsyncIterator[None]:
    """The bot, ready and with its guilds, until the end."""
    ready = fake.record.count("ready")
    async with started(bot):
        await fake.record.happened("ready", ready + 1, seconds=60)  # the first bot of a process imports all
        await fake.gateway.caught_up()
        yield
