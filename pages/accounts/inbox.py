import streamlit as st

from ui.guard import open_page
from ui.kit import empty

page = open_page("inbox")
page.title(page.t("place.inbox"))
with st.container():
    empty(page.t("accounts.inbox.empty"), page.t("accounts.inbox.explained"))
