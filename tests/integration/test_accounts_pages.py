"""The People page, one's own password and the frame around every page, run without a browser."""

from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from domain.shared.people import Actor, Role
from services import accounts
from tests.portal_server import ADMIN, PASSWORD, ROOT
from ui import guard
from ui.places import PLACES, open_to
from words import say

NEW = "a new long password"
PEOPLE, OWN_PASSWORD = PLACES["people"].script, PLACES["password"].script


@pytest.fixture
def open_as(admin: Actor, monkeypatch: pytest.MonkeyPatch) -> Callable[..., AppTest]:
    """Open the portal in a browser where a person is signed in."""

    def open_(login: str = ADMIN, password: str = PASSWORD) -> AppTest:
        _, known = accounts.sign_in(login, password, "10.0.0.1")
        monkeypatch.setattr(guard, "login_id", lambda: known.login_id)
        page = AppTest.from_file(str(ROOT / "ui" / "frame.py"), default_timeout=20)
        page.session_state["login"] = known.login_id
        return page.run()

    return open_


def texts(page: AppTest) -> str:
    assert not page.exception
    shown = [*page.title, *page.markdown, *page.error, *page.info, *page.success, *page.code]
    return "\n".join(element.value for element in shown)


def with_role(admin: Actor, role: Role) -> tuple[str, str]:
    """A person of a role who has replaced the password handed out."""
    handed = accounts.add_person(admin, name="Wang", login="wang@example.com", role=role, language="en")
    _, known = accounts.sign_in(handed.login, handed.password, "10.0.0.1")
    accounts.change_own_password(known.actor, known.login_id, current=handed.password, new=NEW, again=NEW)
    return handed.login, NEW


def test_an_administrator_adds_a_person_and_sees_the_password_once(open_as: Callable[..., AppTest]) -> None:
    page = open_as().switch_page(PEOPLE).run()
    page.text_input(key="people_name").set_value("Wang")
    page.text_input(key="people_login").set_value("Wang@Example.com")
    page.button(key="people_save").click().run()
    password = page.code[0].value
    assert "wang@example" in texts(page).replace("\\", "")
    assert accounts.sign_in("wang@example.com", password, "x")[1].must_change_password
    page.button(key="people_noted").click().run()
    assert not page.code


def test_a_refused_person_leaves_one_sentence_and_what_was_typed(open_as: Callable[..., AppTest]) -> None:
    page = open_as().switch_page(PEOPLE).run()
    page.text_input(key="people_name").set_value("Wang")
    page.text_input(key="people_login").set_value("not an address")
    page.button(key="people_save").click().run()
    assert [error.value for error in page.error] == [say("en", "accounts.login_form")]
    assert page.text_input(key="people_name").value == "Wang"
    page.run()
    assert not page.error


def test_the_list_disables_enables_resets_and_changes_roles(
    admin: Actor, open_as: Callable[..., AppTest]
) -> None:
    login, password = with_role(admin, Role.LEGAL)
    person = accounts.find_by_login(login)
    page = open_as().switch_page(PEOPLE).run()
    page.button(key=f"people_switch_{person.user_id}").click().run()
    assert accounts.find_by_login(login).state == "disabled"
    page.button(key=f"people_switch_{person.user_id}").click().run()
    assert accounts.find_by_login(login).state == "active"
    page.selectbox(key=f"people_role_{person.user_id}").set_value(Role.VENDOR).run()
    assert accounts.find_by_login(login).role is Role.VENDOR
    page.button(key=f"people_reset_{person.user_id}").click().run()
    assert accounts.find_by_login(login).state == "invited"
    assert page.code[0].value != password


def test_the_last_administrator_cannot_lock_the_door_from_outside(
    admin: Actor, open_as: Callable[..., AppTest]
) -> None:
    page = open_as().switch_page(PEOPLE).run()
    page.button(key=f"people_switch_{admin.user_id}").click().run()
    assert [error.value for error in page.error] == [say("en", "accounts.last_admin")]
    page.selectbox(key=f"people_role_{admin.user_id}").set_value(Role.LEGAL).run()
    assert [error.value for error in page.error] == [say("en", "accounts.last_admin")]
    assert page.selectbox(key=f"people_role_{admin.user_id}").value is Role.ADMIN


def test_changing_ones_own_password(open_as: Callable[..., AppTest]) -> None:
    page = open_as().switch_page(OWN_PASSWORD).run()
    for field, typed in (("current", PASSWORD), ("new", NEW), ("again", NEW + "!")):
        page.text_input(key=f"password_{field}").set_value(typed)
    page.button(key="password_save").click().run()
    assert [error.value for error in page.error] == [say("en", "accounts.passwords_differ")]
    page.text_input(key="password_again").set_value(NEW)
    page.button(key="password_save").click().run()
    assert [success.value for success in page.success] == [say("en", "accounts.password.changed")]
    assert accounts.sign_in(ADMIN, NEW, "x")


@pytest.mark.parametrize("role", [Role.MERCHANT, Role.LEGAL, Role.VENDOR])
def test_pages_of_another_role_do_not_exist_for_a_person(
    admin: Actor, open_as: Callable[..., AppTest], role: Role
) -> None:
    page = open_as(*with_role(admin, role))
    assert not page.exception
    closed = {place.script for place in PLACES.values()} - {place.script for place in open_to(role)}
    assert PEOPLE in closed
    for script in closed:
        with pytest.raises(ValueError, match="page"):
            page.switch_page(script)


def test_a_role_taken_away_is_felt_at_the_next_action(admin: Actor, open_as: Callable[..., AppTest]) -> None:
    login, password = with_role(admin, Role.ADMIN)
    page = open_as(login, password).switch_page(PEOPLE).run()
    assert page.text_input(key="people_name").label == say("en", "accounts.people.name")
    accounts.change_role(admin, accounts.find_by_login(login).user_id, Role.LEGAL)
    page.run()
    assert not page.text_input


def test_a_disabled_person_sees_one_sentence_at_the_next_action(
    admin: Actor, open_as: Callable[..., AppTest]
) -> None:
    login, password = with_role(admin, Role.ADMIN)
    page = open_as(login, password).switch_page(PEOPLE).run()
    accounts.disable_person(admin, accounts.find_by_login(login).user_id)
    page.run()
    assert [info.value for info in page.info] == [say("en", "accounts.signed_out")]
    assert not page.title
    assert not page.text_input


def test_the_account_menu_changes_the_language_and_signs_out(open_as: Callable[..., AppTest]) -> None:
    page = open_as().switch_page(OWN_PASSWORD).run()
    assert page.title[0].value == say("en", "place.password")
    page.segmented_control(key="account_language_en").set_value("zh").run()
    assert page.title[0].value == say("zh", "place.password")
    page.button(key="account_sign_out").click().run()
    assert [info.value for info in page.info] == [say("zh", "accounts.signed_out")]
    page.run()
    assert not page.title


def test_every_page_file_guards_itself_when_opened_without_the_frame(
    installation: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(guard, "login_id", lambda: "nobody")
    scripts = sorted(Path(ROOT / "pages").rglob("*.py"))
    assert scripts
    for script in scripts:
        page = AppTest.from_file(str(script), default_timeout=20).run()
        assert [info.value for info in page.info] == [say("en", "accounts.signed_out")], script
        assert not page.title
        assert not page.button
