"""The overview of a digest: one question about the traced statements of its stories."""

from dataclasses import dataclass, replace

from bot.domain.article import Article
from bot.domain.brief import EngineInfo
from bot.engines.llm.engine import Reader
from bot.engines.llm.faults import Fault
from bot.engines.llm.pages import new_mark, numbered
from bot.engines.llm.wire import WireStatements
from bot.services.answering import Found
from bot.services.briefing import EngineFailed, Wanted
from bot.services.remembering import Remember


@dataclass(frozen=True, slots=True)
class LlmOverviewer:
    """Writes overviews with a language model."""

    reader: Reader

    async def overview(self, lines: Article, remember: Remember) -> Found:
        """What these lines say together, in one call; EngineFailed, with what was used, when it fails."""
        job = self.reader.job(lines, Wanted(remember=remember))
        turn = job.turn(
            "overview",
            job.deadline,
            language=job.language,
            mark=new_mark(),
            lines=numbered((line.id, line.text) for line in lines.sentences),
        )
        try:
            found = (await job.model.ask(replace(turn, once=True), WireStatements)).claims()
        except Fault as fault:
            raise EngineFailed(str(fault), job.ledger.usage(self.reader.price)) from None
        info = EngineInfo("llm", job.model.name, job.ledger.prompts)
        said = tuple(claim for claim in found if claim.text)
        return Found(said, info, job.ledger.usage(self.reader.price), tuple(job.ledger.notes))
