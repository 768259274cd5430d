"""Which language model reads in a guild, the time zone of its new digests, and a salt."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    """No guild has chosen either so far; what today has taken is counted anew, under disguises."""
    op.add_column("guilds", sa.Column("model", sa.String))
    op.add_column("guilds", sa.Column("zone", sa.String))
    op.create_table(
        "salts",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("salt", sa.Text, nullable=False),
    )
