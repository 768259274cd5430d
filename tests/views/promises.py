"""What holds for every brief, in whatever language its card is."""

import re
from collections.abc import Callable

from discord import ui

from bot.domain.kept import KeptBrief
from bot.domain.printable import printable
from bot.views.card import card
from bot.views.sources import sources_card
from bot.views.text import web_address
from bot.views.texts import Texts
from bot.views.wrong import wrong_card
from tests.views.discord_limits import TIMESTAMP, bare, letters, read, refused
from tests.views.reading import content, ids, texts

HEADING = re.compile(r"### .*|-# \u2067?\*\*[^*]*\*\*\u2069?")
LINK = re.compile(r"\]\((https?://[^()\s]+)\)")


def pages(kept: KeptBrief, says: Texts) -> list[ui.LayoutView]:
    """All pages of a card, by following ▶."""
    return _followed(lambda page: card(kept, page, texts=says), "page")


def source_pages(kept: KeptBrief, says: Texts) -> list[ui.LayoutView]:
    return _followed(lambda page: sources_card(kept, page, texts=says), "sources")


def assert_promises(kept: KeptBrief, says: Texts) -> None:
    """Within the limits, no ping, no foreign link, nothing lost."""
    cards, sources = pages(kept, says), source_pages(kept, says)
    for view in (*cards, *sources, wrong_card(kept, texts=says)):
        assert refused(view) == []
        assert_does_nothing(content(view), web_address(kept.brief.article.url))
    assert_nothing_lost(kept, [texts(view)[1:-1] for view in cards])
    assert_nothing_lost(kept, [texts(view)[1:] for view in sources])


def assert_does_nothing(shown: str, own: str | None) -> None:
    """No mention, no command, no emoji and no link but the source's own."""
    left = TIMESTAMP.sub("", bare(shown))
    assert "@" not in left
    assert "<" not in left
    assert "`" not in left
    assert "||" not in left
    assert not re.search("@(everyone|here)", shown, re.IGNORECASE)
    assert [*LINK.findall(left)] in ([], [own])
    assert "://" not in LINK.sub("", left)
    assert "discord.gg/" not in LINK.sub("", left)
    assert not re.search(r":[\w+-]+:", LINK.sub("", left))


def assert_nothing_lost(kept: KeptBrief, told: list[list[str]]) -> None:
    """Every statement, actor and event can be read in the texts of the pages, without title and foot."""
    shown = letters("".join(read(line) for page in told for line in _lines(page)))
    claims = (
        *(statement.text for statement in kept.brief.summary),
        *(actor.name for actor in kept.brief.actors),
        *(event.what for event in kept.brief.events),
    )
    missing = [claim for claim in set(claims) if letters(printable(claim)) not in shown]
    assert missing == []


def _lines(page: list[str]) -> list[str]:
    """Without headings, which stand between what goes on from page to page."""
    lines = "\n".join(page).split("\n")
    return [line for line in lines if not HEADING.fullmatch(line)]


def _followed(page_of: Callable[[int], ui.LayoutView], action: str) -> list[ui.LayoutView]:
    """Pages until the button to the next one is dead."""
    found = [page_of(0)]
    while any(f":{action}:" in made and made.endswith(f":{len(found)}") for made in ids(found[-1])):
        found.append(page_of(len(found)))
    return found
