"""When a digest is posted and what it tells: each choice is kept at once, and shown in place of the last."""

from dataclasses import replace

from bot.cogs.digest_panels import Change, show_panel
from bot.cogs.explaining import Pressed, explained
from bot.cogs.managers import acknowledged, managed_guild
from bot.cogs.services import Services
from bot.domain.brief import Length
from bot.domain.digest import Filters, Silence
from bot.services.digesting.written import schedule_of, words_of
from bot.views.digest_forms import FiltersForm, TimeForm
from bot.views.digest_words import Tab
from bot.views.ids import CustomId
from bot.views.settings import OWN
from bot.views.texts import Texts


async def set_channel(services: Services, interaction: Pressed, wanted: CustomId, chosen: list[str]) -> None:
    """Where it is posted."""
    channel_id = int(chosen[0])
    await _set(services, interaction, wanted, Tab.WHEN, lambda each: replace(each, channel_id=channel_id))


async def set_days(services: Services, interaction: Pressed, wanted: CustomId, chosen: list[str]) -> None:
    """The days of the week on which it is due."""
    days = frozenset(map(int, chosen))
    await _set(
        services,
        interaction,
        wanted,
        Tab.WHEN,
        lambda each: replace(each, schedule=replace(each.schedule, days=days)),
    )


async def set_stories(services: Services, interaction: Pressed, wanted: CustomId, chosen: list[str]) -> None:
    """How many stories it tells at most."""
    stories = int(chosen[0])
    await _set(services, interaction, wanted, Tab.STORIES, lambda each: replace(each, stories=stories))


async def set_story_length(
    services: Services, interaction: Pressed, wanted: CustomId, chosen: list[str]
) -> None:
    """How long the briefs of its stories are."""
    length = Length(chosen[0])
    await _set(services, interaction, wanted, Tab.STORIES, lambda each: replace(each, length=length))


async def set_story_language(
    services: Services, interaction: Pressed, wanted: CustomId, chosen: list[str]
) -> None:
    """The language of its stories and of its fixed texts."""
    language = None if chosen == [OWN] else chosen[0]
    await _set(services, interaction, wanted, Tab.STORIES, lambda each: replace(each, language=language))


async def set_silence(services: Services, interaction: Pressed, wanted: CustomId, chosen: list[str]) -> None:
    """What it does when there is nothing to say."""
    silence = Silence(chosen[0])
    await _set(services, interaction, wanted, Tab.STORIES, lambda each: replace(each, silence=silence))


async def ask_time(services: Services, interaction: Pressed, wanted: CustomId, _: list[str]) -> None:
    """Ask for local time and zone."""
    digest = await services.digests.get(managed_guild(interaction), wanted.owner)

    async def filled(submitted: Pressed, at: str, zone: str) -> None:
        async with explained(submitted, services.log):
            given = schedule_of(at, zone)
            await _set(
                services,
                submitted,
                wanted,
                Tab.WHEN,
                lambda each: replace(each, schedule=replace(given, days=each.schedule.days)),
            )

    form = TimeForm(filled, digest.schedule, texts=Texts(str(interaction.locale)))
    await interaction.response.send_modal(form)


async def ask_filters(services: Services, interaction: Pressed, wanted: CustomId, _: list[str]) -> None:
    """Ask for words that stories must have and must not have."""
    digest = await services.digests.get(managed_guild(interaction), wanted.owner)

    async def filled(submitted: Pressed, include: str, exclude: str) -> None:
        async with explained(submitted, services.log):
            filters = Filters(words_of(include), words_of(exclude))
            await _set(services, submitted, wanted, Tab.STORIES, lambda each: replace(each, filters=filters))

    form = FiltersForm(filled, digest.filters, texts=Texts(str(interaction.locale)))
    await interaction.response.send_modal(form)


async def _set(services: Services, interaction: Pressed, wanted: CustomId, tab: Tab, change: Change) -> None:
    digest = await services.digests.get(await acknowledged(interaction), wanted.owner)
    await show_panel(services, interaction, await services.digests.change(digest, change), tab)
