"""The terms of the contract at the right of the sheet: the list, and the one being changed."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import streamlit as st

from domain.contract.agreement import Agreement, Article
from domain.contract.cover import CoverWords, terms_by_chapter
from domain.contract.spots import spot_of
from domain.contract.terms import Term
from domain.shared.sources import Source
from ui.assets import component
from ui.contract_field import draw_field, limits_sentence
from ui.facts import Fact, facts
from ui.fields import Save
from ui.guard import Page
from ui.kit import link, mute, problem, safe

_ROUND = "contract_round"


@dataclass(frozen=True, slots=True, kw_only=True)
class Typed:
    """What a person typed into a term.

    Attributes:
        value: as stored; None when nothing was typed.
        refusal: why the field does not accept it; empty when it does.
    """

    value: Any = None
    refusal: str = ""


def term_list(
    page: Page, agreement: Agreement, sources: Mapping[str, Source], refused: Mapping[str, str], chosen: str
) -> str | None:
    """All terms by chapter with a search; returns the id of one that was clicked, once."""
    words = CoverWords(agreement.printer, sources)
    groups = [
        {
            "title": page.t(f"contract.chapter.{chapter}"),
            "rows": [_row(page, agreement, words, article, term, refused) for article, term in rows],
        }
        for chapter, rows in terms_by_chapter(agreement).items()
        if rows
    ]
    data = {
        "label": page.t("contract_page.terms_label"),
        "search": page.t("contract_page.search"),
        "none": page.t("ui.nothing_found"),
        "lang": page.language,
        "chosen": chosen,
        "groups": groups,
    }
    shown = component("terms", '<div class="wrap"></div>')(
        key="contract_terms", data=data, on_field_change=lambda: None
    )
    return shown.field if isinstance(shown.field, str) else None


def _row(
    page: Page,
    agreement: Agreement,
    words: CoverWords,
    article: Article,
    term: Term,
    refused: Mapping[str, str],
) -> dict[str, str | int]:
    state = "refused" if term.field.id in refused else term.origin
    return {
        "id": term.field.id,
        "article": article.number,
        "label": term.field.label[page.language],
        "value": agreement.printer.term(term, page.language),
        "origin": page.t("contract_page.refused")
        if state == "refused"
        else words.origin(term)[page.language],
        "state": state,
    }


def term_editor(
    page: Page, agreement: Agreement, sources: Mapping[str, Source], field_id: str, typed: Typed, save: Save
) -> None:
    """The chosen term: its field, its limits, where its value comes from, and the way back to that."""
    term = agreement.terms[field_id]
    start = term.value if typed.value is None else typed.value
    key = f"term_{st.session_state.get(_ROUND, 0)}"
    with st.container(border=True, gap="xsmall", key="contract_term"):
        st.markdown(f"**{safe(term.field.label[page.language])}**")
        mute(spot_of(agreement, f"field.{field_id}").label[page.language])
        if term.field.help:
            mute(term.field.help[page.language])
        draw_field(agreement, term, start, page.language, save, key)
        if typed.refusal:
            problem(safe(typed.refusal))
        limits = limits_sentence(agreement, term.field, page.language)
        if limits:
            mute(safe(limits))
        facts([_origin(page, agreement, sources, term)], page.language, f"origin_{field_id}")
        if typed.value is not None:
            label = link(f":material/undo: {page.t('contract_page.take_back')}")
            st.button(label, key="take_back", type="tertiary", on_click=_take_back, args=(save, field_id))


def _take_back(save: Save, field_id: str) -> None:
    """Forget what was typed; the field starts again from what the record says."""
    save(field_id, None)
    st.session_state[_ROUND] = st.session_state.get(_ROUND, 0) + 1


def _origin(page: Page, agreement: Agreement, sources: Mapping[str, Source], term: Term) -> Fact:
    """Where the value in force comes from, with the source behind it."""
    words = CoverWords(agreement.printer, sources)
    is_default = term.origin == "default"
    detail = "" if term.detail is None else term.detail[page.language]
    return Fact(
        label=words.say(f"from.{term.origin}")[page.language],
        value=words.value(term)[page.language],
        source=sources.get(term.source),
        origin=term.field.origin if is_default else None,
        note=detail,
    )
