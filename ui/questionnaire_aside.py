"""Beside the questions: where their answers go, what is missing, what a buyer would regret."""

from collections.abc import Callable, Mapping, Sequence
from typing import Literal

import streamlit as st

from domain.requirements.questions import Question
from domain.requirements.record import Record
from domain.shared.outcomes import Finding
from domain.shared.sources import Origin, Source
from ui.guard import Page
from ui.kit import ink, link, mute, safe
from ui.places import PLACES
from ui.questionnaire_jump import open_section

_READERS = ("cost", "pilot", "request", "contract", "checks")

_ELSEWHERE = ("versions", "exchange")
_MISSING = "requirements.check.missing"


def elsewhere(page: Page) -> str:
    """What else can be done with the requirements as a whole; the id of the page that was chosen, once."""
    with st.container(horizontal=True, gap="small"):
        for place in _ELSEWHERE:
            label = link(f"{PLACES[place].icon} {page.t(PLACES[place].word)}")
            if st.button(label, key=f"to_{place}", type="tertiary"):
                return place
    return ""


def used_where(page: Page, questions: Sequence[Question]) -> None:
    """What reads the answers of a section."""
    readers = {reader for question in questions for reader in question.read_by}
    with st.container(border=True, gap="xsmall"):
        st.markdown(f"### {page.t('questionnaire.used_where')}", anchors=False)
        for reader in _READERS:
            if reader in readers:
                mute(f":material/arrow_forward: {page.t(f'questionnaire.reader.{reader}')}")


def to_settle(page: Page, record: Record, refused: Sequence[str]) -> None:
    """What was refused and what is still missing, each a way to its question."""
    open_ones = [*refused, *(question for question in record.missing if question not in refused)]
    with st.container(border=True, gap="xsmall"):
        if not open_ones:
            st.markdown(f"### {page.t('questionnaire.nothing_missing')}", anchors=False)
            mute(page.t("questionnaire.nothing_missing_text"))
            return
        st.markdown(f"### {page.t('questionnaire.missing', count=len(open_ones))}", anchors=False)
        mute(page.t("questionnaire.missing_text"))
        for question in open_ones:
            icon = "error" if question in refused else "radio_button_unchecked"
            wording = record.book.questions[question].wording[page.language]
            _to(record, question, f":material/{icon}: {wording}")


def notes(
    page: Page,
    record: Record,
    findings: Sequence[Finding],
    sentence: Callable[[Finding], str],
    sources: Mapping[str, Source],
    basis: Callable[[Finding], Origin | None],
) -> None:
    """Blockers and warnings, each with its source and a way to its question; what is missing is listed elsewhere.

    Args:
        page: the open page.
        record: the requirements.
        findings: what the checks found.
        sentence: of a finding.
        sources: the register.
        basis: where in its source a finding rests.
    """
    found = [each for each in findings if each.code != _MISSING]
    if not found:
        return
    with st.container(border=True, gap="xsmall"):
        st.markdown(f"### {page.t('questionnaire.notes', count=len(found))}", anchors=False)
        for number, each in enumerate(found):
            icon, tone = ("error", "red") if each.severity == "blocker" else ("warning", "orange")
            st.markdown(f":small[:{tone}[:material/{icon}:] {safe(sentence(each))}]")
            if source := sources.get(each.source):
                mute(safe(_rests_on(page, source, basis(each))))
            label = page.t("questionnaire.to_question", section=_section_of(page, record, each.place))
            _to(record, each.place, label, key=f"note_{number}")


def _rests_on(page: Page, source: Source, origin: Origin | None) -> str:
    """Kind and title of a source with the place in it; of a calculation its formula, which says more than a title."""
    place = origin.place(page.language) if origin else ""
    title = "" if source.kind == "computed" and place else source.title[page.language]
    return " · ".join(part for part in (page.t(f"source.kind.{source.kind}"), title, place) if part)


def _section_of(page: Page, record: Record, question: str) -> str:
    """The short title of the section a question stands in."""
    section = record.book.questions[question].section
    return next(each.short[page.language] for each in record.book.sections if each.id == section)


def _to(record: Record, question: str, label: str, key: str = "") -> None:
    st.button(
        link(label),
        key=f"to_{key or question}",
        type="tertiary",
        wrap=False,
        on_click=open_section,
        args=(record.book.questions[question].section, question),
    )


def way_on(page: Page, record: Record, current: str) -> bool:
    """Back and on between the sections; True when the last one is left for the cost."""
    sections = record.book.sections
    place = next(number for number, section in enumerate(sections) if section.id == current)
    with st.container(horizontal=True, vertical_alignment="center"):
        if place:
            _turn(f":material/arrow_back: {page.t('questionnaire.back')}", sections[place - 1].id, "back")
        st.space("stretch")
        if place + 1 < len(sections):
            onward = sections[place + 1]
            label = page.t("questionnaire.next", section=onward.short[page.language])
            _turn(f"{label} :material/arrow_forward:", onward.id, "on")
            return False
        return st.button(
            ink(f"{page.t('questionnaire.to_cost')} :material/arrow_forward:"), key="to_cost", type="primary"
        )


def _turn(label: str, section: str, way: Literal["back", "on"]) -> None:
    onward = way == "on"
    st.button(
        ink(label) if onward else link(label),
        key=f"section_{way}",
        type="primary" if onward else "tertiary",
        on_click=open_section,
        args=(section,),
    )
