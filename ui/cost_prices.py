"""The prices of the answer: bars beside what they rest on, the same figures as a table, files to take along."""

from collections.abc import Callable, Mapping, Sequence
from typing import Literal

import streamlit as st

from domain.costing.comparison import PlaceKind
from domain.costing.estimate import Estimate
from domain.costing.rate_origins import OWN_FIGURE
from domain.costing.rates import PrivateRate
from domain.requirements.record import Record
from domain.shared.sources import Source
from ui.address import choose_in_address
from ui.assumptions import assumption_facts
from ui.charts_cost import cost_band
from ui.cost import budget_in
from ui.cost_chart import axis_ticks, budget_mark, chart_text, cost_bands
from ui.cost_offers import normal_months_only
from ui.cost_page import basis_picker
from ui.cost_places import Offered, first_years, kinds, offered
from ui.cost_tables import price_table, rate_sources, region_table
from ui.facts import facts
from ui.guard import Page
from ui.kit import download, head, mute, print_button, sources_popover
from ui.tables import small_table
from words.numbers import percent

Export = Literal["export", "brief"]
_FILES: Mapping[Export, tuple[str, str]] = {
    "export": ("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    "brief": ("pdf", "application/pdf"),
}


def kind_picker(page: Page, known: Sequence[PlaceKind]) -> PlaceKind:
    """Which of these prices stand side by side; kinds are never mixed."""
    return choose_in_address(
        "places",
        known,
        known[0],
        label=page.t("cost.kind_label"),
        words=lambda kind: page.t(f"cost.kind.{kind}"),
        hint=page.t("cost.kind_help"),
    )


def prices(
    page: Page,
    made: Estimate,
    record: Record,
    sources: Mapping[str, Source],
    exports: Mapping[Export, Callable[[], bytes]],
) -> None:
    """The bands at the left, what they rest on at the right, the same figures as a table with sources under it.

    Args:
        page: the open page.
        made: the estimate.
        record: the requirements behind it.
        sources: the register.
        exports: what makes each file at the click.
    """
    with st.container(horizontal=True, gap="large"):
        basis, kind = basis_picker(page, made), kind_picker(page, kinds(made))
    mute(page.t("cost.basis_does", gap=percent(page.language, made.basis_gap, 0)))
    rows = offered(made, kind, basis)
    currency = rows[0].currency
    budget = budget_in(made, record, currency)
    months = first_years(made, rows, basis) if budget is not None else {}
    years = {place: month.base for place, month in months.items()}
    left, right = st.columns([2, 1], gap="small")
    with left, st.container(border=True, height="stretch"):
        cost_band(
            cost_bands(rows, years, page.language),
            chart_text(rows, years, kind, basis, page.language),
            budget=budget_mark(budget if years else None, currency, page.language),
            ticks=axis_ticks(page.language, currency),
            key=f"bands_{kind}",
        )
        if kind == "private":
            normal_months_only(page, made, [row.rate.id for row in rows])
    with right, st.container(border=True, height="stretch", gap="xsmall"):
        st.markdown(f"**{page.t('cost.assumptions')}**")
        rates = [row.rate for row in rows]
        facts(assumption_facts(made, rates, record, sources, page.language), page.language, "assumptions")

    def actions() -> None:
        for kind, make in exports.items():
            name = f"{page.t('cost.title')}.{_FILES[kind][0]}"
            download(page.t(f"cost.{kind}"), make, name=name, mime=_FILES[kind][1], key=kind)
        origins = rate_sources([row.rate for row in rows], sources, page.language)
        sources_popover(page.t("cost.sources", count=len(origins)), origins, "sources")
        print_button(page.t("cost.print"), "print")

    title = page.t(f"cost.detail.{kind}")
    head(title, 3, actions=actions)
    yuan = made.exchange.rates.get("CNY")
    table = (
        region_table(made, sources, yuan.per_eur if yuan else None, page.language)
        if kind == "region"
        else price_table(rows, sources, page.language)
    )
    small_table(table, label=title)
    mute(f":material/warning: {page.t(f'cost.known_against.{_against(kind, rows)}')}")


def _against(kind: PlaceKind, rows: Sequence[Offered]) -> str:
    """What is known against these prices; where some were typed over, the published ones are no longer all of them."""
    typed = any(
        not isinstance(row.rate, PrivateRate) and row.rate.origin.source == OWN_FIGURE for row in rows
    )
    return "typed" if typed else kind
