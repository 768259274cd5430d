"""What managers fill in for a digest keeps Discord's limits in every language."""

from datetime import time

import pytest
from discord import ui

from bot.domain.digest import Filters, Schedule
from bot.views.digest_forms import feeds_form, filters_form, list_form, time_form
from bot.views.texts import LANGUAGES, Texts

TITLE, LABEL, DESCRIPTION, VALUE = 45, 45, 100, 4000
"""Characters of a form's title, of a label and its description, and of what a field holds (Discord's)."""


@pytest.mark.parametrize("language", LANGUAGES)
async def test_forms_fit_in_every_language_with_as_much_in_them_as_is_kept(language: str) -> None:
    texts, full = Texts(language), Filters(("x" * 60,) * 50, ("x" * 60,) * 50)
    forms: list[ui.Modal] = [
        time_form(Schedule(time(9), "America/Argentina/ComodRivadavia"), texts),
        filters_form(full, texts),
        feeds_form(texts),
        list_form(texts),
    ]
    for form in forms:
        assert 0 < len(form.title) <= TITLE
        for label in form.children:
            assert isinstance(label, ui.Label)
            assert 0 < len(label.text) <= LABEL
            assert len(label.description or "") <= DESCRIPTION
            if isinstance(label.component, ui.TextInput):
                assert len(label.component.default or "") < VALUE
