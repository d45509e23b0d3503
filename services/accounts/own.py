"""What every person may change about themselves: password and language."""

from domain.shared.outcomes import DomainError
from domain.shared.people import Actor
from models import User
from services.accounts.logins import MOST_PER_LOGIN, count_attempt, forget, revoke_all
from services.accounts.passwords import check_password, hashed, matches
from services.audit import audit
from services.unit import find, look, work
from words import Language


def change_own_password(actor: Actor, login_id: str, *, current: str, new: str, again: str) -> bool:
    """Replace one's own password; every other browser is signed out.

    Returns:
        True: it was done.

    Raises:
        DomainError: ``accounts.current_wrong``, ``accounts.password_same`` or a password that is not accepted.
    """
    count_attempt({f"change:{actor.user_id}": MOST_PER_LOGIN})
    check_password(new, again, actor.login)
    with look(actor) as session:
        password_hash = find(session, User, actor.user_id).password_hash
    if not matches(current, password_hash):
        raise DomainError("accounts.current_wrong")
    if current == new:
        raise DomainError("accounts.password_same")
    new_hash = hashed(new)
    with work(actor) as session:
        user = find(session, User, actor.user_id)
        user.password_hash, user.must_change_password = new_hash, False
        revoke_all(session, user.id, but=login_id)
        audit(session, "people.change_own_password", user)
    forget()
    return True


def set_language(actor: Actor, language: Language) -> None:
    """Keep the language a person reads in."""
    with work(actor) as session:
        user = find(session, User, actor.user_id)
        before, user.language = user.language, language
        audit(session, "people.set_language", user, before={"language": before}, after={"language": language})
    forget()
