"""The checks of the contract at the right of the sheet, and the notes on the clause in focus."""

from collections.abc import Callable, Mapping, Sequence

import streamlit as st

from domain.contract.agreement import Agreement
from domain.contract.clauses import Basis
from domain.contract.spots import Spot, spot_of
from domain.shared.outcomes import Finding
from domain.shared.sources import Source
from ui.guard import Page
from ui.kit import link, mute, safe
from words import Language

Jump = Callable[[Spot], None]
_SIGNS = {"blocker": ("red", "error"), "warning": ("orange", "warning")}


def check_cards(
    page: Page,
    agreement: Agreement,
    sources: Mapping[str, Source],
    findings: Sequence[tuple[Finding, str]],
    jump: Jump,
) -> None:
    """One card per finding: how serious, what is wrong, on what the rule rests, and the way to the place."""
    if not findings:
        st.success(page.t("contract_page.no_findings"))
    for number, (finding, sentence) in enumerate(findings):
        tone, icon = _SIGNS[finding.severity]
        spot = spot_of(agreement, finding.place)
        with st.container(border=True, gap="xsmall", key=f"finding_{number}"):
            with st.container(horizontal=True, vertical_alignment="center"):
                word = page.t(f"contract_page.severity.{finding.severity}")
                st.markdown(f":{tone}-badge[:material/{icon}: {word}]", width="content")
                st.space("stretch")
                if spot.anchor:
                    label = link(f":material/arrow_back: {spot.label[page.language]}")
                    st.button(label, key=f"jump_{number}", type="tertiary", on_click=jump, args=(spot,))
            st.markdown(safe(sentence))
            if finding.source in sources:
                mute(page.t("contract_page.rests_on", source=_named(page.language, sources[finding.source])))


def _named(language: Language, source: Source) -> str:
    return safe(source.title[language])


def clause_notes(page: Page, agreement: Agreement, sources: Mapping[str, Source], anchor: str) -> None:
    """For negotiators: what the clause in focus is for, how to talk about it, and what it rests on."""
    package = next((each for each in agreement.selection.packages if each.clause.id == anchor), None)
    if package is None:
        return
    title = page.t("contract_page.notes", title=package.clause.title[page.language])
    with st.expander(title, icon=":material/sticky_note_2:", key="clause_notes"):
        st.markdown(f"**{safe(package.clause.purpose[page.language])}**")
        st.markdown(package.notes[page.language])
        for basis in package.clause.basis:
            st.markdown(f"- {_basis(page, basis, sources)}")


def _basis(page: Page, basis: Basis, sources: Mapping[str, Source]) -> str:
    """Source, place and what it says; what cannot be relied upon is marked."""
    source = sources[basis.source]
    parts = [_named(page.language, source), safe(basis.place(page.language))]
    cited = " · ".join(part for part in parts if part)
    weak = source.kind in {"article", "memory"} or source.confidence == "low"
    mark = f" :orange-badge[{page.t('source.confidence.low')}]" if weak else ""
    says = f"  \n{safe(basis.says[page.language])}" if basis.says else ""
    return f"{cited}{mark}{says}"
