"""One request to the API: what it asks for, and the answer in the form that Discord gives."""

import json
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias, TypeVar

from aiohttp import BodyPartReader, web
from pydantic import BaseModel, TypeAdapter

from tests.loopback.discord.composing import Upload

if TYPE_CHECKING:
    from tests.loopback.discord.fake import FakeDiscord

Asked = TypeVar("Asked", bound=BaseModel)


@dataclass
class Call:
    """A request, its path's ids, and the files that came with it once the body was read."""

    fake: "FakeDiscord"
    request: web.Request

    def number(self, name: str) -> int:
        """An id of the path."""
        return int(self.request.match_info[name])

    def word(self, name: str) -> str:
        return self.request.match_info[name]

    def asked(self, name: str, default: int) -> int:
        """A number of the query."""
        return int(self.request.query.get(name, default))

    async def body(self, shape: type[Asked]) -> Asked:
        """The JSON body; pydantic's ValidationError when it has another shape."""
        return shape.model_validate_json(await self.request.read() or b"{}")

    async def bodies(self, shape: type[Asked]) -> list[Asked]:
        return TypeAdapter(list[shape]).validate_json(await self.request.read())  # type: ignore[valid-type]

    async def body_with_files(self, shape: type[Asked]) -> tuple[Asked, list[Upload]]:
        """A JSON body, alone or as `payload_json` beside files (docs: Reference, Uploading Files)."""
        if not self.request.content_type.startswith("multipart/"):
            return await self.body(shape), []
        payload, uploads = b"{}", []
        async for part in await self.request.multipart():
            assert isinstance(part, BodyPartReader)
            data = bytes(await part.read())
            if part.name == "payload_json":
                payload = data
            else:
                number = int((part.name or "files[0]").removeprefix("files[").removesuffix("]"))
                uploads.append(
                    Upload(number, part.filename or "unknown", data, part.headers.get("Content-Type"))
                )
        return shape.model_validate_json(payload), uploads


Answer: TypeAlias = object
"""JSON; None is an answer without content."""

Route: TypeAlias = Callable[[Call], Awaitable[Answer]]
Routes: TypeAlias = dict[tuple[str, str], Route]
"""By method and path."""


def reply(answer: Answer, status: int = 200, headers: dict[str, str] | None = None) -> web.Response:
    """`application/json` without a charset, as Discord sends it: discord.py compares exactly."""
    if answer is None:
        return web.Response(status=204, headers=headers)
    body = json.dumps(answer, ensure_ascii=False).encode()
    return web.Response(body=body, status=status, content_type="application/json", headers=headers)
