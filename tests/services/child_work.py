"""Work for child processes; apart from the tests, so that a child need not load what tests need."""

import os
import re
import resource
import time


def limit_memory() -> None:
    resource.setrlimit(resource.RLIMIT_DATA, (300_000_000, 300_000_000))
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)


def double(number: int) -> int:
    return 2 * number


def pause(seconds: float) -> int:
    time.sleep(seconds)
    return os.getpid()


def grow() -> int:
    return len(bytearray(2_000_000_000))


def creep() -> int:
    held = []
    while True:
        held.append(bytearray(16_000_000))


def backtrack() -> bool:
    return re.match("(a|aa)+$", "a" * 200 + "b") is not None


def send_signal(number: int) -> None:
    os.kill(os.getpid(), number)


def refuse(reason: str) -> None:
    raise LookupError(reason)


def leave() -> None:
    os._exit(3)
