"""A merchant's project: its record of answers and its files."""

from datetime import datetime
from typing import Any

from sqlalchemy import Index, LargeBinary, UniqueConstraint
from sqlmodel import Field

from models.base import ID_LENGTH, Owned
from models.types import Json, UtcDateTime


class Project(Owned, table=True):
    """One undertaking to outsource customer service, from requirements to contract.

    Attributes:
        sample: id of the built-in sample it was made from, empty for a merchant's own.
        archived_at: put away, still readable.
        deleted_at: deleted: readable and restorable at any time, but nothing in it can be changed meanwhile.
    """

    __tablename__ = "projects"

    name: str = Field(max_length=200)
    sample: str = Field(default="", max_length=80)
    archived_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    deleted_at: datetime | None = Field(default=None, sa_type=UtcDateTime)


class RecordEntry(Owned, table=True):
    """One value of a project's record.

    Attributes:
        subject: requirements, pilot or contract.
        key: question or field within the subject.
        state: answered, not_applicable, later, or draft (typed, refused by its question, kept).
        value: plain values as the subject's domain package reads them.
        origin: where the value came from: typed, default (a person accepted it), sample, import
            or pack:<platform>.
    """

    __tablename__ = "record_entries"
    __table_args__ = (UniqueConstraint("project_id", "subject", "key"),)

    project_id: str = Field(foreign_key="projects.id", ondelete="CASCADE", max_length=ID_LENGTH)
    subject: str = Field(max_length=32)
    key: str = Field(max_length=120)
    state: str = Field(default="answered", max_length=16)
    value: Any = Field(default=None, sa_type=Json, nullable=True)
    origin: str = Field(default="", max_length=200)


class StoredFile(Owned, table=True):
    """A file that belongs to a project, kept whole.

    Attributes:
        subject: requirements, pilot or contract.
        sha256: of the content; what a person can compare.
        size: bytes.
        zone: time zone chosen for times without an offset, empty when it does not matter.
        note: plain values the subject keeps beside the file.
    """

    __tablename__ = "stored_files"
    __table_args__ = (Index(None, "project_id", "subject"),)

    project_id: str = Field(foreign_key="projects.id", ondelete="CASCADE", max_length=ID_LENGTH)
    subject: str = Field(max_length=32)
    name: str = Field(max_length=255)
    sha256: str = Field(max_length=64)
    size: int
    content: bytes = Field(sa_type=LargeBinary)
    zone: str = Field(default="", max_length=64)
    note: Any = Field(default=None, sa_type=Json, nullable=True)
