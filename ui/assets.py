"""Small components: their drawing and style are files beside this one, read once."""

from functools import cache
from pathlib import Path
from typing import Any

import streamlit as st

_FOLDER = Path(__file__).parent / "components"


@cache
def component(name: str, html: str) -> Any:
    """A Streamlit component made of `components/<name>.js` and `.css`; call it with key and data."""
    return st.components.v2.component(
        f"kefu_{name}",
        html=html,
        css=(_FOLDER / f"{name}.css").read_text(encoding="utf-8"),
        js=(_FOLDER / f"{name}.js").read_text(encoding="utf-8"),
    )
