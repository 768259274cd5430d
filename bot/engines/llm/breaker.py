"""A circuit breaker: an endpoint that is out of order is left alone for a while, and nobody waits for it."""

import time
from collections.abc import Callable

from bot.engines.llm.faults import Fault


class Breaker:
    """Opens after `limit` failures in a row; then one call every `rest` seconds, until one succeeds."""

    def __init__(
        self, limit: int = 5, rest: float = 30.0, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._limit = limit
        self._rest = rest
        self._clock = clock
        self._failures = 0
        self._tried = 0.0
        self._reason = ""

    def check(self) -> None:
        """Fault, with the last reason, while the endpoint rests."""
        if self._failures < self._limit:
            return
        if self._clock() - self._tried < self._rest:
            raise Fault(self._reason)
        self._tried = self._clock()

    def succeeded(self) -> None:
        """An answer came."""
        self._failures = 0

    def failed(self, fault: Fault) -> None:
        """No answer came; only faults of the endpoint as a whole count."""
        if fault.down:
            self._failures += 1
            self._tried = self._clock()
            self._reason = str(fault)
