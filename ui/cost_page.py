"""The views of the cost page, what is chosen for all of them, and the first one: the answer."""

from collections.abc import Callable, Mapping, Sequence
from typing import Literal, Protocol, get_args

import streamlit as st

from domain.costing.estimate import Estimate
from domain.costing.guardrails import refusals
from domain.costing.hours import BASES, BillingBasis
from domain.costing.scenario import NO_OVERRIDES, Overrides
from domain.costing.spread import Uncertainty
from domain.requirements.record import Record
from domain.shared.outcomes import DomainError, Finding
from domain.shared.people import Actor
from ui.address import choose_in_address, in_address
from ui.cost import cost_verdict
from ui.guard import Page
from ui.journey import go
from ui.kit import empty, head, ink, link, mute, nb, safe
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
    """What is changed about the record: the scenario in the address, which is said, else the baseline of the project.

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
        return NO_OVERRIDES if baseline is None else baseline.overrides
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


def answer(
    page: Page,
    made: Estimate,
    record: Record,
    sentence: Callable[[Finding], str],
    draws: Callable[[BillingBasis], Uncertainty],
) -> str | None:
    """The verdict; returns "action" or "second" when one of its buttons was pressed.

    A plan that is refused has the sentences why instead, and no way to the request. `draws` is the uncertainty
    of the estimate on a basis.
    """
    refused = [sentence(each) for each in refusals(made.findings)]
    if refused:
        badge = Badge(text=page.t("cost.refused_badge"), icon="error", tone="red")
        card = Verdict(badges=[badge], facts="", sentence=page.t("cost.refused"), reasons=refused)
    else:
        card = cost_verdict(made, record, basis_chosen(made), page.language, draws)
    return verdict(
        card, action="" if refused else page.t("cost.next"), second=page.t("cost.change"), key="cost"
    )


def notes(page: Page, sentences: Sequence[str]) -> None:
    """What should be looked at, one sentence each."""
    if sentences:
        head(page.t("cost.findings"), 3)
        st.warning("\n".join(f"- {sentence}" for sentence in sentences), icon=":material/info:")
