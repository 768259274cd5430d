"""What outlives the process: tables on SQLite or PostgreSQL, one code path for both."""

from bot.adapters.storage.opening import Storage, open_storage

__all__ = ["Storage", "open_storage"]
