"""What every table has."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Integer, MetaData

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def id_() -> Column[int]:
    """The number by which a row is known."""
    return Column("id", Integer, primary_key=True)


def version() -> Column[int]:
    """How often a row was changed: who changes it says which version they saw."""
    return Column("version", Integer, nullable=False)


def to(table: str, name: str, *, nullable: bool = False, index: bool = True) -> Column[int]:
    """A column that names a row of this table."""
    # Nothing is deleted in cascade: forgetting a person is a sequence of its own (storage/erasing.py).
    return Column(name, ForeignKey(f"{table}.id"), nullable=nullable, index=index)
