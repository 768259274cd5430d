"""Sessions of the gateway, which outlive their sockets, and what a client sends (docs: Gateway)."""

import asyncio
import json
import socket
import struct
from contextlib import suppress
from dataclasses import dataclass, field

from aiohttp import web
from pydantic import BaseModel

from tests.loopback.discord.shapes.wire import SHARD_BITS, Json

DISPATCH, HEARTBEAT, IDENTIFY, RESUME, RECONNECT, INVALID_SESSION, HELLO, ACK = 0, 1, 2, 6, 7, 9, 10, 11
GUILDS, GUILD_MESSAGES, DIRECT_MESSAGES = 1 << 0, 1 << 9, 1 << 12
EVERYONE = 0
"""Stands for the intent of what is sent whatever the intents."""


class Closed(Exception):
    """The socket is to be closed with this code (docs: Gateway Close Event Codes)."""

    def __init__(self, code: int) -> None:
        super().__init__(str(code))
        self.code = code


class Identify(BaseModel):
    token: str
    intents: int
    shard: tuple[int, int] = (0, 1)


class Resume(BaseModel):
    token: str
    session_id: str
    seq: int | None = None


class Payload(BaseModel):
    op: int
    d: Json | int | bool | None = None


@dataclass(eq=False)
class Connection:
    """A socket; what is to be written waits in `outbox`, and `seen` is the last event of which a heartbeat told."""

    socket: web.WebSocketResponse
    transport: asyncio.Transport
    outbox: asyncio.Queue[Json] = field(default_factory=asyncio.Queue)
    session: "Session | None" = None
    seen: int = 0

    @property
    def behind(self) -> bool:
        """Whether the client has not yet said that it has taken in all that it was sent."""
        return self.session is not None and self.seen < len(self.session.sent)

    def ask(self) -> None:
        """Has the client tell at once what it has taken in."""
        self.outbox.put_nowait({"op": HEARTBEAT, "d": None})

    async def write(self) -> None:
        """Writes what waits, in order, for as long as there is somebody to read it."""
        with suppress(ConnectionError):
            while True:
                await self.socket.send_str(json.dumps(await self.outbox.get()))

    def reset(self) -> None:
        """The connection is torn down without a word, as by a dying machine."""
        raw = self.transport.get_extra_info("socket")
        raw.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.transport.abort()


@dataclass(eq=False)
class Session:
    """What one shard was sent, in order: the sequence number of an event is its place, from 1."""

    id: str
    shard: int
    shards: int
    intents: int
    sent: list[Json] = field(default_factory=list)
    connection: Connection | None = None
    left: float = 0.0

    def covers(self, guild_id: int | None) -> bool:
        """Private channels come to the first shard."""
        return self.shard == ((guild_id or 0) >> SHARD_BITS) % self.shards

    def event(self, name: str, data: Json) -> None:
        """Sent now, or when the client comes back."""
        self.sent.append({"op": DISPATCH, "t": name, "s": len(self.sent) + 1, "d": data})
        if self.connection is not None:
            self.connection.outbox.put_nowait(self.sent[-1])
