"""Every run of every page goes through here."""
import streamlit as st
st.write(st.user.to_dict())
