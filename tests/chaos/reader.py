"""A language model that takes its time, writes down what it was asked, and answers with lines of the prompt."""

import asyncio
import re
import time
from collections import defaultdict
from dataclasses import dataclass
from random import Random

from tests.loopback.endpoint import Reply, Request, answer

MATERIAL = re.compile(r"<(material-\w+)>\n(.*)\n</\1>", re.DOTALL)
TITLE = re.compile(r"^Title: (.*)$", re.MULTILINE)
NUMBERED = re.compile(r"^(\d+):? (.*)$", re.MULTILINE)
CITED = re.compile(r"^(.*) \[([\d, ]+)\]$", re.MULTILINE)

MOST = 3
"""Statements of an answer."""


@dataclass
class Paid:
    """A call of a prompt, from its arrival to its answer, in seconds since 1970; `said` is what it begins with."""

    prompt: str
    said: str
    asked: float
    answered: float | None = None


class SlowReader:
    """Answers each call after up to `slowest` seconds; `paid` holds the calls for each question."""

    def __init__(self, random: Random, slowest: float) -> None:
        self.paid: dict[tuple[str, str], list[Paid]] = defaultdict(list)
        self.moved = asyncio.Condition()
        self._random = random
        self._slowest = slowest

    async def __call__(self, request: Request) -> Reply:
        """The first lines of the material, as statements."""
        material = MATERIAL.search(request.user)
        title = TITLE.search(request.user)
        lines = material[2] if material else ""
        found = CITED.findall(lines) if request.prompt == "compose" else _numbered(lines)
        call = Paid(request.prompt, found[0][0] if found else "", time.time())
        self.paid[title[1] if title else "", f"{request.prompt} {lines}"].append(call)
        await self._tell()
        await asyncio.sleep(self._random.uniform(0.1, self._slowest))
        call.answered = time.time()
        await self._tell()
        statements = [{"text": text, "sentences": _ids(ids)} for text, ids in found[:MOST]]
        return answer({"statements": statements, "actors": [], "events": []})

    async def step(self) -> None:
        """Waits for the next call or answer."""
        async with self.moved:
            await self.moved.wait()

    async def _tell(self) -> None:
        async with self.moved:
            self.moved.notify_all()


def _numbered(lines: str) -> list[tuple[str, str]]:
    return [(text, number) for number, text in NUMBERED.findall(lines)]


def _ids(printed: str) -> list[int]:
    return [int(number) for number in printed.split(",")]
