"""The sample projects on the home page, each opened at one click."""

from collections.abc import Callable, Sequence

import streamlit as st

from ui.guard import Page
from ui.kit import head, mute


def sample_buttons(page: Page, samples: Sequence[str], submit: Callable[..., None]) -> None:
    """A button for each sample, with what it shows under it.

    Args:
        page: the open page.
        samples: their ids.
        submit: opens one; called with who acts at the click and the id.
    """
    head(page.t("projects.samples"), 3)
    with st.grid(3, min_column_width=260, gap="small"):
        for sample in samples:
            with st.container(gap="xsmall"):
                st.button(
                    page.t(f"sample.{sample}"),
                    key=f"sample_{sample}",
                    width="stretch",
                    on_click=page.attempt,
                    args=(submit, sample),
                )
                mute(page.t(f"sample_about.{sample}"))
