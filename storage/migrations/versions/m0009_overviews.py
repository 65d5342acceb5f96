"""What coordinators see and offer, hours that are agreed with, groups on a shift, and since when a shift is open"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

import storage.columns

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # When older shifts came open and were taken is not known: that stays empty.
    op.add_column("shift", sa.Column("opened_at", storage.columns.UtcDateTime(), nullable=True))
    op.add_column("assignment", sa.Column("taken_at", storage.columns.UtcDateTime(), nullable=True))
    op.add_column("assignment", sa.Column("people", sa.Integer(), nullable=False, server_default="1"))
    op.add_column("circle", sa.Column("kind", sa.String(20), nullable=False, server_default="care"))
    sees = sa.Column("coordinator_sees", storage.columns.Json, nullable=False, server_default='["open", "hours"]')
    op.add_column("circle", sees)
    op.create_table(
        "timesheet",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("circle", sa.Integer(), nullable=False),
        sa.Column("member", sa.Integer(), nullable=False),
        sa.Column("month", sa.String(7), nullable=False),
        sa.Column("hours", storage.columns.Json, nullable=False),
        sa.Column("signed_by", sa.Integer(), nullable=False),
        sa.Column("signed_at", storage.columns.UtcDateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["circle"], ["circle.id"], name="fk_timesheet_circle"),
        sa.ForeignKeyConstraint(["member"], ["member.id"], name="fk_timesheet_member"),
        sa.ForeignKeyConstraint(["signed_by"], ["member.id"], name="fk_timesheet_signed_by"),
        sa.PrimaryKeyConstraint("id", name="pk_timesheet"),
    )
    for column in ("circle", "member", "signed_by"):
        op.create_index(f"ix_timesheet_{column}", "timesheet", [column])
    op.create_table(
        "loan",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("circle", sa.Integer(), nullable=False),
        sa.Column("shift", sa.Integer(), nullable=False),
        sa.Column("organisation", sa.Integer(), nullable=False),
        sa.Column("by", sa.Integer(), nullable=False),
        sa.Column("volunteers", storage.columns.Json, nullable=False),
        sa.Column("group", sa.String(100), nullable=False),
        sa.Column("people", sa.Integer(), nullable=False),
        sa.Column("at", storage.columns.UtcDateTime(), nullable=False),
        sa.Column("state", sa.String(10), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["circle"], ["circle.id"], name="fk_loan_circle"),
        sa.ForeignKeyConstraint(["shift"], ["shift.id"], name="fk_loan_shift"),
        sa.ForeignKeyConstraint(["organisation"], ["circle.id"], name="fk_loan_organisation"),
        sa.ForeignKeyConstraint(["by"], ["member.id"], name="fk_loan_by"),
        sa.PrimaryKeyConstraint("id", name="pk_loan"),
    )
    for column in ("circle", "shift", "organisation", "by"):
        op.create_index(f"ix_loan_{column}", "loan", [column])


def downgrade() -> None:
    op.drop_table("loan")
    op.drop_table("timesheet")
    for table, column in (
        ("circle", "coordinator_sees"),
        ("circle", "kind"),
        ("assignment", "people"),
        ("assignment", "taken_at"),
        ("shift", "opened_at"),
    ):
        op.drop_column(table, column)
