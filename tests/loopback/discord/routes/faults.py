"""What goes wrong with requests on demand."""

from dataclasses import dataclass
from fnmatch import fnmatchcase

from tests.loopback.discord.shapes.wire import Clock


@dataclass
class Fault:
    """The next `times` requests like `route` fail: `POST /channels/*/messages`, method and path with wildcards.

    With `late` the request is carried out first, and only its answer is lost.
    """

    route: str
    status: int = 500
    code: int = 0
    message: str = "Internal Server Error"
    times: int = 1
    late: bool = False


@dataclass
class Limit:
    """From the first request like `route` on, those like it are refused with 429 for `retry_after` seconds."""

    route: str
    retry_after: float
    until: float | None = None

    def hits(self, request: str, now: float) -> float | None:
        """Seconds that this request has to wait; None when it may pass."""
        if not fnmatchcase(request, self.route):
            return None
        if self.until is None:
            self.until = now + self.retry_after
        return self.until - now if now < self.until else None


class Faults:
    """Faults and limits in the order in which they were set."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._faults: list[Fault] = []
        self._limits: list[Limit] = []

    def fail(self, fault: Fault) -> None:
        self._faults.append(fault)

    def limit(self, limit: Limit) -> None:
        self._limits.append(limit)

    def fault_for(self, request: str) -> Fault | None:
        """What goes wrong with this request, used up by one."""
        for fault in self._faults:
            if fault.times > 0 and fnmatchcase(request, fault.route):
                fault.times -= 1
                return fault
        return None

    def limit_for(self, request: str) -> float | None:
        """Seconds to wait; None when the request may pass."""
        waits = (limit.hits(request, self._clock.now()) for limit in self._limits)
        return next((wait for wait in waits if wait is not None), None)
