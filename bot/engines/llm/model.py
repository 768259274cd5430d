"""A model that answers prompts with checked JSON: the ladder of formats, validation and one repair turn."""

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import TypeVar

from bot.domain.prompt import Prompt
from bot.engines.llm.completion import Completion, Spent, text_of
from bot.engines.llm.deadline import Deadline
from bot.engines.llm.endpoint import Call, Endpoint, Said
from bot.engines.llm.extraction import parse
from bot.engines.llm.faults import FormatRefused, Unusable
from bot.engines.llm.ladder import Ladder, Rung
from bot.engines.llm.ledger import Ledger
from bot.engines.llm.shape import schema_of, shape_of
from bot.engines.llm.wire import Answer
from bot.services.remembering import Remember, afresh

SUSPICIOUS, MISREAD = 5, 0.7
"""Letters a token, by the endpoint's count, above which we count as well (English has 4–5), and the share of
our count below which it can't have read all of it: tokenizers differ by less."""

REPEATED = 100_000
"""Characters of an answer that a model is shown again; each is paid for."""

LEFT_OUT = "Items of the model's answer that were not of the asked form and were left out: {items}."

SMALLEST_WINDOW = 2000
"""Tokens that every endpoint reads; counts below are no sign of a prompt that was cut."""

A = TypeVar("A", bound=Answer)


@dataclass(frozen=True, slots=True)
class Step:
    """What a turn is called among the steps of its request, and what remembers whether it was done before."""

    name: str = ""
    remember: Remember = afresh


def step_of(prompt: Prompt, variables: Mapping[str, str]) -> str:
    """The name of a step: the same for the same question, whatever mark stands around its material."""
    asked = prompt.render(**{**variables, "mark": ""})
    return f"{prompt.name} {sha256(f'{prompt.id.hash} {asked}'.encode()).hexdigest()}"


@dataclass(frozen=True, slots=True)
class Turn:
    """A filled-in prompt, what it is to be charged to, and the step that it is.

    `once`: an answer that can't be used is not asked for again.
    """

    prompt: Prompt
    message: str
    deadline: Deadline
    ledger: Ledger
    step: Step = Step()
    once: bool = False


class Model:
    """One model at one endpoint."""

    def __init__(
        self,
        name: str,
        endpoint: Endpoint,
        ladder: Ladder,
        prompts: Mapping[str, Prompt],
        count: Callable[[str], int],
    ) -> None:
        self.name = name
        self._endpoint = endpoint
        self._ladder = ladder
        self._prompts = prompts
        self._count = count

    def named(self, name: str) -> "Model":
        """Another model at the same endpoint."""
        return Model(name, self._endpoint, self._ladder, self._prompts, self._count)

    @property
    def key(self) -> str:
        """Under which the ladder remembers it."""
        return f"{self._endpoint.url} {self.name}"

    async def behind(self) -> None:
        """Wait until the questions that are being asked now are on their way."""
        await self._endpoint.one_by_one()

    async def ask(self, turn: Turn, answer: type[A]) -> A:
        """The model's answer, or the one that was paid for before.

        Fault when none comes that can be used, also after one repair turn.
        """
        turn.ledger.used(turn.prompt)

        async def make() -> str:
            return (await self._answered(turn, answer)).model_dump_json()

        return answer.model_validate_json(await turn.step.remember(f"{self.name} {turn.step.name}", make))

    async def _answered(self, turn: Turn, answer: type[A]) -> A:
        try:
            return await self._ask(turn, answer, [])
        except Unusable as fault:
            if fault.shapeless:
                self._ladder.settle(self.key, self._ladder.rung(self.key).unheeded)
            if turn.once:
                raise
            return await self._ask(turn, answer, self._again(fault))

    def _again(self, fault: Unusable) -> list[Said]:
        """The answer that can't be used, unless it is endless, and what is wrong with it."""
        repeated = 0 < len(fault.text) <= REPEATED
        said: list[Said] = [{"role": "assistant", "content": fault.text}] if repeated else []
        return [*said, {"role": "user", "content": self._prompts["format"].render(fault=fault.why)}]

    async def _ask(self, turn: Turn, answer: type[A], more: list[Said]) -> A:
        rung = self._ladder.rung(self.key)
        while True:
            conversation = self._conversation(turn, answer, rung, more)
            call = Call(
                self.name, conversation, form_of(rung, turn.prompt, answer), turn.deadline, turn.ledger
            )
            try:
                completion = await self._endpoint.chat(call)
            except FormatRefused:
                if rung is Rung.PLAIN:
                    raise
                rung = rung.below
                continue
            await self._charge(completion, conversation, turn.ledger)
            parsed = parse(answer, text_of(completion), last=turn.once or bool(more))
            self._ladder.settle(self.key, rung)
            if parsed.left_out:
                turn.ledger.note(LEFT_OUT.format(items=parsed.left_out))
            return parsed.answer

    def _conversation(self, turn: Turn, answer: type[A], rung: Rung, more: list[Said]) -> list[Said]:
        """The fixed part first, for caches; the shape in words where nothing enforces it.

        Who takes no format may take no system's role either, as the templates of some models (Gemma's first).
        """
        shape = "" if rung.enforces else "\n" + self._prompts["shape"].render(shape=shape_of(answer))
        if rung is Rung.PLAIN:
            return [{"role": "user", "content": f"{turn.prompt.system}{shape}\n\n{turn.message}"}, *more]
        return [
            {"role": "system", "content": turn.prompt.system + shape},
            {"role": "user", "content": turn.message},
            *more,
        ]

    async def _charge(self, completion: Completion, conversation: list[Said], ledger: Ledger) -> None:
        """Tokens as the endpoint counted them, else as we count them."""
        used = completion.usage or Spent()
        sent = "".join(said["content"] for said in conversation)
        prompt = used.prompt_tokens or await asyncio.to_thread(self._count, sent)
        text = completion.choices[0].message.text
        written = used.completion_tokens or await asyncio.to_thread(self._count, text)
        ledger.answered(self.name, prompt, written)
        suspicious = SMALLEST_WINDOW <= prompt < len(sent) / SUSPICIOUS
        if suspicious and prompt < MISREAD * await asyncio.to_thread(self._count, sent):
            ledger.note(
                "The endpoint did not read the whole text; its window is smaller than BRIEFER_LLM_CONTEXT."
            )


def form_of(rung: Rung, prompt: Prompt, answer: type[Answer]) -> Mapping[str, object] | None:
    """The request's response format on a rung of the ladder."""
    if rung is Rung.PLAIN:
        return None
    if rung is Rung.OBJECT:
        return {"type": "json_object"}
    schema: dict[str, object] = {"name": prompt.name, "schema": schema_of(answer)}
    if rung is Rung.STRICT:
        schema["strict"] = True
    return {"type": "json_schema", "json_schema": schema}
