"""Price models side by side, what a cheap price per ticket must mean, and the lowest honest price of an hour."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import streamlit as st

from domain.costing.bill import Bill
from domain.costing.comparison import Place, PlaceKind
from domain.costing.estimate import Estimate
from domain.requirements.record import Record
from domain.shared.outcomes import Finding, NotAssessed
from domain.shared.sources import Source
from ui.address import choose_in_address
from ui.cost_offers import offers
from ui.cost_places import kinds, rate_name, rates_by_id
from ui.cost_tables import source_cell, unit
from ui.facts import source_lines
from ui.guard import Page
from ui.kit import head, mute, nb, sources_popover
from ui.tables import small_table
from words.numbers import MISSING, number, percent, plain, span

# The price of each model in words; a hybrid has two and is left to the table.
_EVERY = (
    "hour",
    "seat_month",
    "ticket",
    "order",
    "minute",
    "resolution",
    "hybrid",
    "shift_month",
    "person_day",
)
_LAST: tuple[PlaceKind, ...] = ("private", "model")
Why = Callable[[NotAssessed], str]


def models_view(page: Page, made: Estimate, record: Record, sources: Mapping[str, Source], why: Why) -> None:
    """Every place under every model, then tickets, then wage floors."""
    _models(page, made, record, sources, why)
    if made.ticket_readings and not made.domestic:
        _tickets(page, made, sources)
    _floors(page, made, sources)


def _models(page: Page, made: Estimate, record: Record, sources: Mapping[str, Source], why: Why) -> None:
    head(page.t("cost_view.models"), 3)
    mute(page.t("cost_view.models_text"))
    known = {place.kind for place in made.comparison}
    order = [*kinds(made), *(kind for kind in _LAST if kind in known and kind not in kinds(made))]
    kind = choose_in_address(
        "places",
        order,
        order[0],
        label=page.t("cost.kind_label"),
        words=lambda each: page.t(f"cost.kind.{each}"),
        hint=page.t("cost.kind_help"),
    )
    places = [place for place in made.comparison if place.kind == kind]
    per = choose_in_address(
        "per",
        ("month", "contact", "order"),
        "month",
        label=page.t("cost_view.per_label"),
        words=lambda each: page.t(f"cost_view.per.{each}"),
    )
    if kind in {"region", "country"}:
        small_table(_grid(page, made, places, per), label=page.t("cost_view.models"))
        mute(page.t("cost_view.equivalent"))
    else:
        small_table(_natives(page, made, places, per, sources), label=page.t("cost_view.models"))
    for sentence in _remarks(page, made, places, why):
        mute(sentence)
    mute(f":material/warning: {page.t(f'cost.known_against.{kind}')}")
    if kind == "private":
        offers(page, made, record, sources, places)


def _grid(page: Page, made: Estimate, places: Sequence[Place], per: str) -> dict[str, Sequence[Any]]:
    """Places down, models across; every cell low – base – high in one unit."""
    models = [model for model in _EVERY if any(model in place.bills for place in places)]
    rates = rates_by_id(made)
    return {
        nb(page.t("cost_view.col_in", currency=places[0].currency)): [
            f"**{nb(rate_name(rates[place.id], page.language))}**" for place in places
        ],
        **{
            nb(page.t(f"costing.model.{model}")): [
                _cell(page, place.bills.get(model), per) for place in places
            ]
            for model in models
        },
    }


def _cell(page: Page, bill: Bill | NotAssessed | None, per: str) -> str:
    if bill is None or isinstance(bill, NotAssessed):
        return MISSING
    amount = {"month": bill.month, "contact": bill.per_contact, "order": bill.per_order}[per]
    if isinstance(amount, NotAssessed):
        return MISSING
    digits = 0 if per == "month" else 2
    ends = amount.ends if amount.low < amount.high else (amount.base,)
    return span(*(number(page.language, value, digits) for value in ends))


def _natives(
    page: Page, made: Estimate, places: Sequence[Place], per: str, sources: Mapping[str, Source]
) -> dict[str, Sequence[Any]]:
    """Prices that are published or quoted under one model each."""
    rates = rates_by_id(made)
    known = [place for place in places if place.id in rates]
    return {
        page.t("cost.col_price"): [f"**{nb(rate_name(rates[place.id], page.language))}**" for place in known],
        nb(page.t("cost.col_published")): [
            nb(
                f"{span(*dict.fromkeys((plain(page.language, rates[place.id].low), plain(page.language, rates[place.id].high))))} {unit(rates[place.id], page.language)}"
            )
            for place in known
        ],
        page.t(
            "cost_view.col_per",
            per=page.t(f"cost_view.per.{per}"),
            currency=known[0].currency if known else "",
        ): [_cell(page, next(iter(place.bills.values())), per) for place in known],
        page.t("cost.col_source"): [source_cell(rates[place.id], sources, page.language) for place in known],
    }


def _remarks(page: Page, made: Estimate, places: Sequence[Place], why: Why) -> list[str]:
    """What a price leaves out, and why a cell is empty."""
    found: dict[str, None] = {}
    rates = rates_by_id(made)
    for place in places:
        name = rate_name(rates[place.id], page.language) if place.id in rates else place.id
        for bill in place.bills.values():
            if isinstance(bill, NotAssessed):
                found[page.t("cost_view.no_bill", name=name, reason=why(bill))] = None
                continue
            for left in bill.offer.left_out:
                found[page.t(f"cost_view.bill_without.{left}", name=name)] = None
    return list(found)


def _tickets(page: Page, made: Estimate, sources: Mapping[str, Source]) -> None:
    """The published price per ticket read against the low rate of each region, the reading kindest to it."""
    claim = made.ticket_price
    if claim is None:
        return

    def actions() -> None:
        lines = source_lines(
            page.language, sources[claim.origin.source], claim.origin, claim.note[page.language]
        )
        sources_popover(
            page.t("cost.sources", count=1), [(claim.name[page.language], lines)], "ticket_source"
        )

    head(page.t("cost_view.tickets"), 3, actions=actions)
    mute(
        page.t(
            "cost_view.tickets_text",
            low=plain(page.language, claim.low),
            high=plain(page.language, claim.high),
        )
    )
    readings = [reading for end, reading in made.ticket_readings if end == "base"]
    language = page.language
    small_table(
        {
            nb(page.t("cost.col_region")): [
                f"**{nb(made.regions[each.place].rate.name[language])}**" for each in readings
            ],
            nb(page.t("cost_view.col_offer")): [number(language, each.price, 2) for each in readings],
            nb(page.t("cost_view.col_pays_for")): [number(language, each.pays_for_s) for each in readings],
            nb(page.t("cost_view.col_needs")): [number(language, each.needed, 2) for each in readings],
            nb(page.t("cost_view.col_with_waiting")): [
                number(language, each.with_coverage, 2) for each in readings
            ],
            nb(page.t("cost_view.col_bot_share")): [
                MISSING if each.bot_share is None else percent(language, each.bot_share, 0)
                for each in readings
            ],
            nb(page.t("cost_view.col_split")): [
                number(language, each.tickets_a_contact, 1) for each in readings
            ],
        },
        label=page.t("cost_view.tickets"),
    )
    reasons = dict.fromkeys(reason for each in readings for reason in each.reasons)
    st.markdown("\n".join(f"- {page.t(f'costing.ticket_reason.{reason}')}" for reason in reasons))


def _floors(page: Page, made: Estimate, sources: Mapping[str, Source]) -> None:
    """What an hour costs at the minimum wage, beside the published rate."""
    floors = list(made.floors.values())
    if not floors or made.domestic:
        return

    def actions() -> None:
        entries = [
            (
                each.floor.name[page.language],
                source_lines(page.language, sources[each.wage.origin.source], each.wage.origin),
            )
            for each in floors
        ]
        sources_popover(page.t("cost.sources", count=len(entries)), entries, "floor_sources")

    head(page.t("cost_view.floors"), 3, actions=actions)
    mute(page.t("cost_view.floors_text"))
    language = page.language
    small_table(
        {
            nb(page.t("cost_view.col_country")): [f"**{nb(each.floor.name[language])}**" for each in floors],
            nb(page.t("cost_view.col_wage_cost")): [
                number(language, each.cost_paid_hour, 2) for each in floors
            ],
            nb(page.t("cost_view.col_floor_paid")): [number(language, each.paid_hour, 2) for each in floors],
            nb(page.t("cost_view.col_floor_productive")): [
                number(language, each.productive_hour, 2) for each in floors
            ],
            nb(page.t("cost_view.col_published_low")): [
                plain(language, made.countries[each.floor.country].rate.low)
                if each.floor.country in made.countries
                else MISSING
                for each in floors
            ],
            nb(page.t("cost_view.col_sure")): [
                page.t(f"source.confidence.{each.floor.confidence}") for each in floors
            ],
        },
        label=page.t("cost_view.floors"),
    )


def age_warnings(page: Page, findings: Sequence[Finding], sentence: Callable[[Finding], str]) -> None:
    """Which prices nobody dated, and which are old."""
    if findings:
        head(page.t("cost_view.ages"), 3)
        with st.expander(page.t("cost_view.ages_count", count=len(findings))):
            st.markdown("\n".join(f"- {sentence(finding)}" for finding in findings))
