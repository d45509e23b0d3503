"""Who gets in, for how long, and how often somebody may guess."""

import logging
import threading
import time
from contextlib import suppress
from datetime import datetime, timedelta

import pytest
from sqlmodel import select

from domain.shared.outcomes import DomainError
from domain.shared.people import Actor
from models import AuditEntry, Login, SetupCode, SignInAttempt, User
from services import accounts
from services.accounts import logins
from services.unit import UnitSession, clock_set_to, look, now
from tests.portal_server import ADMIN, PASSWORD

WRONG = "not the password"


def enter(
    password: str = PASSWORD, login: str = ADMIN, address: str = "10.0.0.1"
) -> tuple[str, accounts.SignedIn]:
    return accounts.sign_in(login, password, address)


def code_of(action: str, *arguments: str) -> str:
    with pytest.raises(DomainError) as refused:
        getattr(accounts, action)(*arguments)
    return refused.value.code


def set_up_with(code: str, **other: str) -> None:
    given = {"organisation": "Muster", "name": "Lin", "login": ADMIN, "password": PASSWORD, "again": PASSWORD}
    accounts.set_up(code=code, language="zh", address="10.0.0.1", **{**given, **other})


def test_the_set_up_code_works_once(installation: str) -> None:
    code = accounts.new_setup_code()
    assert accounts.needs_set_up()
    set_up_with(code)
    assert not accounts.needs_set_up()
    with pytest.raises(DomainError, match="wrong_code"):
        set_up_with(code, organisation="Second", login="other@example.com")


def test_a_new_start_makes_the_old_code_void(installation: str) -> None:
    old = accounts.new_setup_code()
    new = accounts.new_setup_code()
    with pytest.raises(DomainError, match="wrong_code"):
        set_up_with(old)
    set_up_with(new)


def test_a_refused_set_up_does_not_use_the_code_up(installation: str) -> None:
    code = accounts.new_setup_code()
    for other in (
        {"password": "short", "again": "short"},
        {"again": WRONG},
        {"login": "lin"},
        {"organisation": " "},
    ):
        with pytest.raises(DomainError):
            set_up_with(code, **other)
    set_up_with(code.lower())


def test_neither_the_code_nor_a_password_nor_a_cookie_is_stored(admin: Actor) -> None:
    token, _ = enter()
    code = accounts.new_setup_code()
    with look(None) as session:
        stored = [session.exec(select(kind)).all() for kind in (SetupCode, User, Login, AuditEntry)]
    assert not any(secret in repr(stored) for secret in (code, PASSWORD, token))
    with look(None) as session:
        assert session.exec(select(User)).one().password_hash.startswith("$argon2id$")


def test_the_login_is_an_address_in_any_case(admin: Actor) -> None:
    _, known = enter(login="  LIN@Example.com ")
    assert known.actor.user_id == admin.user_id


@pytest.mark.parametrize(
    ("login", "password"),
    [(ADMIN, WRONG), (ADMIN, ""), ("nobody@example.com", PASSWORD), ("", ""), ("lin", PASSWORD)],
)
def test_a_wrong_pair_is_refused_without_saying_which_half(admin: Actor, login: str, password: str) -> None:
    assert code_of("sign_in", login, password, "10.0.0.1") == "accounts.wrong_password"


def test_guessing_one_login_is_stopped_even_when_the_guess_is_right(admin: Actor) -> None:
    for _ in range(logins.MOST_PER_LOGIN):
        assert code_of("sign_in", ADMIN, WRONG, "10.0.0.1") == "accounts.wrong_password"
    assert code_of("sign_in", ADMIN, PASSWORD, "10.0.0.1") == "accounts.too_many_attempts"


def test_a_stranger_who_guesses_cannot_shut_the_owner_out(admin: Actor) -> None:
    for _ in range(logins.MOST_PER_LOGIN + 3):
        code_of("sign_in", ADMIN, WRONG, "203.0.113.9")
    assert enter(address="10.0.0.1")[1].actor.user_id == admin.user_id


def test_a_crowd_of_addresses_that_guesses_one_login_is_slowed(
    admin: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(logins, "MOST_PER_LOGIN_ANYWHERE", 12)
    for number in range(12):
        assert code_of("sign_in", ADMIN, WRONG, f"10.0.0.{number}") == "accounts.wrong_password"
    assert code_of("sign_in", ADMIN, PASSWORD, "10.0.1.1") == "accounts.too_many_attempts"


def test_many_tries_at_once_cannot_slip_through_together(
    admin: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    attempts = logins._attempts

    def slowly(session: UnitSession, subject: str) -> int:
        found = attempts(session, subject)
        time.sleep(0.02)  # long enough for every other one to count meanwhile
        return found

    monkeypatch.setattr(logins, "_attempts", slowly)
    passed: list[int] = []

    def attempt() -> None:
        with suppress(DomainError):
            logins.count_attempt({"pair:x": 3, "address:y": 40})
            passed.append(1)

    together = [threading.Thread(target=attempt) for _ in range(8)]
    for one in together:
        one.start()
    for one in together:
        one.join()
    assert len(passed) == 3


def test_a_refused_sign_in_leaves_a_trace_without_what_was_typed(
    admin: Actor, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.INFO, logger="kefu.accounts"):
        code_of("sign_in", ADMIN, WRONG, "203.0.113.9")
        code_of("sign_in", "my secret instead", WRONG, "203.0.113.9")
        code = accounts.new_setup_code()
        with pytest.raises(DomainError):
            set_up_with("AAAA-BBBB-CCCC")
    assert caplog.text.count("203.0.113.9") == 2
    assert "set-up code was made" in caplog.text
    assert "set-up from '10.0.0.1' refused" in caplog.text
    assert not any(typed in caplog.text for typed in (ADMIN, WRONG, "my secret instead", code))


def test_guessing_many_logins_from_one_address_is_stopped(
    admin: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(logins, "matches", lambda *_: False)  # the pace is under test, not the hash
    for number in range(logins.MOST_PER_ADDRESS):
        code_of("sign_in", f"guess{number}@example.com", WRONG, "10.0.0.9")
    assert code_of("sign_in", "guess@example.com", WRONG, "10.0.0.9") == "accounts.too_many_attempts"
    assert code_of("sign_in", "guess@example.com", WRONG, "10.0.0.8") == "accounts.wrong_password"


def test_a_quarter_of_an_hour_later_the_right_password_works(admin: Actor) -> None:
    for _ in range(logins.MOST_PER_LOGIN):
        code_of("sign_in", ADMIN, WRONG, "10.0.0.1")
    later = now() + timedelta(minutes=16)
    with clock_set_to(lambda: later):
        assert enter()[1].actor.user_id == admin.user_id


def test_signing_in_forgives_the_mistakes_before(admin: Actor) -> None:
    for _ in range(3):
        for _ in range(logins.MOST_PER_LOGIN - 1):
            code_of("sign_in", ADMIN, WRONG, "10.0.0.1")
        enter()
    with look(None) as session:
        assert not session.exec(select(SignInAttempt).where(SignInAttempt.subject.startswith("login:"))).all()
        assert not session.exec(select(SignInAttempt).where(SignInAttempt.subject.startswith("pair:"))).all()


def test_a_signed_out_login_is_gone_at_once(admin: Actor) -> None:
    token, known = enter()
    assert accounts.by_token(token) == known
    accounts.sign_out(known.login_id)
    assert accounts.by_token(token) is None
    assert accounts.by_id(known.login_id) is None


def test_signing_out_leaves_the_other_browser_in(admin: Actor) -> None:
    token, _ = enter()
    other, known = enter()
    accounts.sign_out(known.login_id)
    assert accounts.by_token(token) is not None
    assert accounts.by_token(other) is None


@pytest.mark.parametrize("later", [logins.LONGEST, logins.IDLE + timedelta(minutes=1)])
def test_a_login_ends_by_itself(admin: Actor, later: timedelta) -> None:
    _, known = enter()
    then = now() + later
    with clock_set_to(lambda: then):
        assert accounts.by_id(known.login_id) is None


def test_a_login_in_daily_use_lasts_but_not_for_ever(admin: Actor) -> None:
    _, known = enter()
    start = now()

    def seen_on(day: int) -> bool:
        moment: datetime = start + timedelta(days=day)
        with clock_set_to(lambda: moment):
            return accounts.by_id(known.login_id) is not None

    assert [seen_on(day) for day in (5, 10, 15, 20, 25, 29)] == [True] * 6
    assert not seen_on(30)


def test_a_made_up_cookie_belongs_to_nobody(admin: Actor) -> None:
    token, _ = enter()
    assert accounts.by_token("") is None
    assert accounts.by_token(token[:-1]) is None
