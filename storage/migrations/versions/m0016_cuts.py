"""The groups of circles that are counted together, so that no two sums show one circle"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from storage.columns import Json, UtcDateTime

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "cut",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("month", sa.String(7), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("circles", Json, nullable=False),
        sa.Column("cut_at", UtcDateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_cut"),
        sa.UniqueConstraint("month", "place", name="uq_cut_month_place"),
    )


def downgrade() -> None:
    op.drop_table("cut")
