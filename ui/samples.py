"""The sample projects on the home page."""

from collections.abc import Callable, Sequence

import streamlit as st

from ui.guard import Page
from ui.kit import mute
from ui.projects import try_here


def sample_button(page: Page, samples: Sequence[str], submit: Callable[..., None]) -> None:
    """The button that opens the dialog of the samples; arguments as in `sample_dialog`."""
    if st.button(page.t("projects.open_sample"), key="sample"):
        sample_dialog(page, samples, submit)


def sample_dialog(page: Page, samples: Sequence[str], submit: Callable[..., None]) -> None:
    """Offer the sample projects, each with what it shows.

    Args:
        page: the open page.
        samples: their ids.
        submit: opens one; called with who acts at the click (a dialog runs without the guard) and the id.
    """

    def body() -> None:
        for sample in samples:
            with st.container(gap="xsmall"):
                if st.button(page.t(f"sample.{sample}"), key=f"sample_{sample}", width="stretch"):
                    try_here(page, submit, sample)
                mute(page.t(f"sample_about.{sample}"))

    st.dialog(page.t("projects.open_sample"))(body)()
