"""Requests, briefs with their articles, guilds and usage."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """From nothing."""
    _create_requests()
    _create_briefs()
    _create_what_hangs_on_briefs()
    _create_guilds()
    _create_usages()
    op.create_table("proof", _key("id", sa.Integer()), sa.Column("word", sa.Text, nullable=False))


def _key(name: str, kind: sa.types.TypeEngine[int] | sa.types.TypeEngine[str]) -> sa.Column[int | str]:
    return sa.Column(name, kind, primary_key=True, autoincrement=False)


def _brief_key() -> sa.Column[str]:
    return sa.Column("brief_id", sa.String, sa.ForeignKey("briefs.id", ondelete="CASCADE"), primary_key=True)


def _index(table: str, *columns: str) -> None:
    op.create_index(f"ix_{table}_{columns[0]}", table, list(columns))


def _create_requests() -> None:
    op.create_table(
        "requests",
        _key("id", sa.String()),
        sa.Column("user_id", sa.BigInteger, nullable=False),
        sa.Column("guild_id", sa.BigInteger),
        sa.Column("channel_id", sa.BigInteger, nullable=False),
        sa.Column("locale", sa.String, nullable=False),
        sa.Column("roles", sa.Text, nullable=False),
        sa.Column("automatic", sa.Boolean, nullable=False),
        sa.Column("received", MOMENT, nullable=False),
        sa.Column("state", sa.String, nullable=False),
        sa.Column("closed", MOMENT),
        sa.Column("source", sa.Text),
        sa.Column("options", sa.Text, nullable=False),
        sa.Column("place", sa.Text, nullable=False),
    )
    _index("requests", "user_id")
    _index("requests", "guild_id")
    _index("requests", "channel_id")
    _index("requests", "state", "received")


def _create_briefs() -> None:
    op.create_table(
        "briefs",
        _key("id", sa.String()),
        sa.Column("user_id", sa.BigInteger, nullable=False),
        sa.Column("guild_id", sa.BigInteger),
        sa.Column("channel_id", sa.BigInteger, nullable=False),
        sa.Column("message_id", sa.BigInteger),
        sa.Column("locale", sa.String, nullable=False),
        sa.Column("made", MOMENT, nullable=False),
        sa.Column("received", MOMENT),
        sa.Column("options", sa.Text, nullable=False),
        sa.Column("source_url", sa.Text),
        sa.Column("link", sa.String),
        sa.Column("brief", sa.Text, nullable=False),
    )
    _index("briefs", "user_id")
    _index("briefs", "guild_id")
    _index("briefs", "channel_id", "link", "made")
    _index("briefs", "made")


def _create_what_hangs_on_briefs() -> None:
    op.create_table(
        "articles",
        _brief_key(),
        sa.Column("received", MOMENT, nullable=False),
        sa.Column("article", sa.Text, nullable=False),
    )
    _index("articles", "received")
    op.create_table(
        "marks",
        _brief_key(),
        _key("user_id", sa.BigInteger()),
        _key("kind", sa.String()),
        _key("place", sa.Integer()),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("marked", MOMENT, nullable=False),
    )
    _index("marks", "user_id")
    op.create_table(
        "scheduled",
        _brief_key(),
        _key("event", sa.Integer()),
        sa.Column("scheduled_id", sa.BigInteger, nullable=False),
    )


def _create_guilds() -> None:
    op.create_table(
        "guilds",
        _key("guild_id", sa.BigInteger()),
        sa.Column("length", sa.String),
        sa.Column("language", sa.String),
        sa.Column("engine", sa.String, nullable=False),
        sa.Column("roles", sa.Text, nullable=False),
        sa.Column("daily", sa.Integer),
    )
    op.create_table(
        "listening",
        _key("channel_id", sa.BigInteger()),
        sa.Column("guild_id", sa.BigInteger, nullable=False),
        sa.Column("listening", sa.String, nullable=False),
    )
    _index("listening", "guild_id")


def _create_usages() -> None:
    op.create_table(
        "usages",
        _key("request_id", sa.String()),
        sa.Column("user_id", sa.BigInteger, nullable=False),
        sa.Column("guild_id", sa.BigInteger),
        sa.Column("automatic", sa.Boolean, nullable=False),
        sa.Column("ended", MOMENT, nullable=False),
        sa.Column("code", sa.String),
        sa.Column("calls", sa.Integer, nullable=False),
        sa.Column("tokens", sa.BigInteger, nullable=False),
        sa.Column("cost_usd", sa.Double),
        sa.Column("statements", sa.Integer, nullable=False),
        sa.Column("withheld", sa.Integer, nullable=False),
    )
    _index("usages", "ended")
    _index("usages", "guild_id", "ended")
    _index("usages", "user_id", "ended")
