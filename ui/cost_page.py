"""The views of the cost page, what is chosen for all of them, and the first one: the answer."""

from collections.abc import Callable, Mapping, Sequence
from typing import Literal, Protocol, get_args

import streamlit as st

from domain.costing.comparison import PlaceKind
from domain.costing.estimate import Estimate
from domain.costing.guardrails import refusals
from domain.costing.hours import BASES, BillingBasis
from domain.costing.rate_origins import OWN_FIGURE
from domain.costing.rates import PrivateRate
from domain.costing.scenario import NO_OVERRIDES, Overrides
from domain.requirements.record import Record
from domain.shared.outcomes import DomainError, Finding
from domain.shared.people import Actor
from domain.shared.sources import Source
from ui.address import choose_in_address, in_address
from ui.assumptions import assumption_facts
from ui.charts import cost_band
from ui.cost import budget_in, cost_verdict
from ui.cost_chart import axis_ticks, budget_mark, chart_text, cost_bands
from ui.cost_places import Offered, kinds, offered
from ui.cost_tables import price_table, rate_sources, region_table
from ui.facts import facts
from ui.guard import Page
from ui.journey import go
from ui.kit import download, empty, head, ink, link, mute, nb, print_button, safe, sources_popover
from ui.tables import small_table
from ui.verdict import Badge, Verdict, verdict
from words.names import listed
from words.numbers import percent


class HasOverrides(Protocol):
    """A scenario as far as a price stands on it."""

    @property
    def name(self) -> str:
        """As its owner calls it."""

    @property
    def overrides(self) -> Overrides:
        """What it changes."""


class OwnScenario(HasOverrides, Protocol):
    """A scenario with its project."""

    @property
    def project_id(self) -> str:
        """Of its project."""


Export = Literal["export", "brief"]
View = Literal["answer", "lines", "people", "models", "ways", "certainty"]
VIEWS: tuple[View, ...] = get_args(View)
_ICONS: Mapping[View, str] = {
    "answer": "fact_check",
    "lines": "receipt_long",
    "people": "groups",
    "models": "sell",
    "ways": "alt_route",
    "certainty": "query_stats",
}
_ENTERED = {"scenarios": "science", "quotes": "request_quote"}


def cannot_price(page: Page, missing: Sequence[str]) -> bool:
    """Which questions come first; returns whether the person wants to answer them."""
    questions = listed(page.language, [*missing])
    with empty(page.t("cost.missing_title"), page.t("cost.missing_text", questions=questions)):
        return bool(st.button(ink(page.t("cost.to_requirements")), key="answer", type="primary"))


def view_picker(page: Page, project: str) -> View:
    """The row of views, the open one in the address; behind it the pages on which something is entered."""
    with st.container(horizontal=True, vertical_alignment="center"):
        view = choose_in_address(
            "view",
            VIEWS,
            "answer",
            label=page.t("cost.views"),
            words=lambda view: f":material/{_ICONS[view]}: {nb(page.t(f'cost.view.{view}'))}",
            tabs=True,
        )
        st.space("stretch")
        for place, icon in _ENTERED.items():
            label = link(f":material/{icon}: {page.t(f'place.{place}')}")
            if st.button(label, key=f"to_{place}", type="tertiary"):
                go(place, project)
    return view


def stands_on(
    page: Page,
    project: str,
    baseline: HasOverrides | None,
    read: Callable[[Actor, str], OwnScenario],
) -> Overrides:
    """What is changed about the record: the scenario in the address, else the baseline of the project; it is said.

    Args:
        page: the open page.
        project: its id.
        baseline: the scenario the project stands on.
        read: `services.costing_scenarios.read_scenario`.

    Raises:
        DomainError: no such scenario, or not one of this project.
    """
    asked = st.query_params.get("scenario", "")
    if not asked:
        if baseline is None:
            return NO_OVERRIDES
        mute(f":material/flag: {page.t('cost.on_baseline', name=safe(baseline.name))}")
        return baseline.overrides
    scenario = read(page.actor, asked)
    if scenario.project_id != project:
        raise DomainError("accounts.not_found")
    with st.container(horizontal=True, vertical_alignment="center"):
        mute(f":material/science: {page.t('cost.on_scenario', name=safe(scenario.name))}", width="content")
        st.button(
            link(page.t("cost.leave_scenario")),
            key="leave_scenario",
            type="tertiary",
            on_click=_leave_scenario,
        )
    return scenario.overrides


def _leave_scenario() -> None:
    st.query_params.pop("scenario", None)


def basis_picker(page: Page, made: Estimate) -> BillingBasis:
    """Which hour the rates mean; the page opens on the reading of the rates, and the choice stands in the address."""
    return choose_in_address(
        "basis",
        BASES,
        _as_read(made),
        label=page.t("cost.basis_label"),
        words=lambda name: page.t(f"cost.basis.{name}"),
        hint=page.t("cost.basis_help", gap=percent(page.language, made.basis_gap, 0)),
    )


def basis_chosen(made: Estimate) -> BillingBasis:
    """The same, where the picker stands further down."""
    return in_address("basis", BASES, _as_read(made))


def _as_read(made: Estimate) -> BillingBasis:
    return next(iter(made.regions.values())).rate.read_as


def kind_picker(page: Page, made: Estimate) -> PlaceKind:
    """Which prices stand side by side; kinds are never mixed."""
    known = kinds(made)
    return choose_in_address(
        "places",
        known,
        known[0],
        label=page.t("cost.kind_label"),
        words=lambda kind: page.t(f"cost.kind.{kind}"),
        hint=page.t("cost.kind_help"),
    )


def answer(page: Page, made: Estimate, record: Record, sentence: Callable[[Finding], str]) -> str | None:
    """The verdict; returns "action" or "second" when one of its buttons was pressed.

    A plan that is refused has the sentences why instead, and no way to the request.
    """
    refused = [sentence(each) for each in refusals(made.findings)]
    if refused:
        badge = Badge(text=page.t("cost.refused_badge"), icon="error", tone="red")
        card = Verdict(badges=[badge], facts="", sentence=page.t("cost.refused"), reasons=refused)
    else:
        card = cost_verdict(made, record, basis_chosen(made), page.language)
    return verdict(
        card, action="" if refused else page.t("cost.next"), second=page.t("cost.change"), key="cost"
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
        basis, kind = basis_picker(page, made), kind_picker(page, made)
    mute(page.t("cost.basis_does", gap=percent(page.language, made.basis_gap, 0)))
    rows = offered(made, kind, basis)
    currency = rows[0].currency
    left, right = st.columns([2, 1], gap="small")
    with left, st.container(border=True, height="stretch"):
        cost_band(
            cost_bands(rows, page.language),
            chart_text(rows, kind, basis, page.language),
            budget=budget_mark(budget_in(made, record, currency), currency, page.language),
            ticks=axis_ticks(page.language, currency),
            key=f"bands_{kind}",
        )
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


def notes(page: Page, sentences: Sequence[str]) -> None:
    """What should be looked at, one sentence each."""
    if sentences:
        head(page.t("cost.findings"), 3)
        st.warning("\n".join(f"- {sentence}" for sentence in sentences), icon=":material/info:")


_FILES: Mapping[Export, tuple[str, str]] = {
    "export": ("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    "brief": ("pdf", "application/pdf"),
}
