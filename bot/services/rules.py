"""The rules of a guild: who may ask, how often, and how a brief is unless somebody wants it otherwise."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.domain.brief import EngineChoice, Length, ReadBy
from bot.domain.errors import NotAllowed
from bot.domain.guild import GuildSettings
from bot.domain.request import Asker, Options
from bot.domain.terms import Terms
from bot.services.storing import Guilds, Usages

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Chosen:
    """How long, in which language (None is the article's own), read by whom."""

    length: Length
    language: str | None
    read_by: ReadBy


class Rules:
    """Keeps to what a guild's managers have set."""

    def __init__(self, guilds: Guilds, usages: Usages, terms: Terms, now: Callable[[], datetime]) -> None:
        self._guilds = guilds
        self._usages = usages
        self._terms = terms
        self._now = now

    async def admit(self, asker: Asker) -> None:
        """NotAllowed when this person may not ask, or not more today."""
        guild = await self._guild(asker)
        _let_in(guild, asker)
        if guild.daily is None:
            return
        had = await self._usages.asked_by(asker.user_id, asker.guild_id, self._now() - DAY)
        if had >= guild.daily:
            raise NotAllowed(
                f"You have had your {guild.daily} briefs of the last 24 hours here; try again later.",
                "budget",
            )

    async def let_in(self, asker: Asker) -> None:
        """NotAllowed when this person may not ask at all, however little it takes."""
        _let_in(await self._guild(asker), asker)

    async def chosen(self, asker: Asker, options: Options) -> Chosen:
        """What counts for this request: the person's choices, then the guild's, then the operator's."""
        guild = await self._guild(asker)
        return Chosen(
            length=options.length or guild.length or self._terms.length,
            language=options.language or guild.language or self._terms.language,
            read_by=self._terms.allowed(guild.read_by),
        )

    async def terms(self, asker: Asker) -> Terms:
        """The operator's terms as they are where this person asks: no endpoint where the guild wants none."""
        guild = await self._guild(asker)
        offline = self._terms.allowed(guild.read_by).engine is EngineChoice.OFFLINE
        return replace(self._terms, endpoint=None) if offline else self._terms

    async def _guild(self, asker: Asker) -> GuildSettings:
        if asker.guild_id is None:
            return GuildSettings(0)
        return await self._guilds.get(asker.guild_id)


def _let_in(guild: GuildSettings, asker: Asker) -> None:
    if guild.roles and not guild.roles & asker.roles:
        raise NotAllowed(
            "On this server only people with certain roles may ask me; its managers know which.", "role"
        )
