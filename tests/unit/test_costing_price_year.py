"""The worked example of a year at full cost, to the printed digit; every figure is typed from the written calculation."""

from dataclasses import replace
from datetime import date

import pytest

from catalog.parameters import load_parameters
from catalog.rates import load_price_claims, load_rate_library, load_rates, load_wage_floors
from domain.costing.band import Band
from domain.costing.estimate import Estimate, estimate
from domain.costing.pricing import Pricing, year_terms
from domain.costing.seasons import Season
from domain.costing.surcharges import UnusualHours
from domain.costing.year_one import RateHours, YearPrice
from domain.shared.outcomes import NotAssessed
from domain.shared.rounding import round_half_up
from tests.unit.test_costing_estimate import EXAMPLE

PARAMETERS = load_parameters()
SATURDAY = UnusualHours(saturday=1 / 6)


def pricing(**terms: object) -> Pricing:
    known = replace(year_terms(PARAMETERS, unusual=SATURDAY), **terms)  # type: ignore[arg-type]  # tests name real fields
    return Pricing(
        terms=known,
        rate_library=load_rate_library(),
        floors=load_wage_floors(),
        on=date(2026, 12, 1),
        first_month=12,
    )


def made(inputs: object = EXAMPLE, **terms: object) -> Estimate:
    ticket = load_price_claims()["rate_ticket"]
    return estimate(inputs, load_rates(), PARAMETERS, ticket, pricing=pricing(**terms))  # type: ignore[arg-type]  # inputs


def hours_of(year: YearPrice) -> RateHours:
    assert year.hours is not None
    return year.hours


def shown(value: float, digits: int = 0) -> str:
    return f"{round_half_up(value, digits):,}"


def bands(band: Band | NotAssessed, digits: int = 0) -> tuple[str, ...]:
    assert isinstance(band, Band)
    return tuple(shown(end, digits) for end in band.ends)


def test_the_rate_hours_of_the_worked_year() -> None:
    hours = hours_of(made().year_one["east"]["productive_hour"])
    lines = {line.id: shown(line.amount.base, 1) for line in hours.lines}
    assert lines == {
        "base": "950.6",
        "reserve": "57.0",
        "training": "25.0",
        "peak": "132.4",
        "saturday": "39.6",
    }
    assert shown(hours.total, 1) == "1,204.6"


def test_the_people_of_the_worked_year() -> None:
    work = made().work
    assert (work.seats, work.trainees, work.contacts_month) == (8, 10, 7000)


YEAR = {
    "east": (
        ("13,829", "18,792", "23,755"),
        ("165,951", "225,508", "285,065"),
        ("1.98", "2.68", "3.39"),
    ),
    "south": (
        ("20,033", "24,376", "28,719"),
        ("240,397", "292,510", "344,623"),
        ("2.86", "3.48", "4.10"),
    ),
    "west": (
        ("32,441", "38,645", "44,849"),
        ("389,291", "463,738", "538,185"),
        ("4.63", "5.52", "6.41"),
    ),
}


@pytest.mark.parametrize("region", YEAR)
def test_the_full_cost_of_the_first_year(region: str) -> None:
    year = made().year_one[region]["productive_hour"]
    assert (bands(year.month), bands(year.year), bands(year.per_contact, 2)) == YEAR[region]


def test_on_paid_hours_service_costs_more_and_training_the_same() -> None:
    year = made().year_one["east"]
    paid, productive = hours_of(year["paid_hour"]), hours_of(year["productive_hour"])
    assert paid.of("base") == pytest.approx(productive.of("base") / 0.7)
    assert paid.of("training") == productive.of("training")


def test_later_years_have_no_training_and_no_set_up() -> None:
    cost = made(setup_fee=3000.0)
    first = cost.year_one["east"]["productive_hour"]
    later = cost.steady_state["east"]["productive_hour"]
    # 25 h x 14 EUR and 3,000 / 12, both with 3 % for the exchange rate: 350 + 250 = 600; 618.
    assert first.month.base - later.month.base == pytest.approx(618)
    assert later.left_out == ()


def test_a_set_up_fee_nobody_named_is_left_out_and_said_so() -> None:
    assert made().year_one["east"]["paid_hour"].left_out == ("setup_fee",)
    assert made(setup_fee=0.0).year_one["east"]["paid_hour"].left_out == ()


def test_a_merchant_who_pays_in_its_own_currency_needs_no_buffer() -> None:
    with_buffer, without = (
        made(fx_buffer=share).year_one["east"]["productive_hour"].month.base for share in (0.03, 0.0)
    )
    assert with_buffer == pytest.approx(without * 1.03)


def test_growth_makes_the_average_month_busier() -> None:
    # Half as many again by the end of the year: 1.25 times on average, 8,750 contacts with the peaks.
    grown = replace(EXAMPLE, growth_year=0.5, peak=None, pools=(("de", "fr", "es", "it", "en"),))
    cost = made(grown)
    assert cost.work.contacts_month == pytest.approx(7500)
    # One pool is never idle here, so its hours grow as the contacts do: 812.5 x 1.25; afterwards x 1.5.
    assert cost.work.base_hours == pytest.approx(1015.625)
    assert cost.later_work.base_hours == pytest.approx(1218.75)


def test_a_launch_belongs_to_the_first_year_only() -> None:
    launch = Season(name="launch", kind="launch", multiplier=2.0, months={3: 1.0})
    cost = made(replace(EXAMPLE, peak=None, seasons=(launch,)))
    assert cost.work.extra_hours > 0
    assert cost.later_work.extra_hours == 0


def test_the_lines_of_a_year_say_where_each_figure_comes_from() -> None:
    for line in made(setup_fee=3000.0).lines["east"].walk():
        assert line.parts or line.inputs
        assert all(each.origin.id for each in line.inputs)


def test_a_month_is_divided_among_languages_and_channels() -> None:
    split = made().split("east")
    # Spanish fills a pool of its own: 260 h / 0.7 x 14 EUR.
    assert split.languages["es"].base == pytest.approx(5200)
    # DE and EN share 406.25 h as 4 : 1.
    assert split.languages["de"].base == pytest.approx(406.25 * 0.8 / 0.7 * 14)
    # 385 of 650 hours of work are e-mail.
    assert split.channels["email"].base == pytest.approx(19_012.5 * 385 / 650)
