"""The contract page around its sheet: form, downloads, status, and what the person is looking at."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Literal

import streamlit as st

from domain.contract.agreement import Agreement
from domain.contract.spots import Spot, spot_of
from domain.shared.paper import Document, Form
from ui.guard import Page
from ui.kit import download, empty, ink, problem, safe
from ui.paper import Focus, paper

FileKind = Literal["docx", "pdf"]
_MIMES: Mapping[FileKind, str] = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
}
_SIDE, _JUMPS = "contract_side", "contract_jumps"


def cannot_draft(page: Page, sentence: str) -> bool:
    """Why there is no draft; whether the person wants to answer the question that is missing."""
    with empty(page.t("contract_page.no_draft"), sentence):
        return st.button(ink(page.t("contract_page.to_question")), key="to_question", type="primary")


def downloads(
    page: Page, write: Callable[[Form, FileKind], bytes], project: str, form: Form, refusal: str = ""
) -> None:
    """Word and PDF in the chosen form, made at the click; where they cannot be made, the sentence that says why."""
    if refusal:
        problem(safe(refusal))
        return
    name = page.t("contract_page.file_name", name=project, form=page.t(f"contract_page.form_{form}"))
    for kind, mime in _MIMES.items():
        made = partial(write, form, kind)
        label = page.t(f"contract_page.{kind}")
        download(label, made, name=f"{name}.{kind}", mime=mime, key=f"{kind}_{form}", kind="secondary")


def status_row(page: Page, agreement: Agreement, blanks: int) -> None:
    """A draft, what is still open in it, and what counsel must look at."""
    clauses = [article.clause for article in agreement.articles]
    counts = {
        "blanks": blanks,
        "short": sum(clause.depth == "sample" for clause in clauses),
        "reviews": sum(clause.legal_review is not None for clause in clauses),
    }
    badges = [f":orange-badge[:material/edit_document: {page.t('contract_page.draft')}]"]
    for name, count in counts.items():
        tone = "orange" if count else "green"
        badges.append(f":{tone}-badge[{page.t(f'contract_page.{name}', count=count)}]")
    st.markdown(" ".join(badges))


def sheet(page: Page, document: Document, agreement: Agreement, blanks: tuple[str, ...]) -> None:
    """The contract on paper; a click on a field opens it at the right and leaves the sheet where it is."""
    clicked = paper(document, page.language, blanks=blanks, focus=_focus(), key="sheet")
    if clicked is not None and clicked in agreement.terms:
        open_term(clicked, spot_of(agreement, f"field.{clicked}"), scroll=False)
        st.rerun()


def side_picker(page: Page, checks: int, terms: int) -> str:
    """Checks or terms, with how many there are."""
    counts = {"checks": checks, "terms": terms}
    st.session_state.setdefault(_SIDE, "terms" if chosen_field() else "checks")
    side: str = (
        st.segmented_control(
            page.t("contract_page.side"),
            list(counts),
            format_func=lambda side: page.t(f"contract_page.{side}", count=counts[side]),
            key=_SIDE,
            label_visibility="collapsed",
            required=True,
        )
        or "checks"
    )
    return side


def jump(spot: Spot) -> None:
    """Go to a finding's place; the sheet scrolls there, and a term opens."""
    if spot.field:
        open_term(spot.field, spot)
    else:
        st.query_params["place"] = spot.anchor
        st.query_params.pop("field", None)
        _scroll()


def open_term(field_id: str, spot: Spot, *, scroll: bool = True) -> None:
    """Open a term at the right; both term and place stand in the address."""
    st.query_params["field"] = field_id
    if spot.anchor:
        st.query_params["place"] = spot.anchor
    st.session_state[_SIDE] = "terms"
    if scroll:
        _scroll()


def chosen_field() -> str:
    """The term that is open, empty for none."""
    return st.query_params.get("field", "")


def chosen_place() -> str:
    """Anchor of the article in focus, empty for none."""
    return st.query_params.get("place", "")


def _scroll() -> None:
    st.session_state[_JUMPS] = st.session_state.get(_JUMPS, 0) + 1


def _focus() -> Focus:
    return Focus(anchor=chosen_place(), field=chosen_field(), jump=st.session_state.get(_JUMPS, 0))
