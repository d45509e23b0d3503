"""The worked example to the printed digit: every expected figure is typed from the written-out calculation."""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

import pytest

from catalog.parameters import load_parameters
from catalog.rates import load_price_claims, load_rates
from domain.costing.band import Band
from domain.costing.budget import budget_left
from domain.costing.estimate import Estimate, estimate
from domain.costing.inputs import EstimateInputs, Peak
from domain.shared.outcomes import NotAssessed
from domain.shared.rounding import round_half_up

PARAMETERS = load_parameters()
RATES = load_rates()
TICKET = load_price_claims()["rate_ticket"]

EXAMPLE = EstimateInputs(
    contacts_month={"email": 3300, "marketplace": 600, "chat": 1500, "phone": 600},
    language_share={"de": 0.40, "fr": 0.25, "es": 0.15, "it": 0.10, "en": 0.10},
    aht_s={"email": 420, "marketplace": 300, "chat": 720, "phone": 390},
    concurrency={"chat": 2},
    coverage_hours_week=60,
    seats_min=1,
    occupancy=0.80,
    shrinkage=0.30,
    weekly_contract_hours=40,
    pools=(("de", "en"), ("fr", "it")),
    peak=Peak(months=2, multiplier=2.0, surcharge=0.15),
    budget_month=20_000,
)

# 800 contacts in 4 languages over the same hours, at the same mean handling time of 390 s.
SMALL = EstimateInputs(
    contacts_month={"email": 800},
    language_share={"de": 0.25, "fr": 0.25, "es": 0.25, "it": 0.25},
    aht_s={"email": 390},
    coverage_hours_week=60,
    seats_min=1,
    occupancy=0.80,
    shrinkage=0.30,
    weekly_contract_hours=40,
)


def made(inputs: EstimateInputs = EXAMPLE) -> Estimate:
    return estimate(inputs, RATES, PARAMETERS, TICKET)


def shown(value: float, digits: int = 0) -> str:
    return f"{round_half_up(value, digits):,}"


def bands(band: Band | NotAssessed, digits: int = 0) -> tuple[str, str, str]:
    assert isinstance(band, Band)
    return shown(band.low, digits), shown(band.base, digits), shown(band.high, digits)


def test_the_workload_is_385_and_50_and_150_and_65_hours() -> None:
    demand = made().demand
    assert [shown(line.hours, 1) for line in demand.channels] == ["385.0", "50.0", "150.0", "65.0"]
    assert shown(demand.workload_hours, 1) == "650.0"
    assert demand.contacts_month == 6000
    assert isinstance(demand.effective_aht_s, float)
    assert shown(demand.effective_aht_s, 1) == "390.0"


def test_five_separate_queues_are_1365_hours_of_which_552_and_a_half_are_idle() -> None:
    staffing = made().staffing
    assert shown(staffing.productive_hours, 1) == "812.5"
    assert shown(staffing.coverage_hours_month) == "260"
    hours = {group.languages: shown(group.required_hours) for group in staffing.separate.groups}
    assert hours == {("de",): "325", ("fr",): "260", ("es",): "260", ("it",): "260", ("en",): "260"}
    assert shown(staffing.separate_hours) == "1,365"
    assert shown(staffing.separate.idle_hours, 1) == "552.5"
    assert shown(staffing.separate.paid_hours) == "1,950"
    assert shown(staffing.separate.fte, 1) == "11.3"


def test_the_given_pools_are_950_point_6_hours_and_7_point_8_people() -> None:
    staffing = made().staffing
    hours = {group.languages: group.required_hours for group in staffing.pooled.groups}
    assert list(hours) == [("de", "en"), ("fr", "it"), ("es",)]
    assert shown(hours["de", "en"], 2) == "406.25"
    assert shown(hours["fr", "it"], 1) == "284.4"
    assert shown(hours["es",], 1) == "260.0"
    assert shown(staffing.pooled_hours, 1) == "950.6"
    assert shown(staffing.paid_hours) == "1,358"
    assert shown(staffing.fte, 1) == "7.8"


@pytest.mark.parametrize(
    ("pools", "hours"),
    [
        ((("fr", "en"), ("es", "it")), "869.4"),
        ((("de", "fr", "es", "it", "en"),), "812.5"),
        ((), "1,365.0"),
    ],
)
def test_other_pools_give_other_hours(pools: tuple[tuple[str, ...], ...], hours: str) -> None:
    assert shown(made(replace(EXAMPLE, pools=pools)).staffing.pooled_hours, 1) == hours


MONTHLY: Mapping[str, tuple[tuple[str, str, str], tuple[str, str, str], str, str]] = {
    "east": (("9,506", "13,309", "17,111"), ("13,580", "19,013", "24,445"), "2.22", "3.17"),
    "south": (("14,259", "17,587", "20,914"), ("20,371", "25,124", "29,877"), "2.93", "4.19"),
    "west": (("23,766", "28,519", "33,272"), ("33,951", "40,741", "47,531"), "4.75", "6.79"),
}


@pytest.mark.parametrize("region", MONTHLY)
def test_the_monthly_table_holds_on_both_readings_of_the_rate(region: str) -> None:
    productive, paid, per_contact_productive, per_contact_paid = MONTHLY[region]
    price = made().regions[region]
    assert bands(price.productive_basis.month) == productive
    assert bands(price.paid_basis.month) == paid
    assert bands(price.productive_basis.per_contact, 2)[1] == per_contact_productive
    assert bands(price.paid_basis.per_contact, 2)[1] == per_contact_paid


def test_the_page_opens_on_paid_hours_because_the_article_does_not_say() -> None:
    price = made().regions["east"]
    assert price.rate.billing_basis == "unstated"
    assert price.as_read is price.paid_basis
    assert shown(price.as_read.hours) == "1,358"


def test_the_same_figure_per_paid_hour_is_43_percent_dearer() -> None:
    result = made()
    assert shown(result.basis_gap * 100) == "43"
    east = result.regions["east"]
    assert east.paid_basis.base / east.productive_basis.base == pytest.approx(1 / 0.7)


@pytest.mark.parametrize(
    ("region", "prices"),
    [
        ("east", ("1.35", "1.90", "2.44")),
        ("south", ("2.03", "2.51", "2.98")),
        ("west", ("3.39", "4.06", "4.74")),
    ],
)
def test_the_break_even_price_per_ticket(region: str, prices: tuple[str, str, str]) -> None:
    assert bands(made().regions[region].productive_basis.break_even_ticket, 2) == prices


def test_a_double_peak_takes_1_point_73_times_the_hours_because_the_floor_absorbs_a_part() -> None:
    peak = made().peak
    assert peak is not None
    assert shown(peak.hours, 2) == "1,641.25"
    assert isinstance(peak.hours_ratio, float)
    assert shown(peak.hours_ratio, 2) == "1.73"
    # 1,641.25 - 950.625 = 690.625; with 15 % on top 794.21875.
    assert shown(peak.extra_hours, 3) == "690.625"
    assert shown(peak.billed_extra_hours, 5) == "794.21875"


def test_no_season_means_no_peak_figures() -> None:
    assert made(replace(EXAMPLE, peak=None)).peak is None


def test_a_small_merchant_pays_for_waiting_and_is_advised_a_shared_desk() -> None:
    result = made(SMALL)
    assert shown(result.staffing.productive_hours) == "108"
    assert shown(result.staffing.pooled_hours) == "1,040"
    east = result.regions["east"].productive_basis
    assert shown(east.base) == "14,560"
    assert bands(east.per_contact, 2)[1] == "18.20"
    advice = next(f for f in result.findings if f.code == "costing.shared_desk_advised")
    # 108.3 of 1,040 hours are 10 %, below the limit of 40 %.
    assert shown(advice.values["used_percent"]) == "10"
    assert advice.values["most_percent"] == pytest.approx(40)


def test_the_example_has_work_enough_for_its_own_agents() -> None:
    assert "costing.shared_desk_advised" not in {finding.code for finding in made().findings}


def test_one_euro_a_ticket_pays_for_the_work_in_no_region() -> None:
    found = [f for f in made().findings if f.code == "costing.ticket_price_uneconomic"]
    assert [finding.place for finding in found] == ["regions.east", "regions.south", "regions.west"]
    assert shown(found[0].values["needed"], 2) == "1.35"
    assert found[0].source == "article_europe_guide"


def test_one_euro_a_ticket_is_plausible_for_a_short_ticket() -> None:
    # At 10 €/h and 80 % occupancy 1 € pays for 288 s.
    short = replace(SMALL, aht_s={"email": 287})
    places = {f.place for f in made(short).findings if f.code == "costing.ticket_price_uneconomic"}
    assert places == {"regions.south", "regions.west"}


def test_the_budget_is_set_against_the_first_year() -> None:
    # Paid hours: 1,358.036 base + 81.482 reserve + 25 training + 189.100 peak = 1,653.618 a month.
    # x 10 / 14 / 18 EUR, + 480 tools + 900 manager, x 1.03: 18,453.66 / 25,266.57 / 32,079.48.
    left = budget_left(made(), "east")
    assert left is not None
    assert bands(left) == ("1,546", "-5,267", "-12,079")
    assert budget_left(made(replace(EXAMPLE, budget_month=None)), "east") is None


def test_no_contacts_make_no_work_but_the_coverage_still_costs() -> None:
    result = made(replace(EXAMPLE, contacts_month={"email": 0}))
    assert result.demand.workload_hours == 0
    assert isinstance(result.demand.effective_aht_s, NotAssessed)
    assert result.staffing.separate_hours == pytest.approx(5 * 260)
    east = result.regions["east"].paid_basis
    assert isinstance(east.per_contact, NotAssessed)
    assert isinstance(east.break_even_ticket, NotAssessed)


def test_nobody_ready_and_nothing_to_do_is_no_hours_at_all() -> None:
    result = made(replace(EXAMPLE, contacts_month={"email": 0}, seats_min=0))
    assert result.staffing.paid_hours == 0
    assert result.peak is not None
    assert isinstance(result.peak.hours_ratio, NotAssessed)


def test_inputs_outside_the_usual_range_are_pointed_out_not_refused() -> None:
    odd = replace(EXAMPLE, occupancy=0.95, aht_s={**EXAMPLE.aht_s, "phone": 700})
    unusual = {f.place: f for f in made(odd).findings if f.code.startswith("costing.unusual_")}
    assert set(unusual) == {"occupancy", "aht_s.phone"}
    assert unusual["occupancy"].values["high_percent"] == pytest.approx(88)
    assert (unusual["aht_s.phone"].values["low"], unusual["aht_s.phone"].values["high"]) == (240, 600)
    assert not [f for f in made().findings if f.code.startswith("costing.unusual_")]


def test_one_rate_read_as_productive_hours_opens_on_that_reading() -> None:
    quoted = replace(
        RATES[0], billing_basis="productive_hour", read_as="productive_hour", low=Decimal("14.5")
    )
    price = estimate(EXAMPLE, (quoted,), PARAMETERS).regions["east"]
    assert price.as_read is price.productive_basis
    # (14.5 + 18) / 2 x 950.625
    assert price.as_read.base == pytest.approx(16.25 * 950.625)
