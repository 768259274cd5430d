"""Databases as a first start of the bot leaves them."""

from datetime import UTC, datetime

from bot.adapters.jobs import open_jobs
from bot.adapters.storage import open_storage
from bot.domain.request import Job


async def start_once(url: str) -> None:
    """Make all tables in a database."""
    async with open_storage(url, now=lambda: datetime.now(UTC)), open_jobs(url, "first", _nothing, _log):
        pass


async def _nothing(_: Job) -> None:
    raise AssertionError("there is no work")


def _log(_: str, error: Exception) -> None:
    raise error
