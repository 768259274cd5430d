"""Ways to ask for a brief: the command with its form, and the message menu."""

import discord
from discord import app_commands
from discord.ext import commands

from bot.cogs.asking import ask, ask_about
from bot.cogs.explaining import open_form
from bot.cogs.interactions import Interaction, texts_of
from bot.cogs.languages import language_code, suggest_languages
from bot.cogs.services import Services
from bot.cogs.sources import UNREADABLE, file_of, sources_of, text_source
from bot.domain.brief import Length
from bot.domain.errors import UnusableSource
from bot.domain.request import Link, Options, Source
from bot.services.dating import read_published
from bot.services.links import find_links, normalise
from bot.views.forms import paste_form
from bot.views.texts import fixed

LONGEST_TEXT = 6000
"""Characters of a text option."""

NOTHING = "This message has no link, text or file that I can brief."

LENGTHS = [
    app_commands.Choice(name=app_commands.locale_str(length.value), value=length.value) for length in Length
]


class Briefs(commands.Cog):
    """Briefs that people ask for in so many words."""

    def __init__(self, bot: commands.Bot, services: Services) -> None:
        self._bot = bot
        self._services = services
        self._menu = app_commands.ContextMenu(name=fixed("Brief this"), callback=self.brief_this)
        app_commands.allowed_installs(guilds=True, users=True)(self._menu)
        app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)(self._menu)

    async def cog_load(self) -> None:
        """Menus are no part of a cog by themselves."""
        self._bot.tree.add_command(self._menu)

    async def cog_unload(self) -> None:
        """And leave it by hand."""
        self._bot.tree.remove_command(self._menu.name, type=self._menu.type)

    @app_commands.command(
        description=fixed("Brief a link, a text or a file: summary, who is who, what comes next")
    )
    @app_commands.describe(
        link=fixed("A link to an article, a PDF or a Word document"),
        text=fixed("The article itself, pasted"),
        file=fixed("A text, page, PDF, Word document or mail"),
        published=fixed("When the article appeared, such as 2026-03-01, if it does not say so itself"),
        length=fixed("How long the summary is"),
        language=fixed("The language of the brief; the article's own if left out"),
        private=fixed("Show the brief to you alone"),
    )
    @app_commands.choices(length=LENGTHS)
    @app_commands.allowed_installs(guilds=True, users=True)
    @app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
    async def brief(  # noqa: PLR0913 - the options that people see
        self,
        interaction: Interaction,
        *,
        link: str | None = None,
        text: app_commands.Range[str, 1, LONGEST_TEXT] | None = None,
        file: discord.Attachment | None = None,
        published: str | None = None,
        length: str | None = None,
        language: str | None = None,
        private: bool = False,
    ) -> None:
        """Brief what is given; ask for it where nothing is."""
        options = _options(published, length, language)
        source = _source(link, text, file)
        if source is not None:
            await ask(self._services, interaction, source, options, private=private)
        else:
            await self._ask_for_it(interaction, options, private=private)

    async def _ask_for_it(self, interaction: Interaction, options: Options, *, private: bool) -> None:
        async def pasted(submitted: Interaction, text: str, files: list[discord.Attachment]) -> None:
            source = _source(None, text.strip() or None, files[0] if files else None)
            if source is None:
                raise UnusableSource("There is nothing to brief: paste a text or add a file.", "empty")
            await ask(self._services, submitted, source, options, private=private)

        await open_form(interaction, paste_form(texts_of(interaction)), pasted, self._services.log)

    @brief.autocomplete("language")
    async def languages(self, interaction: Interaction, typed: str) -> list[app_commands.Choice[str]]:
        """Languages whose name begins as typed, in the person's own language."""
        return suggest_languages(typed, str(interaction.locale))

    async def brief_this(self, interaction: Interaction, message: discord.Message) -> None:
        """Brief what a message holds: links, files, text, embeds, what it forwards."""
        assert self._bot.user is not None
        sources = sources_of(message, self._bot.user.id, asked=True)
        if not sources:
            raise UnusableSource(UNREADABLE if message.attachments else NOTHING, "empty")
        await ask_about(self._services, interaction, sources)


def _options(published: str | None, length: str | None, language: str | None) -> Options:
    if published and read_published(published) is None:
        raise UnusableSource("I can't read this date: give it as 2026-03-01.", "unreadable")
    return Options(
        Length(length) if length else None, language_code(language) if language else None, published
    )


def _source(link: str | None, text: str | None, file: discord.Attachment | None) -> Source | None:
    given = [item for item in (link, text, file) if item is not None]
    if len(given) > 1:
        raise UnusableSource("Give me one thing at a time: a link, a text or a file.", "unsupported")
    if file is not None:
        return file_of(file)
    if text is not None:
        return text_source(text)
    if link is None:
        return None
    found = find_links(link)
    return Link(found[0] if found else normalise(link))
