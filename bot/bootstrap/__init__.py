"""The composition root: settings in, wired services out. What a command does not need is not imported.

`basics`, `engines` and `reading` serve all commands; `client`, `office`, `readers` and `digests` wire the bot
and load all that it takes.
"""

from typing import TYPE_CHECKING

from bot.bootstrap.basics import now, open_storage, start
from bot.bootstrap.engines import briefing_many, create_briefing, describe_endpoint
from bot.bootstrap.reading import (
    Opened,
    checked,
    extract_of,
    is_link,
    open_sources,
    read_source,
    sources_when_needed,
    wanted,
)

if TYPE_CHECKING:
    from bot.client import Briefer
    from bot.settings import Settings

__all__ = [
    "Opened",
    "briefing_many",
    "checked",
    "create_bot",
    "create_briefing",
    "describe_endpoint",
    "extract_of",
    "is_link",
    "now",
    "open_sources",
    "open_storage",
    "read_source",
    "sources_when_needed",
    "start",
    "wanted",
]


def create_bot(settings: "Settings") -> "Briefer":
    """The bot, ready to log in; what it needs opens in its `setup_hook` and closes in `close`."""
    from bot.bootstrap import client

    return client.create_bot(settings)
