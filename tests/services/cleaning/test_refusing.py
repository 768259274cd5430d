"""What is no article is refused before anything is said about it; what only looks odd is not."""

from pathlib import Path

import pytest

from bot.domain.article import Extract
from bot.domain.errors import UnusableSource
from bot.services.cleaning import clean

PROGRAM = (Path(__file__).parents[3] / "bot/services/queueing.py").read_text("utf-8")
DATA = '[{"id": 1, "name": "Oslo", "tags": ["a", "b"]},\n {"id": 2, "name": "Bergen", "tags": []},\n' * 5
SHORT = "The bridge (built in 1974) will close on 14 June.\nRepairs cost [40m]; drivers use #E18.\n"


@pytest.mark.parametrize("text", ["@everyone " * 20, "spam and " * 60, PROGRAM, DATA])
def test_repetition_code_and_data_are_no_article(text: str) -> None:
    with pytest.raises(UnusableSource) as refused:
        clean(Extract(text))
    assert refused.value.code == "not_an_article"


@pytest.mark.parametrize("text", ["No. No. No. The council said no.", SHORT * 3])
def test_a_text_with_many_marks_or_few_words_is_read(text: str) -> None:
    assert clean(Extract(text)).sentences
