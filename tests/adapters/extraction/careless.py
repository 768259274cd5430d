"""A reader that does as it is told; apart from the tests, so that a child need not load what tests need."""

import os
import signal
import time

from bot.adapters.extraction.pool import read_in_child
from bot.domain.article import Extract


def read_carelessly(
    data: bytes, name: str, url: str | None, content_type: str | None, charset: str | None
) -> Extract:
    """Does what the bytes say."""
    if data == b"hang":
        time.sleep(60)
    elif data == b"grow":
        bytearray(2_000_000_000)
    elif data == b"die":
        os.kill(os.getpid(), signal.SIGKILL)
    return read_in_child(data, name, url, content_type, charset)
