"""What a digest's sources have, as reports that can be compared: entries of feeds, shared links, briefs."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from urllib.parse import urlsplit

from bot.domain.brief import Brief
from bot.domain.digest import Item, SharedLink
from bot.domain.kept import KeptBrief
from bot.services.digesting.resemblance import lead
from bot.services.digesting.stories import Piece, address


def pieces_of(items: Iterable[Item], shared: Iterable[SharedLink]) -> Iterator[Piece]:
    """Reports of feeds, and those that people shared; what is both is one, with its readers' reactions."""
    links = {link.url: link for link in shared}
    for item in items:
        link = links.pop(address(item.link), None)
        yield replace(_of_item(item), reactions=link.reactions if link else 0)
    yield from map(_of_link, links.values())


def briefed(kept: KeptBrief) -> tuple[Piece, Brief]:
    """A report that somebody had briefed in the server."""
    article = kept.brief.article
    link = article.url or kept.source_url or ""
    outlet = article.site or (host_of(link) if link else "") or article.title or ""
    text = lead(article.text) or " ".join(each.original or each.text for each in kept.brief.summary)
    piece = Piece(kept.id, article.title or "", text, link, outlet, kept.made, kept.reactions)
    return piece, replace(kept.brief, article=article.only(kept.brief.cited))


def host_of(link: str) -> str:
    """The name of a site where nothing better is known."""
    return (urlsplit(link).hostname or link).removeprefix("www.")


def _of_item(item: Item) -> Piece:
    appeared = item.published or item.seen
    assert appeared is not None, "an item that nobody has seen"
    return Piece(item.id, item.title, item.summary, item.link, item.outlet or host_of(item.link), appeared)


def _of_link(link: SharedLink) -> Piece:
    return Piece(link.url, "", "", link.url, host_of(link.url), link.shared, link.reactions)
