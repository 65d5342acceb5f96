"""What goes first, on which channel, and how fast"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

import storage.columns

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

OWED = sa.text("sent_at IS NULL AND error = ''")


def upgrade() -> None:
    op.create_table(
        "pace",
        sa.Column("key", sa.String(length=60), nullable=False),
        sa.Column("times", storage.columns.Json, nullable=False),
        sa.Column("until", storage.columns.UtcDateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_pace")),
    )
    op.create_index(op.f("ix_pace_until"), "pace", ["until"])
    op.add_column("outbox", sa.Column("urgency", sa.Integer(), nullable=False, server_default="1"))
    op.add_column("outbox", sa.Column("channel", sa.String(length=20), nullable=False, server_default=""))
    op.execute("UPDATE outbox SET urgency = 0 WHERE kind IN ('reply', 'edit')")
    op.execute("UPDATE outbox SET urgency = 2 WHERE kind IN ('week', 'day', 'thanks', 'wellbeing')")
    op.execute(
        "UPDATE outbox SET channel = COALESCE("
        "(SELECT a.channel FROM address a WHERE a.id = outbox.address), "
        "(SELECT a.channel FROM address a JOIN person p ON p.address = a.id WHERE p.id = outbox.person), '') "
        "WHERE sent_at IS NULL AND error = ''"
    )
    op.create_index(
        op.f("ix_outbox_next"),
        "outbox",
        ["channel", "urgency", "due_at", "id"],
        sqlite_where=OWED,
        postgresql_where=OWED,
    )


def downgrade() -> None:
    op.drop_index(op.f("ix_outbox_next"), "outbox")
    op.drop_column("outbox", "channel")
    op.drop_column("outbox", "urgency")
    op.drop_table("pace")
