"""What a vendor must charge if it pays no more than the minimum wage: below it somebody is not paid for."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import ClassVar, Literal

from domain.costing.band import Band
from domain.costing.hours import BillingBasis
from domain.shared.measures import MONTHS_PER_YEAR
from domain.shared.outcomes import Finding
from domain.shared.sources import STRICT, Bilingual, Confidence, Origin


@dataclass(frozen=True, slots=True, kw_only=True)
class MinimumWage:
    """A minimum wage and since when it holds.

    Attributes:
        amount: gross, in euro.
        per: ``month`` (twelve a year; thirteenth and fourteenth wages are spread over them) or paid ``hour``.
        from_day: first day on which it holds.
        origin: where it was published.
    """

    __pydantic_config__: ClassVar[dict[str, str]] = STRICT

    amount: Decimal
    per: Literal["month", "hour"]
    from_day: date
    origin: Origin


@dataclass(frozen=True, slots=True, kw_only=True)
class WageFloor:
    """What one country's minimum wage rests on.

    Attributes:
        country: ISO 3166 code.
        name: what people call the country.
        wages: the minimum wages, the oldest first.
        extra_pay: pay on top that the law demands, as a share of the wage; Dutch holiday pay is 0.08.
        employer_rate: contributions of the employer, as a share of the gross wage.
        paid_hours_year: hours on the payslip of a full-time employee.
        worked_hours_year: the same without leave, public holidays and usual illness.
        confidence: how far the floor can be relied on.
        employer_origin: where the contributions come from.
        hours_origin: where the hours come from.
        extra_origin: where the extra pay comes from; None without any.
        note: what is known against it.
    """

    __pydantic_config__: ClassVar[dict[str, str]] = STRICT

    country: str
    name: Bilingual
    wages: tuple[MinimumWage, ...]
    employer_rate: Decimal
    paid_hours_year: Decimal
    worked_hours_year: Decimal
    confidence: Confidence
    employer_origin: Origin
    hours_origin: Origin
    extra_pay: Decimal = Decimal(0)
    extra_origin: Origin | None = None
    note: Bilingual | None = None

    def wage_on(self, day: date) -> MinimumWage:
        """The wage in force on a day; the first known one for earlier days."""
        in_force = [wage for wage in self.wages if wage.from_day <= day]
        return in_force[-1] if in_force else self.wages[0]

    def gross_year(self, day: date) -> float:
        """A full-time employee's gross wage a year at the minimum, in euro."""
        wage = self.wage_on(day)
        times = MONTHS_PER_YEAR if wage.per == "month" else float(self.paid_hours_year)
        return float(wage.amount) * times * (1 + float(self.extra_pay))


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildUp:
    """How a wage becomes a price (E.1-10 of the knowledge base: every share is a parameter).

    Attributes:
        in_work_shrinkage: share of worked hours that go to breaks, meetings and coaching.
        overhead: team leads, quality assurance, planning, training, IT and premises, over the cost of wages.
        margin: the vendor's margin, as a share of the price.
    """

    in_work_shrinkage: float
    overhead: float
    margin: float

    @property
    def price_over_cost(self) -> float:
        """The price over the cost of wages."""
        return (1 + self.overhead) / (1 - self.margin)


@dataclass(frozen=True, slots=True, kw_only=True)
class FloorPrice:
    """The lowest price an hour in one country can honestly have.

    Attributes:
        floor: what it rests on.
        on: the day whose minimum wage is meant.
        wage: the minimum wage of that day.
        cost_paid_hour: wage and contributions per paid hour, in euro.
        paid_hour: the price per paid hour, with overhead and margin.
        logged_in_hour: the same per hour worked.
        productive_hour: the same per productive hour.
    """

    floor: WageFloor
    on: date
    wage: MinimumWage
    cost_paid_hour: float
    paid_hour: float
    logged_in_hour: float
    productive_hour: float

    def per(self, basis: BillingBasis) -> float:
        """The price per hour of one basis."""
        prices = {
            "paid_hour": self.paid_hour,
            "logged_in_hour": self.logged_in_hour,
            "productive_hour": self.productive_hour,
        }
        return prices[basis]


def floor_price(floor: WageFloor, build_up: BuildUp, on: date) -> FloorPrice:
    """What an hour in a country costs at the minimum wage of a day."""
    cost_year = floor.gross_year(on) * (1 + float(floor.employer_rate))
    price_year = cost_year * build_up.price_over_cost
    worked = float(floor.worked_hours_year)
    return FloorPrice(
        floor=floor,
        on=on,
        wage=floor.wage_on(on),
        cost_paid_hour=cost_year / float(floor.paid_hours_year),
        paid_hour=price_year / float(floor.paid_hours_year),
        logged_in_hour=price_year / worked,
        productive_hour=price_year / worked / (1 - build_up.in_work_shrinkage),
    )


def check_floor(
    floor: FloorPrice, rate: Band, basis: BillingBasis, *, least_share: float, place: str, currency: str
) -> Finding | None:
    """Whether an hourly rate can pay the minimum wage of its country.

    Args:
        floor: the floor of the country.
        rate: the rate, in euro.
        basis: which hour it bills.
        least_share: of the floor; below it the rate is pointed out.
        place: what the finding points to.
        currency: of the rate, for the sentence.

    Returns:
        ``costing.below_wage_floor`` when even the low end is too low, or None.
    """
    lowest = floor.per(basis)
    if rate.low >= least_share * lowest:
        return None
    return Finding(
        code="costing.below_wage_floor",
        severity="warning",
        place=place,
        values={
            "country": floor.floor.name,
            "given": rate.low,
            "floor": lowest,
            "currency": currency,
            "least_percent": least_share * 100,
        },
        source=floor.wage.origin.source,
    )
