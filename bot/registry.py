"""The commands as Discord has them: sent when they have changed, because sending is limited to 200 a day."""

import hashlib
import json
from collections.abc import Iterable
from pathlib import Path

from discord import app_commands
from discord.ext import commands


class Registry:
    """Remembers in a file which commands Discord was sent."""

    def __init__(self, file: Path) -> None:
        self._file = file

    async def sync(self, bot: commands.Bot) -> bool:
        """Send the bot's commands to Discord unless it has just these; whether they were sent."""
        wanted = await _digest(bot)
        if self._known() == _stamp(wanted, await bot.tree.fetch_commands()):
            return False
        registered = await bot.tree.sync()
        self._file.parent.mkdir(parents=True, exist_ok=True)
        self._file.write_text(_stamp(wanted, registered))
        return True

    def _known(self) -> str | None:
        try:
            return self._file.read_text()
        except (OSError, UnicodeDecodeError):
            return None


def _stamp(wanted: str, registered: Iterable[app_commands.AppCommand]) -> str:
    """What tells a state of affairs: the commands as we have them, under the ids that Discord gave them."""
    return " ".join([wanted, *sorted(f"{command.name}={command.id}" for command in registered)])


async def _digest(bot: commands.Bot) -> str:
    tree = bot.tree
    translator = tree.translator
    payloads = [
        await command.get_translated_payload(tree, translator) if translator else command.to_dict(tree)
        for command in tree.get_commands()
    ]
    return hashlib.sha256(json.dumps(payloads, sort_keys=True, default=str).encode()).hexdigest()
