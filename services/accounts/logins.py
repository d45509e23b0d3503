"""Signing in and out. A login is a row on the server, so that it can be taken back at once."""

import logging
import secrets
import time
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from threading import Lock

from sqlalchemy import bindparam
from sqlmodel import col, delete, func, select, update

from domain.shared.outcomes import DomainError
from domain.shared.people import BUYING_SIDE, Actor, Role
from models import Login, Organisation, SignInAttempt, User
from services.accounts.passwords import fingerprint, matches, normal_login
from services.audit import audit
from services.unit import UnitSession, look, now, work
from words import LANGUAGES

LONGEST = timedelta(days=30)
IDLE = timedelta(days=7)
_SEEN_EVERY = timedelta(minutes=5)
# Guessing is slow enough at this pace, and a person who mistypes is not locked out for long. The tries of one
# address never shut anybody out elsewhere; the pace over all addresses only slows a crowd of them.
WINDOW = timedelta(minutes=15)
MOST_PER_LOGIN = 8
MOST_PER_LOGIN_ANYWHERE = 200
MOST_PER_ADDRESS = 40
# Pictures and scripts of one page ask who is there dozens of times a second; pages and writes ask afresh.
_CACHE_S = 10.0
_CACHE_ENTRIES = 5_000
_LOG = logging.getLogger("kefu.accounts")


@dataclass(frozen=True, slots=True, kw_only=True)
class SignedIn:
    """Somebody who is signed in.

    Attributes:
        login_id: the login's row.
        actor: the person.
        must_change_password: their password was handed out and must be replaced first.
    """

    login_id: str
    actor: Actor
    must_change_password: bool

    @property
    def role(self) -> Role:
        """Which pages they have."""
        return self.actor.role

    @property
    def may_upload(self) -> bool:
        """Whether one of their pages takes a file: a vendor's page takes none."""
        return self.actor.role in BUYING_SIDE


# Who a login belongs to; put together once, because every rerun asks it.
_WHO = (
    select(Login, User, Organisation)
    .join(User, col(User.id) == col(Login.user_id))
    .join(Organisation, col(Organisation.id) == col(User.organisation_id))
    .where(Login.id == bindparam("login_id"))
)
_cache: dict[str, tuple[float, SignedIn | None]] = {}
_cache_lock = Lock()


def sign_in(login: str, password: str, address: str) -> tuple[str, SignedIn]:
    """Check a password and open a login. Slow on purpose: call it in a thread.

    Args:
        login: as typed.
        password: as typed.
        address: where the browser is, for the limit.

    Returns:
        The secret for the cookie, and who signed in.

    Raises:
        DomainError: ``accounts.wrong_password`` or ``accounts.too_many_attempts``.
    """
    try:
        return _sign_in(login, password, address)
    except DomainError as refusal:
        # Never the login: people type their password there.
        _LOG.warning("sign-in from %r refused: %s", address, refusal.code)
        raise


def _sign_in(login: str, password: str, address: str) -> tuple[str, SignedIn]:
    try:
        normal = normal_login(login)
    except DomainError as error:
        raise DomainError("accounts.wrong_password") from error
    here, anywhere = f"pair:{fingerprint(f'{normal} {address}')}", f"login:{fingerprint(normal)}"
    count_attempt(
        {
            here: MOST_PER_LOGIN,
            anywhere: MOST_PER_LOGIN_ANYWHERE,
            f"address:{address}"[:80]: MOST_PER_ADDRESS,
        }
    )
    with look(None) as session:
        user = session.exec(select(User).where(User.login == normal)).one_or_none()
    if not matches(password, user.password_hash if user else None) or user is None or user.disabled_at:
        raise DomainError("accounts.wrong_password")
    return _open(user, here, anywhere)


def _open(user: User, *subjects: str) -> tuple[str, SignedIn]:
    """A new login; the attempts on it are forgiven."""
    token = secrets.token_urlsafe(32)
    moment = now()
    row = Login(
        token_hash=fingerprint(token),
        user_id=user.id,
        created_at=moment,
        seen_at=moment,
        expires_at=moment + LONGEST,
    )
    with work(None) as session:
        session.add(row)
        session.exec(delete(SignInAttempt).where(col(SignInAttempt.subject).in_(subjects)))
        audit(session, "login.open", user)
    signed_in = by_id(row.id)
    if signed_in is None:  # disabled between the two transactions
        raise DomainError("accounts.wrong_password")
    return token, signed_in


def count_attempt(limits: dict[str, int]) -> None:
    """Count an attempt before it is tried, so that many at once cannot slip through together.

    Raises:
        DomainError: ``accounts.too_many_attempts`` with the minutes to wait.
    """
    since = now() - WINDOW
    with work(None) as session:
        session.exec(delete(SignInAttempt).where(col(SignInAttempt.at) < since))
        _one_at_a_time(session, limits)
        full = any(_attempts(session, subject) >= most for subject, most in limits.items())
        if not full:
            session.add_all(SignInAttempt(subject=subject, at=now()) for subject in limits)
    if full:
        raise DomainError("accounts.too_many_attempts", minutes=int(WINDOW.total_seconds() // 60))


def _one_at_a_time(session: UnitSession, subjects: Iterable[str]) -> None:
    """Until this transaction ends nobody else counts these subjects; SQLite has one writer anyway."""
    if session.get_bind().dialect.name != "postgresql":
        return
    for subject in sorted(subjects):  # in one order, so that two never wait for each other
        session.exec(select(func.pg_advisory_xact_lock(func.hashtextextended(subject, 0)))).one()


def _attempts(session: UnitSession, subject: str) -> int:
    return session.exec(select(func.count()).where(SignInAttempt.subject == subject)).one()


def sign_out(login_id: str) -> None:
    """Take a login back; its browser is a stranger at its next action."""
    with work(None) as session:
        row = session.get(Login, login_id)
        user = session.get(User, row.user_id) if row else None
        if row and user and row.revoked_at is None:
            row.revoked_at = now()
            audit(session, "login.close", user)
    forget()


def revoke_all(session: UnitSession, user_id: str, *, but: str = "") -> None:
    """Take back a person's logins, all but one, within the transaction that makes it necessary."""
    session.exec(
        update(Login)
        .where(col(Login.user_id) == user_id, col(Login.id) != but, col(Login.revoked_at).is_(None))
        .values(revoked_at=now())
    )


def forget() -> None:
    """Empty this process's short memory of who is signed in; call after the transaction has ended."""
    with _cache_lock:
        _cache.clear()


def by_token(token: str) -> SignedIn | None:
    """Who holds the cookie; remembered for a few seconds. For pictures and pages, not for decisions."""
    key = fingerprint(token)
    with _cache_lock:
        until, known = _cache.get(key, (0.0, None))
    if time.monotonic() < until:
        return known
    with look(None) as session:
        login_id = session.exec(select(Login.id).where(Login.token_hash == key)).one_or_none()
    found = by_id(login_id) if login_id else None
    with _cache_lock:
        if len(_cache) >= _CACHE_ENTRIES:
            _cache.clear()
        _cache[key] = (time.monotonic() + _CACHE_S, found)
    return found


def by_id(login_id: str) -> SignedIn | None:
    """Who the login belongs to, read afresh: None when it was taken back, expired, or the person disabled."""
    with look(None) as session:
        found = session.exec(_WHO, params={"login_id": login_id}).one_or_none()
    if found is None:
        return None
    row, user, organisation = found
    moment = now()
    if row.revoked_at or user.disabled_at or moment >= row.expires_at or moment - row.seen_at > IDLE:
        return None
    _note_seen(row, moment)
    return SignedIn(
        login_id=row.id, actor=as_actor(user, organisation), must_change_password=user.must_change_password
    )


def as_actor(user: User, organisation: Organisation) -> Actor:
    """The person as services know them."""
    return Actor(
        user_id=user.id,
        organisation_id=organisation.id,
        organisation=organisation.name,
        role=Role(user.role),
        language=LANGUAGES[1] if user.language == LANGUAGES[1] else LANGUAGES[0],
        name=user.name,
        login=user.login,
    )


def _note_seen(row: Login, moment: datetime) -> None:
    """Remember that the login is in use, now and then."""
    if moment - row.seen_at > _SEEN_EVERY:
        with work(None) as session:
            session.exec(update(Login).where(col(Login.id) == row.id).values(seen_at=moment))
