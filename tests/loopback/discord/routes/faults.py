"""What goes wrong with requests on demand."""

from dataclasses import dataclass
from fnmatch import fnmatchcase
from typing import Self

from tests.loopback.discord.shapes.refusals import Reason
from tests.loopback.discord.shapes.wire import Clock

EXEMPT = ("/interactions/", "/webhooks/")
"""The global limit doesn't hold for these (docs: Rate Limits, Global Rate Limit)."""


@dataclass
class Fault:
    """The next `times` requests like `route` fail: `POST /channels/*/messages`, method and path with wildcards.

    `status` 0 is a connection torn down. With `late` the request is carried out first, and only its answer is lost.
    """

    route: str
    status: int = 500
    code: int = 0
    message: str = "Internal Server Error"
    times: int = 1
    late: bool = False
    delay: float = 0.0

    @classmethod
    def refusing(cls, route: str, reason: Reason, times: int = 1) -> Self:
        """Refusals as Discord words them, such as missing permissions."""
        return cls(route, *reason.value, times)


@dataclass
class Limit:
    """From the first request like `route` on, requests are refused with 429 for `retry_after` seconds.

    With `everything` all requests of the bot are, as by the global limit.
    """

    route: str
    retry_after: float
    everything: bool = False
    until: float | None = None

    def hits(self, request: str, now: float) -> float | None:
        """Seconds that this request has to wait; None when it may pass."""
        if self.until is None and fnmatchcase(request, self.route):
            self.until = now + self.retry_after
        if self.until is None or now >= self.until:
            return None
        exempt = any(part in request for part in EXEMPT)
        covered = not exempt if self.everything else fnmatchcase(request, self.route)
        return self.until - now if covered else None


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

    def clear(self) -> None:
        self._faults.clear()
        self._limits.clear()

    def fault_for(self, request: str) -> Fault | None:
        """What goes wrong with this request, used up by one."""
        for fault in self._faults:
            if fault.times > 0 and fnmatchcase(request, fault.route):
                fault.times -= 1
                return fault
        return None

    def limit_for(self, request: str) -> tuple[float, bool] | None:
        """Seconds to wait and whether the limit is global; None when the request may pass."""
        for limit in self._limits:
            wait = limit.hits(request, self._clock.now())
            if wait is not None:
                return wait, limit.everything
        return None
