"""What a card tells, passage by passage, in lines that can be laid out on pages."""

from collections.abc import Iterable, Iterator

from bot.domain.brief import Actor, Brief, Confidence, Event
from bot.domain.reading import Kind, Status
from bot.views.paging import Item, Passage, cut, headed, joined, listed
from bot.views.texts import Texts, fixed
from bot.views.when import exact, moment, worded

KINDS = {
    Kind.PERSON: fixed("People"),
    Kind.STATE: fixed("States"),
    Kind.ORGANIZATION: fixed("Organizations"),
    Kind.GROUP: fixed("Groups"),
    Kind.PLACE: fixed("Places"),
}
"""In the order in which they are listed."""

SMALL = "-# **{}**"
"""How headings are marked of what is told in small letters."""

STATUSES = {
    Status.EXPECTED: fixed("expected"),
    Status.PROPOSED: fixed("proposed"),
    Status.CONDITIONAL: fixed("conditional"),
    Status.POSTPONED: fixed("postponed"),
    Status.CANCELLED: fixed("cancelled"),
}


def passages(brief: Brief, texts: Texts) -> Iterator[Passage]:
    """Warnings, the summary, what comes next, who, what is past by now, and notes; none of them empty."""
    ahead = sorted((event for event in brief.events if not event.past), key=_in_time)
    past = sorted((event for event in brief.events if event.past), key=_in_time)
    told = (
        Passage(tuple(_warnings(brief, texts))),
        Passage(tuple(_summary(brief, texts))),
        headed(texts.say("What comes next"), (_event(event, texts) for event in ahead), texts),
        headed(texts.say("Who"), _actors(brief.actors, texts), texts),
        headed(texts.say("Already past"), (_past(event, texts) for event in past), texts, mark=SMALL),
        headed(texts.say("Notes"), _notes(brief, texts), texts, mark=SMALL),
    )
    return (passage for passage in told if any(passage.items))


def _warnings(brief: Brief, texts: Texts) -> Iterator[Item]:
    if brief.confidence is Confidence.LOW:
        low = texts.say("Low confidence: much of what was said about this article could not be traced to it.")
        yield (f"**{low}**",)
    if brief.engine.fallback:
        reason = cut(texts.known(brief.engine.fallback))
        offline = texts.say("Read offline instead:")
        yield _small(joined([("", offline), *((" ", texts.shown(piece)) for piece in reason)]))


def _summary(brief: Brief, texts: Texts) -> Iterator[Item]:
    if not brief.summary:
        yield (f"*{texts.say('Nothing was said that could be traced to the article.')}*",)
    for statement in brief.summary:
        yield listed(texts.shown(piece) for piece in cut(statement.text))


def _actors(actors: Iterable[Actor], texts: Texts) -> Iterator[Item]:
    """Those with a role on lines of their own, then the others side by side, kind by kind."""
    for kind in KINDS:
        yield from (in_role(actor, texts) for actor in actors if actor.role and actor.kind is kind)
    for kind, title in KINDS.items():
        names = (actor.name for actor in actors if not actor.role and actor.kind is kind)
        if shown := [texts.shown(piece) for name in names for piece in cut(name)]:
            label = f"**{texts.say(title)}**"
            yield from ((line,) for line in _small(joined((" · ", name) for name in (label, *shown))))


def in_role(actor: Actor, texts: Texts) -> Item:
    """An actor's name, in bold, and role."""
    names = [(" ", f"**{texts.shown(piece)}**") for piece in cut(actor.name)]
    roles = [(" " if at else texts.comma, texts.shown(piece)) for at, piece in enumerate(cut(actor.role))]
    return joined([*names, *roles])


def _event(event: Event, texts: Texts) -> Item:
    """When, in bold; what; and where, how firmly and the printed phrase, in italics."""
    return listed(joined([*_happening(event, texts, "**"), *_set(_circumstances(event, texts))]))


def _past(event: Event, texts: Texts) -> Item:
    return _small(
        joined([*_happening(event, texts, ""), *((" · ", c) for c in _circumstances(event, texts))])
    )


def _happening(event: Event, texts: Texts, mark: str) -> Iterator[tuple[str, str]]:
    date = worded(event.when, texts)
    phrase = (texts.shown(piece) for piece in cut(_quoted(event.when.phrase)))
    yield from ((" ", f"{mark}{when}{mark}") for when in ([date] if date else phrase))
    yield from ((" " if at else " — ", texts.shown(piece)) for at, piece in enumerate(cut(event.what)))


def _set(circumstances: Iterable[str]) -> Iterator[tuple[str, str]]:
    return ((" · ", f"*{circumstance}*") for circumstance in circumstances)


def _circumstances(event: Event, texts: Texts) -> Iterator[str]:
    """Where, how firmly, and the printed words where the date is not all they say; nothing twice."""
    if event.where and not _says(event, event.where):
        yield from (texts.shown(piece) for piece in cut(event.where))
    if event.status is not Status.SCHEDULED:
        yield texts.say(STATUSES[event.status])
    phrase = event.when.phrase
    if worded(event.when, texts) and not exact(event.when) and not _says(event, phrase):
        yield from (texts.shown(piece) for piece in cut(_quoted(phrase)))


def _says(event: Event, words: str) -> bool:
    return words.casefold() in event.what.casefold()


def _quoted(phrase: str) -> str:
    return f"“{phrase}”" if phrase else ""


def _notes(brief: Brief, texts: Texts) -> Iterator[Item]:
    for note in brief.notes:
        yield _small(texts.told(piece) for piece in cut(texts.known(note)))


def _small(lines: Iterable[str]) -> Item:
    return tuple(f"-# {line}" for line in lines)


def _in_time(event: Event) -> tuple[bool, float]:
    """Events without a date come last, as the article tells them."""
    when = moment(event.when)
    return (when is None, when.timestamp() if when else 0.0)
