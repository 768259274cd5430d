"""Names for the processes of an installation: each keeps its own across restarts."""

import socket
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import IO

FOLDER = "slots"


@contextmanager
def own_slot(data: Path, kind: str) -> Iterator[str]:
    """The first name of a kind, such as `host-worker-1`, that no other process here has until the end.

    A lock on a file in the data directory says which are taken; a process that dies loses it.
    """
    folder = data / FOLDER
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    for number in count(1):
        with (folder / f"{kind}-{number}").open("w") as file:
            if _locked(file):
                yield f"{socket.gethostname()}-{kind}-{number}"
                return


def _locked(file: IO[str]) -> bool:
    """Whether the lock is this process's now, until the file is closed."""
    try:
        if sys.platform == "win32":
            import msvcrt  # noqa: PLC0415 - Windows alone has it

            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl  # noqa: PLC0415 - Windows has none

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
