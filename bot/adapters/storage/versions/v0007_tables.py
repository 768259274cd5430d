"""The tables as they were before the first release; the six revisions before this one nobody was given."""

from typing import TypeVar

import sqlalchemy as sa
from alembic import op
from sqlalchemy.types import TypeEngine

revision = "0007"
down_revision = None

MOMENT = sa.DateTime(timezone=True)

T = TypeVar("T")


def upgrade() -> None:
    """From nothing."""
    _create_requests()
    _create_briefs()
    _create_guilds()
    _create_usages()
    _create_digests()
    _create_feeds()
    op.create_table("proof", _key("id", sa.Integer()), _kept("word", sa.Text()))
    op.create_table("salts", _key("id", sa.Integer()), _kept("salt", sa.Text()))


def _key(name: str, kind: TypeEngine[T], table: str = "", *, index: bool = False) -> sa.Column[T]:
    """A part of the primary key, which may refer to the `id` of a table and goes with that row."""
    whose = [sa.ForeignKey(f"{table}.id", ondelete="CASCADE")] if table else []
    return sa.Column(name, kind, *whose, primary_key=True, autoincrement=False, index=index)


def _kept(name: str, kind: TypeEngine[T], *, index: bool = False) -> sa.Column[T]:
    """What every row has."""
    return sa.Column(name, kind, nullable=False, index=index)


def _create_requests() -> None:
    op.create_table(
        "requests",
        _key("id", sa.String()),
        _kept("user_id", sa.BigInteger(), index=True),
        sa.Column("guild_id", sa.BigInteger, index=True),
        _kept("channel_id", sa.BigInteger(), index=True),
        _kept("locale", sa.String()),
        _kept("roles", sa.Text()),
        _kept("automatic", sa.Boolean()),
        _kept("received", MOMENT),
        _kept("state", sa.String()),
        sa.Column("closed", MOMENT),
        sa.Column("source", sa.Text),
        _kept("options", sa.Text()),
        _kept("place", sa.Text()),
        sa.Column("holder", sa.String),
        sa.Column("fence", sa.Integer, nullable=False, server_default="0"),
    )
    op.create_index("ix_requests_state", "requests", ["state", "received"])
    op.create_table(
        "steps",
        _key("request_id", sa.String(), "requests"),
        _key("step", sa.String()),
        _kept("result", sa.Text()),
    )
    op.create_table(
        "slots", _key("slot", sa.String()), _kept("holder", sa.String(), index=True), _kept("until", MOMENT)
    )


def _create_briefs() -> None:
    op.create_table(
        "briefs",
        _key("id", sa.String()),
        _kept("user_id", sa.BigInteger(), index=True),
        sa.Column("guild_id", sa.BigInteger, index=True),
        _kept("channel_id", sa.BigInteger()),
        sa.Column("message_id", sa.BigInteger, index=True),
        _kept("locale", sa.String()),
        _kept("made", MOMENT, index=True),
        sa.Column("received", MOMENT),
        _kept("options", sa.Text()),
        sa.Column("source_url", sa.Text),
        sa.Column("link", sa.String),
        sa.Column("likeness", sa.String, index=True),
        sa.Column("private", sa.Boolean),
        sa.Column("reactions", sa.Integer),
        _kept("brief", sa.Text()),
    )
    op.create_index("ix_briefs_channel_id", "briefs", ["channel_id", "link", "made"])
    op.create_table(
        "articles",
        _key("brief_id", sa.String(), "briefs"),
        _kept("received", MOMENT, index=True),
        _kept("article", sa.Text()),
    )
    op.create_table(
        "marks",
        _key("brief_id", sa.String(), "briefs"),
        _key("user_id", sa.BigInteger(), index=True),
        _key("kind", sa.String()),
        _key("place", sa.Integer()),
        _kept("text", sa.Text()),
        _kept("marked", MOMENT),
    )
    op.create_table(
        "scheduled",
        _key("brief_id", sa.String(), "briefs"),
        _key("event", sa.Integer()),
        _kept("scheduled_id", sa.BigInteger()),
    )


def _create_guilds() -> None:
    op.create_table(
        "guilds",
        _key("guild_id", sa.BigInteger()),
        sa.Column("length", sa.String),
        sa.Column("language", sa.String),
        _kept("engine", sa.String()),
        _kept("roles", sa.Text()),
        sa.Column("daily", sa.Integer),
        sa.Column("model", sa.String),
        sa.Column("zone", sa.String),
    )
    op.create_table(
        "listening",
        _key("channel_id", sa.BigInteger()),
        _kept("guild_id", sa.BigInteger(), index=True),
        _kept("listening", sa.String()),
    )


def _create_usages() -> None:
    op.create_table(
        "usages",
        _key("request_id", sa.String()),
        _kept("user_id", sa.BigInteger()),
        sa.Column("guild_id", sa.BigInteger),
        _kept("automatic", sa.Boolean()),
        _kept("ended", MOMENT, index=True),
        sa.Column("code", sa.String),
        _kept("calls", sa.Integer()),
        _kept("tokens", sa.BigInteger()),
        sa.Column("cost_usd", sa.Double),
        _kept("statements", sa.Integer()),
        _kept("withheld", sa.Integer()),
    )
    op.create_index("ix_usages_guild_id", "usages", ["guild_id", "ended"])
    op.create_index("ix_usages_user_id", "usages", ["user_id", "ended"])
    op.create_table(
        "spendings",
        _key("day", sa.Date()),
        _key("user_id", sa.BigInteger()),
        _key("guild_id", sa.BigInteger()),
        _kept("tokens", sa.BigInteger()),
        _kept("usd", sa.Double()),
    )


def _create_digests() -> None:
    op.create_table(
        "digests",
        _key("id", sa.String()),
        _kept("guild_id", sa.BigInteger(), index=True),
        _kept("channel_id", sa.BigInteger(), index=True),
        _kept("digest", sa.Text()),
        sa.Column("paused", sa.Text),
    )
    op.create_table(
        "digest_feeds",
        _key("digest_id", sa.String(), "digests"),
        _key("feed", sa.String(), index=True),
    )
    op.create_table(
        "runs",
        _key("digest_id", sa.String(), "digests"),
        _key("day", sa.Date()),
        _kept("due", MOMENT, index=True),
        _kept("state", sa.String()),
        _kept("fence", sa.Integer()),
        _kept("lease", MOMENT),
        sa.Column("message_id", sa.BigInteger),
        _kept("note", sa.Text()),
        sa.Column("post", sa.Text),
    )
    digest = sa.ForeignKey("digests.id", ondelete="CASCADE")
    op.create_table(
        "digest_steps",
        _key("step", sa.String()),
        sa.Column("digest_id", sa.String, digest, nullable=False, index=True),
        _kept("made", MOMENT, index=True),
        _kept("result", sa.Text()),
    )


def _create_feeds() -> None:
    op.create_table(
        "feeds",
        _key("feed", sa.String()),
        _kept("read", MOMENT),
        _kept("state", sa.Text()),
    )
    op.create_table(
        "feed_items",
        sa.Column("feed", sa.String, sa.ForeignKey("feeds.feed", ondelete="CASCADE"), primary_key=True),
        _key("item", sa.String()),
        _kept("seen", MOMENT),
        _kept("entry", sa.Text()),
    )
    op.create_index("ix_feed_items_feed", "feed_items", ["feed", "seen"])
    op.create_table(
        "shared",
        _key("message_id", sa.BigInteger()),
        _key("link", sa.String()),
        _kept("user_id", sa.BigInteger(), index=True),
        _kept("guild_id", sa.BigInteger(), index=True),
        _kept("channel_id", sa.BigInteger(), index=True),
        sa.Column("parent_id", sa.BigInteger, index=True),
        _kept("shared", MOMENT, index=True),
        _kept("url", sa.Text()),
        _kept("reactions", sa.Integer()),
    )
