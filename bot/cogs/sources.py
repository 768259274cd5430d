"""What a message holds that can be briefed: links, files, pasted text, and what it forwards."""

from collections.abc import Iterator, Sequence
from pathlib import PurePath

import discord

from bot.domain.request import File, Link, Source, Text
from bot.services.links import find_links
from bot.services.sources import SUFFIXES
from bot.views.texts import fixed

MOST = 3
"""Links and files of one message that are briefed; the others are named."""

ARTICLE = 600
"""Characters beside its links from which a message is an article by itself, not words around a link."""

QUOTE = 200
"""Characters from which the text of an embed is worth briefing."""

UNREADABLE = fixed("I read links, text, pages, PDF, Word documents and mail; other files I can't brief.")
"""What somebody is told who attaches a picture, a film or the like."""

AROUND = " <>\n"
"""What may stand around a link that is all there is."""

LOG = ".log"
"""What programs write is no news: it is read only where somebody asks."""

Carrier = discord.Message | discord.MessageSnapshot


def sources_of(message: discord.Message, me: int, *, asked: bool) -> Sequence[Source]:
    """All that the message or what it forwards gives to brief, in its order.

    Where nobody `asked`, words of a few lines are talk, not an article. `me` is whose mention is no text.
    """
    carriers: list[Carrier] = [message, *message.message_snapshots]
    found = [source for carrier in carriers for source in _sources(carrier, me, asked=asked)]
    return list(dict.fromkeys(found))


def file_of(attachment: discord.Attachment) -> File:
    """An attachment as a source."""
    return File(attachment.filename, attachment.url, attachment.size, attachment.content_type)


def text_source(text: str) -> Source:
    """Pasted text; where it is nothing but a link, the link."""
    if len(text.strip(AROUND).split(maxsplit=1)) != 1:
        return Text(text)
    links = find_links(text)
    alone = len(links) == 1 and not text.replace(links[0], "").strip(AROUND)
    return Link(links[0]) if alone else Text(text)


def named(source: Source) -> str:
    """What a person knows a source by."""
    match source:
        case Link(url):
            return url.partition("://")[2]
        case File(name=name):
            return name
        case _:
            return "…"


def _sources(carrier: Carrier, me: int, *, asked: bool) -> Iterator[Source]:
    text = carrier.content.replace(f"<@{me}>", "").replace(f"<@!{me}>", "").strip()
    links = find_links(text)
    files = [file_of(item) for item in carrier.attachments if is_readable(item.filename, asked=asked)]
    beside = len(text) - sum(len(link) for link in links)
    if beside >= ARTICLE:
        yield Text(text)
    else:
        yield from (Link(link) for link in links)
    yield from files
    if links or files or beside >= ARTICLE:
        return
    quoted = [source for embed in carrier.embeds if (source := _embedded(embed))]
    yield from quoted
    if asked and text and not quoted:
        yield Text(text)


def is_readable(name: str, *, asked: bool) -> bool:
    """Whether a file of this name is one that is read; one that says nothing may be anything."""
    suffix = PurePath(name).suffix.lower()
    return bool(suffix) and suffix in SUFFIXES and (asked or suffix != LOG)


def _embedded(embed: discord.Embed) -> Source | None:
    """What an embed quotes, else the page that it stands for."""
    fields = [f"{field.name}\n{field.value}" for field in embed.fields]
    text = "\n\n".join(filter(None, [embed.title, embed.description, *fields]))
    if len(text) >= QUOTE:
        return Text(text)
    return Link(embed.url) if embed.url else None
