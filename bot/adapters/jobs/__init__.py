"""Jobs behind DBOS, in a database of its own beside ours: it is told ids of requests, never text."""

from bot.adapters.jobs.opening import open_handing, open_jobs

__all__ = ["open_handing", "open_jobs"]
