"""What a child process that reads strangers' bytes is held to, beside its time."""

import os
import sys


def confine(memory: int) -> None:
    """Hold this process to so many bytes of data and no core dump, and silence it: parsers complain."""
    if sys.platform != "win32":
        import resource  # noqa: PLC0415 - Windows has none

        resource.setrlimit(resource.RLIMIT_DATA, (memory, memory))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
