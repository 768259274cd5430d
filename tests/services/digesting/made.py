"""Briefs, stories and digests as small as they can be."""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.domain.article import Article, Sentence
from bot.domain.brief import Brief, EngineInfo, Event, Statement
from bot.domain.digest import Digest, Schedule
from bot.domain.reading import Status
from bot.domain.when import Precision, When
from bot.services.digesting.stories import Piece
from bot.services.digesting.telling import Telling

NOW = datetime(2026, 11, 26, 8, 0, tzinfo=UTC)
"""A Thursday, 09:00 in Berlin."""
LAST = NOW - timedelta(days=1)
ZONE = ZoneInfo("Europe/Berlin")


def digest(**changes: object) -> Digest:
    schedule = Schedule(time(9), "Europe/Berlin")
    return Digest("d1", 1, 2, "Morning", schedule, NOW - timedelta(days=9), **changes)  # type: ignore[arg-type]


def brief(
    *sentences: str, events: tuple[Event, ...] = (), site: str = "Harbour Post", title: str = ""
) -> Brief:
    """A brief that states each of its sentences."""
    numbered = tuple(Sentence(at, text, 0, len(text)) for at, text in enumerate(sentences, 1))
    article = Article(
        " ".join(sentences),
        numbered,
        title=title or None,
        url=f"https://{site.partition(' ')[0].lower()}.example/1",
        site=site,
    )
    return Brief(
        article=article,
        language="en",
        summary=tuple(Statement(each.text, (each.id,)) for each in numbered),
        actors=(),
        events=events,
        notes=(),
        withheld=(),
        engine=EngineInfo("offline"),
    )


def event(  # noqa: PLR0913 - what an event is made of
    what: str,
    start: str | None,
    end: str | None = None,
    *,
    who: tuple[str, ...] = (),
    where: str | None = None,
    status: Status = Status.SCHEDULED,
    precision: Precision | None = None,
) -> Event:
    found = precision or (Precision.MINUTE if "T" in (start or end or "") else Precision.DAY)
    when = When("then", start, start, end or start, found)
    return Event(what, where, who, status, when, past=False, sentences=(1,))


def piece(
    title: str, *, outlet: str = "Harbour Post", hours: float = 1, text: str = "", reactions: int = 0
) -> Piece:
    """A report that appeared so many hours ago."""
    link = f"https://{outlet.partition(' ')[0].lower()}.example/{abs(hash(title)) % 1000}"
    return Piece(
        f"{outlet}/{title}", title, text or title, link, outlet, NOW - timedelta(hours=hours), reactions
    )


def telling(title: str, *outlets: str, hours: float = 1, told: Brief | None = None) -> Telling:
    names = outlets or ("Harbour Post",)
    story = tuple(piece(title, outlet=name, hours=hours, text=f"{title} {name}") for name in names)
    return Telling(story, told or brief(f"{title}.", title=title))
