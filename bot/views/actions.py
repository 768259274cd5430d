"""What can be done with a brief: the rows of buttons and selects under its card."""

from collections.abc import Iterator

from discord import ButtonStyle, SelectOption, ui

from bot.domain.article import PublishedFrom
from bot.domain.brief import Brief, Length
from bot.domain.kept import KeptBrief
from bot.views.ids import custom_id
from bot.views.layout import Row
from bot.views.texts import Texts

TRANSLATIONS = {
    "en": "English",
    "es": "Español",
    "fr": "Français",
    "de": "Deutsch",
    "pt": "Português",
    "it": "Italiano",
    "nl": "Nederlands",
    "pl": "Polski",
    "uk": "Українська",
    "ru": "Русский",
    "tr": "Türkçe",
    "fa": "فارسی",
    "ar": "العربية",
    "he": "עברית",
    "hi": "हिन्दी",
    "bn": "বাংলা",
    "ur": "اردو",
    "zh": "中文",
    "ja": "日本語",
    "ko": "한국어",
    "vi": "Tiếng Việt",
    "id": "Bahasa Indonesia",
    "sw": "Kiswahili",
    "el": "Ελληνικά",
    "sv": "Svenska",
}
"""Languages that a brief can be asked for in, by their own names; a select has room for 25."""

DATE_IN_DOUBT = frozenset({PublishedFrom.RECEIVED, PublishedFrom.TEXT, PublishedFrom.UNKNOWN})

Button = ui.Button[ui.LayoutView]


def action_rows(kept: KeptBrief, texts: Texts) -> Iterator[Row]:
    """Buttons in one row, then the two selects."""
    yield ui.ActionRow(*_buttons(kept, texts))
    yield ui.ActionRow(_lengths(kept, texts))
    yield ui.ActionRow(_languages(kept, texts))


def date_button(kept: KeptBrief, texts: Texts) -> Button | None:
    """“Set date”, where the article's date was not found in the article."""
    if kept.brief.article.published.origin not in DATE_IN_DOUBT:
        return None
    return _button("date", texts.say("Set date"), kept.id)


def has_calendar(brief: Brief) -> bool:
    """Whether an event has a date that a calendar can hold."""
    return any(event.when.start or event.when.end for event in brief.events)


def _buttons(kept: KeptBrief, texts: Texts) -> Iterator[Button]:
    yield _button("sources", texts.say("Sources"), kept.id)
    if has_calendar(kept.brief):
        yield _button("calendar", texts.say("Calendar"), kept.id)
    yield _button("ask", texts.say("Ask"), kept.id)
    yield _button("wrong", texts.say("Wrong?"), kept.id)
    yield _button("delete", texts.say("Delete"), kept.id)


def _button(action: str, label: str, brief_id: str) -> Button:
    return ui.Button(style=ButtonStyle.secondary, label=label, custom_id=custom_id(action, brief_id))


def _lengths(kept: KeptBrief, texts: Texts) -> ui.Select[ui.LayoutView]:
    options = [
        SelectOption(label=texts.say("Short"), value=Length.SHORT),
        SelectOption(label=texts.say("Standard"), value=Length.STANDARD),
        SelectOption(label=texts.say("Long"), value=Length.LONG),
    ]
    return ui.Select(
        custom_id=custom_id("length", kept.id, kept.asker.user_id),
        placeholder=texts.say("Length"),
        options=options,
    )


def _languages(kept: KeptBrief, texts: Texts) -> ui.Select[ui.LayoutView]:
    options = [_language(code, own, texts) for code, own in TRANSLATIONS.items()]
    return ui.Select(
        custom_id=custom_id("language", kept.id, kept.asker.user_id),
        placeholder=texts.say("Language"),
        options=options,
    )


def _language(code: str, own: str, texts: Texts) -> SelectOption:
    """The language's own name, and below it the one that the reader uses."""
    name = texts.locale.languages.get(code)
    return SelectOption(label=own, value=code, description=None if name == own else name)
