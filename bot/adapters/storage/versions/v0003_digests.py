"""Digests with their runs, and the feeds that they read."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """From a Briefer without digests."""
    op.add_column("briefs", sa.Column("private", sa.Boolean))
    _create_digests()
    _create_runs()
    _create_feeds()


def _digest_key() -> sa.Column[str]:
    return sa.Column(
        "digest_id", sa.String, sa.ForeignKey("digests.id", ondelete="CASCADE"), primary_key=True
    )


def _create_digests() -> None:
    op.create_table(
        "digests",
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("guild_id", sa.BigInteger, nullable=False),
        sa.Column("channel_id", sa.BigInteger, nullable=False),
        sa.Column("digest", sa.Text, nullable=False),
        sa.Column("paused", sa.Text),
    )
    op.create_index("ix_digests_guild_id", "digests", ["guild_id"])
    op.create_index("ix_digests_channel_id", "digests", ["channel_id"])
    op.create_table("digest_feeds", _digest_key(), sa.Column("feed", sa.String, primary_key=True))
    op.create_index("ix_digest_feeds_feed", "digest_feeds", ["feed"])


def _create_runs() -> None:
    op.create_table(
        "runs",
        _digest_key(),
        sa.Column("day", sa.Date, primary_key=True),
        sa.Column("due", MOMENT, nullable=False),
        sa.Column("state", sa.String, nullable=False),
        sa.Column("fence", sa.Integer, nullable=False),
        sa.Column("lease", MOMENT, nullable=False),
        sa.Column("message_id", sa.BigInteger),
        sa.Column("note", sa.Text, nullable=False),
        sa.Column("post", sa.Text),
    )
    op.create_index("ix_runs_due", "runs", ["due"])


def _create_feeds() -> None:
    op.create_table(
        "feeds",
        sa.Column("feed", sa.String, primary_key=True),
        sa.Column("read", MOMENT, nullable=False),
        sa.Column("state", sa.Text, nullable=False),
    )
    op.create_table(
        "feed_items",
        sa.Column("feed", sa.String, sa.ForeignKey("feeds.feed", ondelete="CASCADE"), primary_key=True),
        sa.Column("item", sa.String, primary_key=True),
        sa.Column("seen", MOMENT, nullable=False),
        sa.Column("entry", sa.Text, nullable=False),
    )
    op.create_index("ix_feed_items_feed", "feed_items", ["feed", "seen"])
