"""What briefs took: a server's numbers for its managers, and everybody's own."""

from collections.abc import Iterator

from babel.numbers import format_currency, format_decimal, format_percent
from discord import ui

from bot.domain.brief import ClaimKind
from bot.domain.kept import GuildUsage, OwnUsage
from bot.views.layout import CALM, framed, told
from bot.views.texts import Texts


def usage_card(own: OwnUsage, guild: GuildUsage | None = None, *, texts: Texts) -> ui.LayoutView:
    """The server's numbers where they are given, then the person's own."""
    lines = [*(_guild(guild, own.days, texts) if guild else ()), *_own(own, texts)]
    return framed([told(texts, *lines)], CALM)


def _guild(guild: GuildUsage, days: int, texts: Texts) -> Iterator[str]:
    title = texts.count("This server, last {n} day", "This server, last {n} days", days)
    yield f"### {title}"
    briefs = texts.count("{n} brief", "{n} briefs", guild.briefs)
    failures = texts.count("{n} request without a brief", "{n} requests without a brief", guild.failures)
    yield f"**{briefs}** · {failures}"
    yield f"**{texts.say('Statements')}** · {_traced(guild, texts)}"
    yield f"**{texts.say('Marked as wrong')}** · {_marked(guild, texts)}"
    yield f"**{texts.say('Language model')}** · {_spent(guild, texts)}"


def _traced(guild: GuildUsage, texts: Texts) -> str:
    traced, withheld = guild.statements - guild.withheld, guild.withheld
    share = withheld / guild.statements if guild.statements else 0
    return texts.say(
        "{traced} traced, {withheld} withheld ({share})",
        traced=_number(traced, texts),
        withheld=_number(withheld, texts),
        share=format_percent(share, locale=texts.locale),
    )


def _marked(guild: GuildUsage, texts: Texts) -> str:
    """The kinds that are marked most come first."""
    by_kind = sorted(guild.marks.items(), key=lambda marked: -marked[1])
    return ", ".join(_kind(kind, count, texts) for kind, count in by_kind) or texts.say("nothing")


def _kind(kind: ClaimKind, count: int, texts: Texts) -> str:
    match kind:
        case ClaimKind.STATEMENT:
            return texts.count("{n} statement", "{n} statements", count)
        case ClaimKind.ACTOR:
            return texts.count("{n} actor", "{n} actors", count)
        case ClaimKind.EVENT:
            return texts.count("{n} event", "{n} events", count)


def _spent(guild: GuildUsage, texts: Texts) -> str:
    if not guild.calls:
        return texts.say("not asked")
    return texts.count(
        "{calls} call, {tokens} tokens, {cost}",
        "{calls} calls, {tokens} tokens, {cost}",
        guild.calls,
        calls=_number(guild.calls, texts),
        tokens=_number(guild.tokens, texts),
        cost=format_currency(guild.cost_usd, "USD", locale=texts.locale),
    )


def _own(own: OwnUsage, texts: Texts) -> Iterator[str]:
    yield f"### {texts.say('You, here')}"
    yield texts.count("{n} brief in {days} days", "{n} briefs in {days} days", own.briefs, days=own.days)
    if own.daily is None:
        yield texts.count("{n} in the last 24 hours", "{n} in the last 24 hours", own.today)
    else:
        yield texts.say("{n} of {daily} in the last 24 hours", n=own.today, daily=own.daily)


def _number(number: int, texts: Texts) -> str:
    return format_decimal(number, locale=texts.locale)
