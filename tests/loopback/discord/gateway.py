"""The gateway, and every way in which it can fail (docs: Gateway).

Events are text frames whatever compression the client asks for; clients tell frames apart by their type.
"""

import asyncio
from collections.abc import Callable
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
        self.acknowledging = True
        self.identifies_left = rules.identifies
        self._world = world
        self._record = record
        self._token = token
        self._last_identify: dict[int, float] = {}
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

    def invalidate(self, *, resumable: bool = False) -> None:
        """Every client is told that its session is invalid (op 9), and may or may not resume it."""
        for connection in self.connections:
            if connection.session is not None and not resumable:
                self.sessions.pop(connection.session.id, None)
            connection.outbox.put_nowait({"op": INVALID_SESSION, "d": resumable})

    def forget(self) -> None:
        """No session can be resumed any more, and nobody is told."""
        for session_id in [session.id for session in self.sessions.values() if session.connection is None]:
            del self.sessions[session_id]

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

    async def close(self, code: int = 1001) -> None:
        """Every socket is closed with a code."""
        for connection in self.connections[:]:
            self._detach(connection)
            await connection.socket.close(code=code)

    def limits(self) -> Json:
        """What GET /gateway/bot says."""
        start: Json = {
            "total": self.rules.identifies,
            "remaining": self.identifies_left,
            "reset_after": 86_400_000,
            "max_concurrency": self.rules.max_concurrency,
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
        """Takes what the client says; a client that misses its heartbeat is dropped."""
        patience = self.rules.heartbeat + self.rules.grace
        loop = asyncio.get_running_loop()
        try:
            async with asyncio.timeout(patience) as limit:
                async for frame in connection.socket:
                    if frame.type is not WSMsgType.TEXT:
                        raise Closed(4002)
                    payload = Payload.model_validate_json(frame.data)
                    if payload.op == HEARTBEAT:
                        limit.reschedule(loop.time() + patience)
                    self._take(connection, payload)
        except TimeoutError:
            raise Closed(4009) from None

    def _take(self, connection: Connection, payload: Payload) -> None:
        if payload.op == HEARTBEAT:
            connection.seen = payload.d if isinstance(payload.d, int) else 0
            self._news.set()
            if self.acknowledging:
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
        if not self._may_start(shard):
            connection.outbox.put_nowait({"op": INVALID_SESSION, "d": False})
            return
        self.sessions = {key: kept for key, kept in self.sessions.items() if not self._is_over(kept)}
        session = Session(token_hex(16), shard, shards, asked.intents, connection=connection)
        connection.session = session
        self.sessions[session.id] = session
        self._greet(session)

    def _check_identify(self, connection: Connection, asked: Identify) -> None:
        shard, shards = asked.shard
        self.identifies_left -= 1
        if asked.token != self._token or self.identifies_left < 0:
            raise Closed(4004)
        if connection.session is not None:
            raise Closed(4005)
        if not 0 <= shard < shards:
            raise Closed(4010)
        if asked.intents & (MEMBERS | PRESENCES | MESSAGE_CONTENT) & ~self.rules.privileged:
            raise Closed(4014)

    def _may_start(self, shard: int) -> bool:
        """One identify in a window for each remainder of max_concurrency (docs: Gateway, Max Concurrency)."""
        bucket, now = shard % self.rules.max_concurrency, self._world.clock.now()
        last = self._last_identify.get(bucket)
        self._last_identify[bucket] = now
        return last is None or now - last >= self.rules.identify_window

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

    def silence(self) -> None:
        """Heartbeats are no longer acknowledged."""
        self.acknowledging = False

    def hear(self) -> None:
        """Heartbeats are acknowledged again."""
        self.acknowledging = True

    @property
    def controls(self) -> dict[str, Callable[..., object]]:
        """What a test or a script may do to it, by name."""
        named = (
            self.caught_up,
            self.drop,
            self.reconnect,
            self.invalidate,
            self.forget,
            self.close,
            self.silence,
            self.hear,
        )
        return {control.__name__: control for control in named}
