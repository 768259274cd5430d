"""Who works on a request, how often it has changed hands, and how long each process has a lease."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Nobody holds the requests that are open, so whoever comes first takes them over."""
    op.add_column("requests", sa.Column("holder", sa.String))
    op.add_column("requests", sa.Column("fence", sa.Integer, nullable=False, server_default="0"))
    op.create_table(
        "slots",
        sa.Column("slot", sa.String, primary_key=True),
        sa.Column("holder", sa.String, nullable=False),
        sa.Column("until", sa.DateTime(timezone=True), nullable=False),
    )
    op.create_index("ix_slots_holder", "slots", ["holder"])
