"""Family groups"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

import storage.columns

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "group_chat",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("address", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(100), nullable=False),
        sa.Column("circle", sa.Integer(), nullable=True),
        sa.Column("tied_by", sa.Integer(), nullable=True),
        sa.Column("code", sa.String(20), nullable=False),
        sa.Column("message", sa.String(40), nullable=False),
        sa.Column("board", storage.columns.Json, nullable=False),
        sa.Column("posted_at", storage.columns.UtcDateTime(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["address"], ["address.id"], name="fk_group_chat_address"),
        sa.ForeignKeyConstraint(["circle"], ["circle.id"], name="fk_group_chat_circle"),
        sa.ForeignKeyConstraint(["tied_by"], ["member.id"], name="fk_group_chat_tied_by"),
        sa.PrimaryKeyConstraint("id", name="pk_group_chat"),
        sa.UniqueConstraint("address", name="uq_group_chat_address"),
    )
    op.create_index("ix_group_chat_circle", "group_chat", ["circle"])
    op.create_index("ix_group_chat_tied_by", "group_chat", ["tied_by"])


def downgrade() -> None:
    op.drop_table("group_chat")
