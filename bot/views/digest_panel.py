"""What managers see of their digests: all of them, and the panel of one."""

from collections.abc import Iterator, Sequence

from discord import ButtonStyle, ui

from bot.domain.digest import Digest
from bot.services.digesting.managing import Standing
from bot.views.digest_feeds import sources_rows
from bot.views.digest_tabs import stories_rows, when_rows
from bot.views.digest_words import Panel, Tab, coming, headline, when_and_where, words
from bot.views.layout import CALM, LOW, Part, Row, button, framed, line, told
from bot.views.text import shortened
from bot.views.texts import Texts, fixed

TABS = {
    Tab.WHEN: fixed("When and where"),
    Tab.STORIES: fixed("Stories"),
    Tab.SOURCES: fixed("Sources"),
}

NAME = 100


def digests_card(digests: Sequence[tuple[Digest, Standing]], *, texts: Texts) -> ui.LayoutView:
    """All digests of a server, each with a button that opens its panel."""
    if not digests:
        none = texts.say("There are no digests yet: make one with /digest create.")
        return framed([told(texts, none)], CALM)
    parts: list[Part] = []
    for digest, standing in digests:
        opening = button("digest_show", texts.say("Open"), digest.id)
        said = headline(digest, texts), when_and_where(digest, texts), coming(digest, standing.due, texts)
        parts.append(ui.Section(told(texts, *filter(None, said)), accessory=opening))
    return framed(parts, CALM)


def digest_panel(panel: Panel, *, texts: Texts) -> ui.LayoutView:
    """What a digest is set to, in words, and what changes it at once."""
    digest = panel.digest
    parts: list[Part] = [told(texts, *words(panel, texts)), line()]
    if panel.deleting:
        parts += _confirmation(digest, texts)
    else:
        parts += [_tabs(panel, texts), *_open(panel, texts), line(), _actions(digest, texts)]
    return framed(parts, LOW if digest.paused or panel.trouble else CALM)


def _tabs(panel: Panel, texts: Texts) -> Row:
    """The parts that can be opened; pressing the open one closes it."""
    row = Row()
    for tab, label in TABS.items():
        opened = tab is panel.tab
        style = ButtonStyle.primary if opened else ButtonStyle.secondary
        leads_to = "closed" if opened else tab
        row.add_item(button("digest_show", texts.say(label), panel.digest.id, leads_to, style))
    return row


def _open(panel: Panel, texts: Texts) -> Iterator[Part]:
    match panel.tab:
        case Tab.WHEN:
            yield from when_rows(panel, texts)
        case Tab.STORIES:
            yield from stories_rows(panel, texts)
        case Tab.SOURCES:
            yield from sources_rows(panel, texts)


def _actions(digest: Digest, texts: Texts) -> Row:
    paused = ("digest_resume", texts.say("Resume")) if digest.paused else ("digest_pause", texts.say("Pause"))
    return Row(
        button("digest_preview", texts.say("Preview"), digest.id),
        button("digest_now", texts.say("Post now"), digest.id),
        button(*paused, digest.id),
        button("digest_ask", texts.say("Delete"), digest.id, style=ButtonStyle.danger),
    )


def _confirmation(digest: Digest, texts: Texts) -> Iterator[Part]:
    name = texts.shown(shortened(digest.name, NAME))
    yield told(
        texts, texts.say("Delete “{name}” and all that it remembers? This can't be undone.", name=name)
    )
    yield Row(
        button("digest_delete", texts.say("Delete this digest"), digest.id, style=ButtonStyle.danger),
        button("digest_show", texts.say("Keep it"), digest.id),
    )
