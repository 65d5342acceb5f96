"""What is asked around, what is given back for help, and when somebody gets which overview"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from storage.columns import Json, UtcDateTime

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("task", sa.Column("ask", sa.Boolean(), nullable=False, server_default=sa.true()))
    op.add_column("ask_round", sa.Column("told_at", UtcDateTime(), nullable=True))
    op.add_column("circle", sa.Column("gives", sa.String(200), nullable=False, server_default=""))
    op.add_column("person", sa.Column("times", Json, nullable=False, server_default="{}"))


def downgrade() -> None:
    op.drop_column("person", "times")
    op.drop_column("circle", "gives")
    op.drop_column("ask_round", "told_at")
    op.drop_column("task", "ask")
