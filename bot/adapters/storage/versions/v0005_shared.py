"""Links that people shared, readers' reactions, and what was paid for while digests were put together."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"

MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Nothing was shared yet, and nobody has reacted."""
    op.add_column("briefs", sa.Column("reactions", sa.Integer))
    op.create_index("ix_briefs_message_id", "briefs", ["message_id"])
    _create_shared()
    _create_digest_steps()


def _create_shared() -> None:
    op.create_table(
        "shared",
        sa.Column("message_id", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("link", sa.String, primary_key=True),
        sa.Column("user_id", sa.BigInteger, nullable=False),
        sa.Column("guild_id", sa.BigInteger, nullable=False),
        sa.Column("channel_id", sa.BigInteger, nullable=False),
        sa.Column("parent_id", sa.BigInteger),
        sa.Column("shared", MOMENT, nullable=False),
        sa.Column("url", sa.Text, nullable=False),
        sa.Column("reactions", sa.Integer, nullable=False),
    )
    for column in ("user_id", "guild_id", "channel_id", "parent_id", "shared"):
        op.create_index(f"ix_shared_{column}", "shared", [column])


def _create_digest_steps() -> None:
    op.create_table(
        "digest_steps",
        sa.Column("step", sa.String, primary_key=True),
        sa.Column("digest_id", sa.String, sa.ForeignKey("digests.id", ondelete="CASCADE"), nullable=False),
        sa.Column("made", MOMENT, nullable=False),
        sa.Column("result", sa.Text, nullable=False),
    )
    for column in ("digest_id", "made"):
        op.create_index(f"ix_digest_steps_{column}", "digest_steps", [column])
