"""The first tables"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy import Text
from sqlalchemy.dialects import postgresql

import storage.columns

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "circle",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("recipient", sa.String(length=100), nullable=False),
        sa.Column("made_at", storage.columns.UtcDateTime(timezone=True), nullable=False),
        sa.Column("kinship", sa.String(length=40), nullable=False),
        sa.Column("zone", sa.String(length=40), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_circle")),
    )
    op.create_table(
        "inbound",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("channel", sa.String(length=20), nullable=False),
        sa.Column("external_id", sa.String(length=120), nullable=False),
        sa.Column("at", storage.columns.UtcDateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_inbound")),
        sa.UniqueConstraint("channel", "external_id", name=op.f("uq_inbound_channel_external_id")),
    )
    with op.batch_alter_table("inbound", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_inbound_at"), ["at"], unique=False)

    op.create_table(
        "person",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=100), nullable=False),
        sa.Column("agreed_at", storage.columns.UtcDateTime(timezone=True), nullable=False),
        sa.Column("formal", sa.Boolean(), nullable=False),
        sa.Column("zone", sa.String(length=40), nullable=False),
        sa.Column("quiet_from", sa.Integer(), nullable=False),
        sa.Column("quiet_until", sa.Integer(), nullable=False),
        sa.Column(
            "remind_before", sa.JSON().with_variant(postgresql.JSONB(astext_type=Text()), "postgresql"), nullable=False
        ),
        sa.Column("address", sa.Integer(), nullable=True),
        sa.Column("muted", sa.JSON().with_variant(postgresql.JSONB(astext_type=Text()), "postgresql"), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_person")),
    )
    op.create_table(
        "absence",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person", sa.Integer(), nullable=False),
        sa.Column("starts", storage.columns.UtcDateTime(timezone=True), nullable=False),
        sa.Column("ends", storage.columns.UtcDateTime(timezone=True), nullable=False),
        sa.Column("ended", sa.Boolean(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["person"], ["person.id"], name=op.f("fk_absence_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_absence")),
    )
    with op.batch_alter_table("absence", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_absence_person"), ["person"], unique=False)

    op.create_table(
        "address",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("channel", sa.String(length=20), nullable=False),
        sa.Column("chat", sa.String(length=80), nullable=False),
        sa.Column("person", sa.Integer(), nullable=True),
        sa.Column("declined_at", storage.columns.UtcDateTime(timezone=True), nullable=True),
        sa.Column("unreachable", sa.String(length=20), nullable=False),
        sa.Column("last_in_at", storage.columns.UtcDateTime(timezone=True), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["person"], ["person.id"], name=op.f("fk_address_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_address")),
        sa.UniqueConstraint("channel", "chat", name=op.f("uq_address_channel_chat")),
    )
    with op.batch_alter_table("address", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_address_person"), ["person"], unique=False)

    op.create_table(
        "ask_round",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("circle", sa.Integer(), nullable=False),
        sa.Column("on", sa.Boolean(), nullable=False),
        sa.Column("rings", sa.JSON().with_variant(postgresql.JSONB(astext_type=Text()), "postgresql"), nullable=False),
        sa.Column("next_at", storage.columns.UtcDateTime(timezone=True), nullable=True),
        sa.Column("wave", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["circle"], ["circle.id"], name=op.f("fk_ask_round_circle")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ask_round")),
        sa.UniqueConstraint("circle", name=op.f("uq_ask_round_circle")),
    )
    with op.batch_alter_table("ask_round", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_ask_round_next_at"), ["next_at"], unique=False)

    op.create_table(
        "change",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person", sa.Integer(), nullable=False),
        sa.Column("circle", sa.Integer(), nullable=True),
        sa.Column("at", storage.columns.UtcDateTime(timezone=True), nullable=False),
        sa.Column("what", sa.String(length=60), nullable=False),
        sa.Column("rows", sa.JSON().with_variant(postgresql.JSONB(astext_type=Text()), "postgresql"), nullable=False),
        sa.Column("told", sa.JSON().with_variant(postgresql.JSONB(astext_type=Text()), "postgresql"), nullable=False),
        sa.Column("about", sa.Text(), nullable=False),
        sa.Column("undone_at", storage.columns.UtcDateTime(timezone=True), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["person"], ["person.id"], name=op.f("fk_change_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_change")),
    )
    with op.batch_alter_table("change", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_change_person"), ["person"], unique=False)

    op.create_table(
        "member",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("circle", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=100), nullable=False),
        sa.Column("person", sa.Integer(), nullable=True),
        sa.Column("role", sa.String(length=20), nullable=False),
        sa.Column("ring", sa.String(length=20), nullable=False),
        sa.Column("standing", sa.String(length=20), nullable=False),
        sa.Column("since", storage.columns.UtcDateTime(timezone=True), nullable=True),
        sa.Column("left_at", storage.columns.UtcDateTime(timezone=True), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["circle"], ["circle.id"], name=op.f("fk_member_circle")),
        sa.ForeignKeyConstraint(["person"], ["person.id"], name=op.f("fk_member_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_member")),
    )
    with op.batch_alter_table("member", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_member_circle"), ["circle"], unique=False)
        batch_op.create_index(batch_op.f("ix_member_person"), ["person"], unique=False)

    op.create_table(
        "never",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person", sa.Integer(), nullable=False),
        sa.Column(
            "weekdays", sa.JSON().with_variant(postgresql.JSONB(astext_type=Text()), "postgresql"), nullable=False
        ),
        sa.Column("from_minute", sa.Integer(), nullable=False),
        sa.Column("until_minute", sa.Integer(), nullable=False),
        sa.Column("ended", sa.Boolean(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["person"], ["person.id"], name=op.f("fk_never_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_never")),
    )
    with op.batch_alter_table("never", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_never_person"), ["person"], unique=False)

    op.create_table(
        "ask",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("round", sa.Integer(), nullable=False),
        sa.Column("member", sa.Integer(), nullable=False),
        sa.Column("shifts", sa.JSON().with_variant(postgresql.JSONB(astext_type=Text()), "postgresql"), nullable=False),
        sa.Column("wave", sa.Integer(), nullable=False),
        sa.Column("at", storage.columns.UtcDateTime(timezone=True), nullable=False),
        sa.Column("answer", sa.String(length=10), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["member"], ["member.id"], name=op.f("fk_ask_member")),
        sa.ForeignKeyConstraint(["round"], ["ask_round.id"], name=op.f("fk_ask_round")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ask")),
    )
    with op.batch_alter_table("ask", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_ask_member"), ["member"], unique=False)
        batch_op.create_index(batch_op.f("ix_ask_round_at"), ["round", "at"], unique=False)

    op.create_table(
        "conversation",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("address", sa.Integer(), nullable=False),
        sa.Column("circle", sa.Integer(), nullable=True),
        sa.Column("state", sa.JSON().with_variant(postgresql.JSONB(astext_type=Text()), "postgresql"), nullable=False),
        sa.Column(
            "guesses", sa.JSON().with_variant(postgresql.JSONB(astext_type=Text()), "postgresql"), nullable=False
        ),
        sa.Column("last_in_at", storage.columns.UtcDateTime(timezone=True), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["address"], ["address.id"], name=op.f("fk_conversation_address")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_conversation")),
        sa.UniqueConstraint("address", name=op.f("uq_conversation_address")),
    )
    op.create_table(
        "invite",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("circle", sa.Integer(), nullable=False),
        sa.Column("made_by", sa.Integer(), nullable=False),
        sa.Column("code_hash", sa.String(length=64), nullable=False),
        sa.Column("expires_at", storage.columns.UtcDateTime(timezone=True), nullable=False),
        sa.Column("uses_left", sa.Integer(), nullable=False),
        sa.Column("ring", sa.String(length=20), nullable=False),
        sa.Column("role", sa.String(length=20), nullable=False),
        sa.Column("member", sa.Integer(), nullable=True),
        sa.Column("on_wall", sa.Boolean(), nullable=False),
        sa.Column("withdrawn_at", storage.columns.UtcDateTime(timezone=True), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["circle"], ["circle.id"], name=op.f("fk_invite_circle")),
        sa.ForeignKeyConstraint(["made_by"], ["member.id"], name=op.f("fk_invite_made_by")),
        sa.ForeignKeyConstraint(["member"], ["member.id"], name=op.f("fk_invite_member")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_invite")),
        sa.UniqueConstraint("code_hash", name=op.f("uq_invite_code_hash")),
    )
    with op.batch_alter_table("invite", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_invite_circle"), ["circle"], unique=False)

    op.create_table(
        "outbox",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=30), nullable=False),
        sa.Column("person", sa.Integer(), nullable=True),
        sa.Column("address", sa.Integer(), nullable=True),
        sa.Column("edits", sa.Integer(), nullable=True),
        sa.Column(
            "payload", sa.JSON().with_variant(postgresql.JSONB(astext_type=Text()), "postgresql"), nullable=False
        ),
        sa.Column("subject", sa.Integer(), nullable=True),
        sa.Column("due_at", storage.columns.UtcDateTime(timezone=True), nullable=False),
        sa.Column("useful_until", storage.columns.UtcDateTime(timezone=True), nullable=True),
        sa.Column("dedupe_key", sa.String(length=120), nullable=True),
        sa.Column("claimed_until", storage.columns.UtcDateTime(timezone=True), nullable=True),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("provider_id", sa.String(length=80), nullable=True),
        sa.Column("sent_at", storage.columns.UtcDateTime(timezone=True), nullable=True),
        sa.Column("error", sa.String(length=30), nullable=False),
        sa.ForeignKeyConstraint(["address"], ["address.id"], name=op.f("fk_outbox_address")),
        sa.ForeignKeyConstraint(["person"], ["person.id"], name=op.f("fk_outbox_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outbox")),
        sa.UniqueConstraint("dedupe_key", name=op.f("uq_outbox_dedupe_key")),
    )
    with op.batch_alter_table("outbox", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_outbox_address"), ["address"], unique=False)
        batch_op.create_index("ix_outbox_kind_subject", ["kind", "subject"], unique=False)
        batch_op.create_index(
            "ix_outbox_owed",
            ["due_at", "id"],
            unique=False,
            sqlite_where=sa.text("sent_at IS NULL AND error = ''"),
            postgresql_where=sa.text("sent_at IS NULL AND error = ''"),
        )
        batch_op.create_index(batch_op.f("ix_outbox_person"), ["person"], unique=False)

    op.create_table(
        "question",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("address", sa.Integer(), nullable=False),
        sa.Column(
            "options", sa.JSON().with_variant(postgresql.JSONB(astext_type=Text()), "postgresql"), nullable=False
        ),
        sa.Column("asked_at", storage.columns.UtcDateTime(timezone=True), nullable=False),
        sa.Column("outbox", sa.Integer(), nullable=True),
        sa.Column("once", sa.Boolean(), nullable=False),
        sa.Column("dialog", sa.String(length=40), nullable=False),
        sa.Column("about", sa.String(length=80), nullable=False),
        sa.Column("answered_at", storage.columns.UtcDateTime(timezone=True), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["address"], ["address.id"], name=op.f("fk_question_address")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_question")),
    )
    with op.batch_alter_table("question", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_question_address"), ["address"], unique=False)
        batch_op.create_index(batch_op.f("ix_question_outbox"), ["outbox"], unique=False)

    op.create_table(
        "task",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("circle", sa.Integer(), nullable=False),
        sa.Column("what", sa.String(length=200), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("made_by", sa.Integer(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("people_needed", sa.Integer(), nullable=False),
        sa.Column("at_home", sa.Boolean(), nullable=False),
        sa.Column("critical", sa.Boolean(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["circle"], ["circle.id"], name=op.f("fk_task_circle")),
        sa.ForeignKeyConstraint(["made_by"], ["member.id"], name=op.f("fk_task_made_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_task")),
    )
    with op.batch_alter_table("task", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_task_circle"), ["circle"], unique=False)

    op.create_table(
        "series",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("task", sa.Integer(), nullable=False),
        sa.Column("starts", storage.columns.UtcDateTime(timezone=True), nullable=False),
        sa.Column("rule", sa.String(length=300), nullable=False),
        sa.Column("habit", sa.Integer(), nullable=True),
        sa.Column("made_until", storage.columns.UtcDateTime(timezone=True), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["habit"], ["member.id"], name=op.f("fk_series_habit")),
        sa.ForeignKeyConstraint(["task"], ["task.id"], name=op.f("fk_series_task")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_series")),
    )
    with op.batch_alter_table("series", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_series_task"), ["task"], unique=False)

    op.create_table(
        "shift",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("circle", sa.Integer(), nullable=False),
        sa.Column("task", sa.Integer(), nullable=False),
        sa.Column("series", sa.Integer(), nullable=False),
        sa.Column("original_start", storage.columns.UtcDateTime(timezone=True), nullable=False),
        sa.Column("start", storage.columns.UtcDateTime(timezone=True), nullable=False),
        sa.Column("end", storage.columns.UtcDateTime(timezone=True), nullable=False),
        sa.Column("what", sa.String(length=200), nullable=False),
        sa.Column("people_needed", sa.Integer(), nullable=False),
        sa.Column("at_home", sa.Boolean(), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["circle"], ["circle.id"], name=op.f("fk_shift_circle")),
        sa.ForeignKeyConstraint(["series"], ["series.id"], name=op.f("fk_shift_series")),
        sa.ForeignKeyConstraint(["task"], ["task.id"], name=op.f("fk_shift_task")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_shift")),
        sa.UniqueConstraint("series", "original_start", name=op.f("uq_shift_series_original_start")),
    )
    with op.batch_alter_table("shift", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_shift_circle_start"), ["circle", "start"], unique=False)
        batch_op.create_index(batch_op.f("ix_shift_task"), ["task"], unique=False)

    op.create_table(
        "assignment",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("shift", sa.Integer(), nullable=False),
        sa.Column("member", sa.Integer(), nullable=False),
        sa.Column("part", sa.String(length=20), nullable=False),
        sa.Column("since", storage.columns.UtcDateTime(timezone=True), nullable=False),
        sa.Column("late_minutes", sa.Integer(), nullable=False),
        sa.Column("overridden", sa.Boolean(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["member"], ["member.id"], name=op.f("fk_assignment_member")),
        sa.ForeignKeyConstraint(["shift"], ["shift.id"], name=op.f("fk_assignment_shift")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_assignment")),
    )
    with op.batch_alter_table("assignment", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_assignment_member"), ["member"], unique=False)
        batch_op.create_index(batch_op.f("ix_assignment_shift"), ["shift"], unique=False)

    op.create_table(
        "log_entry",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("circle", sa.Integer(), nullable=False),
        sa.Column("author", sa.Integer(), nullable=True),
        sa.Column("at", storage.columns.UtcDateTime(timezone=True), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("shift", sa.Integer(), nullable=True),
        sa.Column("private", sa.Boolean(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["author"], ["member.id"], name=op.f("fk_log_entry_author")),
        sa.ForeignKeyConstraint(["circle"], ["circle.id"], name=op.f("fk_log_entry_circle")),
        sa.ForeignKeyConstraint(["shift"], ["shift.id"], name=op.f("fk_log_entry_shift")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_log_entry")),
    )
    with op.batch_alter_table("log_entry", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_log_entry_circle_at"), ["circle", "at"], unique=False)

    op.create_table(
        "offer",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("circle", sa.Integer(), nullable=False),
        sa.Column("assignment", sa.Integer(), nullable=False),
        sa.Column("made_by", sa.Integer(), nullable=False),
        sa.Column("to_member", sa.Integer(), nullable=True),
        sa.Column("in_return", sa.Integer(), nullable=True),
        sa.Column("until", storage.columns.UtcDateTime(timezone=True), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["assignment"], ["assignment.id"], name=op.f("fk_offer_assignment")),
        sa.ForeignKeyConstraint(["circle"], ["circle.id"], name=op.f("fk_offer_circle")),
        sa.ForeignKeyConstraint(["in_return"], ["assignment.id"], name=op.f("fk_offer_in_return")),
        sa.ForeignKeyConstraint(["made_by"], ["member.id"], name=op.f("fk_offer_made_by")),
        sa.ForeignKeyConstraint(["to_member"], ["member.id"], name=op.f("fk_offer_to_member")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_offer")),
    )
    with op.batch_alter_table("offer", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_offer_assignment"), ["assignment"], unique=False)


def downgrade() -> None:
    with op.batch_alter_table("offer", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_offer_assignment"))

    op.drop_table("offer")
    with op.batch_alter_table("log_entry", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_log_entry_circle_at"))

    op.drop_table("log_entry")
    with op.batch_alter_table("assignment", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_assignment_shift"))
        batch_op.drop_index(batch_op.f("ix_assignment_member"))

    op.drop_table("assignment")
    with op.batch_alter_table("shift", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_shift_task"))
        batch_op.drop_index(batch_op.f("ix_shift_circle_start"))

    op.drop_table("shift")
    with op.batch_alter_table("series", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_series_task"))

    op.drop_table("series")
    with op.batch_alter_table("task", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_task_circle"))

    op.drop_table("task")
    with op.batch_alter_table("question", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_question_outbox"))
        batch_op.drop_index(batch_op.f("ix_question_address"))

    op.drop_table("question")
    with op.batch_alter_table("outbox", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_outbox_person"))
        batch_op.drop_index(
            "ix_outbox_owed",
            sqlite_where=sa.text("sent_at IS NULL AND error = ''"),
            postgresql_where=sa.text("sent_at IS NULL AND error = ''"),
        )
        batch_op.drop_index("ix_outbox_kind_subject")
        batch_op.drop_index(batch_op.f("ix_outbox_address"))

    op.drop_table("outbox")
    with op.batch_alter_table("invite", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_invite_circle"))

    op.drop_table("invite")
    op.drop_table("conversation")
    with op.batch_alter_table("ask", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_ask_round_at"))
        batch_op.drop_index(batch_op.f("ix_ask_member"))

    op.drop_table("ask")
    with op.batch_alter_table("never", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_never_person"))

    op.drop_table("never")
    with op.batch_alter_table("member", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_member_person"))
        batch_op.drop_index(batch_op.f("ix_member_circle"))

    op.drop_table("member")
    with op.batch_alter_table("change", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_change_person"))

    op.drop_table("change")
    with op.batch_alter_table("ask_round", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_ask_round_next_at"))

    op.drop_table("ask_round")
    with op.batch_alter_table("address", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_address_person"))

    op.drop_table("address")
    with op.batch_alter_table("absence", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_absence_person"))

    op.drop_table("absence")
    op.drop_table("person")
    with op.batch_alter_table("inbound", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_inbound_at"))

    op.drop_table("inbound")
    op.drop_table("circle")
