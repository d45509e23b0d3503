"""What the record supplies to the fields of a contract, each value with where it came from."""

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from typing import Any, Literal

from domain.contract.terms import Prefilled
from domain.costing.estimate import Estimate
from domain.costing.guardrails import refusals
from domain.costing.hours import BillingBasis
from domain.costing.rates import HourlyRate, ModelRate
from domain.pilot.plan import PilotPlan, instances
from domain.requirements.record import Record
from domain.shared.measures import SECONDS_PER_HOUR
from domain.shared.money import Money
from domain.shared.rounding import round_half_up
from domain.shared.sources import Bilingual, Language
from services.catalog import catalog
from services.contract_expectations import ASKED, expectations
from services.kpi_targets import target_for
from words import LANGUAGES, say
from words.answers import hours_in_words, peak_time
from words.names import country_name, listed
from words.numbers import plain

_ESCALATION = "escalation_on_time"


def both(make: Callable[[Language], str]) -> Bilingual:
    """A text made in each language."""
    zh, en = (make(language) for language in LANGUAGES)
    return Bilingual(zh=zh, en=en)


def prefills(record: Record, estimate: Estimate | None, plan: PilotPlan | None) -> dict[str, Prefilled]:
    """Every value of the record by its prefill name; what is unknown is absent.

    Args:
        record: the requirements.
        estimate: what it would cost; None while it cannot be calculated. Of a plan that is refused nothing is
            proposed.
        plan: the pilot as agreed; None before there is one.
    """
    found = _from_requirements(record)
    if estimate is not None and not refusals(estimate.findings):
        found |= _from_costing(record, estimate)
    found |= _from_pilot(record, plan)
    return {name: given for name, given in found.items() if given.value not in (None, (), [], "")}


def _from_requirements(record: Record) -> dict[str, Prefilled]:
    plainly = (
        "merchant_name",
        "merchant_country",
        "vendor_name",
        "vendor_country",
        "markets",
        "ticket_readers",
        "native_languages",
        "channels",
        "platforms",
        "scenarios",
        "returns_owner",
        "time_zone",
        "high_value_threshold",
        "billing_model",
        "billing_basis",
        "setup_fee",
        "governing_law",
        "forum",
        "contract_start",
        "data_terms_signed_on",
        "prevailing_language",
    )
    values: dict[str, Any] = {name: record.value(name) for name in plainly}
    values["languages"] = tuple(record.value("languages_share") or ())
    values["shops"] = _one_line(record.value("shops"))
    values["eu_representative"] = _one_line(record.value("eu_representative"))
    values["data_location"] = _countries(record.value("data_location") or ())
    values["holiday_calendar"] = _holiday_calendar(record)
    values["holiday_service"] = holiday_service(record)
    values["coverage_text"] = _coverage_text(record)
    values["coverage_hours_week"] = record.coverage_hours_week
    values["contacts_month"] = sum((record.value("contacts_month") or {}).values()) or None
    values |= _peak_values(record) | expectations(record)
    asked = ASKED | {"holiday_service": "holiday_calendar"}
    return {
        f"requirements.{name}": Prefilled(value=value, detail=_assumed(record, asked.get(name, name)))
        for name, value in values.items()
    }


def _assumed(record: Record, question: str) -> Bilingual | None:
    """Says so when nobody typed the value: a default accepted in silence is still a default."""
    if question in record.book.questions and record.origin(question) == "default":
        return both(lambda language: say(language, "contract_terms.default_answer"))
    return None


def _one_line(text: str | None) -> Bilingual | None:
    """Several lines of an answer as one line of a clause."""
    lines = [line.strip() for line in (text or "").splitlines() if line.strip()]
    return Bilingual(zh="；".join(lines), en="; ".join(lines)) if lines else None


def _countries(codes: Sequence[str]) -> Bilingual | None:
    """Countries by their names."""
    if not codes:
        return None
    return both(lambda language: listed(language, [country_name(language, code) for code in codes]))


def _holiday_calendar(record: Record) -> Bilingual | None:
    """Whose public holidays count, by country.

    Where every public holiday is served, business days still need a calendar: that of the vendor's country.
    """
    if record.value("holiday_calendar") == "market":
        return _countries((record.value("markets") or ())[:1])
    return _countries([record.value("vendor_country")] if record.value("vendor_country") else ())


def holiday_service(record: Record) -> Literal["off", "served"]:
    """Whether somebody serves customers on public holidays."""
    return "served" if record.value("holiday_calendar") == "none" else "off"


def _coverage_text(record: Record) -> Bilingual | None:
    """Days with the same hours together: Mon-Sat 09:00-19:00."""
    schedule = record.schedule
    if not schedule:
        return None
    return both(lambda language: hours_in_words(language, schedule))


def _peak_values(record: Record) -> dict[str, Any]:
    peaks = record.value("peaks") or []
    if not peaks:
        return {}
    return {
        "peak_months": both(lambda language: _peak_times(language, peaks)),
        "peak_multiplier": max(peak["multiplier"] for peak in peaks),
        "peak_lead_weeks": max(peak["lead_weeks"] for peak in peaks),
    }


def _peak_times(language: Language, peaks: Sequence[Mapping[str, Any]]) -> str:
    """When the peaks are: all months together, then the peaks with days of their own."""
    months = sorted({month for peak in peaks for month in peak.get("months", ())})
    days = [peak_time(language, peak) for peak in peaks if "start" in peak]
    return listed(language, [*(say(language, f"month.{month}") for month in months), *days])


def chosen_region(record: Record, estimate: Estimate) -> str | None:
    """The region whose rate a contract proposes.

    The vendor's country decides where a rate speaks of it; elsewhere in Europe the merchant's choice does.
    Before a country is known it is the merchant's choice, else the region that costs least.

    Returns:
        None when no rate speaks of the vendor's country: then no price is proposed.
    """
    chosen = record.value("region_chosen")
    code = record.value("vendor_country")
    if code is None:
        cheapest = min(estimate.regions, key=lambda region: estimate.regions[region].as_read.base)
        return str(chosen) if chosen in estimate.regions else cheapest
    for region, price in estimate.regions.items():
        if code in price.rate.countries:
            return region
    country = catalog().countries.get(code)
    return str(chosen) if country and country.europe and chosen in estimate.regions else None


def _proposed_rate(record: Record, estimate: Estimate) -> HourlyRate | ModelRate | None:
    """The published rate that speaks of the vendor: of domestic agents in China, else of its region."""
    if record.value("vendor_country") == "CN" and estimate.domestic:
        return estimate.domestic.rate
    region = chosen_region(record, estimate)
    return estimate.regions[region].rate if region else None


def _from_costing(record: Record, estimate: Estimate) -> dict[str, Prefilled]:
    """Proposed price and volume in the hour the contract bills; converted, never relabelled."""
    found = {"costing.fte": Prefilled(value=round_half_up(estimate.staffing.fte, 1))}
    rate = _proposed_rate(record, estimate)
    billed: BillingBasis = record.value("billing_basis") or "productive_hour"
    hours: Mapping[BillingBasis, float] = {
        "productive_hour": estimate.staffing.pooled_hours,
        "paid_hour": estimate.staffing.paid_hours,
    }
    # How much of logged-in time is productive is our judgement alone, so in a contract that rate stays open.
    if billed not in hours:
        return found
    exact = Decimal(str(hours[billed]))
    found["costing.hours_month"] = Prefilled(value=round_half_up(exact, 2), exact=exact)
    if rate is not None and rate.read_as is not None:
        price = Decimal(str(estimate.shares.convert(rate.band, rate.read_as, billed).base))
        money = Money(amount=round_half_up(price, 2), currency=rate.currency)
        detail, source = _rate_detail(rate, rate.read_as, billed), rate.origin.source
        found["costing.rate_hour"] = Prefilled(value=money, detail=detail, source=source, exact=price)
    return found


def _rate_detail(rate: HourlyRate | ModelRate, read_as: BillingBasis, billed: str) -> Bilingual:
    """Which rate it was, how it was read and, where that differs, what it was converted to."""

    def spoken(language: Language) -> str:
        said = {
            "region": rate.name[language],
            "rate": plain(language, rate.band.base),
            "basis": say(language, f"cost.basis.{read_as}"),
        }
        if read_as == billed:
            return say(language, "contract_terms.rate_detail_as_read", **said)
        return say(
            language, "contract_terms.rate_detail", **said, target=say(language, f"cost.basis.{billed}")
        )

    return both(spoken)


def fee_of(rate: Money, hours: Decimal) -> Prefilled:
    """The estimated month as the cost has it: from rate and hours before they are rounded for print.

    Its detail shows the hours to four decimals, so that a reader's product agrees.
    """
    amount = round_half_up(rate.amount * hours, 2)

    def spoken(language: Language) -> str:
        factors = {"hours": plain(language, hours, 4), "rate": plain(language, rate.amount, 4)}
        return say(language, "contract_terms.fee_detail", **factors)

    return Prefilled(value=Money(amount=amount, currency=rate.currency), detail=both(spoken))


def _from_pilot(record: Record, plan: PilotPlan | None) -> dict[str, Prefilled]:
    """Targets and times as the pilot uses them; before there is a plan, as asked for or as the definitions propose."""
    found: dict[str, Prefilled] = {
        "pilot.weeks": Prefilled(value=plan.weeks if plan else record.value("pilot_weeks")),
    }
    for instance, (kpi, target) in instances(catalog().kpis).items():
        agreed = target_for(record, plan, target)
        found[f"pilot.target.{instance}"] = Prefilled(value=agreed, source=target.origin.source)
        if kpi.id == _ESCALATION and target.threshold_s:
            hours = Decimal(target.threshold_s) / SECONDS_PER_HOUR
            found["pilot.escalate_within_h"] = Prefilled(value=hours, source=target.origin.source)
    return found
