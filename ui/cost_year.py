"""Where the money goes: the first year and a later one line by line, and a month by language and channel."""

from collections.abc import Callable, Mapping, Sequence

import streamlit as st

from domain.costing.band import Band
from domain.costing.estimate import Estimate
from domain.costing.hours import BillingBasis
from domain.costing.pool_steps import pool_steps
from domain.costing.priced_places import years_of_quotes
from domain.costing.year_one import YearPrice
from domain.requirements.record import Record
from domain.shared.sources import Source
from ui.address import pick_in_address
from ui.charts import ChartText
from ui.charts_steps import stacked_up, waterfall
from ui.cost_chart import axis_ticks, axis_title
from ui.cost_lines import Ledger, amounts, leaves, line_facts, line_name
from ui.cost_page import basis_picker
from ui.cost_places import rate_name, rates_by_id
from ui.facts import facts
from ui.guard import Page
from ui.kit import head, mute
from ui.tables import small_table
from words.names import language_name, listed
from words.numbers import money, number, percent


def lines_view(
    page: Page,
    made: Estimate,
    record: Record,
    sources: Mapping[str, Source],
    channel_name: Callable[[str], str],
) -> None:
    """Everything a year costs at one place, from the chart down to every source."""
    with st.container(horizontal=True, gap="large", vertical_alignment="bottom"):
        quoted = years_of_quotes(made)
        basis, place = basis_picker(page, made), _place_picker(page, made, [*quoted])
    first, later = quoted[place] if place in quoted else _years(made, place, basis)
    currency = first.rate.currency
    ledger = Ledger(made=made, record=record, sources=sources, language=page.language, currency=currency)
    mute(
        page.t(
            "cost_view.year_text",
            year=money(page.language, first.year.base, currency),
            later=money(page.language, later.year.base, currency),
        )
    )
    if place in quoted and first.hours is not None:
        mute(page.t("quotes.own_basis", basis=page.t(f"cost.basis.{first.hours.basis}")))
    if first.left_out:
        names = [_left_out(page, made, name, currency) for name in first.left_out]
        mute(page.t("cost_view.left_out_text", names=listed(page.language, names)))
    _pool_steps(page, made, place, currency)
    _charts(page, first, later)
    left, right = st.columns(2, gap="small")
    for column, key, year in ((left, "first", first), (right, "later", later)):
        with column, st.container(border=True, height="stretch", gap="xsmall"):
            st.markdown(f"**{page.t(f'cost_view.lines_{key}')}**")
            mute(page.t("cost_view.lines_text"))
            facts(line_facts(ledger, year.total), page.language, f"lines_{key}")
    if place not in quoted:
        _split(page, made, place, channel_name)


def _place_picker(page: Page, made: Estimate, quoted: Sequence[str]) -> str:
    """Whose year: a domestic model where there are any, a region, a country, or a quote with one price per hour."""
    places = [*_models(made), *made.regions, *made.countries, *quoted]
    return pick_in_address(
        "place",
        places,
        places[0],
        label=page.t("cost_view.place"),
        words=lambda place: _place_name(page, made, place),
    )


def _models(made: Estimate) -> tuple[str, ...]:
    """The models of domestic service; none elsewhere."""
    return tuple(made.domestic.models) if made.domestic else ()


def _left_out(page: Page, made: Estimate, name: str, currency: str) -> str:
    """What nobody named, with what is usual where that is known in the currency."""
    said, usual = page.t(f"cost_view.left_out.{name}"), made.parameters[name]
    if currency != made.currency:
        return said
    ends = {end: number(page.language, getattr(usual, end)) for end in ("low", "high")}
    return page.t("cost_view.left_out_usual", name=said, currency=currency, **ends)


def _place_name(page: Page, made: Estimate, place: str) -> str:
    name = rate_name(rates_by_id(made)[place], page.language)
    return page.t("cost_view.domestic_model", name=name) if place in _models(made) else name


def _years(made: Estimate, place: str, basis: BillingBasis) -> tuple[YearPrice, YearPrice]:
    if made.domestic and place in made.domestic.models:
        model = made.domestic.models[place]
        return model.year_one[basis], model.steady_state[basis]
    return made.year_of(place, first_year=True)[basis], made.year_of(place, first_year=False)[basis]


def _pool_steps(page: Page, made: Estimate, place: str, currency: str) -> None:
    """Volumes beyond which other languages share agents and a year costs less; none at a quote's own terms."""
    known = place in made.places or (made.domestic is not None and place in made.domestic.models)
    for step in pool_steps(made, place) if known else ():
        year = page.t(f"cost_view.pool_step_{'first' if step.first_year else 'later'}")
        before, after = (money(page.language, each.base, currency) for each in (step.before, step.after))
        contacts = number(page.language, step.contacts)
        mute(page.t("cost_view.pool_step", contacts=contacts, year=year, before=before, after=after))


def _charts(page: Page, first: YearPrice, later: YearPrice) -> None:
    """Both years beside each other on one axis."""
    most = max(first.month.base, later.month.base)
    for column, key, year in zip(st.columns(2, gap="small"), ("first", "later"), (first, later), strict=True):
        with column, st.container(border=True, height="stretch"):
            _waterfall(page, key, year, most)


def _waterfall(page: Page, key: str, year: YearPrice, most: float) -> None:
    language, currency = page.language, year.rate.currency
    lines = list(leaves(year.total))
    labels = [line_name(line, language) for line in lines]
    figures = [line.amount.base for line in lines]
    total = line_name(year.total, language)
    # In full: an amount in ten thousands says nothing about small lines.
    texts = [number(language, figure) for figure in (*figures, year.month.base)]
    waterfall(
        stacked_up(labels, figures, texts, total),
        ChartText(
            title=page.t(f"cost_view.waterfall_{key}"),
            subtitle=page.t("cost_view.waterfall_read"),
            axis=axis_title(language, currency),
            alt=listed(
                language, [f"{name} {text}" for name, text in zip((*labels, total), texts, strict=True)]
            ),
        ),
        ticks=axis_ticks(language, currency),
        most=most,
        key=f"waterfall_{key}",
    )


def _split(page: Page, made: Estimate, place: str, channel_name: Callable[[str], str]) -> None:
    """A normal month divided among languages and channels."""
    split, currency = made.split(place), rates_by_id(made)[place].currency
    month = Band.total(split.channels.values())
    head(page.t("cost_view.split"), 3)
    mute(page.t("cost_view.split_text"))
    named: tuple[tuple[str, Mapping[str, Band], Callable[[str], str]], ...] = (
        ("language", split.languages, lambda code: language_name(page.language, code)),
        ("channel", split.channels, channel_name),
    )
    for column, (key, parts, name) in zip(st.columns(2, gap="small"), named, strict=True):
        with column:
            small_table(
                {
                    page.t(f"cost_view.col_{key}"): [name(code) for code in parts],
                    page.t("cost.col_month", currency=currency): [
                        amounts(part, currency, page.language) for part in parts.values()
                    ],
                    page.t("cost_view.col_share"): [
                        percent(page.language, part.base / month.base if month.base else 0)
                        for part in parts.values()
                    ],
                },
                label=page.t("cost_view.split"),
            )
