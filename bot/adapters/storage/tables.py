"""The tables as they are now; `versions` says how they came to be.

A row belongs to the person, guild and channel that its own columns name, and to those of the row that it
refers to (`forgetting.py` relies on it). Everything that people wrote is in a `Document`.
"""

from datetime import date, datetime

from pydantic import TypeAdapter
from sqlalchemy import (
    BigInteger,
    Column,
    Date,
    ForeignKey,
    Index,
    MetaData,
    Named,
    String,
    Table,
    TypedColumns,
)

from bot.adapters.storage.columns import Choice, Document, Moment
from bot.domain.article import Article
from bot.domain.brief import Brief, ClaimKind, EngineChoice, Length
from bot.domain.digest import Digest, Item, RunState
from bot.domain.guild import Listening
from bot.domain.post import Post
from bot.domain.request import Options, Place, Source, State
from bot.services.digesting.storing import FeedState

metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "ix": "ix_%(table_name)s_%(column_0_name)s",
    }
)

WORDS: TypeAdapter[str] = TypeAdapter(str)
OPTIONAL: TypeAdapter[str | None] = TypeAdapter(str | None)
POST: TypeAdapter[Post | None] = TypeAdapter(Post | None)
SOURCE: TypeAdapter[Source | None] = TypeAdapter(Source | None)


class RequestColumns(TypedColumns):
    """A request; `source` is there as long as it is open, `closed` is when it became final.

    `holder` is who works on it, and `fence` how often it has changed hands.
    """

    id: Named[str] = Column(String, primary_key=True)
    user_id: Named[int] = Column(BigInteger, index=True)
    guild_id: Named[int | None] = Column(BigInteger, index=True)
    channel_id: Named[int] = Column(BigInteger, index=True)
    locale: Named[str] = Column(String)
    roles: Named[frozenset[int]] = Column(Document(TypeAdapter(frozenset[int])))
    automatic: Named[bool]
    received: Named[datetime] = Column(Moment)
    state: Named[State] = Column(Choice(State))
    closed: Named[datetime | None] = Column(Moment)
    source: Named[Source | None] = Column(Document(SOURCE))
    options: Named[Options] = Column(Document(TypeAdapter(Options)))
    place: Named[Place] = Column(Document(TypeAdapter(Place)))
    holder: Named[str | None] = Column(String)
    fence: Named[int] = Column(server_default="0")


class SlotColumns(TypedColumns):
    """A process that shares the database; `holder` is its name since its last start."""

    slot: Named[str] = Column(String, primary_key=True)
    holder: Named[str] = Column(String, index=True)
    until: Named[datetime] = Column(Moment)


class StepColumns(TypedColumns):
    """What a step of an open request gave, which was paid for."""

    request_id: Named[str] = Column(String, ForeignKey("requests.id", ondelete="CASCADE"), primary_key=True)
    step: Named[str] = Column(String, primary_key=True)
    result: Named[str] = Column(Document(WORDS))


class BriefColumns(TypedColumns):
    """A brief, in which only cited sentences of the article are left; `link` is the digest of its URL."""

    id: Named[str] = Column(String, primary_key=True)
    user_id: Named[int] = Column(BigInteger, index=True)
    guild_id: Named[int | None] = Column(BigInteger, index=True)
    channel_id: Named[int] = Column(BigInteger)
    message_id: Named[int | None] = Column(BigInteger, index=True)
    locale: Named[str] = Column(String)
    made: Named[datetime] = Column(Moment, index=True)
    received: Named[datetime | None] = Column(Moment)
    options: Named[Options] = Column(Document(TypeAdapter(Options)))
    source_url: Named[str | None] = Column(Document(OPTIONAL))
    link: Named[str | None] = Column(String)
    likeness: Named[str | None] = Column(String, index=True)
    private: Named[bool | None]
    reactions: Named[int | None]
    brief: Named[Brief] = Column(Document(TypeAdapter(Brief)))


class SharedColumns(TypedColumns):
    """A link that somebody shared where the bot listens; `link` is the digest of its URL.

    `parent_id` is the channel of the thread that it was shared in. `reactions` are readers'.
    """

    message_id: Named[int] = Column(BigInteger, primary_key=True, autoincrement=False)
    link: Named[str] = Column(String, primary_key=True)
    user_id: Named[int] = Column(BigInteger, index=True)
    guild_id: Named[int] = Column(BigInteger, index=True)
    channel_id: Named[int] = Column(BigInteger, index=True)
    parent_id: Named[int | None] = Column(BigInteger, index=True)
    shared: Named[datetime] = Column(Moment, index=True)
    url: Named[str] = Column(Document(WORDS))
    reactions: Named[int]


class ArticleColumns(TypedColumns):
    """A brief's whole article, for a day after it was `received`."""

    brief_id: Named[str] = Column(String, ForeignKey("briefs.id", ondelete="CASCADE"), primary_key=True)
    received: Named[datetime] = Column(Moment, index=True)
    article: Named[Article] = Column(Document(TypeAdapter(Article)))


class MarkColumns(TypedColumns):
    """A person's word that an item of a brief is wrong; `place` is its index among its kind."""

    brief_id: Named[str] = Column(String, ForeignKey("briefs.id", ondelete="CASCADE"), primary_key=True)
    user_id: Named[int] = Column(BigInteger, primary_key=True, index=True)
    kind: Named[ClaimKind] = Column(Choice(ClaimKind), primary_key=True)
    place: Named[int] = Column(primary_key=True)
    text: Named[str] = Column(Document(WORDS))
    marked: Named[datetime] = Column(Moment)


class ScheduledColumns(TypedColumns):
    """The server event that was made of an event of a brief."""

    brief_id: Named[str] = Column(String, ForeignKey("briefs.id", ondelete="CASCADE"), primary_key=True)
    event: Named[int] = Column(primary_key=True, autoincrement=False)
    scheduled_id: Named[int] = Column(BigInteger)


class GuildColumns(TypedColumns):
    """What a guild has set; NULL is what the operator has set."""

    guild_id: Named[int] = Column(BigInteger, primary_key=True, autoincrement=False)
    length: Named[Length | None] = Column(Choice(Length))
    language: Named[str | None] = Column(String)
    engine: Named[EngineChoice] = Column(Choice(EngineChoice))
    roles: Named[frozenset[int]] = Column(Document(TypeAdapter(frozenset[int])))
    daily: Named[int | None]
    model: Named[str | None] = Column(String)
    zone: Named[str | None] = Column(String)


class AbsenceColumns(TypedColumns):
    """Since when a guild that has settings or digests is without the bot, as far as we know."""

    guild_id: Named[int] = Column(BigInteger, primary_key=True, autoincrement=False)
    since: Named[datetime] = Column(Moment)


class ListeningColumns(TypedColumns):
    """What is done in a channel; a channel without a row is left alone."""

    channel_id: Named[int] = Column(BigInteger, primary_key=True, autoincrement=False)
    guild_id: Named[int] = Column(BigInteger, index=True)
    listening: Named[Listening] = Column(Choice(Listening))


class UsageColumns(TypedColumns):
    """What one request took: numbers only; `code` is that of its error, NULL for a brief.

    Where its person was forgotten on the same day, `user_id` is their disguise.
    """

    request_id: Named[str] = Column(String, primary_key=True)
    user_id: Named[int] = Column(BigInteger)
    guild_id: Named[int | None] = Column(BigInteger)
    automatic: Named[bool]
    ended: Named[datetime] = Column(Moment, index=True)
    code: Named[str | None] = Column(String)
    calls: Named[int]
    tokens: Named[int] = Column(BigInteger)
    cost_usd: Named[float | None]
    statements: Named[int]
    withheld: Named[int]


class SpendingColumns(TypedColumns):
    """What a day (UTC) has taken of an account's limits: a person's, a guild's, or with zeros everybody's.

    Both ids are disguises: it stands until the day is over, whoever is forgotten meanwhile.
    """

    day: Named[date] = Column(Date, primary_key=True)
    user_id: Named[int] = Column(BigInteger, primary_key=True, autoincrement=False)
    guild_id: Named[int] = Column(BigInteger, primary_key=True, autoincrement=False)
    tokens: Named[int] = Column(BigInteger)
    usd: Named[float]


class DigestColumns(TypedColumns):
    """A guild's digest; `paused` is there where it does not run, and counts instead of the digest's own."""

    id: Named[str] = Column(String, primary_key=True)
    guild_id: Named[int] = Column(BigInteger, index=True)
    channel_id: Named[int] = Column(BigInteger, index=True)
    digest: Named[Digest] = Column(Document(TypeAdapter(Digest)))
    paused: Named[str | None] = Column(Document(OPTIONAL))


class DigestFeedColumns(TypedColumns):
    """That a digest reads a feed; `feed` is the digest of its URL."""

    digest_id: Named[str] = Column(String, ForeignKey("digests.id", ondelete="CASCADE"), primary_key=True)
    feed: Named[str] = Column(String, primary_key=True, index=True)


class RunColumns(TypedColumns):
    """A due occurrence of a digest; `post` is what it tells, for as long as briefs are kept."""

    digest_id: Named[str] = Column(String, ForeignKey("digests.id", ondelete="CASCADE"), primary_key=True)
    day: Named[date] = Column(Date, primary_key=True)
    due: Named[datetime] = Column(Moment, index=True)
    state: Named[RunState] = Column(Choice(RunState))
    fence: Named[int]
    lease: Named[datetime] = Column(Moment)
    message_id: Named[int | None] = Column(BigInteger)
    note: Named[str] = Column(Document(WORDS))
    post: Named[Post | None] = Column(Document(POST))


class DigestStepColumns(TypedColumns):
    """What a step of putting a digest together gave, which was paid for; every digest finds it for a day."""

    step: Named[str] = Column(String, primary_key=True)
    digest_id: Named[str] = Column(String, ForeignKey("digests.id", ondelete="CASCADE"), index=True)
    made: Named[datetime] = Column(Moment, index=True)
    result: Named[str] = Column(Document(WORDS))


class FeedColumns(TypedColumns):
    """A feed that digests read; `feed` is the digest of its URL."""

    feed: Named[str] = Column(String, primary_key=True)
    read: Named[datetime] = Column(Moment)
    state: Named[FeedState] = Column(Document(TypeAdapter(FeedState)))


class FeedItemColumns(TypedColumns):
    """An entry of a feed, as it was first `seen`; `item` is the digest of its id."""

    feed: Named[str] = Column(String, ForeignKey("feeds.feed", ondelete="CASCADE"), primary_key=True)
    item: Named[str] = Column(String, primary_key=True)
    seen: Named[datetime] = Column(Moment)
    entry: Named[Item] = Column(Document(TypeAdapter(Item)))


class ProofColumns(TypedColumns):
    """One row, encrypted with the key that all rows can be read with."""

    id: Named[int] = Column(primary_key=True, autoincrement=False)
    word: Named[str] = Column(Document(WORDS))


class SaltColumns(TypedColumns):
    """One row: the salt of disguises, drawn once."""

    id: Named[int] = Column(primary_key=True, autoincrement=False)
    salt: Named[str] = Column(Document(WORDS))


requests = Table("requests", metadata, RequestColumns, Index(None, "state", "received"))
slots = Table("slots", metadata, SlotColumns)
steps = Table("steps", metadata, StepColumns)
briefs = Table("briefs", metadata, BriefColumns, Index(None, "channel_id", "link", "made"))
shared = Table("shared", metadata, SharedColumns)
articles = Table("articles", metadata, ArticleColumns)
marks = Table("marks", metadata, MarkColumns)
scheduled = Table("scheduled", metadata, ScheduledColumns)
guilds = Table("guilds", metadata, GuildColumns)
absences = Table("absences", metadata, AbsenceColumns)
listening = Table("listening", metadata, ListeningColumns)
usages = Table(
    "usages", metadata, UsageColumns, Index(None, "guild_id", "ended"), Index(None, "user_id", "ended")
)
spendings = Table("spendings", metadata, SpendingColumns)
digests = Table("digests", metadata, DigestColumns)
digest_feeds = Table("digest_feeds", metadata, DigestFeedColumns)
runs = Table("runs", metadata, RunColumns)
digest_steps = Table("digest_steps", metadata, DigestStepColumns)
feeds = Table("feeds", metadata, FeedColumns)
feed_items = Table("feed_items", metadata, FeedItemColumns, Index(None, "feed", "seen"))
proof = Table("proof", metadata, ProofColumns)
salts = Table("salts", metadata, SaltColumns)
