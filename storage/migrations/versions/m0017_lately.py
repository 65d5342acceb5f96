"""What somebody wished last, which their next message may lean on"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from storage.columns import Json

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("conversation", sa.Column("lately", Json, nullable=False, server_default="{}"))


def downgrade() -> None:
    op.drop_column("conversation", "lately")
