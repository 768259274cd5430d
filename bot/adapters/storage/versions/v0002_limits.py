"""What days have taken of their limits, and briefs that are found by their likeness."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Nothing has been taken yet, and no brief is a model for others."""
    op.add_column("briefs", sa.Column("likeness", sa.String))
    op.create_index("ix_briefs_likeness", "briefs", ["likeness"])
    op.create_table(
        "spendings",
        sa.Column("day", sa.Date, primary_key=True),
        sa.Column("user_id", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("guild_id", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("tokens", sa.BigInteger, nullable=False),
        sa.Column("usd", sa.Double, nullable=False),
    )
