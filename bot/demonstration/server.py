"""A simulated Discord server with the real bot in it, and two articles that it was asked to brief."""

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from string import Template
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import discord
from discord.ext import commands

from bot import bootstrap
from bot.cogs.listening import Listener
from bot.domain.errors import BadSettings
from bot.domain.guild import Listening
from bot.settings import Settings

if TYPE_CHECKING:
    from simcord import ChannelHandle, Env, MemberActor

PACKAGE = Path(__file__).parents[1]
NEWS = PACKAGE / "data"
"""Where invented articles are; their days are counted from today, so that something lies ahead."""

SAMPLES = (PACKAGE / "data" / "sample.txt", PACKAGE.parent / "tests/data/sample/moscow-washington.txt")
"""The article that the project started from: in an installed package, and in a checkout."""

DAYS = {"start": 12, "meeting": 5, "race": 40, "deadline": 20}
"""How many days from today the days of the article are."""

NEEDED = (
    "The demo needs its extra: run `uv run --extra demo briefer demo` in a checkout, "
    "or install briefer with `[demo]`."
)
ALONE = 1e7
"""Seconds of a lease that nobody is there to take over."""

PATIENCE = 60.0
"""Seconds in which the simulated Discord waits for the bot; the first brief loads the engine."""


@dataclass(frozen=True, slots=True)
class Server:
    """The simulated server: its channel, you, who may manage it, and a friend."""

    env: "Env"
    channel: "ChannelHandle"
    you: "MemberActor"
    friend: "MemberActor"

    async def listen(self) -> None:
        """Whatever is written in the channel is briefed, as if you had said so in `/settings`."""
        bot, channel = self.env.bot, self.env.bot.get_channel(self.channel.id)
        assert isinstance(bot, commands.Bot)
        listener = bot.get_cog(Listener.__name__)
        assert isinstance(listener, Listener)
        assert isinstance(channel, discord.TextChannel)
        await listener.listen(channel, Listening.ALWAYS)

    async def brief_both(self) -> None:
        """A friend pastes the sample as a file; you ask for today's news by command."""
        assert self.env.bot.user is not None
        sample = next(path for path in SAMPLES if path.exists()).read_bytes()
        await self.friend.send(self.channel, self.env.bot.user.mention, attachments=[("message.txt", sample)])
        await self.you.slash(self.channel, "brief", text=news(datetime.now(UTC).date()))

    async def post_digest(self, feeds: list[str]) -> None:
        """You make a digest, give it feeds, and have it post at once."""
        made = await self.you.slash(
            self.channel, "digest create", name="Riverton today", channel=self.channel, at="09:00"
        )
        assert made.response is not None
        panel = made.response.message
        form = await self.you.click(panel, label="Add feeds")
        await self.you.submit_modal(form, {"feeds": "\n".join(feeds)})
        await self.you.click(panel, label="Post now")

    def replies(self) -> Iterator[str]:
        """What the bot has written in the channel, as plain text."""
        for message in self.channel.history():
            if message.author.bot:
                yield "\n".join(_texts(message.components))


@asynccontextmanager
async def open_server(settings: Settings) -> AsyncIterator[Server]:
    """The server with the bot in it, and a database that goes with it; BadSettings without the extra."""
    try:
        import simcord  # noqa: PLC0415 - an extra that the bot does without
    except ImportError as error:
        raise BadSettings(NEEDED) from error
    with TemporaryDirectory(prefix="briefer-demo-", ignore_cleanup_errors=True) as folder:
        bot = bootstrap.create_bot(_for_demo(settings, Path(folder)))
        env = simcord.Env(bot, settle_timeout=PATIENCE)
        env.backend.clock.advance((datetime.now(UTC) - env.now()).total_seconds())
        env.backend.edit_bot_profile("Briefer")
        await env.start()
        try:
            yield _furnished(env)
        finally:
            await bot.close()
            await env.shutdown()


def news(today: date, name: str = "demo") -> str:
    """An invented article, as it would appear on this day."""
    days = {name: _day(today + timedelta(days)) for name, days in DAYS.items()}
    return Template((NEWS / f"{name}.txt").read_text(encoding="utf-8")).substitute(days, today=_day(today))


def papers(today: date) -> dict[str, list[str]]:
    """What the invented papers of a digest have on this day, by their names in addresses."""
    names = "demo", "demo_library", "demo_ferry", "demo_harvest"
    bridge, library, ferry, harvest = (news(today, name) for name in names)
    return {"post": [bridge, library], "herald": [ferry, harvest]}


def _for_demo(settings: Settings, folder: Path) -> Settings:
    return settings.model_copy(
        update={
            "data_dir": folder,
            "database_url": None,
            "database_keys": None,
            "message_content": True,
            "lease_seconds": ALONE,
        }
    )


def _furnished(env: "Env") -> Server:
    guild = env.create_guild("Newsroom")
    managers = guild.create_role("Managers", permissions=discord.Permissions.all())
    you = guild.add_member(env.create_user("you"), roles=[managers])
    friend = guild.add_member(env.create_user("mira"))
    return Server(env, guild.create_text_channel("news"), you, friend)


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


def _texts(components: list[discord.Component]) -> Iterator[str]:
    for component in components:
        if isinstance(component, discord.TextDisplay):
            yield component.content
        yield from _texts(list(getattr(component, "children", ())))
