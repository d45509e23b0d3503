"""What people add to a project's requirements: remarks on a question, and states kept under a name."""

from datetime import datetime
from typing import Any

from sqlalchemy import Index, UniqueConstraint
from sqlmodel import Field

from models.base import ID_LENGTH, Owned
from models.types import Json, UtcDateTime


class Comment(Owned, table=True):
    """What one colleague wrote about one question.

    Attributes:
        question: id of the question; all comments on it are one thread.
        text: as written, several lines allowed.
        resolved_at: when somebody declared it settled; None while it is open.
        resolved_by: the user who did.
    """

    __tablename__ = "comments"
    __table_args__ = (Index(None, "project_id", "question"),)

    project_id: str = Field(foreign_key="projects.id", ondelete="CASCADE", max_length=ID_LENGTH)
    question: str = Field(max_length=120)
    text: str = Field(max_length=2000)
    resolved_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    resolved_by: str | None = Field(default=None, max_length=ID_LENGTH)


class NamedVersion(Owned, table=True):
    """All requirements of a project as they stood at one moment. Made once and never changed.

    Attributes:
        number: counts the versions of the project from 1.
        name: as a person called it; empty when the occasion says enough.
        occasion: by_hand, ready, share, import or restore.
        content: by question the state, plain value and origin, refused drafts included.
    """

    __tablename__ = "named_versions"
    __table_args__ = (UniqueConstraint("project_id", "number"),)

    project_id: str = Field(foreign_key="projects.id", ondelete="CASCADE", max_length=ID_LENGTH)
    number: int
    name: str = Field(default="", max_length=200)
    occasion: str = Field(max_length=16)
    content: Any = Field(sa_type=Json)
