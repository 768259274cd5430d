"""Requests and briefs to keep."""

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta

from bot.domain.article import Article, Published, PublishedFrom, numbered
from bot.domain.brief import (
    Actor,
    Brief,
    ClaimKind,
    EngineInfo,
    Event,
    Length,
    PromptId,
    Statement,
    Usage,
    Withheld,
)
from bot.domain.digest import Digest, Filters, Item, Schedule, Silence
from bot.domain.kept import KeptBrief, Mark
from bot.domain.post import Coming, Missing, Outcome, Outlet, Post, Story, Word
from bot.domain.reading import Kind, Status
from bot.domain.request import Asker, Options, Place, Request, Source, Text
from bot.domain.when import Precision, When

NOON = datetime(2026, 11, 26, 12, tzinfo=UTC)
DAY = timedelta(days=1)
SECOND = timedelta(seconds=1)

USER, GUILD, CHANNEL, MESSAGE = 2**62 + 1, 2**62 + 2, 2**62 + 3, 2**62 + 4
"""As large as Discord's ids will be for a long time."""

PASTED = Text("Ann Lee spoke in Geneva.")
ASKER = Asker(USER, GUILD, "fa")
WITH_ROLES = Asker(USER, GUILD, "fa", frozenset({2**62}))
LINES = (
    "Ann Lee spoke in Geneva.",
    "Nobody cited this.",
    "She returns on 3 December.",
    "That is all, لا غير.",
)


class Clock:
    """A clock that stands until a test moves it."""

    def __init__(self) -> None:
        self.time = NOON

    def __call__(self) -> datetime:
        return self.time


def article(lines: tuple[str, ...] = LINES) -> Article:
    published = Published("2026-11-25", PublishedFrom.PAGE)
    return Article(
        "".join(f"{line}\n" for line in lines),
        numbered(lines),
        "Talks",
        "https://example.org/talks",
        published=published,
        removed=("Share", "Menu"),
    )


def brief(of: Article | None = None) -> Brief:
    when = When(
        "on 3 December", "2026-12-03", "2026-12-03", "2026-12-03", Precision.DAY, None, PublishedFrom.PAGE
    )
    return Brief(
        article=of or article(),
        language="en",
        summary=(Statement("Ann Lee spoke.", (1,)), Statement("Sie kommt wieder.", (3,), "She returns.")),
        actors=(Actor("Ann Lee", Kind.PERSON, None, ("Lee",), 2, (1,)),),
        events=(
            Event("her return", "Geneva", ("Ann Lee",), Status.SCHEDULED, when, past=False, sentences=(3,)),
        ),
        notes=("a note",),
        withheld=(Withheld(ClaimKind.STATEMENT, "She won.", "not in the article"),),
        engine=EngineInfo("llm", "a-model", {"read": PromptId("1", "abc")}),
        usage=Usage(2, 1000, 100, 0.25, 1.5),
    )


def kept(
    brief_id: str = "b1", *, asker: Asker = ASKER, channel_id: int = CHANNEL, made: datetime = NOON
) -> KeptBrief:
    options = Options(language="de")
    return KeptBrief(
        brief_id, brief(), asker, options, channel_id, made, "https://example.org/talks", MESSAGE
    )


def forgotten(whole: KeptBrief) -> KeptBrief:
    """What is left of a brief after a day."""
    left = whole.brief.article.only({1, 3})
    return replace(whole, brief=replace(whole.brief, article=left), whole=False)


def request(
    request_id: str = "r1",
    *,
    source: Source = PASTED,
    asker: Asker = WITH_ROLES,
    channel_id: int = CHANNEL,
    received: datetime = NOON,
) -> Request:
    place = Place(channel_id, "a-token", NOON + timedelta(minutes=15), MESSAGE, private=True)
    return Request(request_id, source, Options(published="2026"), asker, place, received)


def mark(brief_id: str = "b1", user_id: int = USER) -> Mark:
    return Mark(brief_id, user_id, ClaimKind.EVENT, 0, "her return", NOON)


def digest(digest_id: str = "d1", guild_id: int = GUILD, channel_id: int = CHANNEL) -> Digest:
    """A digest in which nothing is left as it comes, but for a reason to be paused."""
    return Digest(
        id=digest_id,
        guild_id=guild_id,
        channel_id=channel_id,
        name="Morning, صبح",
        schedule=Schedule(time(8, 30), "Asia/Tehran", frozenset({0, 4})),
        since=NOON - DAY,
        feeds=(f"https://feeds.example/{digest_id}?key=secret",),
        channels=(channel_id + 1,),
        briefs=False,
        stories=7,
        length=Length.LONG,
        language="de",
        locale="fa",
        filters=Filters(("harbour",), ("football",)),
        silence=Silence.LINE,
    )


def item(name: str = "1", published: datetime | None = NOON) -> Item:
    """An entry of a feed."""
    link = f"https://example.org/{name}"
    return Item(f"id-{name}", link, f"Title {name}", "Ann Lee spoke.", "Example", published)


def post() -> Post:
    """What a run tells: something of everything."""
    made, outlet = brief(), Outlet("Example", "https://example.org/talks")
    event = made.events[0]
    return Post(
        day=NOON.date(),
        overview=("Ann Lee spoke.",),
        stories=(Story(made, (outlet,), update=True),),
        coming=(Coming(event, outlet),),
        since=(Outcome(event, Word.HELD, "They met.", outlet),),
        missing=(Missing("Slow", "The site took longer than 20 seconds."),),
        more=3,
    )
