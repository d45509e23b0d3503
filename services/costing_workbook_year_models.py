"""A year where seats are paid by the month, or every contact by itself: the other domestic models of the year sheets."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from documents.formulas import Term, total
from documents.workbook import cell_name
from domain.costing.band import ENDS
from domain.costing.domestic import DomesticPrice
from domain.costing.rates import ModelRate
from domain.costing.year_terms import YearTerms
from domain.shared.measures import MONTHS_PER_YEAR
from services.costing_workbook_inputs import Inputs
from services.costing_workbook_months import Year
from services.costing_workbook_rows import Calculation, Three, exact, three
from services.costing_workbook_work import Work


@dataclass(frozen=True, slots=True, kw_only=True)
class Market:
    """A year under one set of terms: those of the rates, or of domestic service."""

    prefix: str
    year: Year
    terms: YearTerms
    first: bool


def write_model_year(
    made: Calculation,
    domestic: DomesticPrice,
    rate: ModelRate,
    market: Market,
    work: Work,
    rates: Mapping[str, Three],
) -> None:
    """One model, line by line; its price does not depend on what an hour is read as."""
    words, prefix = made.words, cell_name(market.prefix, rate.id)
    made.tab.title(f"{rate.name[words.language]}, {rate.currency}")
    made.tab.head(words.t("col.line"), *(words.said(f"ui.{end}") for end in ENDS))

    def row(line: str, content: Three) -> Three:
        return three(made, cell_name(prefix, line), words.said(f"costing.line.{line}"), content)

    contents = (
        [("shared_tickets", rates[rate.id].times(market.year.contacts))]
        if domestic.seat_terms is None or rate.unit == "ticket"
        else list(_seats(made.inputs, market, work, rates[rate.id], rates[domestic.seat_terms.temp.id]))
    )
    service = row("service", _added([row(line, content) for line, content in contents]))
    extras = [
        row(line, exact(content))
        for line, content in beside(made.inputs, market)
        if line != "tools" or rate.unit != "ticket"
    ]
    month = row("month", _added([service, *extras]))
    three(made, cell_name(prefix, "year"), words.t("twelve_months"), month.times(MONTHS_PER_YEAR))
    if market.year.contacts.value:
        three(
            made,
            cell_name(prefix, "per_contact"),
            words.t("per_contact"),
            month.over(market.year.contacts),
        )


def _seats(
    inputs: Inputs, market: Market, work: Work, price: Three, temp: Three
) -> Iterator[tuple[str, Three]]:
    """The lines as `year_models.price_seat_year` has them."""
    year = market.year
    yield "seats", price.times(year.seats)
    yield "reserve", price.times(year.seats * inputs["reserve_share"] * inputs["standby_fee_share"])
    if market.first:
        yield "training", price.times(training_hours(inputs, market) / work.full_time)
    if year.extra.value:
        yield "peak", temp.times(work.billed(year.extra, "logged_in_hour") / inputs["temp_day_h"])


def training_hours(inputs: Inputs, market: Market) -> Term:
    """Hours of training the merchant pays, in an average month."""
    hours = market.year.trainees * inputs["initial_training_h"] * inputs["training_merchant_share"]
    return hours / MONTHS_PER_YEAR


def beside(inputs: Inputs, market: Market) -> Iterator[tuple[str, Term]]:
    """Tools, the merchant's own manager, a set-up fee in the first year."""
    terms = market.terms
    tools = inputs[terms.parameter("tools_per_seat_month").removeprefix("parameters.")]
    yield "tools", market.year.seats * tools
    yield "manager", inputs[terms.parameter("manager_month").removeprefix("parameters.")]
    if market.first and terms.setup_fee is not None:
        yield "setup", inputs[terms.parameter("setup_fee").removeprefix("parameters.")] / MONTHS_PER_YEAR


def _added(parts: list[Three]) -> Three:
    return Three(*(total([part[end] for part in parts]) for end in range(len(ENDS))))
