"""What processes take: their processor time and memory, with those of their children (psutil)."""

from collections.abc import Iterable, Mapping
from contextlib import suppress

from psutil import NoSuchProcess, Process


class Family:
    """A process and all that it started; what has ended by then is not lost from the sum."""

    def __init__(self, pid: int) -> None:
        self._root = Process(pid)
        self._spent: dict[tuple[int, float], float] = {}

    def seconds(self) -> float:
        """Seconds of processor time since the start, as far as they were seen."""
        for member in self._members():
            with suppress(NoSuchProcess):
                times = member.cpu_times()
                self._spent[member.pid, member.create_time()] = times.user + times.system
        return sum(self._spent.values())

    def memory(self) -> Mapping[int, int]:
        """Bytes that each process holds, by its id; pages that several share count once (Linux, PSS)."""
        held = {}
        for member in self._members():
            with suppress(NoSuchProcess):
                held[member.pid] = member.memory_full_info().pss
        return held

    def _members(self) -> Iterable[Process]:
        with suppress(NoSuchProcess):
            return [self._root, *self._root.children(recursive=True)]
        return []
