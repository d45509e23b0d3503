"""What is stored. Importing the package knows every table."""

from models.audit import AuditEntry
from models.base import Owned
from models.people import Login, Organisation, SetupCode, SignInAttempt, User
from models.projects import Project, RecordEntry, StoredFile

__all__ = [
    "AuditEntry",
    "Login",
    "Organisation",
    "Owned",
    "Project",
    "RecordEntry",
    "SetupCode",
    "SignInAttempt",
    "StoredFile",
    "User",
]
