"""The translator behind the translation step: one call for all lines of a brief."""

import json
from collections.abc import Mapping
from dataclasses import dataclass

from bot.domain.prompt import Prompt
from bot.engines.llm.deadline import Deadline
from bot.engines.llm.faults import Fault
from bot.engines.llm.ledger import Ledger, Price
from bot.engines.llm.model import Model, Step, Turn, step_of
from bot.engines.llm.pages import new_mark, numbered, visible
from bot.engines.llm.wire import WireLines
from bot.services.translating import Lines, Translation
from bot.services.translating.calendar import language_name


@dataclass(frozen=True, slots=True)
class LlmTranslator:
    """Translates with a language model."""

    model: Model
    prompts: Mapping[str, Prompt]
    price: Price

    async def translate(self, lines: Lines, within: float) -> Translation:
        """All lines in one call; a fault is told in the result, with what it took."""
        ledger = Ledger()
        try:
            found = await self.model.ask(self._turn(lines, Deadline.after(within), ledger), WireLines)
        except Fault as fault:
            return Translation({}, {}, ledger.usage(self.price), ledger.prompts, str(fault))
        return Translation(
            {line.number - 1: visible(line.text) for line in found.lines},
            {name.name: visible(name.written) for name in found.names},
            ledger.usage(self.price),
            ledger.prompts,
        )

    def _turn(self, lines: Lines, deadline: Deadline, ledger: Ledger) -> Turn:
        prompt = self.prompts["translate"]
        variables = {
            "source": language_name(lines.source),
            "target": language_name(lines.target),
            "names": json.dumps([visible(name) for name in lines.names], ensure_ascii=False),
            "mark": new_mark(),
            "lines": numbered(enumerate(lines.texts, 1)),
        }
        step = Step(step_of(prompt, variables), lines.remember)
        return Turn(prompt, prompt.render(**variables), deadline, ledger, step)
