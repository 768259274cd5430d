"""What outlives the process: tables on SQLite or PostgreSQL, one code path for both.

What a `Stored…` promises is said where its port is declared, in `bot.services`.
"""

from bot.adapters.storage.opening import Storage, open_storage

__all__ = ["Storage", "open_storage"]
