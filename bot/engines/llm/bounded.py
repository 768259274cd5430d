"""Answers that end: no more of one is read than a model can write, packed or not."""

import zlib
from collections.abc import AsyncIterator

from httpx2 import AsyncByteStream, Response, StreamError

MOST = 2_000_000
"""Bytes of an answer: more than 100,000 tokens, each letter of them written as an escape."""

PACKINGS = ("gzip", "deflate")
ACCEPTED = ", ".join(PACKINGS)
"""What an endpoint is told that it may pack its answer with."""


class TooMuch(StreamError):
    """An answer that is longer than one can be, or packed in a way that nobody asked for."""


async def bound(response: Response) -> None:
    """Have the body read with a limit, and as UTF-8, whatever the headers say; a hook of the client."""
    packing = response.headers.pop("content-encoding", "").strip().lower()
    assert isinstance(response.stream, AsyncByteStream), "the client is asynchronous"
    response.stream = _Bounded(response.stream, packing)
    response.encoding = "utf-8"


class _Bounded(AsyncByteStream):
    def __init__(self, stream: AsyncByteStream, packing: str) -> None:
        self._stream = stream
        self._packing = packing

    async def __aiter__(self) -> AsyncIterator[bytes]:
        if self._packing not in ("", "identity", *PACKINGS):
            raise TooMuch("a packing that nobody asked for")
        unpacking = zlib.decompressobj(zlib.MAX_WBITS | 32) if self._packing in PACKINGS else None
        left = MOST
        async for piece in self._stream:
            try:
                plain = unpacking.decompress(piece, left + 1) if unpacking else piece
            except zlib.error as error:
                raise TooMuch("packed wrongly") from error
            left -= len(plain)
            if left < 0:
                raise TooMuch("too long")
            yield plain

    async def aclose(self) -> None:
        await self._stream.aclose()
