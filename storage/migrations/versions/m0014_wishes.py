"""What people can and like to do, and how much nights and weekends weigh in a circle"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("circle", sa.Column("night_weight", sa.Integer(), nullable=False, server_default="150"))
    op.add_column("circle", sa.Column("weekend_weight", sa.Integer(), nullable=False, server_default="125"))
    op.create_table(
        "wish",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("member", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("about", sa.String(60), nullable=False),
        sa.Column("ended", sa.Boolean(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["member"], ["member.id"], name="fk_wish_member"),
        sa.PrimaryKeyConstraint("id", name="pk_wish"),
    )
    op.create_index("ix_wish_member", "wish", ["member"])


def downgrade() -> None:
    op.drop_table("wish")
    op.drop_column("circle", "weekend_weight")
    op.drop_column("circle", "night_weight")
