"""The composition root: settings in, wired services out. What a command does not need is not imported."""

from bot.bootstrap.basics import now, open_storage, start
from bot.bootstrap.client import create_bot, open_worker, terms_of
from bot.bootstrap.engines import briefing_many, create_briefing, describe_endpoint
from bot.bootstrap.office import Duty
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

__all__ = [
    "Duty",
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
    "open_worker",
    "read_source",
    "sources_when_needed",
    "start",
    "terms_of",
    "wanted",
]
