"""A digest's post: what happened, who acted, what comes next, and what became of what was announced."""

from collections.abc import Iterator, Sequence

from babel.dates import format_date
from discord import ui

from bot.domain.brief import Event
from bot.domain.digest import Digest, Run
from bot.domain.post import Outcome, Outlet, Post, Story, Word
from bot.services.digesting.running import UNHEARD, UNREAD
from bot.views.layout import CALM, LOW, Part, Row, button, framed, line, pages_rows, text
from bot.views.paging import CARD, Item, Page, Passage, chosen, cut, headed, joined, listed, paginate
from bot.views.plainly import plainly
from bot.views.text import length, link, shortened
from bot.views.texts import Texts, fixed
from bot.views.when import worded

NAME, OUTLET, ACTOR = 100, 60, 80
"""UTF-16 units of a digest's, an outlet's and an actor's name; longer ones end in `…`."""

ACTORS, OUTLETS, EVENTS = 6, 5, 15
"""Actors and outlets that a story names, and events that a list holds; how many more there are is said."""

WORDS = {
    Word.HELD: fixed("took place"),
    Word.MOVED: fixed("moved"),
    Word.CANCELLED: fixed("cancelled"),
    Word.NOTHING: fixed("no word of it in today's articles"),
}

QUIET = fixed("Nothing new today.")
PAUSED = fixed(
    "The digest “{name}” is paused: {reason} Once that is repaired, resume it with /digest resume."
)
UNPOSTED = fixed("The digest “{name}” was not posted: {reason} See what is wrong with /digest sources.")


def digest_texts(digest: Digest) -> Texts:
    """The fixed texts of a digest's posts, which are for everybody in the channel."""
    return Texts(digest.language or digest.locale)


def digest_card(digest: Digest, run: Run, post: Post, page: int = 0) -> ui.LayoutView:
    """One page of the post, the nearest one where there is no such page; pages count from 0."""
    texts = digest_texts(digest)
    head, foot = _head(digest, post, texts), _foot(post, texts)
    pages = _pages([*head, *foot], digest, post, texts)
    shown = chosen(pages, page)
    parts = _laid_out(head, pages[shown], foot)
    parts += pages_rows(run.id, "digest_page", shown, len(pages), texts)
    return framed([*parts, _buttons(run, post, texts)], CALM)


def preview_cards(digest: Digest, post: Post, *, reader: Texts) -> list[ui.LayoutView]:
    """All pages of what would be posted, without what can be pressed: nothing of it is kept."""
    texts = digest_texts(digest)
    note = reader.say(
        "A preview that only you see; it does not count as today's digest, and nothing of it is kept."
    )
    head, foot = [reader.line(f"-# {note}"), *_head(digest, post, texts)], _foot(post, texts)
    pages = _pages([*head, *foot], digest, post, texts)
    return [framed(_laid_out(head, page, foot), CALM) for page in pages]


def _head(digest: Digest, post: Post, texts: Texts) -> list[str]:
    title = f"## {texts.shown(shortened(digest.name, NAME))}"
    return [texts.line(title), texts.line(f"-# {' · '.join(_facts(post, texts))}")]


def _foot(post: Post, texts: Texts) -> list[str]:
    """How much of what the briefs of its stories said could be traced; nothing where there are none."""
    briefs = [story.brief for story in post.stories]
    if not briefs:
        return []
    traced, made = (sum(len(each.summary) for each in briefs), sum(each.statements_made for each in briefs))
    said = [
        texts.count(
            "{traced} of {n} statement traced", "{traced} of {n} statements traced", made, traced=traced
        )
    ]
    if withheld := sum(len(each.withheld) for each in briefs):
        said.append(texts.count("{n} withheld", "{n} withheld", withheld))
    return [texts.line(f"-# {' · '.join(said)}")]


def _pages(around: Sequence[str], digest: Digest, post: Post, texts: Texts) -> Sequence[Page]:
    room = CARD - sum(map(length, around))
    return paginate(_passages(digest, post, texts), room, room, texts)


def _laid_out(head: Sequence[str], page: Page, foot: Sequence[str]) -> list[Part]:
    parts: list[Part] = [text(each) for each in head]
    for passage in page:
        parts += [line(), text(passage.text)]
    for each in foot:
        parts += [line(), text(each)]
    return parts


def warning_card(digest: Digest, reason: str) -> ui.LayoutView:
    """To those who manage the server: why a digest is paused or was not posted, and what they can do."""
    texts = digest_texts(digest)
    said = texts.say(
        PAUSED if digest.paused else UNPOSTED,
        name=texts.shown(shortened(digest.name, NAME)),
        reason=texts.known(reason),
    )
    return framed([text(texts.line(said))], LOW)


def _facts(post: Post, texts: Texts) -> Iterator[str]:
    yield format_date(post.day, "full", locale=texts.locale)
    if post.stories:
        yield texts.count("{n} story", "{n} stories", len(post.stories))
    if post.more:
        yield texts.count("{n} more not shown", "{n} more not shown", post.more)


def _buttons(run: Run, post: Post, texts: Texts) -> Row:
    """Also what a run's message is recognised by: their custom ids carry its id."""
    labels = {"digest_sources": texts.say("Sources")}
    if any(coming.event.when.start or coming.event.when.end for coming in post.coming):
        labels["digest_calendar"] = texts.say("Calendar")
    if post.stories:
        labels["digest_story"] = texts.say("Story details")
    return Row(*(button(action, label, run.id) for action, label in labels.items()))


def _passages(digest: Digest, post: Post, texts: Texts) -> Iterator[Passage]:
    told = (
        Passage(tuple(_overview(digest, post, texts))),
        headed(
            texts.say("Stories"),
            (_story(story, post.overview, texts) for story in post.stories),
            texts,
            loose=True,
        ),
        headed(texts.say("Coming up"), _coming(post, texts), texts),
        headed(texts.say("Since last time"), (_outcome(each, texts) for each in post.since), texts),
        Passage(tuple(_missing(post, texts))),
    )
    return (passage for passage in told if any(passage.items))


def _overview(digest: Digest, post: Post, texts: Texts) -> Iterator[Item]:
    if post.quiet:
        unheard = UNHEARD if post.unheard(len(digest.feeds)) else ""
        yield (texts.known(unheard or (UNREAD if post.unread else QUIET)),)
    yield joined((" ", texts.shown(piece)) for sentence in post.overview for piece in cut(sentence))


def _story(story: Story, overview: Sequence[str], texts: Texts) -> Item:
    """The headline in bold, the first statement that the overview does not say, who had it, and who acted."""
    brief = story.brief
    title = [texts.shown(piece) for piece in cut(brief.article.title)] or [texts.say("Untitled")]
    update = [("", f"**{texts.say('Update')}** ·")] if story.update else []
    said = next((each.text for each in brief.summary if each.text not in overview), None)
    return (
        *joined([*update, *((" ", f"**{piece}**") for piece in title)]),
        *joined((" ", texts.shown(piece)) for piece in cut(said)),
        *(f"-# {part}" for part in joined((" · ", part) for part in _outlets(story, texts))),
        *(f"-# {part}" for part in joined((" · ", part) for part in _actors(story, texts))),
    )


def _actors(story: Story, texts: Texts) -> Iterator[str]:
    actors = story.brief.actors
    names = [texts.shown(shortened(actor.name, ACTOR)) for actor in actors[:ACTORS]]
    if names:
        yield texts.say("Who: {name}", name=names[0])
    yield from names[1:]
    if more := len(actors[ACTORS:]):
        yield texts.count("{n} more", "{n} more", more)


def _outlets(story: Story, texts: Texts) -> Iterator[str]:
    yield from (outlet_link(outlet, texts) for outlet in story.named[:OUTLETS])
    if more := len(story.named[OUTLETS:]):
        yield texts.count("{n} more outlet", "{n} more outlets", more)


def outlet_link(outlet: Outlet, texts: Texts) -> str:
    """An outlet's name, linked to its own article."""
    return link(texts.shown(shortened(outlet.name, OUTLET)) or texts.say("Untitled"), outlet.link)


def _coming(post: Post, texts: Texts) -> Iterator[Item]:
    for each in post.coming[:EVENTS]:
        yield listed(joined([*_dated(each.event, texts), (" · ", outlet_link(each.source, texts))]))
    if more := len(post.coming[EVENTS:]):
        yield (f"-# {texts.count('{n} more', '{n} more', more)}",)


def _outcome(outcome: Outcome, texts: Texts) -> Item:
    """What was due, what is said of it, and by whom."""
    said = [(" ", f"“{texts.shown(piece)}”") for piece in cut(outcome.said)]
    source = [(" · ", outlet_link(outcome.source, texts))] if outcome.source else []
    word = (": ", f"*{texts.say(WORDS[outcome.word])}*")
    return listed(joined([*_dated(outcome.event, texts), word, *said, *source]))


def _dated(event: Event, texts: Texts) -> Iterator[tuple[str, str]]:
    date = worded(event.when, texts) or texts.shown(shortened(f"“{event.when.phrase}”", ACTOR))
    yield "", f"**{date}**"
    yield from ((" " if at else " — ", texts.shown(piece)) for at, piece in enumerate(cut(event.what)))


def _missing(post: Post, texts: Texts) -> Iterator[Item]:
    for each in post.missing:
        name, reason = shortened(each.name, NAME), plainly(each.reason, texts)
        said = texts.say("Could not be read: {name}.", name=texts.shown(name))
        yield tuple(f"-# {part}" for part in joined([("", said), (" ", texts.shown(shortened(reason, 300)))]))
