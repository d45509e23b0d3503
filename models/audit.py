"""Who did what, when. Entries are added and never touched again: the session refuses, and so does the database."""

from datetime import datetime
from typing import Any, NoReturn

from sqlalchemy import event
from sqlmodel import Field, SQLModel

from models.base import ID_LENGTH
from models.types import Json, UtcDateTime


class AuditEntry(SQLModel, table=True):
    """One thing a person did, written in the same transaction as the change itself.

    Attributes:
        user_id: empty when the command line or the installation acted.
        action: what was done, as a code (``people.add``).
        kind: table of the record.
        record_id: the record.
        before: plain values before the change, never a password or its hash.
        after: plain values after it.
    """

    __tablename__ = "audit_entries"

    id: int | None = Field(default=None, primary_key=True)
    at: datetime = Field(sa_type=UtcDateTime, index=True)
    organisation_id: str = Field(foreign_key="organisations.id", index=True, max_length=ID_LENGTH)
    user_id: str | None = Field(default=None, max_length=ID_LENGTH)
    action: str = Field(max_length=80)
    kind: str = Field(max_length=40)
    record_id: str = Field(max_length=ID_LENGTH)
    before: Any = Field(default=None, sa_type=Json, nullable=True)
    after: Any = Field(default=None, sa_type=Json, nullable=True)


class AuditIsAppendOnlyError(Exception):
    """Somebody tried to change or delete an audit entry."""


def _refuse(*_: Any) -> NoReturn:
    raise AuditIsAppendOnlyError


event.listen(AuditEntry, "before_update", _refuse)
event.listen(AuditEntry, "before_delete", _refuse)
