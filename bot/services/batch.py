"""Many articles, one line each: lines are answered side by side, and the answers keep their order."""

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from dataclasses import dataclass
from typing import BinaryIO, TypeVar

from bot.domain.errors import UnusableSource

MAX_LINE_BYTES = 32_000_000
"""A line as long as the largest text with every character escaped (`\\u0436`); a longer one is not kept."""

AHEAD = 4
"""Lines drawn for each job, so that a slow article does not leave the others idle."""

TEXTS = ("text", "html", "url", "title", "published", "language")

T = TypeVar("T")
R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a batch that is not blank; `number` counts from 1, `raw` is None where it was too long."""

    number: int
    raw: bytes | None


@dataclass(frozen=True, slots=True)
class Request:
    """What a line asks for: an article, as text, as a saved page or as a link."""

    id: object = None
    text: str | None = None
    html: str | None = None
    url: str | None = None
    title: str | None = None
    published: str | None = None
    language: str | None = None


def lines(stream: BinaryIO) -> Iterator[Line]:
    """The lines of a stream, one in memory at a time; blank ones are counted, not handed over."""
    number = 0
    while raw := stream.readline(MAX_LINE_BYTES):
        number += 1
        whole = raw.endswith(b"\n") or len(raw) < MAX_LINE_BYTES
        while not whole:
            rest = stream.readline(MAX_LINE_BYTES)
            if rest.endswith(b"\n") or not rest:
                break
        if raw.strip() or not whole:
            yield Line(number, raw if whole else None)


def parse(line: Line) -> dict[str, object]:
    """The JSON object on a line; UnusableSource `unreadable` or `too_large` when there is none."""
    if line.raw is None:
        raise UnusableSource("The line is longer than 32 MB.", "too_large")
    try:
        found = json.loads(line.raw.decode("utf-8-sig"), parse_constant=_no_number)
    except (ValueError, RecursionError) as error:
        raise UnusableSource("The line is not valid JSON in UTF-8.", "unreadable") from error
    if not isinstance(found, dict):
        raise UnusableSource("The line is not a JSON object.", "unreadable")
    return found


def _no_number(name: str) -> object:
    raise ValueError(f"{name} is no JSON")


def request_of(found: dict[str, object]) -> Request:
    """What the object asks for; UnusableSource `unreadable` when a field holds something else than text."""
    texts: dict[str, str | None] = {}
    for name in TEXTS:
        value = found.get(name)
        if not isinstance(value, str | None):
            raise UnusableSource(f"The field “{name}” is not text.", "unreadable")
        texts[name] = value
    return Request(found.get("id"), **texts)


async def in_order(items: Iterator[T], answer: Callable[[T], Awaitable[R]], jobs: int) -> AsyncIterator[R]:
    """Answers in the order of the items, `jobs` in work at a time; items are drawn as they are needed."""
    limit, room = asyncio.Semaphore(jobs), asyncio.Semaphore(jobs * AHEAD)
    drawn: asyncio.Queue[asyncio.Task[R] | None] = asyncio.Queue()

    async def work(item: T) -> R:
        async with limit:
            return await answer(item)

    async def draw() -> None:
        try:
            while (item := await asyncio.to_thread(next, items, None)) is not None:
                await room.acquire()
                drawn.put_nowait(asyncio.create_task(work(item)))
        finally:
            drawn.put_nowait(None)  # a full queue would wait for whoever has gone

    drawing = asyncio.create_task(draw())
    while (task := await drawn.get()) is not None:
        room.release()
        yield await task
    await drawing
