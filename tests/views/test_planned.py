"""Events of a brief as events of the server."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bot.domain.kept import KeptBrief
from bot.services.planning import Plan
from bot.views.planned import DESCRIPTION, planned
from bot.views.text import length
from bot.views.texts import Texts

WHEN = datetime(2027, 3, 18, 9, tzinfo=UTC)
PLAN = Plan(0, "the commission convenes", WHEN, WHEN, None, "from 18 to 20 March")


def about(kept: KeptBrief, title: str, url: str) -> KeptBrief:
    article = replace(kept.brief.article, title=title, url=url)
    return replace(kept, brief=replace(kept.brief, article=article))


def test_a_server_event_says_what_is_printed_where_and_by_which_article(
    kept: KeptBrief, texts: Texts
) -> None:
    event = planned(PLAN, about(kept, "Talks *open*", "https://example.org/talks"), texts)
    assert event.description.split("\n") == [
        "“from 18 to 20 March”",
        "Talks \\*open\\*",
        "https://example.org/talks",
    ]


@pytest.mark.parametrize("letters", [10, 900, 1400])
def test_a_link_in_a_server_event_is_whole_or_left_out(kept: KeptBrief, texts: Texts, letters: int) -> None:
    url = f"https://example.org/{'a' * letters}"
    plan = replace(PLAN, phrase="*" * 2000)
    description = planned(plan, about(kept, "*" * 2000, url), texts).description
    assert length(description) <= DESCRIPTION
    assert (url in description) == ("https" in description) == (letters == 10)
