"""An OpenAI-compatible endpoint on loopback that does what a script says, good and bad."""

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import TypeAlias

Json: TypeAlias = dict[str, object]


@dataclass(frozen=True)
class Request:
    """A request as it came in; `number` counts from 1."""

    number: int
    path: str
    headers: dict[str, str]
    body: Json

    @property
    def messages(self) -> list[dict[str, str]]:
        messages = self.body["messages"]
        assert isinstance(messages, list)
        return messages

    @property
    def form(self) -> Json | None:
        form = self.body.get("response_format")
        assert form is None or isinstance(form, dict)
        return form

    @property
    def form_type(self) -> str:
        return str(self.form["type"]) if self.form else "plain"

    @property
    def prompt(self) -> str:
        """The name of the prompt behind it, told by the schema where there is one."""
        schema = self.form.get("json_schema") if self.form else None
        return str(schema["name"]) if isinstance(schema, dict) else ""

    @property
    def user(self) -> str:
        return next(message["content"] for message in self.messages if message["role"] == "user")


@dataclass(frozen=True)
class Reply:
    """What goes back. `stop_after`: bytes before the line breaks; `drip`: seconds between bytes."""

    body: str
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    delay: float = 0.0
    drip: float = 0.0
    stop_after: int | None = None
    raw: bytes = b""
    """Instead of `body`: what is packed, or endless."""


Script: TypeAlias = Callable[[Request], Reply | Awaitable[Reply]]


def completion(content: str | None, *, finish: str = "stop", usage: bool = True, **message: object) -> Reply:
    """A well-formed answer."""
    body: Json = {
        "id": "chatcmpl-1",
        "object": "chat.completion",
        "created": 1,
        "model": "loopback",
        "choices": [
            {
                "index": 0,
                "finish_reason": finish,
                "message": {"role": "assistant", "content": content, **message},
            }
        ],
    }
    if usage:
        body["usage"] = {"prompt_tokens": 1500, "completion_tokens": 300, "total_tokens": 1800}
    return Reply(json.dumps(body))


def answer(value: object, **how: object) -> Reply:
    """An answer whose content is JSON."""
    return completion(json.dumps(value), **how)  # type: ignore[arg-type]


def failure(status: int, code: str | None = None, message: str = "no", **headers: str) -> Reply:
    """An error as OpenAI words it."""
    body = {"error": {"message": message, "type": code, "param": None, "code": code}}
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return Reply(json.dumps(body), status, named)


class Loopback:
    """The running endpoint; `requests` are those that came."""

    def __init__(self, script: Script) -> None:
        self._script = script
        self.requests: list[Request] = []
        self.url = ""

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while (request := await self._request(reader)) is not None:
                reply = self._script(request)
                if not await self._send(reply if isinstance(reply, Reply) else await reply, writer):
                    break
        except (ConnectionError, asyncio.IncompleteReadError, asyncio.CancelledError):
            pass
        finally:
            writer.close()

    async def _request(self, reader: asyncio.StreamReader) -> Request | None:
        first = await reader.readline()
        if not first:
            return None
        headers = {}
        while line := (await reader.readline()).decode().strip():
            name, _, value = line.partition(":")
            headers[name.lower()] = value.strip()
        body = await reader.readexactly(int(headers.get("content-length", "0")))
        request = Request(
            len(self.requests) + 1, first.decode().split()[1], headers, json.loads(body or b"{}")
        )
        self.requests.append(request)
        return request

    async def _send(self, reply: Reply, writer: asyncio.StreamWriter) -> bool:
        await asyncio.sleep(reply.delay)
        body = reply.raw or reply.body.encode()
        headers = {"content-type": "application/json", "content-length": str(len(body)), **reply.headers}
        head = f"HTTP/1.1 {reply.status} X\r\n" + "".join(
            f"{name}: {value}\r\n" for name, value in headers.items()
        )
        writer.write(head.encode() + b"\r\n")
        if reply.stop_after is not None:
            writer.write(body[: reply.stop_after])
            await writer.drain()
            return False
        if not reply.drip:
            writer.write(body)
        for byte in body if reply.drip else b"":
            writer.write(bytes([byte]))
            await writer.drain()
            await asyncio.sleep(reply.drip)
        await writer.drain()
        return True


@asynccontextmanager
async def loopback(script: Script) -> AsyncIterator[Loopback]:
    """An endpoint that answers by this script until the block ends."""
    endpoint = Loopback(script)
    server = await asyncio.start_server(endpoint.serve, "127.0.0.1", 0)
    endpoint.url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/v1"
    try:
        yield endpoint
    finally:
        server.close()
