"""What every command stands on: the clock, settings, logs, and the storage."""

import gc
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from bot.adapters import logs

if TYPE_CHECKING:
    from bot.adapters.storage import Storage
    from bot.settings import Settings


RARELY = 5_000, 10, 100
"""Python's own thresholds are 700, 10 and 10: a brief takes a sixth longer with them, a book a third."""


def now() -> datetime:
    """The time that decides which events are past."""
    return datetime.now(UTC)


def start() -> "Settings":
    """What every command needs first: settings that can work, and logs. BadSettings when they can't.

    Garbage is looked for seldom: the words of a long article are a million objects that are none.
    """
    gc.set_threshold(*RARELY)
    from bot.settings import LogFormat, load_settings

    settings = load_settings()
    logs.configure(settings.log, settings.secrets, as_json=settings.log_format is LogFormat.JSON)
    return settings


def open_storage(
    settings: "Settings", now: Callable[[], datetime] = now
) -> "AbstractAsyncContextManager[Storage]":
    """What outlives the process, in the database that is set; BadSettings when it can't be opened."""
    from bot.adapters import storage

    keep = timedelta(days=settings.keep_days)
    return storage.open_storage(settings.database, now=now, keep=keep, keys=settings.keys)
