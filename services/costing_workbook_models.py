"""The sheet of price models: every price charged as it is sold, brought to a month, a contact and an order."""

from collections.abc import Iterator, Mapping

from documents.formulas import Term, term, total, whole
from documents.workbook import Figure, Tab, cell_name
from domain.costing.band import ENDS
from domain.costing.comparison import Place
from domain.costing.currency import BASE
from domain.costing.estimate import Estimate
from domain.costing.hours import BillingBasis
from domain.costing.rates import HourlyRate, ModelRate, PriceUnit, PrivateRate
from domain.shared.measures import MINUTES_PER_HOUR, SECONDS_PER_HOUR
from domain.shared.outcomes import NotAssessed
from services.costing_workbook_inputs import Inputs
from services.costing_workbook_months import Year
from services.costing_workbook_rows import Calculation, Three
from services.costing_workbook_work import Work

_OFFER = "offer"


class _Models:
    """What every row of the sheet needs."""

    def __init__(
        self, cost: Estimate, inputs: Inputs, work: Work, year: Year, rates: Mapping[str, Three], tab: Tab
    ) -> None:
        self.cost = cost
        self.inputs = inputs
        self.work = work
        self.year = year
        self.rates = rates
        self.made = Calculation(tab, inputs)
        library = cost.pricing.rate_library
        self.known: dict[str, HourlyRate | ModelRate | PrivateRate] = {
            **{place: price.rate for place, price in cost.places.items()},
            **{model.id: model for model in (*library.models, *library.domestic)},
            **{quote.id: quote for quote in library.private},
        }

    def quantity(self, unit: PriceUnit, basis: BillingBasis | None) -> Term:
        """What a month uses of what a price is for."""
        if basis is not None:
            return self.work.billed(self.work.people.billed, basis)
        quantities: Mapping[PriceUnit, Term] = {
            "seat_month": self.work.people.seats,
            "ticket": self.work.contacts,
            "order": self.inputs.known.get("orders", term(0)),
            "minute": self.work.minutes,
            "resolution": total(list(self.work.language_text_contacts.values()))
            * self.inputs["bot_containment"],
            "shift_month": self.inputs.known.get("shift_posts", term(0)),
            "person_day": self.inputs.known.get("person_days", term(0)),
        }
        return quantities[unit]

    def months(self, place: Place) -> Iterator[tuple[str, Three]]:
        """Every model of a place, and its month."""
        rate, price = self.known[place.id], self.rates[place.id]
        if isinstance(rate, HourlyRate):
            yield from self._hourly(rate, price)
            return
        basis = rate.billing_basis if isinstance(rate, PrivateRate) else rate.read_as
        basis = basis if rate.unit == "hour" else None
        if isinstance(rate, PrivateRate) and rate.currency != place.currency:
            price = price.times(self._per_eur(place.currency)).over(self._per_eur(rate.currency))
        yield rate.unit, price.times(self.quantity(rate.unit, basis))

    def _per_eur(self, currency: str) -> Term:
        return term(1) if currency == BASE else self.inputs[f"per_eur_{currency}"]

    def _hourly(self, rate: HourlyRate, price: Three) -> Iterator[tuple[str, Three]]:
        """The prices of other models that pay what the hourly rate pays (`comparison.offers_of`)."""
        work, occupancy = self.work, self.inputs["occupancy"]
        yield "hour", price.times(work.billed(work.people.billed, rate.read_as))
        productive = price.over(work.shares[rate.read_as])
        paid = productive.times(work.shares["paid_hour"])
        seats = paid.times(work.full_time).times(work.people.seats)
        yield "seat_month", _plus(seats, productive.times(work.people.premium))
        yield "minute", productive.over(MINUTES_PER_HOUR).over(occupancy).times(work.minutes)
        if work.aht_s is not None:
            ticket = productive.times(work.aht_s).over(SECONDS_PER_HOUR).over(occupancy).times(work.contacts)
            yield "ticket", ticket
            yield "hybrid", _plus(ticket, productive.times(work.people.idle + work.people.premium))
        if "orders" in self.inputs.known:
            yield "order", productive.times(work.people.billed)


def _plus(one: Three, other: Three) -> Three:
    return Three(*(first + second for first, second in zip(one, other, strict=True)))


def write_models(cost: Estimate, inputs: Inputs, work: Work, year: Year, rates: Mapping[str, Three]) -> Tab:
    """Places × models, per month, per contact and per order."""
    words = inputs.words
    tab = Tab(words.t("tab.models"))
    models = _Models(cost, inputs, work, year, rates, tab)
    _quantities(models)
    ends = [words.said(f"ui.{end}") for end in ENDS]
    heads = [f"{words.t(f'per.{per}')}: {end}" for per in ("month", "contact", "order") for end in ends]
    kinds = dict.fromkeys(place.kind for place in cost.comparison)
    order = ["domestic", *kinds] if "domestic" in kinds else list(kinds)
    for kind in dict.fromkeys(order):
        tab.title(words.t(f"rates.{kind}"))
        tab.head(words.t("col.place"), words.t("col.model"), *heads)
        for place in (each for each in cost.comparison if each.kind == kind):
            _rows(models, place)
    if any(_OFFER in place.bills for place in cost.comparison):
        tab.row(words.t("offers_left_out"))
    return tab


def _quantities(models: _Models) -> None:
    """Posts of a shift and days of temporary agents, where a price asks for them."""
    work, made, words = models.work, models.made, models.inputs.words
    if models.cost.pricing.domestic is None:
        return
    made.tab.title(words.t("quantities"))
    posts = whole(work.billed(work.people.hours, "logged_in_hour") / models.inputs["shift_month_h"])
    label, name = words.said("costing.model.shift_month"), "shift_posts"
    models.inputs.known[name] = made.step(name, label, posts, "count", "units_shift_month")
    if models.year.extra.value:
        days = work.billed(models.year.extra, "logged_in_hour") / models.inputs["temp_day_h"]
        label, name = words.said("costing.model.person_day"), "person_days"
        models.inputs.known[name] = made.step(name, label, days, "hours", "units_person_day")


def _rows(models: _Models, place: Place) -> None:
    """The models of a place that can be billed; offers with terms of their own, and what lacks an exchange rate, are left to the page."""
    if _OFFER in place.bills or all(isinstance(each, NotAssessed) for each in place.bills.values()):
        return
    words, work = models.inputs.words, models.work
    rate = models.known[place.id]
    name = rate.label if isinstance(rate, PrivateRate) else rate.name[words.language]
    for model, month in models.months(place):
        if isinstance(place.bills.get(model), NotAssessed) or model not in place.bills:
            continue
        label = cell_name("model", place.kind, place.id, model)
        cells = [
            Figure(name=cell_name(label, end), content=each, shown="amount")
            for end, each in zip(ENDS, month, strict=True)
        ]
        row: list[Figure] = list(cells)
        if work.contacts.value:
            row += [Figure(content=cell.term / work.contacts, shown="amount") for cell in cells]
            if "orders" in models.inputs.known:
                orders = models.inputs["orders"]
                row += [Figure(content=cell.term / orders, shown="amount") for cell in cells]
        models.made.tab.row(f"{name}, {place.currency}", words.said(f"costing.model.{model}"), *row)
