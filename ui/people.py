"""The form for a new person, and the password that is shown once."""

from collections.abc import Callable
from typing import Any

import streamlit as st

from domain.shared.people import Role
from ui.guard import Page
from ui.kit import ink, safe
from words import LANGUAGES, say

FIELDS = ("name", "login", "role", "language", "organisation")
_ONCE = "people_once"


def role_box(page: Page, label: str, key: str, **options: Any) -> None:
    """Choose a role by its word; the value is in the session under `key`."""
    st.selectbox(label, list(Role), format_func=lambda role: page.t(f"role.{role.value}"), key=key, **options)


def person_form(page: Page, on_add: Callable[[], None]) -> None:
    """Ask for a new person; `on_add` runs when it is sent."""
    with st.form("people_add", width=640, enter_to_submit=False):
        st.text_input(page.t("accounts.people.name"), key="people_name", max_chars=200)
        st.text_input(page.t("front.login"), key="people_login", max_chars=254, placeholder="li@example.com")
        role_box(page, page.t("accounts.people.role"), "people_role")
        st.selectbox(
            page.t("front.language"),
            LANGUAGES,
            format_func=lambda code: say(code, "language.own_name"),
            key="people_language",
        )
        st.text_input(
            page.t("accounts.people.organisation"),
            key="people_organisation",
            placeholder=page.actor.organisation,
            help=page.t("accounts.people.organisation_help"),
        )
        label = ink(page.t("accounts.people.add_do"))
        st.form_submit_button(label, type="primary", on_click=on_add, key="people_save")


def typed_person() -> dict[str, Any]:
    """What the form holds."""
    return {field: st.session_state[f"people_{field}"] for field in FIELDS}


def empty_person_form() -> None:
    """Ready for the next person."""
    st.session_state.update(people_name="", people_login="", people_organisation="")


def keep_password(login: str, password: str) -> None:
    """Show a handed-out password until the administrator says it was noted."""
    st.session_state[_ONCE] = (login, password)


def show_password(page: Page) -> None:
    """The password that was just handed out, if any."""
    if _ONCE not in st.session_state:
        return
    login, password = st.session_state[_ONCE]
    with st.container(border=True):
        st.markdown(page.t("accounts.people.once", login=safe(login)))
        st.code(password, language=None)
        st.button(
            page.t("accounts.people.noted"), key="people_noted", on_click=st.session_state.pop, args=(_ONCE,)
        )
