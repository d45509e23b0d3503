"""The estimate for people at a terminal: what refuses it, what to look at first, the leading prices, what to mind."""

from collections.abc import Iterator, Sequence

from domain.costing.budget import month_to_budget
from domain.costing.estimate import Estimate
from domain.costing.guardrails import refusals
from domain.costing.hours import BillingBasis
from domain.shared.outcomes import Finding
from services.sentences import finding_sentence
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
    month = month_to_budget(made, cheapest.id, cheapest.read_as)
    ends = span(*(number(language, end) for end in month.ends))
    yield say(language, "cost_lines.budget", month=f"{ends} {made.make_or_buy.currency}")


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


def _line(language: Language, name: str, ends: tuple[float, float, float], currency: str) -> str:
    band = span(*(number(language, end) for end in ends))
    return say(language, "cost_lines.price", name=name, month=f"{band} {currency}")


def _read(language: Language, name: str, basis: BillingBasis) -> str:
    """A place with the hour its rate is read as."""
    return f"{name} · {say(language, f'cost.basis.{basis}')}"
