"""What the terms of quotes make of a month: line by line, and where more volume would cost less."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import streamlit as st

from domain.costing.bill import Bill
from domain.costing.comparison import Place
from domain.costing.estimate import Estimate
from domain.costing.priced_places import years_of_quotes
from domain.requirements.record import Record
from domain.shared.outcomes import NotAssessed
from domain.shared.sources import Source
from ui.cost_lines import Ledger, amounts, line_facts
from ui.cost_places import rate_name, rates_by_id
from ui.facts import facts
from ui.guard import Page
from ui.kit import head, mute, nb
from ui.tables import small_table
from words.names import listed
from words.numbers import number


def offers(
    page: Page, made: Estimate, record: Record, sources: Mapping[str, Source], places: Sequence[Place]
) -> None:
    """Which quotes have no first year, the steps of all-units tiers, then every quote with further terms, unfolded.

    Args:
        page: the open page.
        made: the estimate.
        record: the requirements behind it.
        sources: the register.
        places: the quotes.
    """
    bills = {
        place.id: bill
        for place in places
        for bill in place.bills.values()
        if not isinstance(bill, NotAssessed)
    }
    names = {each: rate_name(rates_by_id(made)[each], page.language) for each in bills}
    normal_months_only(page, made, bills)
    _steps(page, bills, names)
    for each in [place.id for place in places if "offer" in place.bills and place.id in bills]:
        bill = bills[each]
        ledger = Ledger(
            made=made,
            record=record,
            sources=sources,
            language=page.language,
            currency=bill.offer.currency,
        )
        with st.expander(page.t("quotes.lines", name=names[each])):
            facts(line_facts(ledger, bill.total), page.language, f"quote_lines_{each}")


def normal_months_only(page: Page, made: Estimate, quotes: Iterable[str]) -> None:
    """Of which quotes no first year is calculated, so that nobody compares their month with one.

    Args:
        page: the open page.
        made: the estimate.
        quotes: the ids of those shown.
    """
    years, rates = years_of_quotes(made), rates_by_id(made)
    names = [rate_name(rates[each], page.language) for each in quotes if each not in years]
    if names:
        mute(page.t("quotes.normal_month_only", names=listed(page.language, names)))


def _steps(page: Page, bills: Mapping[str, Bill], names: Mapping[str, str]) -> None:
    """Where the month falls although more is used."""
    steps = [(names[each], bill.offer.currency, step) for each, bill in bills.items() for step in bill.steps]
    if not steps:
        return
    head(page.t("quotes.steps"), 3)
    mute(page.t("quotes.steps_text"))
    language = page.language
    columns: dict[str, Sequence[Any]] = {
        page.t("quotes.col_quote"): [f"**{nb(name)}**" for name, _, _ in steps],
        page.t("quotes.col_above"): [number(language, step.above) for _, _, step in steps],
        page.t("quotes.col_before"): [
            nb(amounts(step.before, paid_in, language)) for _, paid_in, step in steps
        ],
        page.t("quotes.col_after"): [
            nb(amounts(step.after, paid_in, language)) for _, paid_in, step in steps
        ],
    }
    small_table(columns, label=page.t("quotes.steps"))
