"""Content codings undone in small steps, so that a bomb costs no more than the limit it is stopped at."""

import asyncio
import sys
import zlib
from collections.abc import AsyncIterator, Iterator
from typing import Protocol

import brotli

from bot.domain.errors import UnusableSource

if sys.version_info >= (3, 14):
    from compression.zstd import DecompressionParameter, ZstdDecompressor, ZstdError
else:
    from backports.zstd import DecompressionParameter, ZstdDecompressor, ZstdError

ACCEPTED = "gzip, deflate, br, zstd"
STEP = 65_536
"""Bytes decoded at a time."""
MOST_MEMBERS = 64
"""Concatenated gzip members or zstd frames; servers send one."""
ZSTD_WINDOW = 23
"""8 MB, as RFC 9659 requires of the web; a frame may else ask for gigabytes."""
GZIP_MAGIC = b"\x1f\x8b"
DEFLATE = 8
"""The method in a zlib header; servers also send deflate without that header (RFC 9110 §8.4.1.2)."""


class Decoder(Protocol):
    """Undoes one content coding."""

    def feed(self, data: bytes) -> Iterator[bytes]:
        """What the data decodes to, in pieces of at most about STEP bytes."""
        ...

    @property
    def complete(self) -> bool:
        """Whether the coding came to its end."""
        ...


async def decode(pieces: AsyncIterator[bytes], coding: str) -> AsyncIterator[bytes]:
    """The pieces without their content coding; UnusableSource when broken, or when the coding is unknown."""
    decoder = _decoder(coding.strip().lower())
    try:
        async for piece in pieces:
            for part in decoder.feed(piece):
                yield part
                await asyncio.sleep(0)
    except (zlib.error, brotli.error, ZstdError, _TooManyMembers) as error:
        raise _broken() from error
    if not decoder.complete:
        raise _broken()


class _TooManyMembers(Exception):
    pass


class _Identity:
    complete = True

    def feed(self, data: bytes) -> Iterator[bytes]:
        yield data


class _Zlib:
    """gzip, with its members, and deflate, with and without a header."""

    def __init__(self, coding: str) -> None:
        self._gzip = coding == "gzip"
        self._stream = zlib.decompressobj(31) if self._gzip else None
        self._members = 1
        self._empty = True

    @property
    def complete(self) -> bool:
        return self._empty or (self._stream is not None and self._stream.eof)

    def feed(self, data: bytes) -> Iterator[bytes]:
        self._empty = self._empty and not data
        full = False
        while data or full:
            stream = self._next(data)
            if stream is None:
                return
            part = stream.decompress(data, STEP)
            data = stream.unused_data if stream.eof else stream.unconsumed_tail
            full = len(part) == STEP and not stream.eof
            yield part

    def _next(self, data: bytes) -> "zlib._Decompress | None":
        """The stream that reads these data; None for what stands after the end, which everybody ignores."""
        if self._stream is None:
            self._stream = zlib.decompressobj(15 if data[0] & 0xF == DEFLATE else -15)
        elif self._stream.eof:
            if not (self._gzip and data.startswith(GZIP_MAGIC)):
                return None
            self._members += 1
            if self._members > MOST_MEMBERS:
                raise _TooManyMembers
            self._stream = zlib.decompressobj(31)
        return self._stream


class _Brotli:
    def __init__(self) -> None:
        self._stream = brotli.Decompressor()
        self._empty = True

    @property
    def complete(self) -> bool:
        return self._empty or self._stream.is_finished()

    def feed(self, data: bytes) -> Iterator[bytes]:
        self._empty = self._empty and not data
        while not self._stream.is_finished() and (
            part := self._stream.process(data, output_buffer_limit=STEP)
        ):
            data = b""
            yield part


class _Zstd:
    def __init__(self) -> None:
        self._stream = self._new()
        self._frames = 0
        self._between = True

    @property
    def complete(self) -> bool:
        return self._between

    def feed(self, data: bytes) -> Iterator[bytes]:
        while data or not self._stream.needs_input:
            self._between = False
            yield self._stream.decompress(data, STEP)
            data = b""
            if self._stream.eof:
                data, self._stream, self._between = self._stream.unused_data, self._new(), True
                self._frames += 1
            if self._frames > MOST_MEMBERS:
                raise _TooManyMembers

    def _new(self) -> ZstdDecompressor:
        return ZstdDecompressor(options={DecompressionParameter.window_log_max: ZSTD_WINDOW})


def _decoder(coding: str) -> Decoder:
    if coding in {"", "identity"}:
        return _Identity()
    if coding in {"gzip", "x-gzip", "deflate"}:
        return _Zlib(coding.removeprefix("x-"))
    if coding == "br":
        return _Brotli()
    if coding == "zstd":
        return _Zstd()
    raise UnusableSource(
        "The site sent this page in a form that can't be read: paste the text.", "unreadable"
    )


def _broken() -> UnusableSource:
    return UnusableSource(
        "The site sent this page damaged: try again later, or paste the text.", "unreadable"
    )
