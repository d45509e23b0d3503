"""Passwords: what is accepted, how they are kept, and the ones handed out once."""

import hashlib
import re
import secrets
import unicodedata
from functools import lru_cache

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from domain.shared.outcomes import DomainError

LEAST_LENGTH = 12
# Hashing reads all of it; a book as a password would only keep the server busy.
MOST_LENGTH = 200
_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"  # without 0/O and 1/I, which people misread
_LOGIN = re.compile(r"[^@\s]+@[^@\s]+\.?[^@\s]*")
_LONGEST_LOGIN = 254


def normal_login(given: str) -> str:
    """The login as it is stored: an e-mail address, in lower case.

    Raises:
        DomainError: ``accounts.login_form``.
    """
    login = unicodedata.normalize("NFKC", given).strip().casefold()
    if len(login) > _LONGEST_LOGIN or not _LOGIN.fullmatch(login):
        raise DomainError("accounts.login_form")
    return login


def check_password(password: str, again: str, login: str) -> None:
    """Accept any sentence that is long enough, is not the login, and was typed the same twice.

    Raises:
        DomainError: ``accounts.password_short``, ``accounts.password_long``, ``accounts.password_is_login``,
            ``accounts.passwords_differ``.
    """
    if len(password) < LEAST_LENGTH:
        raise DomainError("accounts.password_short", least=LEAST_LENGTH)
    if len(password) > MOST_LENGTH:
        raise DomainError("accounts.password_long", most=MOST_LENGTH)
    if password.strip().casefold() == login:
        raise DomainError("accounts.password_is_login")
    if password != again:
        raise DomainError("accounts.passwords_differ")


@lru_cache(maxsize=1)
def _hasher() -> PasswordHasher:
    return PasswordHasher()


def hashed(password: str) -> str:
    """Argon2id of the password, about a tenth of a second of work on purpose."""
    return _hasher().hash(unicodedata.normalize("NFKC", password))


@lru_cache(maxsize=1)
def _nobodys_hash() -> str:
    return hashed(secrets.token_urlsafe())


def matches(password: str, password_hash: str | None) -> bool:
    """Whether it is the password; takes as long for a login that does not exist (`password_hash` None)."""
    if len(password) > MOST_LENGTH:
        return False
    try:
        _hasher().verify(password_hash or _nobodys_hash(), unicodedata.normalize("NFKC", password))
    except (VerificationError, InvalidHashError):
        return False
    return password_hash is not None


def handed_out(groups: int = 4) -> str:
    """A password or code for one use: groups of four letters people can read to each other, 20 bits each."""
    return "-".join("".join(secrets.choice(_LETTERS) for _ in range(4)) for _ in range(groups))


def fingerprint(secret: str) -> str:
    """SHA-256; enough for a random secret, which nobody can guess from it."""
    return hashlib.sha256(secret.encode()).hexdigest()
