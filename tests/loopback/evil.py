"""What a peer can do to hurt, and the code that each attempt should end with."""

import asyncio
import sys
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

import brotli

from tests.loopback.peer import Behaviour, Visit, forever, page, raw, redirect, reset, stall

if sys.version_info >= (3, 14):
    from compression.zstd import ZstdCompressor
else:
    from backports.zstd import ZstdCompressor

HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
CHUNKED = HEAD + b"Transfer-Encoding: chunked\r\n\r\n"
LONG = HEAD + b"Content-Length: 3000000\r\n\r\n<html>"
MEGABYTE = 1_000_000
BOMB = 300
"""Megabytes."""

UNREACHABLE = frozenset({"unreachable"})
TIMEOUT = frozenset({"timeout"})
TOO_LARGE = frozenset({"too_large"})
EITHER = UNREACHABLE | TIMEOUT


@dataclass(frozen=True)
class Evil:
    """A behaviour and the codes that are right for it."""

    behaviour: Behaviour
    codes: frozenset[str]


def _packer(coding: str) -> tuple[Callable[[bytes], bytes], Callable[[], bytes]]:
    if coding == "br":
        packer = brotli.Compressor(quality=1)
        return packer.process, packer.finish
    if coding == "zstd":
        frame = ZstdCompressor(level=1)
        return frame.compress, frame.flush
    stream = zlib.compressobj(1, zlib.DEFLATED, 31 if coding == "gzip" else 15)
    return stream.compress, stream.flush


def _bomb_pieces(coding: str, start: bytes) -> Iterator[bytes]:
    compress, flush = _packer(coding)
    yield compress(start)
    for _ in range(BOMB):
        yield compress(b"a" * MEGABYTE)
    yield flush()


@cache
def packed_bomb(coding: str, start: bytes = b"<html>") -> bytes:
    """300 MB of letters in a megabyte or less."""
    return b"".join(_bomb_pieces(coding, start))


def _bomb(coding: str, kind: str = "text/html", start: bytes = b"<html>") -> Behaviour:
    async def answer(visit: Visit) -> None:
        packed = await asyncio.to_thread(packed_bomb, coding, start)
        await page(packed, kind, headers={"Content-Encoding": coding})(visit)

    return answer


def _slow_redirect(seconds: float) -> Behaviour:
    async def answer(visit: Visit) -> None:
        await asyncio.sleep(seconds)
        await redirect(f"/slow-redirects?{len(visit.path)}x{visit.path[-30:]}")(visit)

    return answer


EVIL: dict[str, Evil] = {
    "drip of a body": Evil(forever(LONG, b"a", 0.05), TIMEOUT),
    "drip of headers": Evil(forever(b"HTTP/1.1 200 OK\r\nX-A: ", b"a", 0.05), TIMEOUT),
    "stall before headers": Evil(stall(), TIMEOUT),
    "stall within headers": Evil(stall(b"HTTP/1.1 200 OK\r\nX-"), TIMEOUT),
    "stall after headers": Evil(stall(LONG), TIMEOUT),
    "reset before headers": Evil(reset(), UNREACHABLE),
    "reset after headers": Evil(reset(LONG), UNREACHABLE),
    "nothing at all": Evil(raw(), UNREACHABLE),
    "endless headers": Evil(forever(HEAD, b"X-A: b\r\n" * 100), EITHER),
    "one endless header": Evil(forever(HEAD + b"X-A: ", b"a" * 1000), EITHER),
    "endless status line": Evil(forever(b"HTTP/1.1 200 ", b"O" * 1000), EITHER),
    "endless continues": Evil(forever(b"", b"HTTP/1.1 100 Continue\r\n\r\n" * 100), EITHER),
    "endless trailers": Evil(forever(CHUNKED + b"6\r\n<html>\r\n0\r\n", b"X-A: b\r\n" * 100), EITHER),
    "endless chunk extension": Evil(forever(CHUNKED + b"6;a=", b"b" * 1000), EITHER),
    "endless tiny chunks": Evil(forever(CHUNKED, b"1\r\na\r\n" * 1000), TOO_LARGE | TIMEOUT),
    "endless body": Evil(forever(HEAD + b"\r\n<html>", b"a" * 65_536), TOO_LARGE),
    "endless redirects": Evil(redirect("/endless-redirects?again"), UNREACHABLE),
    "slow redirects": Evil(_slow_redirect(6.0), TIMEOUT),
    "content length too long": Evil(raw(LONG + b"short"), UNREACHABLE),
    "content length absurd": Evil(
        raw(HEAD + b"Content-Length: 99999999999999999999999\r\n\r\n<html>"), EITHER
    ),
    "content length negative": Evil(raw(HEAD + b"Content-Length: -1\r\n\r\n<html>"), UNREACHABLE),
    "two content lengths": Evil(
        raw(HEAD + b"Content-Length: 5\r\nContent-Length: 6\r\n\r\n<html>"), UNREACHABLE
    ),
    "broken chunk size": Evil(raw(CHUNKED + b"zz\r\n<html>\r\n"), UNREACHABLE),
    "chunks that break off": Evil(raw(CHUNKED + b"6\r\n<html>\r\n"), UNREACHABLE),
    "another protocol": Evil(raw(b"SSH-2.0-OpenSSH_9.6\r\n"), UNREACHABLE),
    "no headers": Evil(raw(b"<html>HTTP/0.9</html>"), UNREACHABLE),
    "zeros in headers": Evil(raw(HEAD + b"X-A: \0\0\r\n\r\n<html>"), UNREACHABLE),
    "switching protocols": Evil(
        raw(b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n"), EITHER
    ),
    "gzip bomb": Evil(_bomb("gzip"), TOO_LARGE),
    "deflate bomb": Evil(_bomb("deflate"), TOO_LARGE),
    "brotli bomb": Evil(_bomb("br"), TOO_LARGE),
    "zstd bomb": Evil(_bomb("zstd"), TOO_LARGE),
    "gzip bomb as a PDF": Evil(_bomb("gzip", "application/pdf", b"%PDF-1.7"), TOO_LARGE),
    "gzip that is none": Evil(page(headers={"Content-Encoding": "gzip"}), frozenset({"unreadable"})),
    "picture as a page": Evil(page(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"), frozenset({"unsupported"})),
    "program as a document": Evil(page(b"MZ\x90\0\x03\0", "application/pdf"), frozenset({"unsupported"})),
    "film": Evil(
        forever(b"HTTP/1.1 200 OK\r\nContent-Type: video/mp4\r\n\r\n", b"\0" * 65_536),
        frozenset({"unsupported"}),
    ),
}
"""By name; its path is `path(name)`."""

BOMBS = {
    "gzip bomb": ("gzip", b"<html>"),
    "deflate bomb": ("deflate", b"<html>"),
    "brotli bomb": ("br", b"<html>"),
    "zstd bomb": ("zstd", b"<html>"),
    "gzip bomb as a PDF": ("gzip", b"%PDF-1.7"),
}
"""The coding and the start of the bombs among them: what `packed_bomb` takes."""


def path(name: str) -> str:
    """Where a behaviour is served."""
    return "/" + name.replace(" ", "-")


def routes() -> dict[str, Behaviour]:
    """All of them, with a page that is as it should be at `/good`."""
    return {"/good": page(), **{path(name): evil.behaviour for name, evil in EVIL.items()}}
