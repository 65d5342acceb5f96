"""The region of a circle's school holidays"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("circle", sa.Column("region", sa.String(10), nullable=False, server_default=""))


def downgrade() -> None:
    op.drop_column("circle", "region")
