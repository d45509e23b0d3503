"""The frame and our Streamlit vocabulary."""
