"""Accounts: who may come in, and what each person may do about people."""

from services.accounts.logins import SignedIn, by_id, by_token, sign_in, sign_out
from services.accounts.own import change_own_password, set_language
from services.accounts.passwords import LEAST_LENGTH
from services.accounts.people import (
    HandedOut,
    Person,
    add_person,
    change_role,
    disable_person,
    enable_person,
    find_by_login,
    list_people,
    reset_password,
)
from services.accounts.setup import needs_set_up, new_setup_code, set_up

__all__ = [
    "LEAST_LENGTH",
    "HandedOut",
    "Person",
    "SignedIn",
    "add_person",
    "by_id",
    "by_token",
    "change_own_password",
    "change_role",
    "disable_person",
    "enable_person",
    "find_by_login",
    "list_people",
    "needs_set_up",
    "new_setup_code",
    "reset_password",
    "set_language",
    "set_up",
    "sign_in",
    "sign_out",
]
