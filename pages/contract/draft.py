"""The draft contract: the sheet, its checks and its terms, Word and PDF."""

from typing import Any

import streamlit as st

from domain.contract.spots import spot_of
from services.catalog import catalog
from services.contract import contract_of, read_contract
from services.contract_terms import save_term
from services.journey import read_on_baseline
from services.sentences import explain, finding_sentence
from services.unit import now
from ui.contract import (
    cannot_draft,
    chosen_field,
    chosen_place,
    downloads,
    jump,
    open_term,
    sheet,
    side_picker,
    status_row,
)
from ui.contract_checks import check_cards, clause_notes
from ui.contract_terms import Typed, term_editor, term_list
from ui.guard import open_page
from ui.journey import go, open_project
from ui.paper_form import form_picker
from ui.saved import saved_mark

page = open_page("contract")
opened = open_project(page, read_on_baseline)
project = opened.stored.id
made = contract_of(opened.stored, opened.requirements)
contract = made.contract
if contract is None:
    sentence = explain(page.language, made.problem) if made.problem else ""
    if cannot_draft(page, sentence):
        go("requirements", project, section=made.section_to_answer)
    st.stop()
agreement, sources = contract.agreement, catalog().sources
refused = {field: explain(page.language, error) for field, error in made.refused.items()}


def save(field: str, value: Any) -> None:
    """Save a term as typed, unless somebody else was quicker."""
    page.attempt(save_term, project, field, value, version=made.version(field))


page.show_refusal()
left, right = st.columns([3, 2], gap="medium")
with left:
    with st.container(horizontal=True, vertical_alignment="center"):
        form = form_picker(page, agreement.case.form)
        st.space("stretch")
        saved_mark(page.language, made.saved_at, now())
        refusal = next((finding_sentence(page.language, each) for each in contract.unprintable), "")
        # As the contract stands at the click, for whoever may still read it then.
        write = lambda *asked: read_contract(page.acting_later(), project).file(*asked)  # noqa: E731 (one use)
        downloads(page, write, opened.stored.name, form, refusal)
    status_row(page, agreement, len(contract.blanks))
    sheet(page, made.document(form), agreement, contract.blanks)
with right:
    findings = [(each, finding_sentence(page.language, each)) for each in contract.findings]
    if side_picker(page, len(findings), len(agreement.in_use)) == "checks":
        check_cards(page, agreement, sources, findings, jump)
    else:
        field = chosen_field()
        if field in agreement.terms:
            entry = made.entries.get(field)
            typed = Typed(value=entry.value if entry else None, refusal=refused.get(field, ""))
            term_editor(page, agreement, sources, field, typed, save)
        clicked = term_list(page, agreement, sources, refused, field)
        if clicked and clicked in agreement.terms:
            open_term(clicked, spot_of(agreement, f"field.{clicked}"))
            st.rerun()
    clause_notes(page, agreement, sources, chosen_place())
