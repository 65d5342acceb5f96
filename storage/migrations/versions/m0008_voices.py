"""People without a phone and who speaks for them, and codes that bring a second address"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

import storage.columns

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # In words: for a reference Alembic would make SQLite's table anew, which other tables point to.
    op.execute("ALTER TABLE member ADD COLUMN voice INTEGER CONSTRAINT fk_member_voice REFERENCES member (id)")
    op.create_index("ix_member_voice", "member", ["voice"])
    op.create_table(
        "pairing",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person", sa.Integer(), nullable=False),
        sa.Column("code_hash", sa.String(length=64), nullable=False),
        sa.Column("expires_at", storage.columns.UtcDateTime(timezone=True), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["person"], ["person.id"], name=op.f("fk_pairing_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pairing")),
        sa.UniqueConstraint("code_hash", name=op.f("uq_pairing_code_hash")),
    )
    op.create_index(op.f("ix_pairing_person"), "pairing", ["person"])


def downgrade() -> None:
    op.drop_table("pairing")
    op.drop_index("ix_member_voice", "member")
    with op.batch_alter_table("member") as batch_op:
        batch_op.drop_constraint("fk_member_voice", type_="foreignkey")
        batch_op.drop_column("voice")
