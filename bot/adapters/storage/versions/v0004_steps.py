"""Steps of open requests, with their results."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """A table of its own, which refers to the requests."""
    op.create_table(
        "steps",
        sa.Column(
            "request_id", sa.String, sa.ForeignKey("requests.id", ondelete="CASCADE"), primary_key=True
        ),
        sa.Column("step", sa.String, primary_key=True),
        sa.Column("result", sa.Text, nullable=False),
    )
