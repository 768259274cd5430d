"""Connections checked where they are made: at the socket, with the very address about to be connected."""

import asyncio
import socket
import threading
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Any, TypeAlias

from aiohttp import ClientSession, ClientTimeout, DummyCookieJar, TCPConnector
from aiohttp.abc import AbstractResolver, ResolveResult

from bot.adapters.web.guard import Refused, is_public
from bot.adapters.web.limits import Limits

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

AddrInfo: TypeAlias = tuple[int, int, int, str, tuple[Any, ...]]
Lookup: TypeAlias = Callable[[str, int], Awaitable[Sequence[str]]]
"""The addresses of a name; OSError when it has none."""
MakeSocket: TypeAlias = Callable[[AddrInfo], socket.socket]

SIP = 32_768
"""Bytes read at once; the 256 KB of asyncio can hold 10,000 interim responses: 120 ms to parse in one go."""
LONGEST_HEADER = 32_768
"""Bytes; news sites send content security policies of 10 KB and more."""


async def look_up(host: str, port: int) -> Sequence[str]:
    """The addresses that the system knows for a name.

    A thread of its own for each: a name server that does not answer must not hold up the pool that others
    share, nor the end of the process.
    """
    loop = asyncio.get_running_loop()
    found: asyncio.Future[Sequence[str]] = loop.create_future()

    def ask() -> None:
        try:
            answers = socket.getaddrinfo(host.encode("ascii"), port, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError) as error:
            tell(found.set_exception, OSError(f"no address for {host}: {error}"))
        else:
            tell(found.set_result, list(dict.fromkeys(str(answer[4][0]) for answer in answers)))

    def tell(settle: Callable[[Any], None], value: object) -> None:
        with suppress(RuntimeError):  # the loop was closed meanwhile: nobody waits any more
            loop.call_soon_threadsafe(lambda: None if found.done() else settle(value))

    threading.Thread(target=ask, name="look-up", daemon=True).start()
    return await found


class SippingSocket(socket.socket):
    """Hands over little at a time: what is read at once is parsed at once, and meanwhile all else waits."""

    def recv(self, size: int, flags: int = 0, /) -> bytes:
        """At most SIP bytes."""
        return super().recv(min(size, SIP), flags)

    def recv_into(self, buffer: "WriteableBuffer", size: int = 0, flags: int = 0) -> int:
        """At most SIP bytes; TLS reads in this way."""
        return super().recv_into(buffer, min(size or memoryview(buffer).nbytes, SIP), flags)


def open_socket(address: AddrInfo) -> socket.socket:
    """A socket that reads in sips."""
    family, kind, protocol, _, _ = address
    return SippingSocket(family, kind, protocol)


def guarded(make_socket: MakeSocket) -> MakeSocket:
    """Sockets to public addresses only; Refused for others."""

    def make(address: AddrInfo) -> socket.socket:
        if not is_public(str(address[4][0])):
            raise Refused(f"{address[4][0]} is not public")
        return make_socket(address)

    return make


class Resolver(AbstractResolver):
    """Asks for names; guarded, as absolute ones, and one address that is not public refuses the name."""

    def __init__(self, look_up: Lookup, *, guarded: bool) -> None:
        self._look_up = look_up
        self._guarded = guarded

    async def resolve(
        self,
        host: str,
        port: int = 0,
        family: socket.AddressFamily = socket.AF_UNSPEC,  # noqa: ARG002 - aiohttp's; all families are asked for
    ) -> list[ResolveResult]:
        """All addresses of the name; Refused, or OSError when there are none."""
        name = f"{host.rstrip('.')}." if self._guarded else host
        addresses = await self._look_up(name, port)
        if self._guarded and not all(map(is_public, addresses)):
            raise Refused(f"{host} has an address that is not public")
        return [_result(host, address, port) for address in addresses]

    async def close(self) -> None:
        """Nothing is held open."""


def open_session(look_up: Lookup, make_socket: MakeSocket, limits: Limits, *, lifted: bool) -> ClientSession:
    """For strangers' links; `lifted`, for hosts that the operator named and for the operator's proxy.

    No cookies, no environment, no decoding (`decoding` does that within bounds). No connection is kept: of
    one host there is seldom more than a page to fetch.
    """
    connector = TCPConnector(
        resolver=Resolver(look_up, guarded=not lifted),
        socket_factory=make_socket if lifted else guarded(make_socket),
        use_dns_cache=False,
        limit=limits.at_once,
        force_close=True,
    )
    return ClientSession(
        connector=connector,
        cookie_jar=DummyCookieJar(),
        trust_env=False,
        auto_decompress=False,
        timeout=ClientTimeout(total=None, sock_connect=limits.total),
        max_field_size=LONGEST_HEADER,
        max_line_size=LONGEST_HEADER,
    )


def _result(host: str, address: str, port: int) -> ResolveResult:
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    flags = socket.AI_NUMERICHOST | socket.AI_NUMERICSERV
    return ResolveResult(hostname=host, host=address, port=port, family=family, proto=0, flags=flags)
