"""Reads what strangers sent in child processes, within limits of time and memory."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from types import TracebackType
from typing import Self

from bot.adapters.confining import confine
from bot.domain.article import Extract
from bot.domain.errors import BrieferError, UnusableSource
from bot.services.children import Children, Terms

SECONDS = 10.0
"""A normal page takes 0.03 s, a long PDF 2 s."""
MEMORY = 700_000_000
"""Bytes that a child may hold as data; it needs 150 MB itself, and ten times a document."""
JOBS = 500
"""Sources that a child reads before another takes its place, so that no leak grows."""

Read = Callable[[bytes, str, str | None, str | None, str | None], Extract]
"""Reads bytes by the name, address, type and charset that they came with."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What reading one source may take: seconds by the clock, and bytes of memory in the child."""

    seconds: float = SECONDS
    memory: int = MEMORY


def read_in_child(
    data: bytes, name: str, url: str | None, content_type: str | None, charset: str | None
) -> Extract:
    """What these bytes say, as `read_bytes` reads them."""
    from bot.adapters.files import read_bytes  # noqa: PLC0415 - the parent never loads what it reads with

    return read_bytes(data, name, url=url, content_type=content_type, charset=charset)


class ExtractionPool:
    """Reads pages and documents in child processes; a context that ends them."""

    def __init__(self, workers: int = 2, limits: Limits | None = None, read: Read = read_in_child) -> None:
        limits = limits or Limits()
        self._children = Children(workers, Terms(partial(_prepare, limits.memory), limits.seconds, JOBS))
        self._read = read

    async def extract(
        self,
        body: bytes,
        *,
        name: str = "-",
        url: str | None = None,
        content_type: str | None = None,
        charset: str | None = None,
    ) -> Extract:
        """What these bytes say, as `read_bytes` reads them; `too_large` where it takes too much of either.

        `content_type` and `charset` are what the header says; where they lie, the bytes are believed.
        """
        try:
            return await self._children.do(self._read, body, name, url, content_type, charset)
        except (TimeoutError, ChildProcessError) as error:
            raise UnusableSource(
                "This takes too much time or memory to read: give a smaller part, or paste the text.",
                "too_large",
            ) from error

    async def warm(self) -> None:
        """Start the children and load what they read with; then the first is as quick as any."""
        await self._children.warm()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._children.__exit__(kind, error, trace)


def _prepare(memory: int) -> None:
    """Load what is read with, keep to the limit, and be silent: parsers complain of what strangers sent."""
    with suppress(BrieferError):  # half a second for the first page, spent before work comes
        read_in_child(b"<p>", "-", None, "text/html", None)
    confine(memory)
