"""Make or buy: every way of getting the service beside the others, and at which volume which is the cheaper one."""

from collections.abc import Mapping, Sequence

import streamlit as st

from domain.costing.alternatives import Alternative
from domain.costing.breakeven import Crossover, Grid
from domain.costing.estimate import Estimate
from domain.costing.guardrails import refusals
from domain.requirements.record import Record
from domain.shared.outcomes import NotAssessed
from domain.shared.sources import Source
from ui.charts import ChartText
from ui.charts_cost import cost_band
from ui.charts_curves import curves
from ui.cost_chart import axis_ticks, axis_title, band
from ui.cost_lines import Ledger, line_facts
from ui.facts import facts
from ui.guard import Page
from ui.kit import head, mute, nb
from ui.tables import small_table
from words.names import country_name, language_name, listed
from words.numbers import MISSING, number, span


def ways_view(page: Page, made: Estimate, grid: Grid, record: Record, sources: Mapping[str, Source]) -> None:
    """The advice, the ways beside each other, what each is made of, and the curves over volume."""
    case, ways = made.make_or_buy, made.alternatives
    _advice(page, made)
    currency = case.currency
    with st.container(border=True):
        cost_band(
            [band(_name(page, way.id), way.month.ends, currency, page.language) for way in ways],
            ChartText(
                title=page.t("cost_view.ways_title"),
                subtitle=page.t("cost_view.ways_read"),
                axis=axis_title(page.language, currency),
                alt=listed(page.language, [_spoken(page, way) for way in ways]),
            ),
            budget=None,
            ticks=axis_ticks(page.language, currency),
            key="ways",
        )
    small_table(_table(page, ways, currency), label=page.t("cost_view.ways_title"))
    st.markdown(
        "\n".join(
            f"- {_name(page, way.id)}{page.t('cost_view.colon')}{_condition(page, way)}" for way in ways
        )
    )
    team = case.own_team
    key = "cost_view.no_own_team" if team is None else "cost_view.own_team"
    country = "" if team is None else country_name(page.language, team.floor.floor.country)
    mute(page.t(key, country=country))
    _unfolded(
        page, Ledger(made=made, record=record, sources=sources, language=page.language, currency=currency)
    )
    _curves(page, made, grid)


def _name(page: Page, way: str) -> str:
    return page.t(f"costing.alternative.{way}")


def _short(page: Page, way: str) -> str:
    """The same where there is little room."""
    return page.t("cost_view.mix_by_language") if way == "hybrid_by_language" else _name(page, way)


def _spoken(page: Page, way: Alternative) -> str:
    return f"{_name(page, way.id)} {span(*(number(page.language, value) for value in way.month.ends))}"


def _advice(page: Page, made: Estimate) -> None:
    if refusals(made.findings):
        st.error(page.t("cost.refused"), icon=":material/error:")
        return
    way, why = made.advice
    st.info(
        page.t("cost_view.advice", way=_name(page, way), why=page.t(f"costing.advice.{why}")),
        icon=":material/alt_route:",
    )


def _table(page: Page, ways: Sequence[Alternative], currency: str) -> dict[str, Sequence[str]]:
    return {
        nb(page.t("cost_view.col_way")): [f"**{nb(_name(page, way.id))}**" for way in ways],
        nb(page.t("cost.col_month", currency=currency)): [
            span(*(number(page.language, value) for value in way.month.ends)) for way in ways
        ],
        nb(page.t("cost.col_contact_in", currency=currency)): [
            MISSING
            if isinstance(way.per_contact, NotAssessed)
            else number(page.language, way.per_contact.base, 2)
            for way in ways
        ],
    }


def _condition(page: Page, way: Alternative) -> str:
    """What has to be agreed for the service level to be the same, and which languages are shared."""
    parts = [page.t(f"costing.holds_if.{way.holds_if}") if way.holds_if else page.t("cost_view.same_service")]
    if way.id == "hybrid_by_language":
        names = listed(page.language, [language_name(page.language, code) for code in way.shared_languages])
        parts.append(page.t("cost_view.shared_languages", languages=names))
    return " ".join(parts)


def _unfolded(page: Page, ledger: Ledger) -> None:
    head(page.t("cost_view.ways_lines"), 3)
    mute(page.t("cost_view.lines_text"))
    ways = ledger.made.alternatives
    for row in range(0, len(ways), 2):
        for column, way in zip(st.columns(2, gap="small"), ways[row : row + 2], strict=False):
            with column, st.container(border=True, height="stretch", gap="xsmall"):
                st.markdown(f"**{_name(page, way.id)}**")
                facts(line_facts(ledger, way.total), page.language, f"way_{way.id}")


def _curves(page: Page, made: Estimate, grid: Grid) -> None:
    """The ways over 200 to 200,000 contacts, and the volumes at which the cheaper one changes."""
    head(page.t("cost_view.curves"), 3)
    mute(page.t("cost_view.curves_text"))
    contacts = made.demand.contacts_month
    if not grid.contacts or not contacts:
        st.info(page.t("cost_view.no_curves"))
        return
    currency = made.make_or_buy.currency
    crossings = [_crossing(page, each) for each in made.crossovers]
    with st.container(border=True):
        curves(
            grid.contacts,
            {_short(page, way): [month.base for month in months] for way, months in grid.months.items()},
            ChartText(
                title=page.t("cost_view.curves_title"),
                subtitle=page.t("cost_view.curves_read"),
                axis=axis_title(page.language, currency),
                alt=listed(page.language, crossings) or page.t("cost_view.no_crossing"),
            ),
            here=(contacts, page.t("cost_view.here", contacts=number(page.language, contacts))),
            ticks=axis_ticks(page.language, currency),
            across=page.t("cost.fact_contacts"),
            key="curves",
        )
    small_table(_crossings(page, made.crossovers), label=page.t("cost_view.curves"))


def _crossing(page: Page, each: Crossover) -> str:
    return page.t(
        "cost_view.crossing",
        contacts=number(page.language, each.contacts),
        below=_name(page, each.below),
        above=_name(page, each.above),
    )


def _crossings(page: Page, found: Sequence[Crossover]) -> dict[str, Sequence[str]]:
    return {
        page.t("cost_view.col_crossing"): [number(page.language, each.contacts) for each in found],
        page.t("cost_view.col_below"): [_name(page, each.below) for each in found],
        page.t("cost_view.col_above"): [_name(page, each.above) for each in found],
    }
