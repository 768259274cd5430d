"""Reads what strangers sent in child processes, within limits of time and memory."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from functools import partial

from bot.adapters.confining import confine
from bot.domain.article import Extract
from bot.domain.errors import BrieferError, UnusableSource
from bot.services.children import Children, Terms
from bot.services.sources import Raw

SECONDS = 10.0
"""A normal page takes 0.03 s, a long PDF 2 s."""
MEMORY = 700_000_000
"""Bytes that a child may hold as data; it needs 150 MB itself, and ten times a document."""
JOBS = 500
"""Sources that a child reads before another takes its place, so that no leak grows."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What reading one source may take: seconds by the clock, and bytes of memory in the child."""

    seconds: float = SECONDS
    memory: int = MEMORY


def read_in_child(raw: Raw) -> Extract:
    """What these bytes say, as `read_raw` reads them."""
    from bot.adapters.files import read_raw  # noqa: PLC0415 - the parent never loads what it reads with

    return read_raw(raw)


class ExtractionPool(Children):
    """Reads pages and documents in child processes; a context that ends them."""

    def __init__(
        self, workers: int = 2, limits: Limits | None = None, read: Callable[[Raw], Extract] = read_in_child
    ) -> None:
        limits = limits or Limits()
        super().__init__(workers, Terms(partial(_prepare, limits.memory), limits.seconds, JOBS))
        self._read = read

    async def extract(self, raw: Raw) -> Extract:
        """What these bytes say, as `read_raw` reads them; `too_large` where it takes too much of either."""
        try:
            return await self.do(self._read, raw)
        except (TimeoutError, ChildProcessError) as error:
            raise UnusableSource(
                "This takes too much time or memory to read: give a smaller part, or paste the text.",
                "too_large",
            ) from error


def _prepare(memory: int) -> None:
    """Load what is read with, keep to the limit, and be silent: parsers complain of what strangers sent."""
    with suppress(BrieferError):  # half a second for the first page, spent before work comes
        read_in_child(Raw(b"<p>", content_type="text/html"))
    confine(memory)
