"""The panel of a server's settings: every choice is kept at once, and shown in the place of the last."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from bot.cogs.digest_panels import show_digests
from bot.cogs.interactions import managed_guild
from bot.cogs.presses.press import Handler, Press, chosen_as
from bot.domain.brief import Length, ReadBy
from bot.domain.guild import GuildSettings, Listening
from bot.services.digesting.written import zone_of
from bot.services.managing import Change
from bot.views.digest_forms import zone_form
from bot.views.readers import reader_of
from bot.views.settings import Panel, settings_card


async def show(press: Press) -> None:
    """The panel as it is."""
    await _show_as_set(press)


async def choose_channel(press: Press) -> None:
    """The panel with another channel."""
    await _show_as_set(replace(press, wanted=replace(press.wanted, value=press.chosen[0])))


async def set_listening(press: Press) -> None:
    """What is done in the channel that the panel shows."""
    guild_id = await press.acknowledge_manager()
    channel_id, listening = int(press.wanted.value or 0), Listening(press.chosen[0])
    await _show(press, await press.services.managing.listen(guild_id, channel_id, listening))


def _setting(change: Callable[[GuildSettings, Sequence[str]], GuildSettings]) -> Handler:
    """Answers a choice: it is kept, and shown in the place of the last."""

    async def choose(press: Press) -> None:
        await _change(press, lambda settings: change(settings, press.chosen))

    return choose


set_length = _setting(lambda settings, chosen: replace(settings, length=chosen_as(Length, chosen)))
set_language = _setting(lambda settings, chosen: replace(settings, language=chosen_as(str, chosen)))
set_reader = _setting(lambda settings, chosen: _read_by(settings, reader_of(chosen[0])))
set_roles = _setting(lambda settings, chosen: replace(settings, roles=frozenset(map(int, chosen))))
set_daily = _setting(lambda settings, chosen: replace(settings, daily=chosen_as(int, chosen)))


async def ask_zone(press: Press) -> None:
    """Ask for the time zone that new digests have."""
    settings = await press.services.managing.settings(managed_guild(press.interaction))

    async def filled(sent: Press, written: str) -> None:
        zone = zone_of(written) if written.strip() else None
        await _change(sent, lambda settings: replace(settings, zone=zone))

    await press.ask(zone_form(settings.zone, press.texts), filled)


async def list_digests(press: Press) -> None:
    """The digests of the server, each with a button to its panel, below the settings."""
    guild_id = managed_guild(press.interaction)
    await press.acknowledge_privately()
    await show_digests(press.services, press.interaction, guild_id)


async def ask_to_reset(press: Press) -> None:
    """The panel, asking whether all of it is to be reset."""
    await _show_as_set(press, resetting=True)


async def reset(press: Press) -> None:
    """Nothing is set any more."""
    await _change(press, lambda settings: GuildSettings(settings.guild_id))


def _read_by(settings: GuildSettings, reader: ReadBy) -> GuildSettings:
    return replace(settings, engine=reader.engine, model=reader.model)


async def _change(press: Press, change: Change) -> None:
    guild_id = await press.acknowledge_manager()
    await _show(press, await press.services.managing.change(guild_id, change))


async def _show_as_set(press: Press, *, resetting: bool = False) -> None:
    guild_id = await press.acknowledge_manager()
    await _show(press, await press.services.managing.settings(guild_id), resetting=resetting)


async def _show(press: Press, settings: GuildSettings, *, resetting: bool = False) -> None:
    """The panel, with the channel that it had, in the place of the one that was pressed."""
    panel = Panel(settings, press.services.terms, int(press.wanted.value or 0), resetting)
    await press.show(settings_card(panel, texts=press.texts))
