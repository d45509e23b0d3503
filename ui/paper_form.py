"""In which language a document is shown and printed: Chinese, English or both."""

import streamlit as st

from domain.shared.paper import FORMS, Form
from ui.guard import Page

_FORM, _FORM_KEY = "form", "paper_form"


def form_picker(page: Page, agreed: Form) -> Form:
    """One language or both; the page opens in the form the requirements ask for, the choice stands in the address."""
    asked = st.query_params.get(_FORM)
    st.session_state[_FORM_KEY] = next((form for form in FORMS if form == asked), agreed)
    st.segmented_control(
        page.t("contract_page.form"),
        FORMS,
        format_func=lambda form: page.t(f"contract_page.form_{form}"),
        key=_FORM_KEY,
        label_visibility="collapsed",
        required=True,
        # The address is the truth: it survives a reload, and the browser's back button changes it.
        on_change=lambda: st.query_params.update({_FORM: st.session_state[_FORM_KEY]}),
    )
    chosen: Form = st.session_state[_FORM_KEY]
    return chosen
