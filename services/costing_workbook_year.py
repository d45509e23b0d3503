"""The sheets of the years: an average month at full cost, line by line, for every place and reading."""

from collections.abc import Iterator, Mapping

from documents.formulas import Term, total
from documents.workbook import Figure, Tab, cell_name
from domain.costing.band import ENDS
from domain.costing.estimate import Estimate
from domain.costing.hours import BASES, BillingBasis
from domain.costing.rates import HourlyRate, ModelRate
from domain.shared.measures import MONTHS_PER_YEAR
from services.costing_workbook_inputs import Inputs, share_name
from services.costing_workbook_months import Year
from services.costing_workbook_rows import Calculation, Three, exact
from services.costing_workbook_work import Work
from services.costing_workbook_year_models import Market, beside, training_hours, write_model_year

Nine = dict[BillingBasis, Three]


def write_year(
    cost: Estimate, inputs: Inputs, work: Work, rates: Mapping[str, Three], year: Year, *, first: bool
) -> Tab:
    """The sheet of one year; domestic service first where there is any."""
    prefix = "year" if first else "later"
    made = Calculation(Tab(inputs.words.t(f"tab.{prefix}")), inputs)
    if cost.domestic is not None and cost.pricing.domestic is not None:
        market = Market(prefix=f"{prefix}_cn", year=year, terms=cost.pricing.domestic, first=first)
        hours = _hours(made, market, work)
        for model in cost.domestic.models.values():
            if model.rate.unit == "hour":
                _place(made, market, model.rate, rates[model.rate.id], hours)
            else:
                write_model_year(made, cost.domestic, model.rate, market, work, rates)
    market = Market(prefix=prefix, year=year, terms=cost.pricing.terms_of(first_year=first), first=first)
    hours = _hours(made, market, work)
    for place, price in cost.places.items():
        _place(made, market, price.rate, rates[place], hours)
    return made.tab


def _hours(made: Calculation, market: Market, work: Work) -> dict[str, dict[BillingBasis, Term]]:
    """The billed hours of an average month, surcharges counted as hours: line → basis."""
    words = made.words
    made.tab.title(words.t("year_hours_cn" if market.terms.market == "cn" else "year_hours"))
    made.tab.head(words.t("col.line"), *(words.said(f"cost.basis.{basis}") for basis in BASES))
    found: dict[str, dict[BillingBasis, Term]] = {}
    contents = {basis: dict(_hour_lines(made.inputs, market, work.shares[basis])) for basis in BASES}
    for line in contents[BASES[0]]:
        cells = {
            basis: Figure(
                name=cell_name(market.prefix, "hours", line, basis),
                content=contents[basis][line],
                shown="hours",
            )
            for basis in BASES
        }
        made.tab.row(words.said(f"costing.line.{line}"), *cells.values())
        found[line] = {basis: cell.term for basis, cell in cells.items()}
    sums = {
        basis: Figure(
            name=cell_name(market.prefix, "hours_total", basis),
            content=total([cells[basis] for cells in found.values()]),
            shown="hours",
        )
        for basis in BASES
    }
    made.tab.total(words.said("cost.total"), *sums.values())
    return found


def _hour_lines(inputs: Inputs, market: Market, share: Term) -> Iterator[tuple[str, Term]]:
    """The lines as `year_one.rate_hours` has them."""
    year, terms = market.year, market.terms
    yield "base", year.base / share
    agents = year.base / share
    if year.premium.value:
        yield "pool_premium", year.premium / share
        agents = (year.base + year.premium) / share
    yield "reserve", agents * inputs["reserve_share"] * inputs["standby_fee_share"]
    if market.first:
        yield "training", training_hours(inputs, market)
    if year.billed_extra.value:
        yield "peak", year.billed_extra / share
    for name, unusual in terms.unusual.items():
        if unusual and terms.surcharges.get(name):
            yield name, agents * inputs[share_name(name, first=market.first)] * inputs[f"{name}_surcharge"]


def _place(
    made: Calculation,
    market: Market,
    rate: HourlyRate | ModelRate,
    price: Three,
    hours: Mapping[str, Mapping[BillingBasis, Term]],
) -> None:
    """One place: service line by line, then what comes beside it."""
    words, prefix = made.words, cell_name(market.prefix, rate.id)
    made.tab.title(f"{rate.name[words.language]}, {rate.currency}")
    ends = {end: words.said(f"ui.{end}") for end in ENDS}
    heads = [f"{words.said(f'cost.basis.{basis}')}: {ends[end]}" for basis in BASES for end in ENDS]
    made.tab.head(words.t("col.line"), *heads)
    service = [
        _nine(
            made,
            cell_name(prefix, line),
            line,
            {basis: price.times(at) for basis, at in by_basis.items()},
        )
        for line, by_basis in hours.items()
    ]
    lines = [_nine(made, cell_name(prefix, "service"), "service", _added(service), sums=True)]
    for name, content in beside(made.inputs, market):
        lines.append(_nine(made, cell_name(prefix, name), name, {basis: exact(content) for basis in BASES}))
    if market.terms.fx_buffer:
        charged = _added(lines)
        buffer = {basis: charged[basis].times(made.inputs["fx_buffer"]) for basis in BASES}
        lines.append(_nine(made, cell_name(prefix, "fx_buffer"), "fx_buffer", buffer))
    month = _nine(made, cell_name(prefix, "month"), "month", _added(lines), sums=True)
    year = {basis: month[basis].times(MONTHS_PER_YEAR) for basis in BASES}
    _row(made, cell_name(prefix, "year"), words.t("twelve_months"), year)
    if market.year.contacts.value:
        each_contact = {basis: month[basis].over(market.year.contacts) for basis in BASES}
        _row(made, cell_name(prefix, "per_contact"), words.t("per_contact"), each_contact)


def _added(parts: list[Nine]) -> Nine:
    return {
        basis: Three(*(total([part[basis][end] for part in parts]) for end in range(len(ENDS))))
        for basis in BASES
    }


def _nine(made: Calculation, name: str, line: str, content: Nine, *, sums: bool = False) -> Nine:
    return _row(made, name, made.words.said(f"costing.line.{line}"), content, sums=sums)


def _row(made: Calculation, name: str, label: str, content: Nine, *, sums: bool = False) -> Nine:
    cells = {
        basis: [
            Figure(name=cell_name(name, basis, end), content=each, shown="amount")
            for end, each in zip(ENDS, content[basis], strict=True)
        ]
        for basis in BASES
    }
    flat = [cell for basis in BASES for cell in cells[basis]]
    (made.tab.total if sums else made.tab.row)(label, *flat)
    return {basis: Three(*(cell.term for cell in cells[basis])) for basis in BASES}
