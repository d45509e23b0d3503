"""What is stored. Importing the package knows every table."""

from models.audit import AuditEntry
from models.base import Owned
from models.costing import QuotedPrice, Scenario
from models.people import Login, Organisation, SetupCode, SignInAttempt, User
from models.projects import Project, RecordEntry, StoredFile
from models.requirements import Comment, NamedVersion

__all__ = [
    "AuditEntry",
    "Comment",
    "Login",
    "NamedVersion",
    "Organisation",
    "Owned",
    "Project",
    "QuotedPrice",
    "RecordEntry",
    "Scenario",
    "SetupCode",
    "SignInAttempt",
    "StoredFile",
    "User",
]
