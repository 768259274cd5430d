"""A brief as a card in the terminal: rich text that also reads well without colours and in a pipe."""

import sys
from collections.abc import Callable, Iterable

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from bot.domain.article import Article
from bot.domain.brief import Actor, Brief, Confidence, Event, Statement, Withheld
from bot.domain.printable import printable
from bot.domain.reading import Kind, Status
from bot.render.dates import plain_date, plain_published

WIDEST = 96
"""Columns beyond which lines get tiring to read."""

NARROW = 64
"""Columns below which names and roles, dates and events stand below each other."""

NAMES, DATES = 24, 26
"""Columns of names and of dates, so that roles and events begin in the same one."""

MARKERS_SHOWN = 4
"""Sentence numbers printed beside a claim; the JSON has all of them."""

KINDS = {
    Kind.PERSON: "People",
    Kind.STATE: "States",
    Kind.ORGANIZATION: "Organizations",
    Kind.GROUP: "Groups",
    Kind.PLACE: "Places",
}

STATUS_STYLES = {
    Status.SCHEDULED: "green",
    Status.EXPECTED: "cyan",
    Status.PROPOSED: "blue",
    Status.CONDITIONAL: "yellow",
    Status.POSTPONED: "magenta",
    Status.CANCELLED: "red",
}


def print_card(brief: Brief, *, sources: bool = False, withheld: bool = False) -> None:
    """Print the card to standard output, as wide as the terminal but never wider than `WIDEST`."""
    _print(lambda width: card(brief, width, sources=sources, withheld=withheld))


def print_article(article: Article) -> None:
    """Print what was read of a source, and what was taken out of it."""
    facts = [article.url, article.site, article.author, plain_published(article.published)]
    facts += [article.language, f"{article.words:,} words"]
    removed = [_item(Text(printable(line))) for line in article.removed]
    notes = [_item(Text(printable(note))) for note in article.notes]
    parts = Group(
        *_titled(article, facts),
        *_section("Text", [Text(printable(line) + "\n") for line in article.text.split("\n")]),
        *_section("Notes", notes),
        *_section("Removed as page furniture", removed),
    )
    _print(lambda _: parts)


def _print(shown: Callable[[int], RenderableType]) -> None:
    console = Console(file=sys.stdout, highlight=False)
    width = min(console.width, WIDEST)
    with console.capture() as capture:
        console.print(shown(width), width=width)
    sys.stdout.write("".join(f"{line.rstrip()}\n" for line in capture.get().splitlines()))
    sys.stdout.flush()


def card(brief: Brief, width: int, *, sources: bool = False, withheld: bool = False) -> RenderableType:
    """The whole card, `width` columns wide, with the cited sentences and what was withheld if wanted."""
    upcoming = [_event(event, width) for event in brief.events if not event.past]
    past = [_event(event, width) for event in brief.events if event.past]
    return Group(
        *_head(brief),
        *_section("Summary", _summary(brief)),
        *_section("Who", _actors(brief.actors, width) or [_none("No names were found.")]),
        *_section("What comes next", upcoming if brief.events else [_none("No announcements were found.")]),
        *_section("Already past", past),
        *_section("Notes", [_item(Text(printable(note))) for note in brief.notes]),
        *_section("Sources", _sources(brief) if sources else []),
        *_section("Withheld", map(_withheld, brief.withheld) if withheld else []),
        *_foot(brief),
    )


def _head(brief: Brief) -> Iterable[RenderableType]:
    article = brief.article
    facts = [article.site, article.author, plain_published(article.published)]
    facts += [f"{article.reading_minutes} min to read", _reader(brief)]
    yield from _titled(article, facts)
    if brief.confidence is Confidence.LOW:
        yield Text("Low confidence: much of what was said about it could not be traced.", style="bold yellow")


def _titled(article: Article, facts: Iterable[str | None]) -> Iterable[RenderableType]:
    yield Text()
    yield Text(printable(article.title or "Untitled"), style="bold")
    yield Text(" · ".join(printable(fact) for fact in facts if fact), style="dim")
    yield Rule(style="cyan")


def _reader(brief: Brief) -> str:
    if brief.engine.model:
        return f"read by {brief.engine.model}"
    return "read offline" if brief.engine.name == "offline" else f"read by {brief.engine.name}"


def _section(title: str, body: Iterable[RenderableType]) -> Iterable[RenderableType]:
    rows = list(body)
    if rows:
        yield Text()
        yield Text(title, style="bold cyan")
        yield from (Padding(row, (0, 0, 0, 2)) for row in rows)


def _summary(brief: Brief) -> Iterable[RenderableType]:
    if not brief.summary:
        return [_none("Nothing was said that could be traced to the article.")]
    return [_item(_cited(Text(printable(said.text)), said.sentences)) for said in brief.summary]


def _sources(brief: Brief) -> Iterable[RenderableType]:
    """Each cited sentence under the number by which it is cited."""
    claims: tuple[Statement | Actor | Event, ...] = (*brief.summary, *brief.actors, *brief.events)
    cited = sorted({number for claim in claims for number in claim.sentences})
    grid = Table.grid(padding=(0, 1))
    grid.add_column(justify="right", style="dim")
    for number in cited:
        grid.add_row(f"{number}", Text(printable(brief.article.sentence(number).text)))
    return [grid] if cited else []


def _withheld(item: Withheld) -> RenderableType:
    return _item(Text(printable(item.text)).append(f"\n{item.kind}: {printable(item.reason)}", style="dim"))


def _none(what: str) -> Text:
    return Text(what, style="italic dim")


def _item(text: Text) -> RenderableType:
    grid = Table.grid(padding=(0, 1))
    grid.add_row(Text("•", style="cyan"), text)
    return grid


def _cited(text: Text, sentences: tuple[int, ...]) -> Text:
    shown = [str(number) for number in sentences[:MARKERS_SHOWN]]
    more = len(sentences) - len(shown)
    marker = ",".join([*shown, f"+{more}"] if more else shown)
    return text.append(f" [{marker}]", style="dim") if marker else text


def _actors(actors: tuple[Actor, ...], width: int) -> list[RenderableType]:
    groups = {title: [actor for actor in actors if actor.kind is kind] for kind, title in KINDS.items()}
    return [
        Group(Text(title, style="dim"), Padding(_named(named, width), (0, 0, 0, 2)))
        for title, named in groups.items()
        if named
    ]


def _named(actors: list[Actor], width: int) -> RenderableType:
    if not any(actor.role for actor in actors):
        return Text(", ").join(_cited(_name(actor), actor.sentences) for actor in actors)
    return _pairs(
        ((_name(a), _cited(Text(printable(a.role or "")), a.sentences)) for a in actors), NAMES, width
    )


def _name(actor: Actor) -> Text:
    name = Text().append(printable(actor.name), style="bold")
    others = ", ".join(
        printable(alias) for alias in actor.aliases if alias not in actor.name and actor.name not in alias
    )
    return name.append(f" ({others})") if others else name


def _event(event: Event, width: int) -> RenderableType:
    date = plain_date(event.when)
    left = Text(date or f"“{printable(event.when.phrase)}”", style="bold" if date else "italic")
    right = _cited(Text(printable(event.what)), event.sentences)
    place = printable(event.where or "")
    right.append(f"\n{event.status}", style=STATUS_STYLES[event.status])
    if place:
        right.append(f" · {place}", style="dim")
    if date:
        right.append(f" · “{printable(event.when.phrase)}”", style="dim")
    return _pairs([(left, right)], DATES, width)


def _pairs(rows: Iterable[tuple[Text, Text]], left_width: int, width: int) -> RenderableType:
    """Two columns, or one below the other where there is no room."""
    if width < NARROW:
        return Group(*(Group(left, Padding(right, (0, 0, 0, 2))) for left, right in rows))
    grid = Table.grid(padding=(0, 2))
    grid.add_column(width=left_width)
    grid.add_column()
    for left, right in rows:
        grid.add_row(left, right)
    return grid


def _foot(brief: Brief) -> Iterable[RenderableType]:
    yield Text()
    yield Rule(style="dim")
    yield Text(" · ".join(_trust(brief)), style="dim")
    if brief.engine.fallback:
        yield Text(f"Read offline instead: {printable(brief.engine.fallback)}", style="yellow")


def _trust(brief: Brief) -> Iterable[str]:
    yield f"{len(brief.summary)} of {_counted(brief.statements_made, 'statement')} traced"
    yield f"{len(brief.withheld)} withheld"
    removed = len(brief.article.removed)
    yield f"{_counted(removed, 'line')} of page furniture removed"
    if brief.parts > 1:
        yield f"{brief.parts_read} of {brief.parts} parts read"


def _counted(number: int, thing: str) -> str:
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"
