"""The sheet of wage floors: what an hour must cost at least where the minimum wage is paid."""

from documents.formulas import term
from documents.workbook import Figure, Tab, cell_name
from domain.costing.estimate import Estimate
from domain.costing.floors import FloorPrice
from domain.shared.measures import MONTHS_PER_YEAR
from services.costing_workbook_inputs import Inputs
from services.costing_workbook_rows import Calculation


def write_floors(cost: Estimate, inputs: Inputs) -> Tab:
    """The lowest honest price of an hour in every country, from its minimum wage."""
    words = inputs.words
    tab = Tab(words.t("tab.floors"))
    tab.title(words.t("floors_title"))
    made = Calculation(tab, inputs)
    names = ("country", "wage", "wages_year", "extra_pay", "employer_rate", "paid_year", "worked_year")
    results = ("cost_paid_hour", "paid_hour", "logged_in_hour", "productive_hour")
    tab.head(*(words.t(f"col.{name}") for name in (*names, *results)), *words.source_head)
    for country, floor in cost.floors.items():
        _floor(made, country, floor)
    return tab


def _floor(made: Calculation, country: str, price: FloorPrice) -> None:
    floor, inputs = price.floor, made.inputs
    times = MONTHS_PER_YEAR if price.wage.per == "month" else float(floor.paid_hours_year)

    def given(name: str, value: float, shown: str) -> Figure:
        return Figure(
            name=cell_name("floor", country, name),
            content=value,
            shown="share" if shown == "share" else "rate",
        )

    wage, extra = (
        given("wage", float(price.wage.amount), "rate"),
        given("extra", float(floor.extra_pay), "share"),
    )
    rate = given("employer", float(floor.employer_rate), "share")
    paid = given("paid_year", float(floor.paid_hours_year), "rate")
    worked = given("worked_year", float(floor.worked_hours_year), "rate")
    # An hourly wage is paid for every paid hour of the year.
    times_cell = Figure(
        content=times if price.wage.per == "month" else paid.term,
        shown="rate",
        name=cell_name("floor", country, "times"),
    )
    year = wage.term * times_cell.term * (term(1) + extra.term) * (term(1) + rate.term)
    year_price = year * (term(1) + inputs["vendor_overhead"]) / (term(1) - inputs["vendor_margin"])
    contents = {
        "cost_paid_hour": year / paid.term,
        "paid_hour": year_price / paid.term,
        "logged_in_hour": year_price / worked.term,
        "productive_hour": year_price / worked.term / (term(1) - inputs["in_work_shrinkage"]),
    }
    cells = [
        Figure(name=cell_name("floor", country, name), content=each, shown="rate")
        for name, each in contents.items()
    ]
    origin = made.words.of_origin(price.wage.origin)
    label = floor.name[made.words.language]
    made.tab.row(label, wage, times_cell, extra, rate, paid, worked, *cells, *origin)
