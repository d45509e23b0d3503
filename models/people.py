"""Organisations, the people in them, and their sign-ins."""

from datetime import datetime

from sqlalchemy import Enum
from sqlmodel import Field, SQLModel

from domain.shared.people import Role
from models.base import ID_LENGTH, Identified, Owned
from models.types import UtcDateTime

# Stored by value in a text column, the same on both databases.
_ROLE = Enum(Role, native_enum=False, values_callable=lambda roles: [r.value for r in roles], length=16)


class Organisation(Identified, table=True):
    """A company that uses this installation."""

    __tablename__ = "organisations"

    name: str = Field(unique=True, max_length=200)
    created_at: datetime = Field(sa_type=UtcDateTime)


class User(Owned, table=True):
    """A person of an organisation.

    Attributes:
        login: what they sign in with, in lower case; unique in the installation.
        language: zh or en; kept per person.
        password_hash: argon2id.
        must_change_password: the password was handed out by somebody else.
        disabled_at: since when they may not sign in.
    """

    __tablename__ = "users"

    login: str = Field(unique=True, max_length=254)
    name: str = Field(max_length=200)
    role: Role = Field(sa_type=_ROLE)
    language: str = Field(default="zh", max_length=2)
    password_hash: str = Field(max_length=200)
    must_change_password: bool = False
    disabled_at: datetime | None = Field(default=None, sa_type=UtcDateTime)


class Login(Identified, table=True):
    """One signed-in browser. The cookie holds a secret of which only the hash is stored.

    Attributes:
        token_hash: SHA-256 of the cookie's secret.
        revoked_at: signed out, disabled, or the password was changed elsewhere.
    """

    __tablename__ = "logins"

    token_hash: str = Field(unique=True, max_length=64)
    user_id: str = Field(foreign_key="users.id", index=True, ondelete="CASCADE", max_length=ID_LENGTH)
    created_at: datetime = Field(sa_type=UtcDateTime)
    seen_at: datetime = Field(sa_type=UtcDateTime)
    expires_at: datetime = Field(sa_type=UtcDateTime)
    revoked_at: datetime | None = Field(default=None, sa_type=UtcDateTime)


class SignInAttempt(SQLModel, table=True):
    """A password that was tried. Counted across servers and restarts, so that guessing stays slow.

    Attributes:
        subject: ``login:<hash>`` or ``address:<address>``.
    """

    __tablename__ = "sign_in_attempts"

    id: int | None = Field(default=None, primary_key=True)
    subject: str = Field(index=True, max_length=80)
    at: datetime = Field(sa_type=UtcDateTime, index=True)


class SetupCode(SQLModel, table=True):
    """The one-time code printed by `kefu serve` while no organisation exists; only its hash is stored."""

    __tablename__ = "setup_codes"

    id: int = Field(default=1, primary_key=True)
    code_hash: str = Field(max_length=64)
    created_at: datetime = Field(sa_type=UtcDateTime)
