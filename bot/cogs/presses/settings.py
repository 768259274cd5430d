"""The panel of a server's settings: every choice is kept at once, and shown in the place of the last."""

from dataclasses import replace

from bot.cogs.digest_panels import show_digests
from bot.cogs.interactions import managed_guild
from bot.cogs.presses.press import Press
from bot.domain.brief import Length
from bot.domain.guild import GuildSettings, Listening
from bot.services.digesting.written import zone_of
from bot.services.managing import Change
from bot.views.digest_forms import zone_form
from bot.views.readers import reader_of
from bot.views.settings import OWN, Panel, settings_card


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


async def set_length(press: Press) -> None:
    """How long summaries are."""
    length = Length(chosen) if (chosen := _chosen(press)) else None
    await _change(press, lambda settings: replace(settings, length=length))


async def set_language(press: Press) -> None:
    """The language of briefs."""
    language = _chosen(press)
    await _change(press, lambda settings: replace(settings, language=language))


async def set_reader(press: Press) -> None:
    """Who reads."""
    reader = reader_of(press.chosen[0])
    await _change(press, lambda settings: replace(settings, engine=reader.engine, model=reader.model))


async def set_roles(press: Press) -> None:
    """Whose members may ask."""
    roles = frozenset(map(int, press.chosen))
    await _change(press, lambda settings: replace(settings, roles=roles))


async def set_daily(press: Press) -> None:
    """How many briefs a person may have a day."""
    daily = int(chosen) if (chosen := _chosen(press)) else None
    await _change(press, lambda settings: replace(settings, daily=daily))


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


def _chosen(press: Press) -> str | None:
    """What was chosen; None where it is left to the operator, or to nobody."""
    return None if press.chosen[0] == OWN else press.chosen[0]


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
