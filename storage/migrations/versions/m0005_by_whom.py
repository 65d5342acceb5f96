"""Finding what somebody made or wrote, and what is of one circle, without walking through everybody's"""

from __future__ import annotations

from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

INDEXES = (
    ("invite", "made_by"),
    ("task", "made_by"),
    ("log_entry", "author"),
    ("offer", "made_by"),
    ("offer", "to_member"),
    ("conversation", "circle"),
    ("change", "circle"),
)


def upgrade() -> None:
    for table, column in INDEXES:
        op.create_index(f"ix_{table}_{column}", table, [column])


def downgrade() -> None:
    for table, column in INDEXES:
        op.drop_index(f"ix_{table}_{column}", table)
