"""What every stored record has: an identity, its organisation, who touched it and when, and a version."""

from datetime import datetime
from typing import Any
from uuid import uuid4

from sqlalchemy.orm import declared_attr
from sqlmodel import Field, SQLModel

from models.types import UtcDateTime

# One pattern per kind of constraint, so that a migration can name what it changes on both databases.
SQLModel.metadata.naming_convention = {
    "ix": "ix_%(column_0_N_label)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}

ID_LENGTH = 32


def new_id() -> str:
    """An identity nobody can guess: 32 hexadecimal digits."""
    return uuid4().hex


class Identified(SQLModel):
    """A record with an identity of its own."""

    id: str = Field(default_factory=new_id, primary_key=True, max_length=ID_LENGTH)


class Owned(Identified):
    """A record that belongs to one organisation. The unit of work fills every field but `id`.

    Attributes:
        organisation_id: whose record it is; nobody else ever sees it.
        created_by: the user who made it; empty only for what the installation itself made.
        changed_by: the user who last changed it.
        version: counts the changes; a second writer of the same version is refused.
    """

    organisation_id: str = Field(default="", foreign_key="organisations.id", index=True, max_length=ID_LENGTH)
    created_by: str | None = Field(default=None, max_length=ID_LENGTH)
    created_at: datetime = Field(default=None, sa_type=UtcDateTime, nullable=False)
    changed_by: str | None = Field(default=None, max_length=ID_LENGTH)
    changed_at: datetime = Field(default=None, sa_type=UtcDateTime, nullable=False)
    version: int = Field(default=None, nullable=False)

    @declared_attr.directive
    @classmethod
    def __mapper_args__(cls) -> dict[str, Any]:
        """Optimistic locking on `version`."""
        return {"version_id_col": cls.__table__.c.version}  # type: ignore[attr-defined]  # set by the mapping
