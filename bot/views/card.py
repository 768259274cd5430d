"""A brief as a card: what was said, who acts, what comes next, and how far it can be trusted."""

from collections.abc import Iterator

from discord import ui

from bot.domain.brief import Brief, Confidence
from bot.domain.kept import KeptBrief
from bot.views.actions import action_rows, date_button
from bot.views.layout import CALM, LOW, Part, framed, line, pages_rows, text
from bot.views.paging import CARD, chosen, paginate
from bot.views.passages import passages
from bot.views.text import length, link, shortened
from bot.views.texts import Texts
from bot.views.when import published

TITLE, NAME = 200, 60
"""UTF-16 units of a title, and of a site's or a model's name; longer ones end in `…`."""


def card(kept: KeptBrief, page: int = 0, *, texts: Texts) -> ui.LayoutView:
    """One page of the card, the nearest one where there is no such page; pages count from 0."""
    brief = kept.brief
    label = _label(brief, texts)
    first = texts.line(f"## {link(label, brief.article.url)}")
    later = texts.line(f"### {label}")
    meta = texts.line(f"-# {' · '.join(_facts(brief, texts))}")
    foot = texts.line(f"-# {' · '.join(_trust(brief, texts))}")
    room = CARD - length(foot)
    told = passages(brief, texts)
    pages = paginate(told, room - length(first) - length(meta), room - length(later), texts)
    shown = chosen(pages, page)
    parts: list[Part] = [text(later)] if shown else list(_head(kept, first, meta, texts))
    small = False
    for passage in pages[shown]:
        aside = passage.heading.startswith("-#")
        opens = passage.heading.startswith("#") or (aside and not small)
        parts += [line(), text(passage.text)] if opens else [text(passage.text)]
        small = small or aside
    parts += [line(), text(foot)]
    parts += pages_rows(kept.id, "page", shown, len(pages), texts)
    parts += action_rows(kept, texts)
    return framed(parts, LOW if brief.confidence is Confidence.LOW else CALM)


def _head(kept: KeptBrief, title: str, meta: str, texts: Texts) -> Iterator[Part]:
    yield text(title)
    button = date_button(kept, texts)
    yield ui.Section(meta, accessory=button) if button else text(meta)


def _label(brief: Brief, texts: Texts) -> str:
    title = shortened(brief.article.title or "", TITLE)
    return texts.shown(title) if title else texts.say("Untitled")


def _facts(brief: Brief, texts: Texts) -> Iterator[str]:
    article = brief.article
    if site := shortened(article.site or "", NAME):
        yield texts.shown(site)
    yield published(article.published, texts)
    yield texts.count("{n} min to read", "{n} min to read", article.reading_minutes)
    model = shortened(brief.engine.model or "", NAME)
    yield texts.say("read by {model}", model=texts.shown(model)) if model else texts.say("read offline")


def _trust(brief: Brief, texts: Texts) -> Iterator[str]:
    """How much of what was said could be traced, and how much of the article was read."""
    yield texts.count(
        "{traced} of {n} statement traced",
        "{traced} of {n} statements traced",
        brief.statements_made,
        traced=len(brief.summary),
    )
    if brief.withheld:
        yield texts.count("{n} withheld", "{n} withheld", len(brief.withheld))
    if brief.parts_read < brief.parts:
        yield texts.say("{read} of {parts} parts read", read=brief.parts_read, parts=brief.parts)
