"""Answers the lines of a batch: each gets its brief or its error, and none stops another."""

from collections.abc import AsyncIterator
from typing import BinaryIO

from bot import bootstrap
from bot.domain.brief import Brief
from bot.domain.errors import BrieferError
from bot.edge import attempt
from bot.render.json import Document, brief_document, error_document, line
from bot.services.batch import Line, in_order, lines, parse, request_of
from bot.services.briefing import Briefing, Wanted


async def answers(
    stream: BinaryIO, briefing: Briefing, wanted: Wanted, jobs: int
) -> AsyncIterator[tuple[Line, bytes]]:
    """Every line of the stream with its answer, in order."""

    async def answered(asked: Line) -> tuple[Line, bytes]:
        return asked, await answer(asked, briefing, wanted)

    async for pair in in_order(lines(stream), answered, jobs):
        yield pair


async def answer(asked: Line, briefing: Briefing, wanted: Wanted) -> bytes:
    """One line of JSON: `{"id", "brief"}` or `{"id", "error"}`; with no id, the number of the line."""
    about: Document = {"id": None}

    async def work() -> Brief:
        found = parse(asked)
        about["id"] = found.get("id")
        return await briefing.brief(bootstrap.extract_of(request_of(found)), wanted)

    outcome = await attempt(work)
    if about["id"] is None:
        about["line"] = asked.number
    if isinstance(outcome, BrieferError):
        return line({**about, "error": error_document(outcome)})
    return line({**about, "brief": brief_document(outcome)})
