"""Answers the lines of a batch: each gets its brief or its error, and none stops another."""

from typing import TYPE_CHECKING, BinaryIO

from bot import bootstrap
from bot.domain.brief import Brief, EngineChoice
from bot.domain.errors import BrieferError
from bot.edge import attempt
from bot.progress import progress
from bot.render.json import Document, brief_document, error_document, line
from bot.services.batch import Line, in_order, lines, parse, request_of
from bot.services.briefing import Briefing, Wanted

if TYPE_CHECKING:
    from bot.settings import Settings


async def answer_all(
    stream: BinaryIO, out: BinaryIO, settings: "Settings", engine: EngineChoice | None, jobs: int | None
) -> None:
    """Every line of the stream answered, in order, each written at once."""
    wanted = bootstrap.wanted(settings)
    async with bootstrap.sources_when_needed(settings) as opened:
        with (
            bootstrap.briefing_many(settings, engine, jobs) as (briefing, at_a_time),
            progress(stream, out) as step,
        ):

            async def answered(asked: Line) -> tuple[Line, bytes]:
                return asked, await answer(asked, briefing, wanted, opened)

            async for asked, found in in_order(lines(stream), answered, at_a_time):
                out.write(found)
                out.flush()
                step(asked)


async def answer(asked: Line, briefing: Briefing, wanted: Wanted, opened: bootstrap.Opened) -> bytes:
    """One line of JSON: `{"id", "brief"}` or `{"id", "error"}`; without an id, the number of the line too."""
    about: Document = {"id": None}

    async def work() -> Brief:
        found = parse(asked)
        about["id"] = found.get("id")
        extract = await bootstrap.extract_of(request_of(found), opened)
        return await briefing.brief(extract, wanted)

    outcome = await attempt(work())
    if about["id"] is None:
        about["line"] = asked.number
    if isinstance(outcome, BrieferError):
        return line({**about, "error": error_document(outcome)})
    return line({**about, "brief": brief_document(outcome)})
