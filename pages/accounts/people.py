import streamlit as st

from services import accounts
from ui.guard import open_page
from ui.kit import head, mute, safe
from ui.people import empty_person_form, keep_password, person_form, role_box, show_password, typed_person

page = open_page("people")


def add() -> None:
    """Add the person of the form."""
    if handed := page.attempt(accounts.add_person, **typed_person()):
        keep_password(handed.login, handed.password)
        empty_person_form()


def reset(user_id: str) -> None:
    """Hand out a new password."""
    if handed := page.attempt(accounts.reset_password, user_id):
        keep_password(handed.login, handed.password)


def assign(user_id: str) -> None:
    """Give the role that was chosen in the person's line."""
    page.attempt(accounts.change_role, user_id, st.session_state[f"people_role_{user_id}"])


def switch(person: accounts.Person) -> None:
    """Shut a person out, or let them in again."""
    page.attempt(accounts.enable_person if person.disabled_at else accounts.disable_person, person.user_id)


def line(person: accounts.Person) -> None:
    """One person: who, state, role, password, in or out."""
    key, name = person.user_id, safe(person.name)
    with st.container(border=True, horizontal=True, vertical_alignment="center"):
        with st.container(width=280, gap=None):
            st.markdown(f"**{name}**")
            mute(safe(person.login))
        st.badge(
            page.t(f"accounts.people.{person.state}"), color="green" if person.state == "active" else "gray"
        )
        st.space("stretch")
        # The database is the truth: another administrator may have changed the role meanwhile.
        st.session_state[f"people_role_{key}"] = person.role
        about, box = page.t("accounts.people.role_of", name=person.name), f"people_role_{key}"
        role_box(page, about, box, label_visibility="collapsed", width=150, on_change=assign, args=(key,))
        with st.popover(page.t("accounts.people.reset"), key=f"people_ask_{key}"):
            st.markdown(page.t("accounts.people.reset_ask", name=name))
            st.button(page.t("accounts.people.reset"), key=f"people_reset_{key}", on_click=reset, args=(key,))
        word = page.t("accounts.people.enable" if person.disabled_at else "accounts.people.disable")
        st.button(word, key=f"people_switch_{key}", on_click=switch, args=(person,))


page.title(page.t("place.people"), page.t("accounts.people.explained"))
page.show_refusal()
show_password(page)
for someone in accounts.list_people(page.actor):
    line(someone)
head(page.t("accounts.people.add"))
person_form(page, add)
