"""Work that is done beside the chat"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

import storage.columns

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "job",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("circle", sa.Integer(), nullable=False),
        sa.Column("person", sa.Integer(), nullable=False),
        sa.Column("payload", storage.columns.Json, nullable=False),
        sa.Column("due_at", storage.columns.UtcDateTime(timezone=True), nullable=False),
        sa.Column("claimed_until", storage.columns.UtcDateTime(timezone=True), nullable=True),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("done_at", storage.columns.UtcDateTime(timezone=True), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["circle"], ["circle.id"], name=op.f("fk_job_circle")),
        sa.ForeignKeyConstraint(["person"], ["person.id"], name=op.f("fk_job_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_job")),
    )
    op.create_index(op.f("ix_job_circle"), "job", ["circle"])
    op.create_index(op.f("ix_job_person"), "job", ["person"])
    op.create_index(op.f("ix_job_done_at"), "job", ["done_at"])


def downgrade() -> None:
    op.drop_table("job")
