"""For which shifts nobody was left to ask"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    column = sa.Column("given_up", sa.JSON().with_variant(JSONB(), "postgresql"), nullable=False, server_default="[]")
    with op.batch_alter_table("ask_round") as batch_op:
        batch_op.add_column(column)


def downgrade() -> None:
    with op.batch_alter_table("ask_round") as batch_op:
        batch_op.drop_column("given_up")
