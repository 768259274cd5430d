"""What can be done with a brief: the rows of buttons and selects under its card."""

from collections.abc import Iterator

from discord import SelectOption

from bot.domain.article import PublishedFrom
from bot.domain.brief import Brief, Length
from bot.domain.kept import KeptBrief
from bot.views.languages import own_names
from bot.views.layout import Button, Row, button, select_row
from bot.views.texts import Texts

DATE_IN_DOUBT = frozenset({PublishedFrom.RECEIVED, PublishedFrom.TEXT, PublishedFrom.UNKNOWN})


def action_rows(kept: KeptBrief, texts: Texts) -> Iterator[Row]:
    """Buttons in one row, then the two selects."""
    yield Row(*_buttons(kept, texts))
    own = kept.asker.user_id  # whoever it is changes the card itself, others get one of their own
    yield select_row("length", texts.say("Length"), kept.id, _lengths(texts), own)
    yield select_row("language", texts.say("Language"), kept.id, own_names(texts), own)


def date_button(kept: KeptBrief, texts: Texts) -> Button | None:
    """“Set date”, where the article's date was not found in the article."""
    if kept.brief.article.published.origin not in DATE_IN_DOUBT:
        return None
    return button("date", texts.say("Set date"), kept.id)


def has_calendar(brief: Brief) -> bool:
    """Whether an event has a date that a calendar can hold."""
    return any(event.when.start or event.when.end for event in brief.events)


def _buttons(kept: KeptBrief, texts: Texts) -> Iterator[Button]:
    yield button("sources", texts.say("Sources"), kept.id)
    if has_calendar(kept.brief):
        yield button("calendar", texts.say("Calendar"), kept.id)
    yield button("ask", texts.say("Ask"), kept.id)
    yield button("wrong", texts.say("Wrong?"), kept.id)
    yield button("delete", texts.say("Delete"), kept.id)


def _lengths(texts: Texts) -> Iterator[SelectOption]:
    yield SelectOption(label=texts.say("Short"), value=Length.SHORT)
    yield SelectOption(label=texts.say("Standard"), value=Length.STANDARD)
    yield SelectOption(label=texts.say("Long"), value=Length.LONG)
