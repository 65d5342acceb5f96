"""All that goes to one person has a lane, so that it goes in order"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

OWED = sa.text("sent_at IS NULL AND error = ''")


def upgrade() -> None:
    op.add_column("outbox", sa.Column("lane", sa.Integer(), nullable=True))
    op.execute("UPDATE outbox SET lane = coalesce(person, -address)")
    op.create_index("ix_outbox_lane", "outbox", ["lane", "due_at", "id"], sqlite_where=OWED, postgresql_where=OWED)


def downgrade() -> None:
    op.drop_index("ix_outbox_lane", "outbox")
    op.drop_column("outbox", "lane")
