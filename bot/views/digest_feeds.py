"""The part of a digest's panel for its sources: feeds with what is wrong with them, channels, briefs."""

from collections.abc import Iterator, Sequence

from discord import ButtonStyle, SelectOption, ui

from bot.domain.digest import Digest
from bot.services.digesting.subscribing import MOST_FEEDS, Added, Subscription
from bot.views.digest_words import Panel
from bot.views.ids import custom_id
from bot.views.layout import CALM, LOW, Part, Row, Select, button, framed, pages_rows, told
from bot.views.plainly import plainly
from bot.views.settings import HEARD
from bot.views.text import shortened
from bot.views.texts import Texts

SHOWN = 6
"""Feeds on a page."""

TITLE, ADDRESS, LABEL, REASON = 40, 60, 90, 90
"""UTF-16 units of a feed's name and address, of both on a choice, and of what is wrong with it."""

CHANNELS = 10
"""Channels whose links a digest can read."""

REFUSED = 8
"""Feeds that were not added that are named; the others are counted."""


def sources_rows(panel: Panel, texts: Texts) -> Iterator[Part]:
    """A page of the feeds, what adds and removes some, and the other kinds of source."""
    digest = panel.digest
    pages = max(1, -(-len(panel.feeds) // SHOWN))
    page = min(max(panel.page, 0), pages - 1)
    shown = panel.feeds[page * SHOWN : (page + 1) * SHOWN]
    yield told(texts, *_feeds(panel.feeds, shown, texts))
    yield from pages_rows(digest.id, "digest_feeds", page, pages, texts)
    if shown:
        yield _removing(digest, shown, page, texts)
    yield _adding(digest, texts)
    yield told(texts, texts.say("**Links** that people share in these channels, where I listen (/settings)"))
    yield _channels(panel, texts)
    leaves = texts.say("Leave out this server's briefs") if digest.briefs else ""
    label = leaves or texts.say("Include this server's briefs")
    yield Row(button("digest_briefs", label, digest.id, "no" if digest.briefs else "yes"))


def added_card(added: Added, *, texts: Texts) -> ui.LayoutView:
    """How many feeds were added, and why others were not."""
    lines = [texts.count("{n} feed added.", "{n} feeds added.", added.added)]
    if added.known:
        lines.append(texts.count("{n} was there already.", "{n} were there already.", added.known))
    for url, reason in list(added.refused.items())[:REFUSED]:
        said = texts.say("Not added: {name}.", name=texts.shown(shortened(url, ADDRESS)))
        lines.append(f"- {said} {texts.shown(shortened(plainly(reason, texts), REASON))}")
    if len(added.refused) > REFUSED:
        more = len(added.refused) - REFUSED
        lines.append(f"- {texts.say('{n} more not added.', n=more)}")
    return framed([told(texts, *lines)], LOW if added.refused else CALM)


def _feeds(feeds: Sequence[Subscription], shown: Sequence[Subscription], texts: Texts) -> Iterator[str]:
    yield texts.say("**Feeds** · {n} of {most}", n=len(feeds), most=MOST_FEEDS)
    for feed in shown:
        address = texts.shown(shortened(feed.url, ADDRESS))
        title = texts.shown(shortened(feed.title, TITLE)) if feed.title else ""
        yield f"- **{title}** · {address}" if title else f"- {address}"
        if feed.error:
            yield f"  ⚠️ {texts.shown(shortened(plainly(feed.error, texts), REASON))}"


def _removing(digest: Digest, shown: Sequence[Subscription], page: int, texts: Texts) -> Row:
    options = [SelectOption(label=shortened(feed.title or feed.url, LABEL), value=feed.key) for feed in shown]
    return Row(
        Select(
            custom_id=custom_id("digest_remove", digest.id, page),
            placeholder=texts.say("Remove feeds"),
            options=options,
            max_values=len(options),
        )
    )


def _adding(digest: Digest, texts: Texts) -> Row:
    buttons = [
        button("digest_add", texts.say("Add feeds"), digest.id, style=ButtonStyle.primary),
        button("digest_import", texts.say("Import a list"), digest.id),
    ]
    if digest.feeds:
        buttons.append(button("digest_export", texts.say("Export the list"), digest.id))
    return Row(*buttons)


def _channels(panel: Panel, texts: Texts) -> Row:
    return Row(
        ui.ChannelSelect[ui.LayoutView](
            custom_id=custom_id("digest_links", panel.digest.id),
            channel_types=list(HEARD),
            placeholder=texts.say("No channels"),
            min_values=0,
            max_values=CHANNELS,
            default_values=panel.chosen(*panel.digest.channels[:CHANNELS]),
        )
    )
