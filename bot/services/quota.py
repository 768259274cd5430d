"""What language models may take in a day (UTC): reserved before they are asked, settled afterwards."""

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from bot.domain.article import Article
from bot.domain.brief import Usage
from bot.domain.errors import NotAllowed
from bot.domain.request import Asker
from bot.services.briefing import EngineFailed

FREES = "00:00 UTC"
"""When a new day begins."""


@dataclass(frozen=True, slots=True)
class Take:
    """Tokens and US dollars that are taken, or given back where they are negative."""

    tokens: int = 0
    usd: float = 0.0

    @classmethod
    def of(cls, usage: Usage) -> "Take":
        """What a brief took; a cost that is not known counts as nothing."""
        return cls(usage.prompt_tokens + usage.completion_tokens, usage.cost_usd or 0.0)

    def __sub__(self, other: "Take") -> "Take":
        return Take(self.tokens - other.tokens, self.usd - other.usd)


@dataclass(frozen=True, slots=True)
class Account:
    """Whose day is charged, and its limits: a person's, a guild's, or with neither everybody's."""

    user_id: int = 0
    guild_id: int = 0
    tokens: int | None = None
    usd: float | None = None

    def holds(self, take: Take) -> bool:
        """Whether a day may take so much."""
        return (self.tokens is None or take.tokens <= self.tokens) and (
            self.usd is None or take.usd <= self.usd
        )


@dataclass(frozen=True, slots=True)
class Allowance:
    """The operator's limits for a day; None is no limit."""

    user: int | None = None
    guild: int | None = None
    instance: int | None = None
    usd: float | None = None

    def accounts(self, asker: Asker) -> Sequence[Account]:
        """What this person's requests are charged to, always in the same order; none without limits.

        A digest has no person (id 0): its guild pays.
        """
        everybody = Account(tokens=self.instance, usd=self.usd)
        accounts = [everybody] if everybody != Account() else []
        if self.guild is not None and asker.guild_id is not None:
            accounts.append(Account(guild_id=asker.guild_id, tokens=self.guild))
        if self.user is not None and asker.user_id:
            accounts.append(Account(user_id=asker.user_id, tokens=self.user))
        return accounts


class Spendings(Protocol):
    """What days have taken so far, by account."""

    async def reserve(self, day: date, accounts: Sequence[Account], take: Take) -> Account | None:
        """Add to all accounts, or to none where one is too full for it: that one is returned."""
        ...

    async def settle(self, day: date, accounts: Sequence[Account], difference: Take) -> None:
        """Add to all accounts what was taken beyond what was reserved."""
        ...


class Bill:
    """What was reserved for one piece of work, and what it took in the end."""

    def __init__(self, reserved: Take) -> None:
        self.reserved = self.taken = reserved

    def took(self, usage: Usage) -> None:
        """Note what the work took; as long as nobody says so, it is what was reserved."""
        self.taken = Take.of(usage)


class Quota:
    """Keeps what a language model reads within the operator's limits."""

    def __init__(
        self,
        allowance: Allowance,
        spendings: Spendings,
        estimate: Callable[[Article], Usage],
        now: Callable[[], datetime],
    ) -> None:
        self._allowance = allowance
        self._spendings = spendings
        self._estimate = estimate
        self._now = now

    @asynccontextmanager
    async def paying(self, asker: Asker, article: Article) -> AsyncIterator[Bill]:
        """The bill for an article; NotAllowed, with the time when it frees, where a limit is reached."""
        accounts = self._allowance.accounts(asker)
        if not accounts:
            yield Bill(Take())
            return
        bill = Bill(Take.of(await asyncio.to_thread(self._estimate, article)))
        day = self._now().date()
        if full := await self._spendings.reserve(day, accounts, bill.reserved):
            raise NotAllowed(_reason(full, bill.reserved), "budget")
        try:
            yield bill
        except EngineFailed as error:
            bill.took(error.usage)
            raise
        finally:
            if bill.taken != bill.reserved:
                await self._spendings.settle(day, accounts, bill.taken - bill.reserved)


def _reason(full: Account, take: Take) -> str:
    if not full.holds(take):
        return "This text takes more than may be read here in a day: give a smaller part."
    if full.user_id:
        return f"You have reached your limit for today: ask again at {FREES}."
    if full.guild_id:
        return f"This server has reached its limit for today: ask again at {FREES}."
    return f"I have reached my own limit for today: ask again at {FREES}."
