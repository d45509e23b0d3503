"""What administrators, other people and the command line may do about people."""

import threading
import time

import pytest
from sqlmodel import select

from domain.shared.outcomes import DomainError
from domain.shared.people import Actor, Role
from models import AuditEntry
from services import accounts
from services.accounts import people
from services.accounts.records import new_organisation
from services.unit import UnitSession, look, work
from tests.portal_server import ADMIN, PASSWORD

NEW = "a new long password"


def add(
    actor: Actor | None, login: str = "wang@example.com", role: Role = Role.LEGAL, organisation: str = ""
) -> accounts.HandedOut:
    return accounts.add_person(
        actor, name="Wang", login=login, role=role, language="zh", organisation=organisation
    )


def refusal(action: object, *arguments: object, **values: object) -> str:
    assert callable(action)
    with pytest.raises(DomainError) as refused:
        action(*arguments, **values)
    return refused.value.code


def sign_in(login: str, password: str) -> accounts.SignedIn:
    return accounts.sign_in(login, password, "10.0.0.1")[1]


def actor_of(handed: accounts.HandedOut) -> Actor:
    return sign_in(handed.login, handed.password).actor


def test_an_added_person_signs_in_once_with_the_password_handed_out_and_must_change_it(admin: Actor) -> None:
    handed = add(admin)
    known = sign_in(handed.login, handed.password)
    assert known.must_change_password
    assert (known.actor.role, known.actor.language, known.actor.organisation) == (Role.LEGAL, "zh", "Muster")
    accounts.change_own_password(known.actor, known.login_id, current=handed.password, new=NEW, again=NEW)
    assert not sign_in(handed.login, NEW).must_change_password
    assert refusal(accounts.sign_in, handed.login, handed.password, "x") == "accounts.wrong_password"


def test_only_administrators_see_or_change_people(admin: Actor) -> None:
    lawyer = actor_of(add(admin))
    for action, arguments in (
        (accounts.list_people, ()),
        (accounts.disable_person, (admin.user_id,)),
        (accounts.enable_person, (admin.user_id,)),
        (accounts.change_role, (lawyer.user_id, Role.ADMIN)),
        (accounts.reset_password, (admin.user_id,)),
    ):
        assert refusal(action, lawyer, *arguments) == "accounts.not_allowed"
    assert refusal(add, lawyer, "third@example.com") == "accounts.not_allowed"


def test_an_administrator_sees_and_touches_only_their_own_people(admin: Actor, stranger: Actor) -> None:
    assert [person.login for person in accounts.list_people(admin)] == [ADMIN]
    assert [person.login for person in accounts.list_people(stranger)] == ["ada@example.org"]
    for action, arguments in (
        (accounts.disable_person, ()),
        (accounts.enable_person, ()),
        (accounts.change_role, (Role.VENDOR,)),
        (accounts.reset_password, ()),
    ):
        assert refusal(action, stranger, admin.user_id, *arguments) == "accounts.not_found"


def test_an_administrator_cannot_put_somebody_into_anothers_organisation(
    admin: Actor, stranger: Actor
) -> None:
    assert refusal(add, stranger, organisation="Muster", role=Role.ADMIN) == "accounts.organisation_taken"


def test_a_new_organisation_starts_with_its_administrator(admin: Actor) -> None:
    assert refusal(add, admin, organisation="Vendor Ltd") == "accounts.first_is_admin"
    handed = add(admin, organisation="Vendor Ltd", role=Role.ADMIN)
    assert actor_of(handed).organisation == "Vendor Ltd"
    assert [person.login for person in accounts.list_people(admin)] == [ADMIN]


def test_one_address_is_one_person_in_the_whole_installation(admin: Actor, stranger: Actor) -> None:
    assert refusal(add, stranger, ADMIN.upper()) == "accounts.login_taken"


def test_a_disabled_person_is_out_at_once_and_cannot_return_until_enabled(admin: Actor) -> None:
    handed = add(admin)
    known = sign_in(handed.login, handed.password)
    accounts.disable_person(admin, handed.user_id)
    assert accounts.by_id(known.login_id) is None
    assert refusal(accounts.sign_in, handed.login, handed.password, "x") == "accounts.wrong_password"
    accounts.enable_person(admin, handed.user_id)
    assert accounts.by_id(known.login_id) is None
    assert sign_in(handed.login, handed.password).actor.user_id == handed.user_id


def test_a_new_role_holds_from_the_next_action(admin: Actor) -> None:
    handed = add(admin)
    known = sign_in(handed.login, handed.password)
    accounts.change_role(admin, handed.user_id, Role.VENDOR)
    again = accounts.by_id(known.login_id)
    assert again is not None
    assert again.actor.role is Role.VENDOR


def test_a_reset_password_signs_out_everywhere(admin: Actor) -> None:
    handed = add(admin)
    known = sign_in(handed.login, handed.password)
    fresh = accounts.reset_password(admin, handed.user_id)
    assert accounts.by_id(known.login_id) is None
    assert sign_in(fresh.login, fresh.password).must_change_password


def test_the_last_administrator_stays(admin: Actor) -> None:
    assert refusal(accounts.disable_person, admin, admin.user_id) == "accounts.last_admin"
    assert refusal(accounts.change_role, admin, admin.user_id, Role.LEGAL) == "accounts.last_admin"
    second = add(admin, role=Role.ADMIN)
    accounts.disable_person(admin, second.user_id)
    assert refusal(accounts.disable_person, admin, admin.user_id) == "accounts.last_admin"
    accounts.enable_person(admin, second.user_id)
    accounts.disable_person(admin, admin.user_id)


def test_two_administrators_who_disable_each_other_at_once_do_not_both_succeed(
    admin: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    second = actor_of(add(admin, role=Role.ADMIN))
    keep = people._keep_an_admin

    def slowly(session: UnitSession, organisation_id: str) -> None:
        keep(session, organisation_id)
        time.sleep(0.3)  # long enough for the other one to count meanwhile

    monkeypatch.setattr(people, "_keep_an_admin", slowly)
    refused: list[str] = []

    def disable(actor: Actor, other: str) -> None:
        try:
            accounts.disable_person(actor, other)
        except DomainError as error:
            refused.append(error.code)

    pairs = ((admin, second.user_id), (second, admin.user_id))
    together = [threading.Thread(target=disable, args=pair) for pair in pairs]
    for one in together:
        one.start()
    for one in together:
        one.join()
    assert refused == ["accounts.last_admin"]


def test_a_name_is_kept_on_one_line_without_what_cannot_be_seen(admin: Actor) -> None:
    accounts.add_person(
        admin, name="Wa\x00ng\u200b  Li\n", login="w@example.com", role=Role.LEGAL, language="zh"
    )
    assert {person.name for person in accounts.list_people(admin)} == {"Lin", "Wang Li"}
    given = {"login": "x@example.com", "role": Role.LEGAL, "language": "zh"}
    assert refusal(accounts.add_person, admin, name="\x00", **given) == "accounts.name_form"


def test_an_organisation_is_recognised_however_its_name_is_spaced(admin: Actor) -> None:
    add(None, "ada@example.com", Role.ADMIN, "Acme Ltd")
    assert actor_of(add(None, "bo@example.com", Role.LEGAL, " Acme \t Ltd")).organisation == "Acme Ltd"
    assert refusal(add, admin, "cy@example.com", Role.ADMIN, "Acme  Ltd") == "accounts.organisation_taken"
    assert actor_of(add(admin, "di@example.com", organisation="  Muster ")).organisation == "Muster"


def test_two_who_name_a_new_organisation_at_once_hear_that_the_name_is_taken(admin: Actor) -> None:
    with pytest.raises(DomainError) as refused, work(None) as session:
        new_organisation(session, "Muster")
    assert refused.value.code == "accounts.organisation_taken"


def test_changing_ones_password_keeps_this_browser_and_ends_the_others(admin: Actor) -> None:
    here, elsewhere = sign_in(ADMIN, PASSWORD), sign_in(ADMIN, PASSWORD)
    accounts.change_own_password(admin, here.login_id, current=PASSWORD, new=NEW, again=NEW)
    assert accounts.by_id(here.login_id) is not None
    assert accounts.by_id(elsewhere.login_id) is None


@pytest.mark.parametrize(
    ("current", "new", "again", "code"),
    [
        ("wrong", NEW, NEW, "current_wrong"),
        (PASSWORD, NEW, NEW + "!", "passwords_differ"),
        (PASSWORD, PASSWORD, PASSWORD, "password_same"),
        (PASSWORD, "eleven-char", "eleven-char", "password_short"),
        (PASSWORD, "x" * 201, "x" * 201, "password_long"),
        (PASSWORD, "Lin@Example.com", "Lin@Example.com", "password_is_login"),
    ],
)
def test_a_password_that_is_not_accepted_changes_nothing(
    admin: Actor, current: str, new: str, again: str, code: str
) -> None:
    here = sign_in(ADMIN, PASSWORD)
    given = {"current": current, "new": new, "again": again}
    assert refusal(accounts.change_own_password, admin, here.login_id, **given) == f"accounts.{code}"
    assert sign_in(ADMIN, PASSWORD).actor == admin


def test_the_language_is_kept_with_the_person(admin: Actor) -> None:
    known = sign_in(ADMIN, PASSWORD)
    accounts.set_language(admin, "zh")
    again = accounts.by_id(known.login_id)
    assert again is not None
    assert again.actor.language == "zh"
    assert sign_in(ADMIN, PASSWORD).actor.language == "zh"


def test_every_change_is_in_the_audit_with_who_and_what(admin: Actor) -> None:
    handed = add(admin)
    accounts.change_role(admin, handed.user_id, Role.VENDOR)
    accounts.reset_password(admin, handed.user_id)
    accounts.disable_person(admin, handed.user_id)
    accounts.enable_person(admin, handed.user_id)
    with look(admin) as session:
        entries = session.exec(
            select(AuditEntry).where(AuditEntry.record_id == handed.user_id).order_by(AuditEntry.id)  # type: ignore[arg-type]  # a column at class level
        ).all()
    assert [entry.action for entry in entries] == [
        "people.add",
        "people.change_role",
        "people.reset_password",
        "people.disable",
        "people.enable",
    ]
    assert {entry.user_id for entry in entries} == {admin.user_id}
    assert (entries[1].before["role"], entries[1].after["role"]) == ("legal", "vendor")
    assert handed.password not in repr(entries)
