"""Whether anything was lost, said twice or paid twice."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from tests.chaos.reader import Paid
from tests.loopback.discord.ledger import Answered

STORING = 1.0
"""Seconds in which an answer is stored that has arrived, on a machine that starts a process every few seconds."""

LIMIT = 3.0
"""Seconds that Discord waits for an acknowledgement."""


@dataclass(frozen=True)
class Verdict:
    """What became of the requests, and of the calls to the model."""

    kills: int
    answered: Sequence[Answered]
    stray: int
    left_open: int
    calls: int
    repeated: int
    needless: int

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
            "calls repeated though their answer was stored": self.needless,
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
        yield "calls repeated after a kill", str(self.repeated)
        yield from ((name, str(count)) for name, count in self.faults.items())


def is_over(answered: Answered) -> bool:
    """Whether a request has an answer that can be read and is no progress card."""
    return any(shown.counts and not is_progress(shown.text) for shown in answered.shown)


def repeats(paid: Iterable[Sequence[Paid]], kills: Sequence[float]) -> tuple[int, int]:
    """How many calls were made again, and how many of them without need.

    A call may be made again once for each kill since it was asked, if its answer was not stored by then.
    """
    pairs = [pair for calls in paid for pair in pairwise(calls)]
    return len(pairs), sum(not _needed(first, second, kills) for first, second in pairs)


def _needed(first: Paid, second: Paid, kills: Sequence[float]) -> bool:
    between = [kill for kill in kills if first.asked <= kill <= second.asked]
    return any(first.answered is None or first.answered + STORING > kill for kill in between)


def is_progress(text: str) -> bool:
    """Whether a message of the bot only says how far a brief is."""
    return text.partition("\n")[0].endswith("…")


def _failed(answered: Answered) -> bool:
    return any(shown.counts and "Incident" in shown.text for shown in answered.shown)
