"""The gateway, and every way in which it can fail (docs: Gateway).

Events are text frames whatever compression the client asks for; clients tell frames apart by their type.
"""

import asyncio
from secrets import token_hex

from aiohttp import WSMsgType, web

from tests.loopback.discord.record import Record
from tests.loopback.discord.rules import MEMBERS, MESSAGE_CONTENT, PRESENCES, Rules
from tests.loopback.discord.sessions import (
    ACK,
    EVERYONE,
    GUILDS,
    HEARTBEAT,
    HELLO,
    IDENTIFY,
    INVALID_SESSION,
    RECONNECT,
    RESUME,
    Closed,
    Connection,
    Identify,
    Payload,
    Resume,
    Session,
)
from tests.loopback.discord.shapes import payloads
from tests.loopback.discord.shapes.wire import Json
from tests.loopback.discord.world import World


class Gateway:
    """The sockets and sessions of the one application; `token` is its only key."""

    def __init__(self, world: World, rules: Rules, record: Record, token: str) -> None:
        self.rules = rules
        self.sessions: dict[str, Session] = {}
        self.connections: list[Connection] = []
        self.url = ""
        self._world = world
        self._record = record
        self._token = token
        self._news = asyncio.Event()
        """Of clients: what they have taken in, or that they are gone."""

    def dispatch(
        self, name: str, data: Json, guild_id: int | None, intent: int, without_content: Json | None = None
    ) -> None:
        """An event for every session that covers the guild and asked for it.

        `without_content` goes to sessions that don't have the message content intent.
        """
        for session in self.sessions.values():
            if session.covers(guild_id) and (intent == EVERYONE or session.intents & intent):
                hidden = without_content is not None and not session.intents & MESSAGE_CONTENT
                session.event(name, without_content if hidden and without_content is not None else data)

    def drop(self) -> None:
        """Every socket is reset; the sessions can be resumed."""
        for connection in self.connections[:]:
            self._detach(connection)
            connection.reset()

    def reconnect(self) -> None:
        """Every client is asked to come again (op 7)."""
        for connection in self.connections:
            connection.outbox.put_nowait({"op": RECONNECT, "d": None})

    async def caught_up(self, seconds: float = 10.0) -> None:
        """Waits until every client has taken in what it was sent; TimeoutError when one doesn't.

        A client that is gone is not waited for, one that comes back is.
        """
        async with asyncio.timeout(seconds):
            while behind := [connection for connection in self.connections if connection.behind]:
                self._news.clear()
                for connection in behind:
                    connection.ask()
                await self._news.wait()

    async def close(self) -> None:
        """Every socket is closed."""
        for connection in self.connections[:]:
            self._detach(connection)
            await connection.socket.close(code=1001)

    def limits(self) -> Json:
        """What GET /gateway/bot says."""
        start: Json = {
            "total": 1000,
            "remaining": 1000,
            "reset_after": 86_400_000,
            "max_concurrency": 16,
        }
        return {"url": self.url, "shards": self.rules.shards, "session_start_limit": start}

    async def serve(self, request: web.Request) -> web.WebSocketResponse:
        """One socket, from hello to its end."""
        ws = web.WebSocketResponse()
        await ws.prepare(request)
        assert isinstance(request.transport, asyncio.Transport)
        connection = Connection(ws, request.transport)
        self.connections.append(connection)
        self._record.add("connect")
        connection.outbox.put_nowait(
            {"op": HELLO, "d": {"heartbeat_interval": int(self.rules.heartbeat * 1000)}}
        )
        writer = asyncio.create_task(connection.write())
        try:
            await self._listen(connection)
        except Closed as closed:
            await ws.close(code=closed.code)
        finally:
            writer.cancel()
            self._left(connection, ws.close_code)
        return ws

    async def _listen(self, connection: Connection) -> None:
        async for frame in connection.socket:
            if frame.type is not WSMsgType.TEXT:
                raise Closed(4002)
            self._take(connection, Payload.model_validate_json(frame.data))

    def _take(self, connection: Connection, payload: Payload) -> None:
        if payload.op == HEARTBEAT:
            connection.seen = payload.d if isinstance(payload.d, int) else 0
            self._news.set()
            connection.outbox.put_nowait({"op": ACK})
        elif payload.op == IDENTIFY:
            self._identify(connection, Identify.model_validate(payload.d))
        elif payload.op == RESUME:
            self._resume(connection, Resume.model_validate(payload.d))
        elif connection.session is None:
            raise Closed(4003)

    def _identify(self, connection: Connection, asked: Identify) -> None:
        shard, shards = asked.shard
        self._record.add("identify", shard=shard, shards=shards, intents=asked.intents)
        self._check_identify(connection, asked)
        self.sessions = {key: kept for key, kept in self.sessions.items() if not self._is_over(kept)}
        session = Session(token_hex(16), shard, shards, asked.intents, connection=connection)
        connection.session = session
        self.sessions[session.id] = session
        self._greet(session)

    def _check_identify(self, connection: Connection, asked: Identify) -> None:
        shard, shards = asked.shard
        if asked.token != self._token:
            raise Closed(4004)
        if connection.session is not None:
            raise Closed(4005)
        if not 0 <= shard < shards:
            raise Closed(4010)
        if asked.intents & (MEMBERS | PRESENCES | MESSAGE_CONTENT) & ~self.rules.privileged:
            raise Closed(4014)

    def _greet(self, session: Session) -> None:
        """Ready, then the guilds of the shard."""
        joined = [guild for guild in self._world.guilds.values() if guild.joined]
        covered = [guild for guild in joined if session.covers(guild.id)]
        ready: Json = {
            "v": 10,
            "user": payloads.user(self._world.bot),
            "guilds": [{"id": str(guild.id), "unavailable": True} for guild in covered],
            "session_id": session.id,
            "resume_gateway_url": self.url,
            "shard": [session.shard, session.shards],
            "application": {"id": str(self._world.bot.id), "flags": 0},
            "private_channels": [],
        }
        session.event("READY", ready)
        for guild in covered if session.intents & GUILDS else []:
            session.event("GUILD_CREATE", payloads.guild(self._world, guild))
        self._record.add("ready", shard=session.shard)

    def _resume(self, connection: Connection, asked: Resume) -> None:
        """The events after the last that the client has, then RESUMED."""
        if asked.token != self._token:
            raise Closed(4004)
        session = self._resumable(asked.session_id)
        if session is None:
            self._record.add("resume refused")
            connection.outbox.put_nowait({"op": INVALID_SESSION, "d": False})
            return
        seen = asked.seq or 0
        if seen > len(session.sent):
            raise Closed(4007)
        connection.session, session.connection = session, connection
        missed = session.sent[seen:]
        for event in missed:
            connection.outbox.put_nowait(event)
        session.event("RESUMED", {})
        self._record.add("resume", shard=session.shard, missed=len(missed))

    def _resumable(self, session_id: str) -> Session | None:
        session = self.sessions.get(session_id)
        if session is None:
            return None
        return None if self._is_over(session) else session

    def _is_over(self, session: Session) -> bool:
        """Whether nobody came back for it in time."""
        return session.connection is None and self._world.clock.now() - session.left > self.rules.session

    def _left(self, connection: Connection, code: int | None) -> None:
        """After 1000 and 1001 the session is over; after anything else it can be resumed."""
        self._detach(connection)
        session = connection.session
        if code in (1000, 1001) and session is not None and session.connection is None:
            self.sessions.pop(session.id, None)
        self._record.add("disconnect", code=code)

    def _detach(self, connection: Connection) -> None:
        if connection in self.connections:
            self.connections.remove(connection)
        session = connection.session
        if session is not None and session.connection is connection:
            session.connection, session.left = None, self._world.clock.now()
        self._news.set()
