"""Files by their names: the bytes in them, or why there are none."""

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from io import BufferedReader, FileIO
from pathlib import Path

from bot.adapters.kinds import NAMED
from bot.domain.errors import UnusableSource
from bot.services.sources import MAX_BYTES, SUFFIXES

PATIENCE, STEP = 5.0, 0.1
"""Seconds in which somebody must begin to write to a pipe, and those between two looks."""


def load(path: Path) -> bytes:
    """A file's bytes, one more than may be read at most; UnusableSource where there are none."""
    if path.suffix.lower() not in SUFFIXES:
        raise unsupported(path.suffix)
    with unread(path):
        if path.is_fifo():
            return _from_pipe(path)
        with path.open("rb") as file:
            return file.read(MAX_BYTES + 1)


@contextmanager
def unread(path: Path) -> Iterator[None]:
    """What keeps a file from being read, as UnusableSource."""
    try:
        yield
    except FileNotFoundError as error:
        raise UnusableSource(f"There is no file {path}: check its name and folder.", "not_found") from error
    except IsADirectoryError as error:
        raise UnusableSource(f"{path} is a folder: name one file in it.", "unreadable") from error
    except PermissionError as error:
        raise UnusableSource(
            f"{path} may not be read: change its permissions, or copy it.", "unreadable"
        ) from error
    except (OSError, ValueError) as error:
        raise UnusableSource(f"{path} can't be read: try a copy of it.", "unreadable") from error


def unsupported(suffix: str) -> UnusableSource:
    """A file of a kind that is not read."""
    return UnusableSource(
        f"Files of the kind {suffix} can't be read: give {NAMED}, or paste the text.", "unsupported"
    )


def _from_pipe(path: Path) -> bytes:
    """All that comes out of a named pipe, however slowly, once somebody writes to it."""
    with FileIO(os.open(path, os.O_RDONLY | os.O_NONBLOCK)) as raw, BufferedReader(raw) as pipe:
        first: bytes | None = b""
        until = time.monotonic() + PATIENCE
        while first == b"" and time.monotonic() < until:
            time.sleep(STEP)
            first = raw.read(1)  # None while a writer is silent, b"" while there is no writer
        if first == b"":
            raise UnusableSource(f"Nobody writes to the pipe {path}: start that first.", "unreadable")
        os.set_blocking(raw.fileno(), True)
        return (first or b"") + pipe.read(MAX_BYTES)
