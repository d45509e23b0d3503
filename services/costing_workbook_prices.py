"""The sheets of rates and prices: hours become money, on every reading of every rate."""

from collections.abc import Iterator, Mapping, Sequence

from documents.formulas import Term, share_of, term
from documents.workbook import Figure, Tab, cell_name
from domain.costing.band import ENDS, Band
from domain.costing.budget import budget_left
from domain.costing.estimate import Estimate
from domain.costing.hours import BASES, BillingBasis
from domain.costing.rates import HourlyRate, ModelRate, PrivateRate
from domain.shared.measures import SECONDS_PER_HOUR
from services.costing_names import place_name
from services.costing_workbook_inputs import Inputs
from services.costing_workbook_rows import Calculation, Three, three
from services.costing_workbook_work import Work
from services.sentences import channel_name
from words.names import language_name


def write_rates(cost: Estimate, inputs: Inputs) -> tuple[Tab, dict[str, Three]]:
    """Every published price the estimate uses, with its source; low and high are inputs."""
    words = inputs.words
    tab, found = Tab(words.t("tab.rates")), {}
    for title, rates in _rates(cost):
        if not rates:
            continue
        tab.title(words.t(f"rates.{title}"))
        ends = [words.said(f"ui.{end}") for end in ENDS]
        tab.head(words.t("col.place"), *ends, words.t("col.unit"), words.t("col.basis"), *words.source_head)
        for rate in rates:
            found[rate.id] = _rate(tab, rate, inputs)
    return tab, found


def _rates(cost: Estimate) -> Iterator[tuple[str, Sequence[HourlyRate | ModelRate | PrivateRate]]]:
    library = cost.pricing.rate_library
    if cost.domestic is not None:
        yield "domestic", library.domestic
    yield "region", [price.rate for price in cost.regions.values()]
    yield "country", library.countries
    yield "model", library.models
    yield "private", library.private


def _rate(tab: Tab, rate: HourlyRate | ModelRate | PrivateRate, inputs: Inputs) -> Three:
    words = inputs.words
    low = Figure(name=cell_name("rate", rate.id, "low"), content=float(rate.low), shown="rate")
    high = Figure(name=cell_name("rate", rate.id, "high"), content=float(rate.high), shown="rate")
    expected = rate.expected if isinstance(rate, PrivateRate) else None
    middle = (low.term + high.term) / 2 if expected is None else float(expected)
    base = Figure(name=cell_name("rate", rate.id, "base"), content=middle, shown="rate")
    unit = words.said(f"cost.unit.{rate.unit}", currency=rate.currency)
    if isinstance(rate, PrivateRate):
        basis, name = rate.billing_basis, rate.label
        origin: tuple[str, ...] = (words.said("source.kind.own"), "", "", rate.quoted_on.isoformat())
    else:
        basis, name = rate.read_as, rate.name[words.language]
        origin = words.of_origin(rate.origin)
        origin = (*origin[:-1], words.said(f"source.confidence.{rate.confidence}"))
        origin = (*origin, rate.note[words.language]) if rate.note else origin
    read = words.said(f"cost.basis.{basis}") if basis else ""
    tab.row(name, low, base, high, unit, read, *origin)
    return Three(low.term, base.term, high.term)


def write_prices(cost: Estimate, inputs: Inputs, work: Work, rates: Mapping[str, Three]) -> Tab:
    """A normal month at the rate of every place, read as each of the three hours."""
    words = inputs.words
    made = Calculation(Tab(words.t("tab.price")), inputs)
    made.tab.title(words.t("billed_hours"))
    made.tab.head(words.t("col.basis"), words.t("col.hours"), words.t("col.dearer"))
    hours: dict[BillingBasis, Term] = {}
    for basis in BASES:
        cells = [
            Figure(name=f"billed_{basis}", content=work.billed(work.people.billed, basis), shown="hours"),
            Figure(name=f"gap_{basis}", content=term(1) / work.shares[basis] - 1, shown="share"),
        ]
        made.tab.row(words.said(f"cost.basis.{basis}"), *cells)
        hours[basis] = cells[0].term
    if cost.domestic is not None:
        rate = cost.domestic.rate
        _title(made, rate.name[words.language], rate.currency)
        for basis in BASES:
            label = words.said(f"cost.basis.{basis}")
            month = rates[rate.id].times(hours[basis])
            three(made, cell_name("month", rate.id, basis), label, month)
    for place, price in cost.places.items():
        _title(made, price.rate.name[words.language], price.rate.currency)
        for basis in BASES:
            _reading(made, place, basis, rates[place], hours[basis], work)
    _budget(cost, made)
    _split(cost, made, work)
    _ticket_offers(cost, made, work, rates)
    return made.tab


def _budget(cost: Estimate, made: Calculation) -> None:
    """What the budget leaves of an average month of the first year, for every place and domestic model."""
    words = made.words
    for place in (*_models(cost), *cost.places):
        left, known = budget_left(cost, place), "budget_cn" if place in _models(cost) else "budget"
        if left is None:
            continue
        month = _year_one(cost, place)
        budget = made.inputs[known]
        label = words.t("budget_left", place=place_name(words.language, place))
        three(made, cell_name("budget_left", place), label, Three(*(budget - each for each in month)))


def _year_one(cost: Estimate, place: str) -> Three:
    """An average month of the first year, in the sheet of that year."""
    if cost.domestic is not None and place in cost.domestic.models:
        model, read = cost.domestic.models[place], cost.domestic.read_as
        named = (read,) if model.rate.unit == "hour" else ()
        return _cells(("year_cn", place, "month", *named), model.year_one[read].month)
    read = cost.places[place].rate.read_as
    return _cells(("year", place, "month", read), cost.year_of(place, first_year=True)[read].month)


def _models(cost: Estimate) -> tuple[str, ...]:
    return tuple(cost.domestic.models) if cost.domestic is not None else ()


def _split(cost: Estimate, made: Calculation, work: Work) -> None:
    """The month of every region as its rate is read, and of every domestic model, by who causes it."""
    words, language = made.words, made.words.language
    languages = {code: work.language_share(code) for code in work.language_hours}
    channels = {
        line.channel: share_of(
            Term(cell_name("work", line.channel), line.hours), work.workload, 1 / len(cost.demand.channels)
        )
        for line in cost.demand.channels
    }
    for place, rate, month in _months(cost):
        _title(made, words.t("split", place=rate.name[language]), rate.currency)
        for code, share in languages.items():
            name = cell_name("split", place, code)
            three(made, name, language_name(language, code), month.times(share))
        for channel, share in channels.items():
            name = cell_name("split", place, channel)
            three(made, name, channel_name(language, channel), month.times(share))


def _ticket_offers(cost: Estimate, made: Calculation, work: Work, rates: Mapping[str, Three]) -> None:
    """What both ends of a published price per ticket pay for in every region, the rate as if per productive hour."""
    if cost.ticket_price is None or work.aht_s is None:
        return
    words, claim, occupancy = made.words, cost.ticket_price, made.inputs["occupancy"]
    made.tab.title(claim.name[words.language])
    made.tab.head(words.t("col.input"), words.t("col.value"), words.t("col.unit"), *words.source_head)
    unit, prices = words.said("cost.unit.ticket", currency=claim.currency), {}
    for end, amount in (("low", claim.low), ("high", claim.high)):
        cell = Figure(name=f"ticket_price_{end}", content=float(amount), shown="rate")
        made.tab.row(words.said(f"ui.{end}"), cell, unit, *words.of_origin(claim.origin))
        prices[end] = cell.term
    for place, region in cost.regions.items():
        _title(made, region.rate.name[words.language], claim.currency)
        covered = rates[place].times(work.people.hours).over(work.contacts)
        three(made, cell_name("ticket", place, "with_coverage"), words.t("with_coverage"), covered)
        for end, price in prices.items():
            pays = Three(*(price * SECONDS_PER_HOUR * occupancy / each for each in rates[place]))
            label = words.t("pays_for_s", end=words.said(f"ui.{end}"))
            three(made, cell_name("ticket", place, "pays_for_s", end), label, pays, "count")


def _months(cost: Estimate) -> Iterator[tuple[str, HourlyRate | ModelRate, Three]]:
    """A normal month of every region and domestic model, as its rate is read."""
    if cost.domestic is not None:
        for name, model in cost.domestic.models.items():
            read = cost.domestic.read_as
            unit = model.rate.unit
            start = ("month", name, read) if unit == "hour" else ("model", "domestic", name, unit)
            yield name, model.rate, _cells(start, model.month[read])
    for place, price in cost.regions.items():
        read = price.rate.read_as
        yield place, price.rate, _cells(("month", place, read), price.as_read.month)


def _cells(start: tuple[str, ...], month: Band) -> Three:
    """Cells of another table."""
    ends = zip(ENDS, month.ends, strict=True)
    return Three(*(Term(cell_name(*start, end), value) for end, value in ends))


def _title(made: Calculation, name: str, currency: str) -> None:
    made.tab.title(f"{name}, {currency}")
    ends = [made.words.said(f"ui.{end}") for end in ENDS]
    made.tab.head(made.words.t("col.read_as"), *ends)


def _reading(
    made: Calculation, place: str, basis: BillingBasis, rate: Three, hours: Term, work: Work
) -> None:
    """A month on one reading, per contact, and the price per ticket that pays for the handling alone."""
    words, occupancy = made.words, made.inputs["occupancy"]
    label = words.said(f"cost.basis.{basis}")
    month = three(made, cell_name("month", place, basis), label, rate.times(hours))
    if work.aht_s is None:
        return
    aht, share = work.aht_s, work.shares[basis]
    three(
        made,
        cell_name("per_contact", place, basis),
        words.t("per_contact"),
        month.over(work.contacts),
    )
    three(
        made,
        cell_name("break_even", place, basis),
        words.t("break_even"),
        rate.over(share).times(aht).over(SECONDS_PER_HOUR).over(occupancy),
    )
