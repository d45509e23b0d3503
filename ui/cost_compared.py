"""Scenarios side by side: bars, figures, and what each one changes and assumes."""

from collections.abc import Callable, Sequence
from typing import Protocol

import streamlit as st

from domain.costing.estimate import Estimate
from domain.costing.guardrails import refusals
from domain.costing.hours import BillingBasis
from domain.costing.scenario import OverrideChange
from domain.requirements.record import Record
from domain.shared.outcomes import DomainError, Finding
from ui.charts import ChartText
from ui.charts_cost import cost_band
from ui.cost_changes import Names, change_words
from ui.cost_chart import axis_ticks, axis_title, band
from ui.cost_places import cheapest, kinds, offered, rate_name
from ui.guard import Page
from ui.kit import nb
from ui.tables import small_table
from words.names import listed
from words.numbers import MISSING, number, span


class Compared(Protocol):
    """One column of a comparison."""

    @property
    def record(self) -> Record:
        """With the scenario's answers in it."""

    @property
    def estimate(self) -> Estimate | None:
        """What it would cost."""

    @property
    def problem(self) -> DomainError | None:
        """Why it cannot be calculated."""

    @property
    def changed(self) -> Sequence[OverrideChange]:
        """What it changes."""

    @property
    def assumptions(self) -> Sequence[str]:
        """Questions whose value is a default."""


def comparison(
    page: Page,
    names: Sequence[str],
    found: Sequence[Compared],
    said: Names,
    explain: Callable[[DomainError], str],
    sentence: Callable[[Finding], str],
) -> None:
    """The scenarios as bars and as columns of one table, then what each of them changes and assumes."""
    _bars(page, names, found)
    small_table(_table(page, names, found), label=page.t("cost_view.side_by_side"))
    for column, name, each in zip(st.columns(len(found), gap="small"), names, found, strict=True):
        with column, st.container(border=True, height="stretch", gap="xsmall"):
            st.markdown(f"**{name}**")
            if each.problem:
                st.error(explain(each.problem))
            for refused in refusals(each.estimate.findings) if each.estimate else ():
                st.error(sentence(refused))
            lines = [change_words(page.language, change, said) for change in each.changed]
            st.markdown("\n".join(f"- {line}" for line in lines) or page.t("cost_view.changes_nothing"))
            assumed = [each.record.book.questions[name].wording[page.language] for name in each.assumptions]
            with st.expander(page.t("cost_view.assumed", count=len(assumed))):
                st.markdown("\n".join(f"- {question}" for question in assumed) or MISSING)


def _bars(page: Page, names: Sequence[str], found: Sequence[Compared]) -> None:
    """The lowest price of each; only those in one currency share a chart."""
    rows = [
        (name, cheapest(offered(each.estimate, kinds(each.estimate)[0], _read_as(each.estimate))))
        for name, each in zip(names, found, strict=True)
        if each.estimate and not refusals(each.estimate.findings)
    ]
    if not rows or len({row.currency for _, row in rows}) > 1:
        return
    currency = rows[0][1].currency
    with st.container(border=True):
        cost_band(
            [band(name, row.month.ends, currency, page.language) for name, row in rows],
            ChartText(
                title=page.t("cost_view.scenarios_title"),
                subtitle=page.t("cost_view.scenarios_read"),
                axis=axis_title(page.language, currency),
                alt=listed(
                    page.language, [f"{name} {number(page.language, row.month.base)}" for name, row in rows]
                ),
            ),
            budget=None,
            ticks=axis_ticks(page.language, currency),
            key="scenario_bars",
        )


def _read_as(made: Estimate) -> BillingBasis:
    return next(iter(made.regions.values())).rate.read_as


def _table(page: Page, names: Sequence[str], found: Sequence[Compared]) -> dict[str, Sequence[str]]:
    columns: dict[str, Sequence[str]] = {
        page.t("cost_view.col_figure"): [page.t(f"cost_view.figure.{name}") for name in _FIGURES]
    }
    for name, each in zip(names, found, strict=True):
        columns[nb(name)] = _figures(page, each.estimate)
    return columns


_FIGURES = ("contacts", "cheapest", "month", "year", "hours", "waiting", "fte")


def _figures(page: Page, made: Estimate | None) -> list[str]:
    # A plan that is refused has no price beside those that can be run.
    if made is None or refusals(made.findings):
        return [MISSING] * len(_FIGURES)
    language, kind = page.language, kinds(made)[0]
    best = cheapest(offered(made, kind, _read_as(made)))
    first = (
        made.domestic.models[best.rate.id].year_one[_read_as(made)]
        if made.domestic
        else made.year_of(best.rate.id, first_year=True)[_read_as(made)]
    )
    return [
        number(language, made.demand.contacts_month),
        rate_name(best.rate, language),
        f"{span(*(number(language, value) for value in best.month.ends))} {best.currency}",
        f"{number(language, first.month.base)} {first.rate.currency}",
        number(language, made.staffing.pooled_hours, 1),
        number(language, made.staffing.pooled.idle_hours, 1),
        number(language, made.staffing.fte, 1),
    ]
