import streamlit as st

from services import accounts
from ui.guard import Page, open_page
from ui.kit import ink, mute

FIELDS = ("current", "new", "again")


def change(page: Page) -> None:
    """Replace the password with what was typed."""
    given = {field: st.session_state[f"password_{field}"] for field in FIELDS}
    if page.attempt(accounts.change_own_password, page.login_id, **given):
        st.session_state["password_changed"] = True
        st.session_state.update({f"password_{field}": "" for field in FIELDS})


page = open_page("password")
page.title(page.t("place.password"), page.t("accounts.password.explained"))

with st.form("password", width=480, border=False):
    st.text_input(page.t("front.change_password.current"), type="password", key="password_current")
    st.text_input(page.t("front.new_password"), type="password", key="password_new")
    mute(page.t("front.password_hint", least=accounts.LEAST_LENGTH))
    st.text_input(page.t("front.password_again"), type="password", key="password_again")
    label = ink(page.t("front.change_password.button"))
    st.form_submit_button(label, type="primary", on_click=change, args=(page,), key="password_save")

page.show_refusal()
if st.session_state.pop("password_changed", False):
    st.success(page.t("accounts.password.changed"))
