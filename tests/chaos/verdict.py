"""Whether anything was lost, said twice or paid twice."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from tests.chaos.reader import Paid
from tests.loopback.discord.ledger import Answered

LIMIT = 3.0
"""Seconds that Discord waits for an acknowledgement."""


@dataclass(frozen=True)
class Kill:
    """When the bot was killed, in seconds since 1970, and the steps that the database then held with their results."""

    at: float
    steps: Sequence[tuple[str, str]]

    def found(self, call: Paid) -> bool:
        """Whether the answer of a call was stored by then."""
        said = json.dumps(call.said, ensure_ascii=False)
        return any(f" {call.prompt} " in step and said in result for step, result in self.steps)


@dataclass(frozen=True)
class Repeat:
    """A call that was made again, `first` before `second`, and whether a kill between them left no other way."""

    first: Paid
    second: Paid
    needed: bool


@dataclass(frozen=True)
class Verdict:
    """What became of the requests, and of the calls to the model."""

    kills: int
    answered: Sequence[Answered]
    stray: int
    left_open: int
    calls: int
    repeated: Sequence[Repeat]
    orphans: int

    @property
    def needless(self) -> list[Repeat]:
        """Calls that were made again although their answer was stored."""
        return [repeat for repeat in self.repeated if not repeat.needed]

    @property
    def promised(self) -> list[Answered]:
        """Requests that were acknowledged."""
        return [one for one in self.answered if one.after is not None]

    @property
    def waits(self) -> list[float]:
        """Seconds after which commands were acknowledged; a mention waits through restarts."""
        return [one.after for one in self.promised if one.kind == "command" and one.after is not None]

    @property
    def faults(self) -> dict[str, int]:
        """How often something went wrong; all zero if nothing did."""
        return {
            "acknowledged and never answered": sum(not is_over(one) for one in self.promised),
            "answered more than once": sum(one.answers > 1 for one in self.promised),
            "answered with an error": sum(_failed(one) for one in self.promised),
            "commands acknowledged after 3 s": sum(seconds > LIMIT for seconds in self.waits),
            "answers that nobody asked for": self.stray,
            "requests left open in the database": self.left_open,
            "calls repeated though their answer was stored": len(self.needless),
            "children that outlived their parents": self.orphans,
        }

    @property
    def culprits(self) -> list[Answered]:
        """The requests that something went wrong with."""
        return [one for one in self.promised if not is_over(one) or one.answers > 1 or _failed(one)]

    def rows(self) -> Iterable[tuple[str, str]]:
        """What a person reads."""
        yield "kill -9", str(self.kills)
        yield "requests acknowledged", str(len(self.promised))
        yield "answered exactly once", str(sum(is_over(one) and one.answers == 1 for one in self.promised))
        yield "requests that came while nobody was there", str(len(self.answered) - len(self.promised))
        yield "slowest acknowledgement of a command", f"{max(self.waits, default=0.0):.2f} s"
        yield "calls to the model", str(self.calls)
        yield "calls repeated after a kill", str(len(self.repeated))
        yield from ((name, str(count)) for name, count in self.faults.items())


def is_over(answered: Answered) -> bool:
    """Whether a request has an answer that can be read and is no progress card."""
    return any(shown.counts and not is_progress(shown.text) for shown in answered.shown)


def repeats(paid: Iterable[Sequence[Paid]], kills: Sequence[Kill]) -> list[Repeat]:
    """The calls that were made again: with need where a kill came between that found no answer stored."""
    return [
        Repeat(
            first,
            second,
            any(first.asked <= kill.at <= second.asked and not kill.found(first) for kill in kills),
        )
        for calls in paid
        for first, second in pairwise(calls)
    ]


def total(verdicts: Sequence[Verdict]) -> Verdict:
    """What came of several rounds."""
    return Verdict(
        kills=sum(one.kills for one in verdicts),
        answered=[answered for one in verdicts for answered in one.answered],
        stray=sum(one.stray for one in verdicts),
        left_open=sum(one.left_open for one in verdicts),
        calls=sum(one.calls for one in verdicts),
        repeated=[repeat for one in verdicts for repeat in one.repeated],
        orphans=sum(one.orphans for one in verdicts),
    )


def is_progress(text: str) -> bool:
    """Whether a message of the bot only says how far a brief is."""
    return text.partition("\n")[0].endswith("…")


def _failed(answered: Answered) -> bool:
    return any(shown.counts and "Incident" in shown.text for shown in answered.shown)
