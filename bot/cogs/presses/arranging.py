"""The panel of a server's settings: every choice is kept at once, and shown in the place of the last."""

from dataclasses import replace

from bot.cogs.digest_panels import show_digests
from bot.cogs.explaining import Pressed, explained
from bot.cogs.managers import acknowledged, managed_guild
from bot.cogs.presses.press import privately
from bot.cogs.services import Services
from bot.domain.brief import Length
from bot.domain.guild import GuildSettings, Listening
from bot.services.digesting.written import zone_of
from bot.services.managing import Change
from bot.views.digest_forms import ZoneForm
from bot.views.ids import CustomId
from bot.views.readers import reader_of
from bot.views.settings import OWN, Panel, settings_card
from bot.views.texts import Texts


async def show_panel(services: Services, interaction: Pressed, wanted: CustomId, _: list[str]) -> None:
    """The panel as it is."""
    guild_id = await acknowledged(interaction)
    await _show(services, interaction, await services.managing.settings(guild_id), wanted)


async def choose_channel(
    services: Services, interaction: Pressed, wanted: CustomId, chosen: list[str]
) -> None:
    """The panel with another channel."""
    await show_panel(services, interaction, replace(wanted, value=chosen[0]), chosen)


async def set_listening(
    services: Services, interaction: Pressed, wanted: CustomId, chosen: list[str]
) -> None:
    """What is done in the channel that the panel shows."""
    guild_id = await acknowledged(interaction)
    settings = await services.managing.listen(guild_id, int(wanted.value or 0), Listening(chosen[0]))
    await _show(services, interaction, settings, wanted)


async def set_length(services: Services, interaction: Pressed, wanted: CustomId, chosen: list[str]) -> None:
    """How long summaries are."""
    length = None if chosen == [OWN] else Length(chosen[0])
    await _change(services, interaction, wanted, lambda settings: replace(settings, length=length))


async def set_language(services: Services, interaction: Pressed, wanted: CustomId, chosen: list[str]) -> None:
    """The language of briefs."""
    language = None if chosen == [OWN] else chosen[0]
    await _change(services, interaction, wanted, lambda settings: replace(settings, language=language))


async def set_engine(services: Services, interaction: Pressed, wanted: CustomId, chosen: list[str]) -> None:
    """Who reads."""
    reader = reader_of(chosen[0])
    await _change(
        services,
        interaction,
        wanted,
        lambda settings: replace(settings, engine=reader.engine, model=reader.model),
    )


async def set_roles(services: Services, interaction: Pressed, wanted: CustomId, chosen: list[str]) -> None:
    """Whose members may ask."""
    roles = frozenset(map(int, chosen))
    await _change(services, interaction, wanted, lambda settings: replace(settings, roles=roles))


async def set_daily(services: Services, interaction: Pressed, wanted: CustomId, chosen: list[str]) -> None:
    """How many briefs a person may have a day."""
    daily = None if chosen == [OWN] else int(chosen[0])
    await _change(services, interaction, wanted, lambda settings: replace(settings, daily=daily))


async def ask_zone(services: Services, interaction: Pressed, wanted: CustomId, _: list[str]) -> None:
    """Ask for the time zone that new digests have."""
    settings = await services.managing.settings(managed_guild(interaction))

    async def filled(submitted: Pressed, written: str) -> None:
        async with explained(submitted, services.log):
            zone = zone_of(written) if written.strip() else None
            await _change(services, submitted, wanted, lambda settings: replace(settings, zone=zone))

    form = ZoneForm(filled, settings.zone, texts=Texts(str(interaction.locale)))
    await interaction.response.send_modal(form)


async def list_digests(services: Services, interaction: Pressed, _: CustomId, __: list[str]) -> None:
    """The digests of the server, each with a button to its panel, below the settings."""
    guild_id = managed_guild(interaction)
    await privately(interaction)
    await show_digests(services, interaction, guild_id)


async def ask_to_reset(services: Services, interaction: Pressed, wanted: CustomId, _: list[str]) -> None:
    """The panel, asking whether all of it is to be reset."""
    guild_id = await acknowledged(interaction)
    settings = await services.managing.settings(guild_id)
    await _show(services, interaction, settings, wanted, resetting=True)


async def reset(services: Services, interaction: Pressed, wanted: CustomId, _: list[str]) -> None:
    """Nothing is set any more."""
    await _change(services, interaction, wanted, lambda settings: GuildSettings(settings.guild_id))


async def _change(services: Services, interaction: Pressed, wanted: CustomId, change: Change) -> None:
    guild_id = await acknowledged(interaction)
    await _show(services, interaction, await services.managing.change(guild_id, change), wanted)


async def _show(
    services: Services,
    interaction: Pressed,
    settings: GuildSettings,
    wanted: CustomId,
    *,
    resetting: bool = False,
) -> None:
    """The panel, with the channel that it had, in the place of the one that was pressed."""
    panel = Panel(settings, services.terms, int(wanted.value or 0), resetting)
    view = settings_card(panel, texts=Texts(str(interaction.locale)))
    await interaction.edit_original_response(view=view)
