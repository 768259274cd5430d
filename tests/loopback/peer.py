"""A web server on loopback that writes exactly the bytes that it is told, good or evil."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field

Behaviour = Callable[["Visit"], Awaitable[None]]


@dataclass
class Visit:
    """One request: its path and headers, and the way back."""

    path: str
    headers: dict[str, str]
    writer: asyncio.StreamWriter

    async def send(self, data: bytes) -> None:
        self.writer.write(data)
        await self.writer.drain()


@dataclass
class Peer:
    """`host` is `127.0.0.1:port`; `visits` are the paths that were asked for, in order."""

    host: str
    origin: tuple[str, int]
    visits: list[Visit] = field(default_factory=list)

    def url(self, path: str = "/") -> str:
        return f"http://{self.host}{path}"

    @property
    def paths(self) -> list[str]:
        return [visit.path for visit in self.visits]


def page(
    body: bytes = b"<!doctype html><title>Harbour</title><p>The harbour opens on Monday.</p>",
    kind: str = "text/html; charset=utf-8",
    status: str = "200 OK",
    headers: Mapping[str, str] | None = None,
) -> Behaviour:
    """An answer as it should be."""
    extra = "".join(f"{name}: {value}\r\n" for name, value in (headers or {}).items())
    typed = f"Content-Type: {kind}\r\n" if kind else ""
    head = f"HTTP/1.1 {status}\r\n{typed}Content-Length: {len(body)}\r\n{extra}\r\n"

    async def answer(visit: Visit) -> None:
        await visit.send(head.encode() + body)

    return answer


def redirect(target: str, status: str = "302 Found") -> Behaviour:
    """An answer that leads on."""
    return page(b"", status=status, headers={"Location": target})


def raw(*pieces: bytes, pause: float = 0.0) -> Behaviour:
    """These bytes, with a pause after each piece, then the end of the connection."""

    async def answer(visit: Visit) -> None:
        for piece in pieces:
            await visit.send(piece)
            await asyncio.sleep(pause)
        visit.writer.close()

    return answer


def forever(head: bytes, piece: bytes, pause: float = 0.0) -> Behaviour:
    """The head, then the same piece without an end."""

    async def answer(visit: Visit) -> None:
        await visit.send(head)
        while True:
            await visit.send(piece)
            await asyncio.sleep(pause)

    return answer


def stall(head: bytes = b"") -> Behaviour:
    """The head, then nothing any more."""

    async def answer(visit: Visit) -> None:
        await visit.send(head)
        await asyncio.sleep(3600)

    return answer


def reset(head: bytes = b"") -> Behaviour:
    """The head, then the connection is torn down."""

    async def answer(visit: Visit) -> None:
        await visit.send(head)
        visit.writer.transport.abort()

    return answer


@asynccontextmanager
async def serving(routes: Mapping[str, Behaviour], host: str = "127.0.0.1") -> AsyncIterator[Peer]:
    """A peer that behaves by path (without the query); other paths are not found."""
    peer: Peer
    tasks: set[asyncio.Task[None]] = set()

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        tasks.add(task)
        with suppress(ConnectionError, asyncio.CancelledError, asyncio.IncompleteReadError):
            while not writer.is_closing():
                await _answer(reader, writer, peer, routes)
        tasks.discard(task)
        writer.close()

    server = await asyncio.start_server(serve, host, 0)
    port = server.sockets[0].getsockname()[1]
    peer = Peer(f"{host}:{port}", (host, port))
    try:
        yield peer
    finally:
        server.close()
        for task in list(tasks):
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


async def _answer(
    reader: asyncio.StreamReader,
    writer: asyncio.StreamWriter,
    peer: Peer,
    routes: Mapping[str, Behaviour],
) -> None:
    request = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
    path = request[0].split(" ")[1]
    headers = dict(line.lower().split(": ", 1) for line in request[1:] if line)
    visit = Visit(path, headers, writer)
    peer.visits.append(visit)
    await routes.get(path.partition("?")[0], page(b"gone", status="404 Not Found"))(visit)
