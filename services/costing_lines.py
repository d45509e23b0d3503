"""The estimate for people at a terminal: what refuses it, what to look at first, prices and own quotes, what to mind."""

from collections.abc import Iterator, Sequence

from domain.costing.bill import Bill
from domain.costing.budget import drawn_month, month_to_budget
from domain.costing.estimate import Estimate
from domain.costing.guardrails import refusals
from domain.costing.hours import BillingBasis
from domain.costing.priced_places import years_of_quotes
from domain.shared.outcomes import Finding, NotAssessed
from services.costing_uncertainty import uncertainty_of
from services.sentences import finding_sentence, reason
from words import Language, say
from words.names import country_name
from words.numbers import number, span

_READINGS: tuple[BillingBasis, ...] = ("paid_hour", "productive_hour")


def estimate_lines(made: Estimate, language: Language) -> list[str]:
    """What somebody has to know first comes first; a plan that is refused has no advice and no budget.

    Service for Chinese shoppers only is priced in yuan; European regions are then in `cost.json` alone.
    """
    refused = refusals(made.findings)
    others = [finding for finding in made.findings if finding not in refused]
    return [
        *_findings(refused, language),
        *(() if refused else _advice(made, language)),
        *(_regions(made, language) if made.domestic is None else _domestic(made, language)),
        *_quotes(made, language),
        *_findings(others, language),
    ]


def _findings(findings: Sequence[Finding], language: Language) -> Iterator[str]:
    for finding in findings:
        grave = say(language, f"requirements.severity.{finding.severity}")
        yield f"{grave} · {finding_sentence(language, finding)}"


def _advice(made: Estimate, language: Language) -> Iterator[str]:
    """Which way to look at first, and the month that its first year asks for."""
    way, why = made.advice
    name = say(language, f"costing.alternative.{way}")
    yield say(language, "cost_lines.advice", way=name, why=say(language, f"costing.advice.{why}"))
    cheapest = min(made.regions.values(), key=lambda price: price.as_read.month.base).rate
    month, currency = month_to_budget(made, cheapest.id, cheapest.read_as), made.make_or_buy.currency
    # Only agents have a year at full cost; another way is budgeted at the contacts of the year.
    budgeted = "budget" if why == "cheapest" else "budget_way"
    yield say(language, f"cost_lines.{budgeted}", month=_month(language, month.ends, currency))
    if why != "cheapest":
        return
    leading = cheapest.id if made.domestic is None else made.domestic.leading(made.domestic.read_as).rate.id
    drawn = drawn_month(made, leading, uncertainty_of(made))
    if drawn is not None:
        values = {name: number(language, getattr(drawn, name)) for name in ("p10", "p50", "p90")}
        yield say(language, "cost_lines.drawn", currency=currency, **values)


def _regions(made: Estimate, language: Language) -> Iterator[str]:
    """A line per region and reading."""
    for price in made.regions.values():
        for month in (price.paid_basis, price.productive_basis):
            name = _read(language, price.rate.name[language], month.basis)
            yield _line(language, name, month.month.ends, price.rate.currency)


def _domestic(made: Estimate, language: Language) -> Iterator[str]:
    """Every domestic model that pays for the whole service; by the hour on both readings."""
    if made.domestic is None:
        return
    for model in made.domestic.models.values():
        name, currency = model.rate.name[language], model.rate.currency
        if model.rate.unit != "hour":
            yield _line(language, name, model.month[made.domestic.read_as].ends, currency)
            continue
        for reading in _READINGS:
            here = _read(language, country_name(language, model.rate.country), reading)
            yield _line(language, here, model.month[reading].ends, currency)


def _quotes(made: Estimate, language: Language) -> Iterator[str]:
    """Every own quote: its normal month, what that leaves out, and its first year where one is calculated."""
    years = years_of_quotes(made)
    bills = {place.id: place.bills for place in made.comparison if place.kind == "private"}
    for quote in made.pricing.rate_library.private:
        basis = quote.billing_basis
        name = quote.label if basis is None else _read(language, quote.label, basis)
        for bill in bills[quote.id].values():
            yield from _bill(name, bill, language)
        if quote.id in years:
            first = years[quote.id][0]
            month = _month(language, first.month.ends, first.rate.currency)
            yield say(language, "cost_lines.quote_year", name=name, month=month)


def _bill(name: str, bill: Bill | NotAssessed, language: Language) -> Iterator[str]:
    if isinstance(bill, NotAssessed):
        yield say(language, "cost_view.no_bill", name=name, reason=reason(language, bill))
        return
    month = _month(language, bill.month.ends, bill.offer.currency)
    yield say(language, "cost_lines.quote", name=name, month=month)
    for left in bill.offer.left_out:
        yield say(language, f"cost_view.bill_without.{left}", name=name)


def _line(language: Language, name: str, ends: tuple[float, float, float], currency: str) -> str:
    return say(language, "cost_lines.price", name=name, month=_month(language, ends, currency))


def _month(language: Language, ends: tuple[float, float, float], currency: str) -> str:
    """Low to high of a month; one figure where they are the same."""
    return f"{span(*(number(language, end) for end in dict.fromkeys(ends)))} {currency}"


def _read(language: Language, name: str, basis: BillingBasis) -> str:
    """A place with the hour its rate is read as."""
    return f"{name} · {say(language, f'cost.basis.{basis}')}"
