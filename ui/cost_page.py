"""The blocks of the cost page under its verdict."""

from collections.abc import Callable, Mapping, Sequence

import streamlit as st

from domain.costing.estimate import Estimate
from domain.costing.hours import BillingBasis
from domain.requirements.record import Record
from domain.shared.sources import Source
from ui.assumptions import assumption_facts, step_facts
from ui.charts import cost_band
from ui.cost_chart import axis_ticks, budget_mark, chart_text, cost_bands
from ui.cost_tables import hour_formats, hours_table, peak_sentence, rate_sources, region_table
from ui.facts import facts
from ui.guard import Page
from ui.kit import download, head, mute, print_button, sources_popover
from ui.tables import small_table
from words.numbers import percent


def basis_picker(page: Page, made: Estimate) -> BillingBasis:
    """Which hour the rates mean; the page opens on the reading of the rates, and the choice stands in the address."""
    readings: tuple[BillingBasis, BillingBasis] = ("paid_hour", "productive_hour")
    return st.segmented_control(
        page.t("cost.basis_label"),
        readings,
        default=next(iter(made.regions.values())).rate.read_as,
        format_func=lambda name: page.t(f"cost.basis.{name}"),
        help=page.t("cost.basis_help", gap=percent(page.language, made.basis_gap, 0)),
        key="basis",
        required=True,
        bind="query-params",
    )


def chart_and_assumptions(
    page: Page, made: Estimate, record: Record, basis: BillingBasis, sources: Mapping[str, Source]
) -> None:
    """The bands at the left, what they rest on at the right."""
    left, right = st.columns([2, 1], gap="small")
    with left, st.container(border=True, height="stretch"):
        cost_band(
            cost_bands(made, basis, page.language),
            chart_text(made, basis, page.language),
            budget=budget_mark(made, page.language),
            ticks=axis_ticks(page.language, made.currency),
            key="bands",
        )
    with right, st.container(border=True, height="stretch", gap="xsmall"):
        st.markdown(f"**{page.t('cost.assumptions')}**")
        facts(assumption_facts(made, record, sources, page.language), page.language, "assumptions")


def regions(
    page: Page,
    made: Estimate,
    sources: Mapping[str, Source],
    cny_per_eur: float | None,
    export: Callable[[], bytes],
) -> None:
    """Both readings of every region beside each other, with sources, export and print."""

    def actions() -> None:
        download(page.t("cost.export"), export, name=f"{page.t('cost.title')}.xlsx", mime=_XLSX, key="export")
        origins = rate_sources(made, sources, page.language)
        sources_popover(page.t("cost.sources", count=len(origins)), origins, "sources")
        print_button(page.t("cost.print"), "print")

    head(page.t("cost.detail"), 3, actions=actions)
    small_table(region_table(made, sources, cny_per_eur, page.language), label=page.t("cost.detail"))
    mute(f":material/warning: {page.t('cost.unverified')}")


def hours(page: Page, made: Estimate, sources: Mapping[str, Source]) -> None:
    """Where the hours come from: the steps with their formulas, and every group of agents."""
    head(page.t("cost.hours"), 3)
    mute(page.t("cost.hours_text"))
    left, right = st.columns([1, 2], gap="small")
    with left, st.container(border=True, height="stretch", gap="xsmall"):
        st.markdown(f"**{page.t('cost.steps')}**")
        facts(step_facts(made, sources, page.language), page.language, "steps")
    with right:
        table, formats = hours_table(made, page.language), hour_formats(page.language)
        small_table(table, formats=formats, label=page.t("cost.hours"))
        sentence = peak_sentence(made, page.language)
        if sentence:
            mute(sentence)


def notes(page: Page, sentences: Sequence[str]) -> None:
    """What should be looked at, one sentence each."""
    if sentences:
        head(page.t("cost.findings"), 3)
        st.warning("\n".join(f"- {sentence}" for sentence in sentences), icon=":material/info:")


_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
