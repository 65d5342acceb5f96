"""How a message went after it was sent, who wants none, and how many there were"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

import storage.columns

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

ANNOUNCED = sa.text("status = 'announced'")


def upgrade() -> None:
    with op.batch_alter_table("outbox") as batch_op:
        batch_op.add_column(sa.Column("status", sa.String(length=12), nullable=False, server_default=""))
        batch_op.alter_column("provider_id", existing_type=sa.String(length=80), type_=sa.String(length=400))
    op.create_index("ix_outbox_announced", "outbox", ["address"], sqlite_where=ANNOUNCED, postgresql_where=ANNOUNCED)
    op.create_table(
        "consent",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("address", sa.Integer(), nullable=False),
        sa.Column("at", storage.columns.UtcDateTime(timezone=True), nullable=False),
        sa.Column("given", sa.Boolean(), nullable=False),
        sa.Column("text", sa.String(length=200), nullable=False),
        sa.ForeignKeyConstraint(["address"], ["address.id"], name=op.f("fk_consent_address")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_consent")),
    )
    op.create_index(op.f("ix_consent_address"), "consent", ["address"])
    op.create_table(
        "message_count",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("month", sa.String(length=7), nullable=False),
        sa.Column("circle", sa.Integer(), nullable=False),
        sa.Column("channel", sa.String(length=20), nullable=False),
        sa.Column("kind", sa.String(length=10), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_message_count")),
        sa.UniqueConstraint(
            "month", "circle", "channel", "kind", name=op.f("uq_message_count_month_circle_channel_kind")
        ),
    )


def downgrade() -> None:
    op.drop_table("message_count")
    op.drop_table("consent")
    op.drop_index("ix_outbox_announced", "outbox")
    with op.batch_alter_table("outbox") as batch_op:
        batch_op.alter_column("provider_id", existing_type=sa.String(length=400), type_=sa.String(length=80))
        batch_op.drop_column("status")
